/** What a plan is called: by its title, or by how it is rolled out while nobody has given it a title. */
import type { Scenario } from '../../sim/index.ts';
import { en } from '../../words/index.ts';
import { text } from './language.ts';
import { type PlanId, valueAt } from './plan.ts';
import { planOf, plans } from './store.ts';

type Kind = keyof typeof en.levers.rollouts;

const kindOf = (plan: Scenario): Kind => (valueAt(plan, 'strategy.kind') ?? 'organic') as Kind;

/** Whether a title only says how the plan is rolled out. */
const isPlain = ({ title }: Scenario): boolean => Object.values(en.levers.rollouts).includes(title as never);

/** The changed plan with its title following its rollout, where it has no title of its own. */
export const retitled = (before: Scenario, after: Scenario): Scenario =>
  isPlain(before) && kindOf(before) !== kindOf(after) ? { ...after, title: en.levers.rollouts[kindOf(after)] } : after;

function ownName(plan: Scenario): string {
  return isPlain(plan) ? text.value.levers.rollouts[kindOf(plan)] : plan.title;
}

/** The name of a plan on the screen; two plans of one name are told apart by their letters. */
export function planName(id: PlanId): string {
  const { a, b } = plans.value;
  const name = ownName(planOf(id));
  return b && ownName(a) === ownName(b) ? `${name} ${id.toUpperCase()}` : name;
}
