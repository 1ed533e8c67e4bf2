/** Points of a two-level design with nothing to measure: few of them are filled, as contrasts need them all. */
import { pointMeans } from '../statistics/resample.ts';
import { contrastsOf, signOf, type TwoLevel } from '../statistics/twolevel.ts';
import type { OutcomeColumn, StudyTable } from '../table.ts';
import type { Refusal } from './answer.ts';
import { refuseGaps } from './asking.ts';

/** Largest share of the points that are filled. */
const MOST = 0.05;
const ROUNDS = 30;

/**
 * The table with what main effects and pairs of the other points foresee in place of what is missing (Yates 1933): the values that
 * add nothing to what the effects leave unexplained. Refuses where more than 5 in 100 points miss.
 */
export function withoutGaps(
  table: StudyTable,
  outcome: OutcomeColumn,
  design: TwoLevel,
): { readonly table: StudyTable; readonly filled: number } | Refusal {
  const means = pointMeans(table, outcome.name);
  const gaps = Array.from(means.keys()).filter((p) => Number.isNaN(means[p]));
  if (gaps.length === 0) return { table, filled: 0 };
  if (gaps.length > MOST * means.length) return refuseGaps(means, outcome)!;
  const contrasts = contrastsOf(design);
  const present = means.filter((mean) => !Number.isNaN(mean));
  const start = present.reduce((sum, mean) => sum + mean, 0) / present.length;
  for (const p of gaps) means[p] = start;
  const terms = design.arePairsClear ? design.terms : design.terms.slice(0, design.count);
  const masks = terms.map((term) => term.reduce((mask, i) => mask | (1 << i), 0));
  for (let round = 0; round < ROUNDS; round++) {
    const mean = means.reduce((sum, value) => sum + value, 0) / means.length;
    const found = contrasts(means);
    const foreseen = gaps.map((p) => masks.reduce((sum, mask, t) => sum + found[t] * signOf(design.sets[p], mask), mean));
    gaps.forEach((p, i) => {
      means[p] = foreseen[i];
    });
  }
  const values = table.values[outcome.name].slice();
  for (const p of gaps) values.fill(means[p], p * table.replicates, (p + 1) * table.replicates);
  return { table: { ...table, values: { ...table.values, [outcome.name]: values } }, filled: gaps.length };
}
