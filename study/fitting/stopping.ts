/** How fast those who use it stop: a constant rate, known from times at which they did, or from who still uses it at the end. */
import { exp, log } from '../../sim/index.ts';
import type { Luck } from './luck.ts';

/** One user: how long it was watched, and whether it stopped in that time; `exact` where it is known when. */
export interface Use {
  readonly time: number;
  readonly stopped: boolean;
  readonly exact: boolean;
}

/** Draws of the rate from its posterior on a grid; its prior is normal in the logarithm around 0.05, e^1.5 to a standard deviation. */
export function drawStopping(uses: readonly Use[], unitsPerYear: number, draws: number, luck: Luck): Float64Array {
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
  const weights = density.map((x) => exp(x - most));
  let total = 0;
  const sums = weights.map((weight) => {
    total += weight;
    return total;
  });
  return Float64Array.from({ length: draws }, () => {
    const below = luck.uniform() * total;
    const place = sums.findIndex((sum) => sum >= below);
    return exp(grid[Math.max(0, place)]);
  });
}
