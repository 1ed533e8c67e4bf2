/** Small estimators: from a number a future to a figure with its sampling error. Futures are independent of each other. */
import type { Results } from '../../../sim/index.ts';
import type { Estimate } from './pattern.ts';

/** Two-sided 95 per cent of the normal distribution. */
export const WIDE = 1.96;

/** A metric of each future at a year, its last row where none is named. NaN where there was nothing to measure. */
export function at(runs: readonly Results[], metric: string, year?: number): number[] {
  return runs.map(({ columns, years }) => {
    const column = columns[metric];
    if (!column) throw new Error(`expected the name of a metric, got ${metric}`);
    const row = year === undefined ? years.length - 1 : years.findIndex((y) => y >= year - 1e-9);
    if (row < 0) throw new Error(`expected a year up to ${years.at(-1)}, got ${year}`);
    return column[row];
  });
}

/** In each future the first year in which a metric is at a level or above; Infinity where it never is. */
export function yearsTo(runs: readonly Results[], metric: string, level: number): number[] {
  return runs.map(({ columns, years }) => years[columns[metric].findIndex((x) => x >= level)] ?? Number.POSITIVE_INFINITY);
}

/** Mean over the futures that have a number. */
export function meanOf(values: readonly number[]): Estimate {
  const each = values.filter((x) => !Number.isNaN(x));
  const value = mean(each);
  const variance = each.reduce((sum, x) => sum + (x - value) ** 2, 0) / (each.length - 1);
  return { value, standardError: Math.sqrt(variance / each.length), each };
}

/** Mean of a less b within the same future. */
export const differenceOf = (a: readonly number[], b: readonly number[]): Estimate => meanOf(a.map((x, k) => x - b[k]));

/** Mean of a over mean of b, by the delta method over the same futures: Cochran 1977, section 6.3. Futures where either is missing are left out. */
export function ratioOf(a: readonly number[], b: readonly number[]): Estimate {
  const both = a.map((x, k) => [x, b[k]] as const).filter(([x, y]) => !Number.isNaN(x) && !Number.isNaN(y));
  const below = mean(both.map(([, y]) => y));
  const value = mean(both.map(([x]) => x)) / below;
  const { standardError } = meanOf(both.map(([x, y]) => x - value * y));
  return { value, standardError: standardError / Math.abs(below) };
}

/** Share of futures in which something held, with the interval of Wilson 1927, so that all or none is not certainty. */
export function shareOf(held: readonly boolean[]): Estimate {
  const n = held.length;
  const share = held.filter(Boolean).length / n;
  const middle = (share + WIDE ** 2 / (2 * n)) / (1 + WIDE ** 2 / n);
  const half = (WIDE * Math.sqrt((share * (1 - share)) / n + (WIDE / (2 * n)) ** 2)) / (1 + WIDE ** 2 / n);
  return { value: share, standardError: half / WIDE, interval: [Math.max(0, middle - half), Math.min(1, middle + half)] };
}

/** Median over the futures that have a number, Infinity among them, between the order statistics that enclose it in 95 of 100 samples. */
export function medianOf(values: readonly number[]): Estimate {
  const each = values.filter((x) => !Number.isNaN(x)).sort((a, b) => a - b);
  const rank = (place: number): number => each[Math.min(each.length - 1, Math.max(0, place))];
  const half = (WIDE * Math.sqrt(each.length)) / 2;
  const interval = [rank(Math.floor(each.length / 2 - half)), rank(Math.ceil(each.length / 2 + half) - 1)] as const;
  const [lower, upper] = [rank(Math.floor((each.length - 1) / 2)), rank(Math.ceil((each.length - 1) / 2))];
  const value = lower === upper ? lower : (lower + upper) / 2;
  const standardError = interval[0] === interval[1] ? 0 : (interval[1] - interval[0]) / (2 * WIDE);
  return { value, standardError, interval, each: each.filter(Number.isFinite) };
}

/**
 * Any number that is made of all futures together, with the jackknife's error: Efron & Tibshirani 1993, chapter 11. `of` is handed the
 * places of the futures to use. Not for medians and other numbers that jump.
 */
export function jackknife(futures: number, of: (places: readonly number[]) => number): Estimate {
  const all = Array.from({ length: futures }, (_, k) => k);
  const without = all.map((k) => of(all.filter((place) => place !== k)));
  const middle = mean(without);
  const squares = without.reduce((sum, x) => sum + (x - middle) ** 2, 0);
  return { value: of(all), standardError: Math.sqrt((squares * (futures - 1)) / futures) };
}

export const mean = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;
