/** Forecasts of how many of n do something: the chance of every number, exactly, and how good they were once it is known. */
import { exp, log } from '../../sim/index.ts';
import type { Band } from './scores.ts';

/** A chance below this is none: of many, only the numbers that may come are reckoned with. */
const NONE = 1e-18;

/** Chances of 0 to n where each has a chance of his own, one by one (Poisson's binomial distribution). */
export function sumOfChances(chances: ArrayLike<number>): Float64Array {
  const mass = new Float64Array(chances.length + 1);
  mass[0] = 1;
  let [low, high] = [0, 0];
  for (let i = 0; i < chances.length; i++) {
    high++;
    for (let k = high; k > low; k--) mass[k] = mass[k] * (1 - chances[i]) + mass[k - 1] * chances[i];
    mass[low] *= 1 - chances[i];
    while (mass[low] < NONE) mass[low++] = 0;
    while (mass[high] < NONE) mass[high--] = 0;
  }
  return mass;
}

/** Chances of 0 to n where all have one chance that is not known, and has a beta distribution of a and b. */
export function betaBinomial(n: number, a: number, b: number): Float64Array {
  const logs = new Float64Array(n + 1);
  for (let k = 0; k < n; k++) logs[k + 1] = logs[k] + log(((n - k) * (a + k)) / ((k + 1) * (b + n - k - 1)));
  return shares(besideLikeliest(logs));
}

/** Logs of likelihoods as likelihoods, where the likeliest has 1. */
export function besideLikeliest(logs: Float64Array): Float64Array {
  const most = logs.reduce((highest, x) => Math.max(highest, x), Number.NEGATIVE_INFINITY);
  return logs.map((x) => exp(x - most));
}

/** Weights made to sum to 1. */
export function shares(weights: Float64Array): Float64Array {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

/** Where a cumulated sum of chances is meant to reach something, rounding must not keep it below. */
const ROUNDING = 1e-12;

/** Ranges of values, the lowest first, each with its chance: a quantile is the first value at which the sum reaches it. */
export function bandOfChances(values: ArrayLike<number>, chances: Float64Array): Band {
  const quantile = (part: number): number => {
    let sum = 0;
    for (let i = 0; i < chances.length; i++) {
      sum += chances[i];
      if (sum >= part - ROUNDING) return values[i];
    }
    return values[chances.length - 1];
  };
  return {
    low: quantile(0.05),
    lowMiddle: quantile(0.25),
    median: quantile(0.5),
    highMiddle: quantile(0.75),
    high: quantile(0.95),
    mean: chances.reduce((sum, chance, i) => sum + chance * values[i], 0),
  };
}

/** The continuous ranked probability score of the chances of 0 to n once k came, in shares of n. */
export function crpsOfCounts(chances: Float64Array, k: number): number {
  const n = chances.length - 1;
  let [below, sum] = [0, 0];
  for (let j = 0; j < n; j++) {
    below += chances[j];
    const error = below - (k <= j ? 1 : 0);
    sum += error * error;
  }
  return sum / n;
}
