/** What many futures of a plan say, and two plans through the same futures. */
import type { Results } from './results.ts';

/** Futures of one plan, as they are set against those of another. */
export interface Futures {
  readonly years: Float64Array;
  /** In the order of replicates. */
  readonly runs: readonly Results[];
}

/**
 * Quantile of a sorted list by linear interpolation of order statistics: type 7 of Hyndman & Fan 1996, R's default.
 * NaN for an empty list.
 */
export function quantile(sorted: ArrayLike<number>, p: number): number {
  if (sorted.length === 0) return Number.NaN;
  const at = (sorted.length - 1) * p;
  const low = Math.floor(at);
  const high = Math.min(low + 1, sorted.length - 1);
  return sorted[low] + (at - low) * (sorted[high] - sorted[low]);
}

/** Present values of a metric at a row, over replicates, sorted. */
export function valuesAt(runs: readonly Results[], metric: string, row: number): Float64Array {
  return Float64Array.from(runs.map(({ columns }) => columns[metric][row]).filter((x) => !Number.isNaN(x))).sort();
}

export interface Band {
  readonly low: number;
  readonly lowerMiddle: number;
  readonly median: number;
  readonly upperMiddle: number;
  readonly high: number;
  /** Futures in which there was something to measure. */
  readonly n: number;
}

/** Nine in ten, the middle half, the median. */
export function bandAt(runs: readonly Results[], metric: string, row: number): Band {
  return bandOf(valuesAt(runs, metric, row));
}

export function bandOf(sorted: Float64Array): Band {
  const q = (p: number): number => quantile(sorted, p);
  return { low: q(0.05), lowerMiddle: q(0.25), median: q(0.5), upperMiddle: q(0.75), high: q(0.95), n: sorted.length };
}

export interface Difference {
  readonly metric: string;
  /** A minus B within the same future: the spread of that difference. */
  readonly band: Band;
  /** Mean of the paired differences and the half-width of its 95 per cent interval. */
  readonly mean: number;
  readonly halfWidth: number;
  /** Share of futures in which A is ahead; ties count half. */
  readonly aAhead: number;
}

/** The same-futures difference of two plans at a row: replicate k of A against replicate k of B. */
export function differenceAt(a: Pick<Futures, 'runs'>, b: Pick<Futures, 'runs'>, metric: string, row: number): Difference {
  const n = Math.min(a.runs.length, b.runs.length);
  const values: number[] = [];
  let ahead = 0;
  for (let k = 0; k < n; k++) {
    if (a.runs[k].replicate !== b.runs[k].replicate)
      throw new Error(`replicates differ at ${k}: ${a.runs[k].replicate} and ${b.runs[k].replicate}`);
    const d = a.runs[k].columns[metric][row] - b.runs[k].columns[metric][row];
    if (Number.isNaN(d)) continue;
    values.push(d);
    ahead += d > 0 ? 1 : d === 0 ? 0.5 : 0;
  }
  return { metric, band: bandOf(Float64Array.from(values).sort()), ...meanWithError(values), aAhead: ahead / values.length };
}

/**
 * Student's t at 0.975 by powers of one over the degrees of freedom: the expansion of Abramowitz & Stegun 26.7.5 at 1.96, its last
 * term such that one degree is right. Within 0.3 per cent everywhere: a rough answer of four futures says how rough it is.
 */
const T = [1.96, 2.372, 2.823, 2.556, 1.59, 1.405];

/** A mean, and the half-width of its 95 per cent interval: NaN where there are fewer than two values. */
export function meanWithError(values: readonly number[]): { readonly mean: number; readonly halfWidth: number } {
  const n = values.length;
  const mean = values.reduce((x, y) => x + y, 0) / n;
  const squares = values.reduce((sum, x) => sum + (x - mean) * (x - mean), 0);
  return { mean, halfWidth: T.reduceRight((sum, term) => term + sum / (n - 1), 0) * Math.sqrt(squares / (n - 1) / n) };
}
