/** How much work a job is, before anything of it has been run: what decides how many workers it is worth. */
import { knownStatistics, type Scenario, type SchoolTable } from '../sim/index.ts';

/** Milliseconds for an educator and a step, measured on a small server of 2024; only its order of magnitude matters. */
const PACE = 0.0005;

/** Milliseconds of one future, roughly. */
export function lengthOf({ system, years, stepsPerYear = 3 }: Scenario, table?: SchoolTable): number {
  return PACE * educatorsOf(system, table) * years * stepsPerYear;
}

function educatorsOf(system: Scenario['system'], table?: SchoolTable): number {
  if (table) return table.educators.reduce((sum, count) => sum + count, 0);
  if (!('preset' in system)) throw new Error('a scenario whose schools come from a file needs its table');
  const { schools, pupilsPerSchool, pupilsPerEducator } = knownStatistics(system as Parameters<typeof knownStatistics>[0]);
  return ((system.sample ?? 1) * schools.value * pupilsPerSchool.value) / pupilsPerEducator.value;
}
