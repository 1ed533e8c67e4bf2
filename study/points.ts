/** From a point of a design to the scenario that is run there. */
import { type Grade, type Scenario, withSetting } from '../sim/index.ts';
import { axisOf } from './axis.ts';
import type { Factor, Study } from './file/study.ts';
import { targetOf } from './file/targets.ts';
import type { FactorColumn } from './table.ts';

const grades: readonly Grade[] = ['A', 'B', 'C', 'D'];

/** What each factor is called, what it may be, and how well its setting is known. */
export function factorColumns({ factors }: Pick<Study, 'factors'>): readonly FactorColumn[] {
  return factors.map((factor) => {
    const { choices, levels, low, high } = axisOf(factor);
    return {
      name: factor.name,
      label: labelOf(factor),
      range: [low, high] as const,
      ...(choices && { choices }),
      ...(levels && { levels }),
      grade: gradeOf(factor),
      ...(!isChosen(factor) && { isAssumed: true as const }),
    };
  });
}

/** First parts of the paths that whoever plans can decide on; all else is what the world is like, or is believed to be. */
const choices = ['ingredients', 'strategy', 'fragmentation', 'collaboration', 'finance', 'forces', 'foundations'];

/** Whether all that a factor moves is for a plan to choose; a scenario is a world as well as a plan. */
function isChosen(factor: Factor): boolean {
  if ('scenarios' in factor) return false;
  const paths = 'plans' in factor ? factor.plans.flatMap(({ set }) => Object.keys(set)) : factor.paths;
  return paths.every((path) => choices.includes(path.split('.')[0]));
}

function labelOf(factor: Factor): string {
  if (factor.label !== undefined) return factor.label;
  if ('paths' in factor && factor.paths.length === 1) return targetOf(factor.paths[0])?.label ?? factor.name;
  return factor.name;
}

function gradeOf(factor: Factor): Grade {
  if (!('paths' in factor)) return 'D';
  return grades[Math.max(...factor.paths.map((path) => grades.indexOf(targetOf(path)?.grade ?? 'D')))];
}

/**
 * The scenario of a point: the base with the point's values put in. Everything was believed when the study was, so nothing is
 * checked again; parts that no factor touches are shared with the base.
 */
export function scenarioAt({ factors }: Pick<Study, 'factors'>, base: Scenario, values: Float64Array): Scenario {
  let scenario: unknown = base;
  // Scenarios that take the place of the base come before all that is put into it.
  factors.forEach((factor, j) => {
    if ('scenarios' in factor) scenario = scenarioOf(factor, values[j]);
  });
  factors.forEach((factor, j) => {
    if ('plans' in factor)
      for (const [path, value] of Object.entries(factor.plans[values[j]].set)) scenario = withSetting(scenario, path, value);
    if ('paths' in factor)
      for (const path of factor.paths) scenario = withSetting(scenario, path, settingValue(factor.levels, path, values[j]));
  });
  return scenario as Scenario;
}

function scenarioOf({ name, scenarios }: Extract<Factor, { scenarios: unknown }>, place: number): Scenario {
  const entry = scenarios[place];
  if (typeof entry === 'string' || typeof entry.scenario === 'string')
    throw new Error(`factor ${name}: expected scenarios that have been read`);
  return entry.scenario;
}

/** What a file would say: the number, or the name of a choice. */
function settingValue(levels: readonly (number | string)[] | undefined, path: string, value: number): number | string {
  const choices = targetOf(path)?.choices;
  return choices ? (levels ?? choices)[value] : value;
}
