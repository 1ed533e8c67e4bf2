/**
 * The grid on which stopping is pooled over groups, and what is believed of it before data, chosen before any score of what was held out.
 *
 * The common rate is log-normal around 0.05 a year, e^1.5 to a standard deviation, as the constant rate's. The shape is log-normal around
 * 1, the constant hazard, and e^0.5 to a standard deviation: 0.44 to 2.3 in nine of ten, so that falling and rising are as likely. How far
 * groups lie apart (standard deviation of the log rate) is half-normal of scale 0.7, as for adoption from outside: nothing makes groups
 * more alike in leaving than in coming.
 */
import { exp, normalQuantile } from '../../sim/index.ts';
import { RATE } from './stopping.ts';

export const SHAPE_SD = 0.5;
export const SPREAD_SCALE = 0.7;

/** Grids: log shapes and rates to four standard deviations; spreads each as likely as another before data. */
export const SHAPES = 41;
export const SHAPE_STEP = 0.1;
export const RATES = 121;
export const RATE_STEP = 0.1;
export const SPREADS = 12;
export const MIDDLE = (RATES - 1) / 2;

/** Beside the likeliest, hardly anything. */
export const LEAST = 1e-7;

export const logShapes = Float64Array.from({ length: SHAPES }, (_, k) => (k - (SHAPES - 1) / 2) * SHAPE_STEP);
export const shapes = logShapes.map(exp);
export const spreadAt = (s: number): number => SPREAD_SCALE * normalQuantile(0.5 + s / SPREADS / 2);

/** By spread, the normal density of how far a group lies from the common rate: steps of the grid either way, none in the middle. */
const kernels = Array.from({ length: SPREADS }, (_, s) =>
  Float64Array.from({ length: 2 * RATES - 1 }, (_, d) => {
    const z = ((d - RATES + 1) * RATE_STEP) / spreadAt(s + 0.5);
    return exp(-0.5 * z * z);
  }),
);
const reaches = kernels.map((kernel) => kernel.findLastIndex((x) => x > LEAST) - RATES + 1);

/** The places of the grid that a group's own rate may have, around a common one, and the density at each: at `shift` plus the place. */
export function reachOf(spread: number, rate: number) {
  const reach = reaches[spread];
  return {
    low: Math.max(0, rate - reach),
    high: Math.min(RATES - 1, rate + reach),
    density: kernels[spread],
    shift: RATES - 1 - rate,
  };
}

/** The likelihood of a group of which nothing was seen. */
export const untold = new Float64Array(SHAPES * RATES).fill(1);

/** What a density makes up within the grid: spread × common rate. */
export const totals = kernels.map((_, spread) =>
  Float64Array.from({ length: RATES }, (_, rate) => {
    const { low, high, density, shift } = reachOf(spread, rate);
    let total = 0;
    for (let own = low; own <= high; own++) total += density[shift + own];
    return total;
  }),
);

/** Logarithm of what is believed of a shape and a common rate, up to a constant; spreads of the grid are as likely as each other. */
export function logPrior(shape: number, rate: number): number {
  const [a, b] = [logShapes[shape] / SHAPE_SD, ((rate - MIDDLE) * RATE_STEP) / RATE.sd];
  return -0.5 * (a * a + b * b);
}

/** A place of the grid by its numbers, and how likely it is beside the likeliest. */
export interface Cell {
  readonly shape: number;
  readonly spread: number;
  readonly rate: number;
  readonly weight: number;
}
