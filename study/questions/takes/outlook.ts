/** What the runs foresee of a mix: the levels that the outcome comes to over luck, and over what no plan chooses. */
import { quantile } from '../../../sim/index.ts';
import { drawsOf } from '../../statistics/resample.ts';
import type { Surface } from '../../statistics/surface.ts';
import type { StudyTable } from '../../table.ts';

/** Parts of the futures by luck, each foreseen by a surface in its middle. */
const PARTS = 10;
/** Settings of the inputs that no plan chooses. */
const ROWS = 32;

export interface Outlook {
  /** Level, in the sense of `futures`, that the outcome comes to in a given share of them. Never rises with the share. */
  level(mix: ArrayLike<number>, reliability: number): number;
  /** Share of the futures that come to a level. */
  share(mix: ArrayLike<number>, level: number): number;
}

/** `surface` foresees the level at the reliability asked for: its terms serve all parts. `futures`: of each point, rising. */
export function outlookOf(
  { factors }: StudyTable,
  surface: Surface,
  futures: readonly Float64Array[],
  others: readonly (readonly number[])[],
): Outlook {
  const parts = Array.from({ length: PARTS }, (_, i) => Float64Array.from(futures, (list) => quantile(list, (i + 0.5) / PARTS)));
  const isHeld = factors.map(({ isAssumed }) => isAssumed === true);
  // Where plans choose all, nothing of the one row is read.
  const at = surface.held(parts, isHeld, others.length > 0 ? others : [factors.map(({ range }) => range[0])]);
  /** Sorted, so that surfaces which cross each other do not (Chernozhukov, Fernández-Val & Galichon 2010). */
  const levelsOf = (mix: ArrayLike<number>): Float64Array => at(mix).sort();
  return {
    level: (mix, reliability) => levelAt(levelsOf(mix), 1 - reliability),
    share: (mix, level) => shareFrom(levelsOf(mix), level),
  };
}

/** Each point's futures in rising order; `sign` −1 turns an outcome of which less is better. */
export const futuresOf = (
  { values, pointCount, replicates }: StudyTable,
  outcome: string,
  sign: number,
): readonly Float64Array[] =>
  Array.from({ length: pointCount }, (_, p) =>
    values[outcome]
      .subarray(p * replicates, (p + 1) * replicates)
      .filter((value) => !Number.isNaN(value))
      .map((value) => sign * value)
      .sort(),
  );

/** Settings of the inputs that no plan chooses, as the study drew them; none where plans choose all. */
export function othersOf({ factors, points, pointCount }: StudyTable, seed: string): readonly (readonly number[])[] {
  if (!factors.some(({ isAssumed }) => isAssumed)) return [];
  const draw = drawsOf(seed);
  return Array.from({ length: ROWS }, () => {
    const p = draw(pointCount);
    return Array.from(points.subarray(p * factors.length, (p + 1) * factors.length));
  });
}

/** Each sorted level stands in the middle of its part of the futures (Hazen 1914). */
function levelAt(sorted: Float64Array, share: number): number {
  const n = sorted.length;
  const place = Math.min(n - 1, Math.max(0, share * n - 0.5));
  const below = Math.floor(place);
  const above = Math.min(n - 1, below + 1);
  return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
}

/** The other way round: the share of futures at a level or above it. */
function shareFrom(sorted: Float64Array, level: number): number {
  const n = sorted.length;
  const above = sorted.findIndex((value) => value >= level);
  if (above < 0) return 0.5 / n;
  if (above === 0) return 1 - 0.5 / n;
  const part = (level - sorted[above - 1]) / (sorted[above] - sorted[above - 1]);
  return 1 - (above - 0.5 + part) / n;
}
