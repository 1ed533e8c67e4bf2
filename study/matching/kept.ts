/** How far the patterns narrow each setting, and which of them do. */
import { quantile } from '../../sim/index.ts';
import type { Reach } from './conflicts.ts';
import { type Free, type Point, valueAt } from './space.ts';

export interface Kept {
  readonly free: Free;
  /** Of the range: the width of the middle nine tenths of what survives, over that of an even spread; 1 says that nothing was learnt. */
  readonly kept: number;
  /** The middle nine tenths of what survives. */
  readonly low: number;
  readonly high: number;
  /** Patterns that by themselves move the setting's distribution, the strongest first. */
  readonly patterns: readonly string[];
}

const MIDDLE = 0.9;
/** Largest distance between two cumulative distributions from which a pattern is said to narrow a setting. */
const NARROWS = 0.15;
/** Points that a pattern must leave, for a distance to say something: the error of a distance is about 1.4 over their root at 95 per cent. */
const LEAST_POINTS = 200;
const MOST_NAMED = 4;

/** `left`: what survives all patterns; `sample`: the points at which each pattern's reach was counted. */
export function keptOf(
  free: readonly Free[],
  left: readonly Point[],
  sample: readonly Point[],
  reached: readonly Reach[],
): Kept[] {
  return free.map((one, j) => {
    const sorted = Float64Array.from(left, (point) => point[j]).sort();
    const [from, to] = [quantile(sorted, (1 - MIDDLE) / 2), quantile(sorted, (1 + MIDDLE) / 2)];
    const narrowing = reached
      .map(({ pattern, holds }) => {
        const values = Float64Array.from(
          sample.filter((_, p) => holds[p]),
          (point) => point[j],
        ).sort();
        return { pattern, distance: values.length < LEAST_POINTS ? 0 : distanceFromEven(values) };
      })
      .filter(({ distance }) => distance >= NARROWS)
      .sort((a, b) => b.distance - a.distance);
    return {
      free: one,
      kept: Math.min(1, (to - from) / MIDDLE),
      low: valueAt(one, from),
      high: valueAt(one, to),
      patterns: narrowing.slice(0, MOST_NAMED).map(({ pattern }) => pattern),
    };
  });
}

/** Kolmogorov's distance of sorted values from an even spread over 0 to 1. */
function distanceFromEven(sorted: Float64Array): number {
  const n = sorted.length;
  return sorted.reduce((most, u, i) => Math.max(most, u - i / n, (i + 1) / n - u), 0);
}
