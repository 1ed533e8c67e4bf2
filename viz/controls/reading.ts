/** What a plan says of a lever, and the plan that says something else: the only place that knows of levers that are no setting. */
import type { Scenario } from '../../sim/index.ts';
import { change, changePlan } from '../state/change.ts';
import { atPlace, type Value, valueAt, withChange } from '../state/plan.ts';
import { edited, forks, planOf } from '../state/store.ts';
import { factsOf, fragments, JOINED } from './facts.ts';

/** The year from which the plan being edited departs from another; 0: it is its own from the first day. */
export const departure = (): number => forks.value[edited.value] ?? 0;

/** What a plan says of a setting from a year on, or its default where the plan is silent. */
export function read(plan: Scenario, path: string, year = 0): Value {
  if (path === JOINED) {
    const parts = fragments.value.map((part) => Number(read(plan, part, year)));
    return Number((1 - parts.reduce((sum, part) => sum + part, 0) / parts.length).toPrecision(12));
  }
  const said = valueAt(plan, path, year);
  if (said !== undefined) return said;
  const { quantity } = factsOf(path)!;
  return quantity.choices ? quantity.choices[quantity.default] : quantity.default;
}

/** How a plan lets a setting change after a year: a schedule, a formula, or dated changes; null where it holds still. */
export function variation(plan: Scenario, path: string, after = 0): 'schedule' | 'formula' | 'changes' | null {
  if (path === JOINED) return fragments.value.map((part) => variation(plan, part, after)).find((kind) => kind) ?? null;
  if ((plan.changes ?? []).some(({ year, set }) => year > after && path in set)) return 'changes';
  const said = atPlace(plan, path);
  if (Array.isArray(said) && said.some(({ year }) => year > after)) return 'schedule';
  return typeof said === 'string' && !factsOf(path)?.quantity.choices ? 'formula' : null;
}

/** The plan with one value of a setting for all years, whatever it said before. */
export function stilled(plan: Scenario, path: string): Scenario {
  const paths = path === JOINED ? fragments.value : [path];
  const changes = (plan.changes ?? [])
    .map(({ year, set }) => ({ year, set: Object.fromEntries(Object.entries(set).filter(([name]) => !paths.includes(name))) }))
    .filter(({ set }) => Object.keys(set).length > 0);
  const { changes: _, ...rest } = plan;
  return changes.length > 0 ? { ...rest, changes } : rest;
}

/** The plan with its dial of fragmentation at one less `joined`. */
export function withJoined(plan: Scenario, joined: number, from: number | null): Scenario {
  const level = Number((1 - joined).toPrecision(12));
  if (from === null) return { ...plan, fragmentation: level };
  return withChange(plan, from, Object.fromEntries(fragments.value.map((part) => [part, level])));
}

/** Changes a lever of the plan being edited. */
export function set(path: string, value: Value, moment: 'held' | 'done'): void {
  if (path === JOINED) changePlan((plan) => withJoined(plan, Number(value), forks.value[edited.value]), moment);
  else change(path, value, moment);
}

/** Puts one value in place of what changes over the years. */
export function still(path: string): void {
  const value = read(planOf(edited.value), path, departure());
  changePlan((plan) => stilled(plan, path), 'held');
  set(path, value, 'done');
}
