/** Questions to start from: each sets two plans side by side that differ in what the question is about. */
import type { Scenario } from '../../sim/index.ts';
import { en, type Messages } from '../../words/index.ts';
import { type Value, valueAt, withValue } from '../state/plan.ts';

type Words = Messages['levers']['starters'];

interface Side {
  /** Key of its name; by its rollout where absent. */
  readonly name?: keyof Words['plans'];
  readonly changes: Readonly<Record<string, Value>>;
}

export interface Question {
  readonly message: Exclude<keyof Words, 'title' | 'plans'>;
  readonly a: Side;
  readonly b: Side;
}

const money = (pilotToScale: number, lasting: number): Side['changes'] => ({
  'ingredients.middlePhaseFinancing': pilotToScale,
  'ingredients.longTermFinancing': lasting,
  'ingredients.flexibleFinancing': lasting,
});

export const questions: readonly Question[] = [
  {
    message: 'pilots',
    a: { name: 'noBridge', changes: { 'strategy.kind': 'waves', ...money(0, 0.2) } },
    b: { name: 'bridge', changes: { 'strategy.kind': 'waves', ...money(0.9, 0.8) } },
  },
  { message: 'everyone', a: { changes: { 'strategy.kind': 'clusters' } }, b: { changes: { 'strategy.kind': 'mandate' } } },
  {
    message: 'money',
    a: { name: 'shortMoney', changes: { 'ingredients.longTermFinancing': 0.1 } },
    b: { name: 'longMoney', changes: { 'ingredients.longTermFinancing': 0.9 } },
  },
  {
    message: 'behind',
    a: { name: 'devices', changes: { 'strategy.kind': 'devices' } },
    b: { name: 'need', changes: { 'strategy.kind': 'waves', 'strategy.targeting': 1 } },
  },
];

/** One side of a question as a plan: `base` with the side's changes, named by the side or by its rollout. */
export function planOfSide(base: Scenario, { name, changes }: Side, words: Words = en.levers.starters): Scenario {
  const { description: _, lookFor: __, ...plain } = base;
  const plan = Object.entries(changes).reduce<Scenario>((so, [path, value]) => withValue(so, path, value), plain);
  const kind = valueAt(plan, 'strategy.kind') as keyof typeof en.levers.rollouts;
  return { ...plan, title: name ? words.plans[name] : en.levers.rollouts[kind] };
}
