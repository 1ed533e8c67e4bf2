/** Which settings matter to which patterns: each moved alone to the farther end of its range, through the same luck. */
import { quantile } from '../../sim/index.ts';
import { defaultPoint, type Free, type Point } from './space.ts';
import { type Reading, scaleOf, type Target } from './target.ts';

/** A move by more than this many scales says no more than that it is large. */
const LARGEST = 2;
/** At most this share of the settings truly moves any one number; what the rest seem to do is the luck of few futures. */
const FEW = 0.2;

export interface Screened {
  readonly free: Free;
  /** Root of the summed squares of what it does to each pattern. */
  readonly size: number;
  /** By pattern: the largest move of one of its statistics, in scales of its band, 2 at most. */
  readonly moves: Readonly<Record<string, number>>;
}

/** One point for each setting, in their order. */
export function screeningPoints(free: readonly Free[]): Point[] {
  const base = defaultPoint(free);
  return free.map((_, j) => {
    const point = base.slice();
    point[j] = base[j] < 0.5 ? 1 : 0;
    return point;
  });
}

/**
 * Settings, those that move most first. `readings[j]` are those of the point of setting j, a reading a target, `base` those of the
 * defaults.
 */
export function screened(
  free: readonly Free[],
  targets: readonly Target[],
  base: readonly Reading[],
  readings: readonly (readonly Reading[])[],
): Screened[] {
  const moves: Record<string, number>[] = free.map(() => ({}));
  targets.forEach((target, t) => {
    const sizes = sizesOf(
      target,
      base[t],
      readings.map((all) => all[t]),
    );
    sizes.forEach((size, j) => {
      moves[j][target.pattern] = Math.max(moves[j][target.pattern] ?? 0, size);
    });
  });
  return free
    .map((one, j) => ({
      free: one,
      size: Math.sqrt(Object.values(moves[j]).reduce((sum, x) => sum + x * x, 0)),
      moves: moves[j],
    }))
    .sort((a, b) => b.size - a.size || (a.free.path < b.free.path ? -1 : 1));
}

/**
 * What each setting does to a number, in its scales, less what luck does: as much as most settings move it. From no finite number
 * nothing can be said; to an infinite one is as far as it goes.
 */
function sizesOf(target: Target, before: Reading, after: readonly Reading[]): number[] {
  const away = after.map(({ value }) => (Number.isNaN(value) ? 0 : Math.abs(value - before.value)));
  const known = away.filter(Number.isFinite);
  if (!Number.isFinite(before.value) || known.length === 0) return away.map(() => 0);
  const luck = quantile(Float64Array.from(known).sort(), 1 - FEW);
  const scale = scaleOf(target, before.value);
  return away.map((size) => (size <= luck ? 0 : Math.min(LARGEST, (size - luck) / scale)));
}
