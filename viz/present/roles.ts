/** Who sits at the table: roles with tokens, each of which goes a step further with an ingredient that is the role's own. */
import type { Room } from '../../formats/linkstate.ts';

export interface Role {
  readonly name: 'ministry' | 'funders' | 'districts' | 'teachers' | 'community';
  /** Tokens at the beginning. */
  readonly tokens: number;
  /** Ingredients that only this role spends on. */
  readonly ingredients: readonly string[];
}

export const roles: readonly Role[] = [
  { name: 'ministry', tokens: 4, ingredients: ['supportivePolicy', 'windows', 'betterData'] },
  { name: 'funders', tokens: 3, ingredients: ['longTermFinancing', 'middlePhaseFinancing', 'flexibleFinancing'] },
  { name: 'districts', tokens: 2, ingredients: ['champions', 'cultureOfResearch', 'costEffective'] },
  { name: 'teachers', tokens: 2, ingredients: ['elevatingTeachers', 'flexibleAdaptation', 'technology'] },
  { name: 'community', tokens: 1, ingredients: ['localNeeds', 'alliances'] },
];

/** What a token adds to the level of an ingredient: from one word of a lever to the next. */
export const TOKEN = 0.25;

export const allTokens: number = roles.reduce((sum, { tokens }) => sum + tokens, 0);

type Purse = Pick<Room, 'held' | 'spent'>;

export const heldBy = ({ held }: Purse, { name, tokens }: Role): number => held[name] ?? tokens;
export const spentBy = ({ spent }: Purse, { ingredients }: Role): number =>
  ingredients.reduce((sum, name) => sum + (spent[name] ?? 0), 0);
export const spentByAll = (purse: Purse): number => roles.reduce((sum, role) => sum + spentBy(purse, role), 0);
export const leftTo = (purse: Purse, role: Role): number => heldBy(purse, role) - spentBy(purse, role);

/** A token more on an ingredient, or one less; as it was where its role has none left or none lies there. */
export function withToken<P extends Purse>(purse: P, role: Role, ingredient: string, by: 1 | -1): P {
  const now = purse.spent[ingredient] ?? 0;
  if (by > 0 ? leftTo(purse, role) < 1 : now < 1) return purse;
  return { ...purse, spent: { ...purse.spent, [ingredient]: now + by } };
}

/** A token from one role to another: tokens may be traded, ingredients may not. */
export function withGift<P extends Purse>(purse: P, from: Role, to: Role): P {
  if (leftTo(purse, from) < 1) return purse;
  return { ...purse, held: { ...purse.held, [from.name]: heldBy(purse, from) - 1, [to.name]: heldBy(purse, to) + 1 } };
}
