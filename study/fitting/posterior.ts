/** The posterior as a table, beside the prior that it began with. */
import { normalQuantile, quantile } from '../../sim/index.ts';
import { links, type Named } from './links.ts';

export interface Estimate {
  readonly parameter: string;
  readonly label: string;
  /** Empty: what the groups have in common. */
  readonly group: string;
  readonly mean: number;
  /** The range of nine in ten, after data and before. */
  readonly low: number;
  readonly high: number;
  readonly priorLow: number;
  readonly priorHigh: number;
}

export function estimateOf(
  parameter: string,
  label: string,
  group: string,
  values: ArrayLike<number>,
  prior: readonly [number, number],
): Estimate {
  const sorted = Float64Array.from(values).sort();
  return {
    ...{ parameter, label, group },
    mean: sorted.reduce((sum, x) => sum + x, 0) / sorted.length,
    low: quantile(sorted, 0.05),
    high: quantile(sorted, 0.95),
    ...{ priorLow: prior[0], priorHigh: prior[1] },
  };
}

/** Every named parameter, of the groups together where there are several, and of each. */
export function estimatesOf(
  named: readonly Named[],
  groups: readonly string[],
  draws: readonly { readonly theta: readonly Float64Array[]; readonly mean: Float64Array }[],
): Estimate[] {
  const z = normalQuantile(0.95);
  return named.flatMap(({ name, label, link, mean, sd }, j) => {
    const { from } = links[link];
    const prior = [from(mean - z * sd), from(mean + z * sd)] as const;
    const common = draws.map((draw) => from(draw.mean[j]));
    return [
      ...(groups.length > 1 ? [estimateOf(name, label, '', common, prior)] : []),
      ...groups.map((group, g) =>
        estimateOf(
          name,
          label,
          group,
          draws.map(({ theta }) => from(theta[g][j])),
          prior,
        ),
      ),
    ];
  });
}
