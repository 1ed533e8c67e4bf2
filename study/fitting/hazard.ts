/**
 * The hazard of stopping by time of use: Weibull's form, whose cumulated hazard is a power of the time since one began. A power (shape)
 * of 1 is a constant hazard, below 1 those who stop do it early, above 1 late. It is the simplest form that times of stopping and one
 * look inform alike: looks after different times of use tell the slope of the log of the cumulated hazard over the log of time, which
 * is the shape. A share who only try would need looks at people who began long ago to be told from a low rate.
 */
import { exp, log } from '../../sim/index.ts';
import type { Use } from './stopping.ts';

/** The rate is the mean hazard over so many years of use: what a constant hazard has throughout, told with little regard to the shape. */
export const REFERENCE_YEARS = 5;

/** A whole hazard; the rate a step, `reference` in steps. */
export interface Hazard {
  readonly rate: number;
  readonly shape: number;
  readonly reference: number;
}

/** Hazard cumulated over steps since one began. */
export function cumulated({ rate, shape, reference }: Hazard, time: number): number {
  return time > 0 ? rate * reference * exp(shape * log(time / reference)) : 0;
}

/** The chance that who still uses it after `time` steps stops in the next. */
export const stopsNext = (hazard: Hazard, time: number): number => 1 - exp(cumulated(hazard, time) - cumulated(hazard, time + 1));

/**
 * Log likelihood of one group's uses for every pair of a shape and a log rate: shape × rate. A known time of stopping is a whole step,
 * in which it came at any time, as forecasts have it; who began and stopped in the same step counts as stopping in the next.
 */
export function likelihoodOf(
  uses: readonly Use[],
  shapes: Float64Array,
  logRates: Float64Array,
  reference: number,
): Float64Array {
  const rates = logRates.map(exp);
  const stops = countsOf(uses.filter(({ stopped }) => stopped));
  const stayed = countsOf(uses.filter(({ stopped }) => !stopped));
  const result = new Float64Array(shapes.length * rates.length);
  for (const [k, shape] of shapes.entries()) {
    const unit = (time: number) => cumulated({ rate: 1, shape, reference }, time);
    let exposure = 0;
    for (const { time, count } of stayed) exposure += count * unit(time);
    const within = stops.map(({ time, exact, count }) => {
      const before = exact ? unit(time - 1) : 0;
      exposure += count * before;
      return { count, part: unit(exact ? Math.max(1, time) : time) - before };
    });
    for (const [x, rate] of rates.entries()) {
      let sum = -rate * exposure;
      for (const { count, part } of within) sum += count * log(someOf(rate * part));
      result[k * rates.length + x] = sum;
    }
  }
  return result;
}

/** 1 − exp(−x), where x is tiny too. */
const someOf = (x: number): number => (x < 1e-5 ? x * (1 - 0.5 * x) : 1 - exp(-x));

/** Users with the same said of them are one line with their number. */
function countsOf(uses: readonly Use[]): readonly { readonly time: number; readonly exact: boolean; readonly count: number }[] {
  const lines = new Map<string, { readonly time: number; readonly exact: boolean; count: number }>();
  for (const { time, exact } of uses) {
    const line = lines.get(`${time} ${exact}`) ?? { time, exact, count: 0 };
    lines.set(`${time} ${exact}`, { ...line, count: line.count + 1 });
  }
  return [...lines.values()];
}
