/** How a difference between two plans builds up: means over the same futures, step by step, that add up to the whole of it. */
import { differenceAt, type Ensemble } from '../../sim/index.ts';

export interface Step {
  /** Means in 100 before the step and after it. */
  readonly from: number;
  readonly to: number;
  /** Nine in ten futures change by something in between, in 100. */
  readonly low: number;
  readonly high: number;
}

export interface Waterfall {
  readonly start: number;
  readonly end: number;
  readonly steps: readonly Step[];
}

/** In 100, over the futures that all plans have. */
export function meanAt({ runs }: Ensemble, metric: string, row: number, count: number): number {
  const values = runs.slice(0, count).map(({ columns }) => columns[metric][row]);
  return (100 * values.reduce((sum, x) => sum + x, 0)) / count;
}

/** Plans from the first to the last, each one switch further than the one before; all through the same futures. */
export function waterfallOf(plans: readonly Ensemble[], metric: string, row: number): Waterfall {
  const count = Math.min(...plans.map(({ runs }) => runs.length));
  const means = plans.map((plan) => meanAt(plan, metric, row, count));
  const steps = means.slice(1).map((to, i): Step => {
    const { low, high } = differenceAt(plans[i + 1], plans[i], metric, row).band;
    return { from: means[i], to, low: 100 * low, high: 100 * high };
  });
  return { start: means[0], end: means[means.length - 1], steps };
}

/** Changes as whole numbers that add up to the difference of the whole numbers at both ends. */
export const wholeChange = ({ from, to }: Step): number => Math.round(to) - Math.round(from);
