/** What a plan is called: by its title, or by how it is rolled out while nobody has given it a title. */
import type { Scenario } from '../../sim/index.ts';
import { en } from '../../words/index.ts';
import { text } from './language.ts';
import { type PlanId, valueAt } from './plan.ts';
import { planOf, plans } from './store.ts';

/** Between the rollouts that a plan is called after. */
export const BETWEEN_NAMES = ' → ';

type Kind = keyof typeof en.levers.rollouts;

const kindOf = (plan: Scenario, year = 0): Kind => (valueAt(plan, 'strategy.kind', year) ?? 'organic') as Kind;

/** Whether a title only says how the plan is rolled out. */
const isPlain = ({ title }: Scenario): boolean => Object.values(en.levers.rollouts).includes(title as never);

/** The changed plan with its title following its rollout, where it has no title of its own. */
export const retitled = (before: Scenario, after: Scenario): Scenario =>
  isPlain(before) && kindOf(before) !== kindOf(after) ? { ...after, title: en.levers.rollouts[kindOf(after)] } : after;

/** By its rollout, or by the first and the last where it comes to another. */
function ownName(plan: Scenario): string {
  if (!isPlain(plan)) return plan.title;
  const kinds = new Set([kindOf(plan), kindOf(plan, plan.years)]);
  return [...kinds].map((kind) => text.value.levers.rollouts[kind]).join(BETWEEN_NAMES);
}

/** The name of a plan on the screen; two plans of one name are told apart by their letters. */
export function planName(id: PlanId): string {
  const { a, b } = plans.value;
  const name = ownName(planOf(id));
  return b && ownName(a) === ownName(b) ? `${name} ${id.toUpperCase()}` : name;
}
