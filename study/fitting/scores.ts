/** How good a forecast was once the truth is known: proper scores of an ensemble, and how often bands held it. */
import { quantile } from '../../sim/index.ts';

/**
 * Continuous ranked probability score of an ensemble of equally likely values: mean |x − y| − Σ|xi − xj| / (2n²), in the unit of y
 * (Gneiting & Raftery 2007). Of one value it is the absolute error. `fair` divides by 2n(n − 1), and needs two.
 */
export function crps(ensemble: ArrayLike<number>, y: number, fair = false): number {
  const sorted = Float64Array.from(ensemble).sort();
  const n = sorted.length;
  if (n < (fair ? 2 : 1)) throw new Error(`crps: expected ${fair ? 2 : 1} values or more, got ${n}`);
  let apart = 0;
  let error = 0;
  for (let i = 0; i < n; i++) {
    // Σ|xi − xj| over ordered pairs, from the ranks.
    apart += 2 * (2 * i - n + 1) * sorted[i];
    error += Math.abs(sorted[i] - y);
  }
  return error / n - apart / (2 * n * (fair ? n - 1 : n));
}

export interface Band {
  readonly low: number;
  readonly lowMiddle: number;
  readonly median: number;
  readonly highMiddle: number;
  readonly high: number;
  readonly mean: number;
}

/** The range of nine in ten, of the middle half, the median and the mean of values in any order. */
export function bandOfValues(values: ArrayLike<number>): Band {
  const sorted = Float64Array.from(values).sort();
  return {
    low: quantile(sorted, 0.05),
    lowMiddle: quantile(sorted, 0.25),
    median: quantile(sorted, 0.5),
    highMiddle: quantile(sorted, 0.75),
    high: quantile(sorted, 0.95),
    mean: sorted.reduce((sum, x) => sum + x, 0) / sorted.length,
  };
}

/** Score for a range of 1 − alpha: its width, and 2/alpha for every unit by which it missed (Gneiting & Raftery 2007). */
export function intervalScore(low: number, high: number, y: number, alpha: number): number {
  return high - low + (2 / alpha) * (Math.max(0, low - y) + Math.max(0, y - high));
}
