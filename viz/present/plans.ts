/** The plan of each round, made from the plan that the room starts from. */
import type { Room } from '../../formats/linkstate.ts';
import type { EventKind, Scenario } from '../../sim/index.ts';
import { read, stilled } from '../controls/reading.ts';
import { withEvent } from '../explore/planevents.ts';
import { retitled } from '../state/names.ts';
import { valueAt, withValue } from '../state/plan.ts';
import { roles, TOKEN } from './roles.ts';
import { type Round, rounds } from './script.ts';

/** Year of the shock. */
export const SHOCK = 4;

/** Titles that the last two plans are given, in the words of the screen. */
type Titles = Readonly<Record<'budget' | 'shock', string>>;

/** The rollout that every school must follow, or the waves of a plan that is such a one already. */
export const otherRollout = (plan: Scenario): 'mandate' | 'waves' =>
  valueAt(plan, 'strategy.kind') === 'mandate' ? 'waves' : 'mandate';

/** The plan rolled out in one way from the first day to the last. */
function rolledOut(plan: Scenario, kind: string): Scenario {
  const still = stilled(plan, 'strategy.kind');
  const { from: _, ...first } = Array.isArray(still.strategy) ? still.strategy[0] : (still.strategy ?? {});
  return retitled(plan, { ...still, strategy: { ...first, kind } } as Scenario);
}

/** Level of an ingredient with so many tokens on it. */
export const levelWith = (plan: Scenario, ingredient: string, tokens: number): number =>
  Number(Math.min(1, Number(read(plan, `ingredients.${ingredient}`)) + TOKEN * tokens).toPrecision(12));

/** The plan with the ingredients on which tokens lie, each at one level for all years. */
export function withTokens(plan: Scenario, spent: Room['spent']): Scenario {
  const names = roles.flatMap(({ ingredients }) => ingredients).filter((name) => (spent[name] ?? 0) > 0);
  return names.reduce((now, name) => {
    const path = `ingredients.${name}`;
    return withValue(stilled(now, path), path, levelWith(plan, name, spent[name]));
  }, plan);
}

const made: Readonly<Record<Round, (plan: Scenario, room: Room, titles: Titles) => Scenario>> = {
  today: (plan) => plan,
  everyone: (plan) => rolledOut(plan, otherRollout(plan)),
  budget: (plan, { spent }, { budget }) => ({ ...withTokens(plan, spent), title: budget }),
  shock: (plan, { spent, shock }, titles) => ({
    ...withEvent(withTokens(plan, spent), shock as EventKind, SHOCK),
    title: titles.shock,
  }),
};

/** The plan of a round, counted from 0. */
export const planOfRound = (round: number, plan: Scenario, room: Room, titles: Titles): Scenario =>
  made[rounds[round]](plan, room, titles);
