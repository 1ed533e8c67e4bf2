/** Plans with one thing changed, to ask of one school what difference it would have made. */
import type { Scenario } from '../../sim/index.ts';
import { atPlace, withValue } from '../state/plan.ts';
import type { Defaults } from './differences.ts';

export type WhatIfName = 'planned' | 'script' | 'support' | 'money' | 'leader';

export interface WhatIf {
  readonly name: WhatIfName;
  readonly plan: Scenario;
  /** The one setting that differs from the plan; none as planned. */
  readonly path: string | null;
}

const ROOM = 'ingredients.flexibleAdaptation';
const SUPPORT = 'ingredients.elevatingTeachers';
const LEAVING = 'parameters.environment.leaderLeaving';
const PILOT = 'finance.pilotYears';
const STOP = 'finance.stopYear';
const MORE_YEARS = 3;

/** The plan as it is, and with each change that would change it. */
export function whatIfs(plan: Scenario, defaults: Defaults): readonly WhatIf[] {
  const money = moneyPath(plan, defaults);
  return [
    { name: 'planned', plan, path: null },
    ...changed(plan, 'script', ROOM, () => 0, defaults),
    ...changed(plan, 'support', SUPPORT, (level) => level / 2, defaults),
    ...(money ? changed(plan, 'money', money, (years) => years + MORE_YEARS, defaults) : []),
    ...changed(plan, 'leader', LEAVING, () => 0, defaults),
  ];
}

/** What says how long outside money lasts: the year in which all of it stops, where that comes, or the years of the pilot. */
function moneyPath(plan: Scenario, defaults: Defaults): string | null {
  const read = (path: string): unknown => atPlace(plan, path) ?? defaults.get(path);
  const stop = read(STOP);
  if (typeof stop === 'number' && stop < plan.years) return STOP;
  return read('finance.regime') === 'own-budget' || read('finance.pilotPerLearner') === 0 ? null : PILOT;
}

function changed(
  plan: Scenario,
  name: WhatIfName,
  path: string,
  how: (value: number) => number,
  defaults: Defaults,
): readonly WhatIf[] {
  const now = atPlace(plan, path) ?? defaults.get(path);
  const made = madeOf(now, how);
  if (made === undefined || JSON.stringify(made) === JSON.stringify(now)) return [];
  return [{ name, path, plan: dated(withValue(plan, path, made as number), path, how) }];
}

/** A level, the levels of a schedule, or a formula; undefined where nothing is known. */
function madeOf(value: unknown, how: (value: number) => number): unknown {
  if (typeof value === 'number') return how(value);
  if (Array.isArray(value)) return value.map((step) => ({ ...step, level: how(step.level) }));
  return typeof value === 'string' ? formulaOf(value, how) : undefined;
}

/** The changes are all of the form scale × value + more. */
function formulaOf(formula: string, how: (value: number) => number): string {
  return `${how(1) - how(0)} * (${formula}) + ${how(0)}`;
}

/** The same change to later words of the plan about the setting. */
function dated(plan: Scenario, path: string, how: (value: number) => number): Scenario {
  if (!plan.changes?.some(({ set }) => path in set)) return plan;
  const changes = plan.changes.map((change) =>
    path in change.set ? { ...change, set: { ...change.set, [path]: madeOf(change.set[path], how) as number } } : change,
  );
  return { ...plan, changes };
}
