/** Trials: schools that are drawn, trained whole, supported as planned and set against what would have been. */
import type { Results } from '../../../sim/index.ts';
import { byDefault, unlike } from './arms.ts';
import { at } from './estimate.ts';
import type { Wish } from './pattern.ts';

const SCHOOLS = 212;

/** Places of `count` schools spread evenly over the districts of the default, as a draw within districts would be. */
export const drawn = (count: number): number[] =>
  Array.from({ length: count }, (_, k) => Math.floor(((k + 0.5) * SCHOOLS) / count));

/** As many as a large trial has in one arm: Cilliers et al. 2020. */
const ARM = 50;

interface Trial {
  /** Settings of the innovation and its package. */
  readonly innovation?: Wish;
  readonly years?: number;
  readonly schools?: number;
  /** Parameters by process. */
  readonly parameters?: Readonly<Record<string, Wish>>;
  /** Other parts of the scenario, replaced whole. */
  readonly parts?: Wish;
}

/** A trial signs whole staffs up, so that most begin within a year: the highest rate there is. */
const enlisted = { decision: { programme: 6 } };

/** A trial's treated arm inside the default district: nobody beyond the schools drawn is invited, and the package is paid for in full. */
export const trial = ({ innovation = {}, years = 3, schools = ARM, parameters = {}, parts = {} }: Trial = {}): Wish =>
  unlike({
    years,
    innovations: [{ ...byDefault.innovations[0], ...innovation }],
    pilots: drawn(schools),
    strategy: { kind: 'waves', waves: { size: 0 } },
    finance: { regime: 'own-budget' },
    parameters: { ...enlisted, ...parameters },
    ...parts,
  });

/** Gain in a year of all learners of the schools drawn, SD: of those too whose educator has not begun or has given up. */
export const effectAt = (runs: readonly Results[], year: number): number[] => perSchoolDrawn(runs, at(runs, 'gain', year));

/** What is a share of the district as a share of the schools drawn, which all report use in their first term. */
export function perSchoolDrawn(runs: readonly Results[], values: readonly number[]): number[] {
  const first = at(runs, 'educatorsReporting', 0.3);
  return values.map((x, k) => x / first[k]);
}
