/** An emulator of every target, from the points that were run, and how implausible it makes a point. */
import { type Emulator, emulatorOf } from '../statistics/emulator.ts';
import type { Point } from './space.ts';
import { distanceTo, implausibility, type Reading, type Target } from './target.ts';

/** What was run: a reading a target at each point. */
export interface Runs {
  readonly points: readonly Point[];
  readonly readings: readonly (readonly Reading[])[];
}

export interface Emulated {
  readonly target: Target;
  /** Undefined where the number lay inside its band at every point that was run. */
  readonly emulator: Emulator | undefined;
  /** Variance that luck leaves to a reading of as many futures as the pattern itself asks for. */
  readonly sampling: number;
}

/** Share of points without a number from which a target cannot be emulated. */
const MOST_MISSING = 1 / 3;
/** Values this many middle halves beyond the quarters are drawn in: there it only matters that they are far. */
const FENCE = 3;

/** `more`: by target, how many times the futures of a reading the pattern itself asks for. Undefined where too few readings have a number. */
export function emulatedOf(target: Target, { points, readings }: Runs, t: number, more = 1): Emulated | undefined {
  const present = points.flatMap((point, p) => {
    const reading = readings[p][t];
    return Number.isFinite(reading.value) ? [{ point, ...reading }] : [];
  });
  if (points.length - present.length > MOST_MISSING * points.length) return undefined;
  const errors = present.map(({ standardError }) => standardError).filter(Number.isFinite);
  const noise = errors.reduce((sum, error) => sum + error * error, 0) / Math.max(1, errors.length);
  if (present.every(({ value }) => distanceTo(target.band, value) === 0))
    return { target, emulator: undefined, sampling: noise / more };
  const y = fenced(
    Float64Array.from(present, ({ value }) => value),
    target,
  );
  const emulator = emulatorOf({ points: present.map(({ point }) => point), y, noise });
  return { target, emulator, sampling: noise / more };
}

/** A few values far off would bend the surface where it matters; both edges of the band stay well inside the fence. */
function fenced(y: Float64Array, { band }: Target): Float64Array {
  const sorted = Float64Array.from(y).sort();
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))];
  const half = at(0.75) - at(0.25);
  const edges = band.filter(Number.isFinite);
  const low = Math.min(at(0.25), ...edges) - FENCE * half;
  const high = Math.max(at(0.75), ...edges) + FENCE * half;
  return half > 0 ? y.map((value) => Math.min(high, Math.max(low, value))) : y;
}

export function implausibilityAt({ target, emulator, sampling }: Emulated, point: Point): number {
  if (!emulator) return 0;
  const mean = emulator.mean(point);
  // The variance takes most of the time, and inside the band nothing hangs on it.
  return distanceTo(target.band, mean) === 0 ? 0 : implausibility(target, mean, emulator.variance(point) + sampling);
}

/** Emulated targets by the name of their pattern, in the order in which patterns first appear. */
export function byPattern(emulated: readonly Emulated[]): Map<string, Emulated[]> {
  const groups = new Map<string, Emulated[]>();
  for (const one of emulated) groups.set(one.target.pattern, [...(groups.get(one.target.pattern) ?? []), one]);
  return groups;
}

/** A pattern's worst statistic; stops as soon as one passes `enough`. */
export function worstOf(statistics: readonly Emulated[], point: Point, enough = Number.POSITIVE_INFINITY): number {
  let worst = 0;
  for (const one of statistics) {
    worst = Math.max(worst, implausibilityAt(one, point));
    if (worst > enough) return worst;
  }
  return worst;
}
