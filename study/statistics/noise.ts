/** How large an effect luck alone would make. */
import { quantile } from '../../sim/index.ts';
import type { StudyTable } from '../table.ts';
import { studentTail } from './tails.ts';

/**
 * Standard errors of contrasts that every replicate gives: replicates went through one luck each, or independent ones, and
 * either way their contrasts are independent of each other. `contrasts(means)` is linear. Needs two replicates.
 */
export function standardErrors(
  table: StudyTable,
  outcome: string,
  means: Float64Array,
  contrasts: (means: Float64Array) => Float64Array,
): Float64Array {
  const { pointCount, replicates, values } = table;
  const each = Array.from({ length: replicates }, (_, k) =>
    contrasts(
      // A future with nothing to measure counts as its point's mean: it then tells of no difference.
      Float64Array.from({ length: pointCount }, (_, p) => {
        const value = values[outcome][p * replicates + k];
        return Number.isNaN(value) ? means[p] : value;
      }),
    ),
  );
  return each[0].map((_, i) => {
    const mean = each.reduce((sum, c) => sum + c[i], 0) / replicates;
    const squares = each.reduce((sum, c) => sum + (c[i] - mean) * (c[i] - mean), 0);
    return Math.sqrt(squares / (replicates - 1) / replicates);
  });
}

/** The standard error of an effect, and how many degrees of freedom it rests on. */
export interface Noise {
  readonly error: number;
  readonly freedom: number;
}

/**
 * One standard error for effects of a kind, from those of each over so many replicates. The degrees of freedom are those of one
 * where a single effect makes most of the noise, and of all where they share it alike (Satterthwaite 1946, with the spread that
 * variances from few replicates have by themselves taken out).
 */
export function pooled(errors: ArrayLike<number>, replicates: number): Noise {
  const squares = Array.from(errors, (e) => e * e);
  const sum = squares.reduce((total, v) => total + v, 0);
  const fourth = squares.reduce((total, v) => total + v * v, 0);
  const own = replicates - 1;
  const freedom = fourth > 0 ? (sum * sum * own * (1 + 2 / own)) / fourth : own;
  return { error: Math.sqrt(sum / squares.length), freedom: Math.min(own * squares.length, Math.max(own, freedom)) };
}

/**
 * The same without replicates, from effects most of which are taken to be nothing: Lenth's pseudo standard error (1989, "Quick and
 * easy analysis of unreplicated factorials").
 */
export function lenth(effects: ArrayLike<number>): Noise {
  const sizes = Float64Array.from(effects, Math.abs).sort();
  const first = 1.5 * quantile(sizes, 0.5);
  const small = sizes.filter((size) => size < 2.5 * first);
  return { error: 1.5 * quantile(small.length > 0 ? small : sizes, 0.5), freedom: sizes.length / 3 };
}

/** Size below which one of m effects is not told from luck: 5 in 100 families of m hold a false alarm at most (Bonferroni). */
export const sizeOf = ({ error, freedom }: Noise, m: number): number => error * studentTail(0.05 / (2 * m), freedom);

/** Fewest replicates that are drawn anew themselves; fewer give too few different draws, and luck is drawn from the noise. */
export const ENOUGH_REPLICATES = 8;

/** Squares of all values around the means of their points, and their number. */
function withinPoints({ pointCount, replicates, values }: StudyTable, outcome: string, means: Float64Array) {
  let [squares, n] = [0, 0];
  for (let p = 0; p < pointCount; p++) {
    for (let k = 0; k < replicates; k++) {
      const value = values[outcome][p * replicates + k];
      if (Number.isNaN(value)) continue;
      squares += (value - means[p]) * (value - means[p]);
      n++;
    }
  }
  return { squares, n };
}

/** Mean square of numbers around their mean, over their number less one. */
function varianceOf(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / (values.length - 1);
}

/** Share of the variance over all futures that lies within points; NaN with one future a point, or where nothing varies. */
export function luckShare(table: StudyTable, outcome: string, means: Float64Array): number {
  const { squares, n } = withinPoints(table, outcome, means);
  const freedom = n - table.pointCount;
  const all = varianceOf(table.values[outcome].filter((value) => !Number.isNaN(value)));
  return freedom > 0 && all > 0 ? Math.min(1, squares / freedom / all) : Number.NaN;
}

/** Share of the variance between point means that luck alone makes: none where all points shared it, none known with one future. */
export function luckFloor(table: StudyTable, outcome: string, means: Float64Array): number {
  if (table.design.sameLuck || table.replicates < 2) return 0;
  const { squares, n } = withinPoints(table, outcome, means);
  return Math.min(1, squares / (n - table.pointCount) / table.replicates / varianceOf(means));
}
