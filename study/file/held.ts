/** What only a study with its scenarios can show to be wrong: years beyond the run, places that are not there, levels that do not go together. */
import { type Problem, parseScenario, type Scenario } from '../../sim/index.ts';
import { type Axis, axisOf, scenarioName } from '../axis.ts';
import { scenarioAt } from '../points.ts';
import type { Factor, Study } from './study.ts';

interface Base {
  readonly name: string;
  readonly scenario: Scenario;
  /** Its place among the choices of the factor that brings it; −1 for the base itself. */
  readonly place: number;
}

/** Problems of a study whose scenarios are all written in; none is looked for while one is still a name. */
export function heldAgainstScenarios(study: Study): readonly Problem[] {
  const bases = basesOf(study);
  if (!bases) return [];
  const axes = study.factors.map(axisOf);
  return [...bases.flatMap((base) => yearProblems(study, base)), ...bases.flatMap((base) => cornerProblems(study, base, axes))];
}

/** What holds where no factor says otherwise: the base, or each of the scenarios that take its place. */
function basesOf({ base, factors }: Study): readonly Base[] | undefined {
  if (typeof base === 'string') return undefined;
  const several = factors.find((factor) => 'scenarios' in factor);
  if (!several) return [{ name: 'the base', scenario: base, place: -1 }];
  if (several.scenarios === 'all') return undefined;
  const bases = several.scenarios.flatMap((entry, place) =>
    typeof entry === 'string' || typeof entry.scenario === 'string'
      ? []
      : [{ name: scenarioName(entry), scenario: entry.scenario, place }],
  );
  return bases.length === several.scenarios.length ? bases : undefined;
}

function yearProblems({ outcomes, factors }: Study, { name, scenario }: Base): readonly Problem[] {
  const varied = factors.find((factor) => 'paths' in factor && factor.paths.includes('years'));
  const years = varied ? axisOf(varied).low : scenario.years;
  return outcomes.flatMap((outcome, i) =>
    (['year', 'from', 'to'] as const).flatMap((part) => {
      const year = outcome[part];
      if (year === undefined || year <= years) return [];
      return [{ path: `outcomes[${i}].${part}`, message: `found ${year}, expected at most ${years}: ${name} runs no longer.` }];
    }),
  );
}

/** All factors low, all high, and each choice by itself: what does not go together shows at an end. */
function cornerProblems(study: Study, { name, scenario, place }: Base, axes: readonly Axis[]): readonly Problem[] {
  const { factors } = study;
  const isFixed = (j: number): boolean => 'scenarios' in factors[j];
  const row = (of: (axis: Axis, j: number) => number): Float64Array =>
    Float64Array.from(axes, (axis, j) => (isFixed(j) ? Math.max(0, place) : of(axis, j)));
  const choices = axes.flatMap(({ choices = [] }, j) => (isFixed(j) ? [] : choices.map((_, choice) => ({ j, choice }))));
  const rows = [
    row(({ low }) => low),
    row(({ high }) => high),
    ...choices.map(({ j, choice }) => row(({ low }, i) => (i === j ? choice : low))),
  ];
  const seen = new Set<string>();
  for (const values of rows) {
    const parsed = parseScenario(scenarioAt(study, scenario, values));
    if (parsed.ok) continue;
    const [{ path, message }] = parsed.problems;
    const who = culprit(factors, path);
    seen.add(`${name} does not go with ${who}: ${path}: ${message}`);
  }
  return [...seen].map((message) => ({ path: 'factors', message }));
}

/** The factors that set a part of the scenario, by the first word of the part's path. */
function culprit(factors: readonly Factor[], path: string): string {
  const part = path.split(/[.[]/)[0];
  const touching = factors.filter((factor) => {
    if ('paths' in factor) return factor.paths.some((other) => other.startsWith(part));
    return 'plans' in factor && factor.plans.some(({ set }) => Object.keys(set).some((other) => other.startsWith(part)));
  });
  return touching.length > 0 ? touching.map(({ name }) => name).join(', ') : 'these factors';
}
