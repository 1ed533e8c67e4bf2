/** Users who stop or not, and the simplest account of it: one constant rate for everybody, beside which a richer one has to earn its place. */
import { exp, log } from '../../sim/index.ts';
import { besideLikeliest } from './counts.ts';

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

/** What is believed of the rate before data: normal in the logarithm around a mean a year, with a standard deviation of the log. */
export const RATE = { mean: 0.05, sd: 1.5 } as const;

/** How likely each rate is, with what is believed of it and what the users did. */
export function stoppingRates(uses: readonly Use[], unitsPerYear: number): Rates {
  const middle = log(RATE.mean / unitsPerYear);
  const grid = Float64Array.from({ length: 401 }, (_, i) => middle + (i - 200) * 0.03);
  const density = grid.map((z) => {
    const rate = exp(z);
    const prior = -0.5 * ((z - middle) / RATE.sd) * ((z - middle) / RATE.sd);
    return uses.reduce((sum, { time, stopped, exact }) => {
      if (!stopped) return sum - rate * time;
      return sum + (exact ? z - rate * time : log(1 - exp(-rate * time)));
    }, prior);
  });
  return { rates: grid.map(exp), weights: besideLikeliest(density) };
}
