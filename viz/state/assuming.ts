/** Plans under other assumptions, and what assumptions rest on. */
import type { Scenario } from '../../sim/index.ts';
import type { Catalogue } from '../../workers/index.ts';
import { type Value, withValue } from './plan.ts';

/** What somebody assumes in place of what the plan or the model says, by the paths of settings. */
export type Assumptions = Readonly<Record<string, Value>>;

/** What the model assumes and no plan chooses: sizes of mechanisms, and of what ingredients do. */
export const isAssumption = (path: string): boolean => /^(parameters|effects)\./.test(path);

/** The plan with settings at values that hold in all its years, whatever it said of them at any date. */
export function underAssumptions(plan: Scenario, assumed: Assumptions): Scenario {
  const undated = (set: Readonly<Record<string, Value>>) =>
    Object.fromEntries(Object.entries(set).filter(([path]) => !(path in assumed)));
  const changes = plan.changes
    ?.map((change) => ({ ...change, set: undated(change.set) }))
    .filter(({ set }) => Object.keys(set).length > 0);
  const base = changes ? { ...plan, changes } : plan;
  return Object.entries(assumed).reduce((next, [path, value]) => withValue(next, path, value), base);
}

/** How many settings rest on judgement or guesses (grade C or D), of how many. */
export function weakSettings({ settings }: Pick<Catalogue, 'settings'>): { readonly weak: number; readonly all: number } {
  return { weak: settings.filter(({ quantity }) => quantity.grade >= 'C').length, all: settings.length };
}
