/** Users who stop or not, and the simplest account of it: one constant rate for everybody, beside which a richer one has to earn its place. */
import { exp, log } from '../../sim/index.ts';

/** One user: how many steps it was watched, and whether it stopped in that time; `exact` where it is known when. */
export interface Use {
  readonly group: string;
  readonly time: number;
  readonly stopped: boolean;
  readonly exact: boolean;
}

/** The posterior of the rate on a grid. */
export interface Rates {
  readonly rates: Float64Array;
  /** How likely each is, where the likeliest has 1. */
  readonly weights: Float64Array;
}

/** Its prior is normal in the logarithm around 0.05 a year, e^1.5 to a standard deviation. */
export function stoppingRates(uses: readonly Use[], unitsPerYear: number): Rates {
  const middle = log(0.05 / unitsPerYear);
  const grid = Float64Array.from({ length: 401 }, (_, i) => middle + (i - 200) * 0.03);
  const density = grid.map((z) => {
    const rate = exp(z);
    const prior = -0.5 * ((z - middle) / 1.5) * ((z - middle) / 1.5);
    return uses.reduce((sum, { time, stopped, exact }) => {
      if (!stopped) return sum - rate * time;
      return sum + (exact ? z - rate * time : log(1 - exp(-rate * time)));
    }, prior);
  });
  const most = density.reduce((highest, x) => Math.max(highest, x), Number.NEGATIVE_INFINITY);
  return { rates: grid.map(exp), weights: density.map((x) => exp(x - most)) };
}
