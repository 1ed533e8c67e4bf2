/** One wave of history matching: emulators of all targets, what each pattern leaves by itself, and what is left of the space by all. */
import { type Conflict, conflicts, OUT_OF_REACH, type Reach, reaches } from './conflicts.ts';
import { byPattern, type Emulated, emulatedOf, type Runs, worstOf } from './emulate.ts';
import { fillingPoints, type Point } from './space.ts';
import { type Left, survivors } from './survive.ts';
import type { Target } from './target.ts';

export interface Wave {
  readonly emulated: readonly Emulated[];
  /** Targets too often without a number to be emulated. */
  readonly unmeasured: readonly Target[];
  /** Where each pattern's reach was counted. */
  readonly sample: readonly Point[];
  readonly reached: readonly Reach[];
  readonly conflicts: readonly Conflict[];
  /** Patterns that were asked for together: all but those out of reach. */
  readonly asked: readonly string[];
  /** Of those, how many a point that is left may miss: 0 where some of the space is left by all of them. */
  readonly spared: number;
  readonly left: Left;
}

export interface Sizes {
  /** Points over which the reach of each pattern is counted. */
  readonly sample: number;
  /** Points of what is left. */
  readonly left: number;
}

export function waveOf(targets: readonly Target[], runs: Runs, more: readonly number[], seed: string, sizes: Sizes): Wave {
  const all = targets.map((target, t) => emulatedOf(target, runs, t, more[t]));
  const emulated = all.filter((one) => one !== undefined);
  const dimensions = runs.points[0].length;
  const sample = fillingPoints(dimensions, sizes.sample, `${seed} sample`);
  const reached = reaches(emulated, sample);
  const asked = reached.filter(({ share }) => share >= OUT_OF_REACH);
  return {
    emulated,
    unmeasured: targets.filter((_, t) => !all[t]),
    sample,
    reached,
    conflicts: conflicts(asked),
    asked: asked.map(({ pattern }) => pattern),
    ...leftBy(emulated, asked, dimensions, sizes.left, seed),
  };
}

/** What all patterns leave, or all but as few as it takes for something to be left. */
function leftBy(emulated: readonly Emulated[], asked: readonly Reach[], dimensions: number, count: number, seed: string) {
  // Those that rule out most first: most points need not be shown to the others.
  const strictest = [...asked].sort((a, b) => a.share - b.share);
  const groups = byPattern(emulated);
  const statistics = strictest.map(({ pattern }) => groups.get(pattern)!);
  for (let spared = 0; ; spared++) {
    const left = survivors((point, enough) => scoreOf(statistics, spared, point, enough), dimensions, count, `${seed} left`);
    if (left.points.length > 0 || spared >= statistics.length) return { spared, left };
  }
}

/** The worst pattern's implausibility, so many yet worse ones left out. */
function scoreOf(patterns: readonly (readonly Emulated[])[], spared: number, point: Point, enough: number): number {
  const worst: number[] = new Array(spared + 1).fill(0);
  for (const statistics of patterns) {
    const score = worstOf(statistics, point, Math.max(enough, worst[spared]));
    if (score <= worst[spared]) continue;
    worst[spared] = score;
    worst.sort((a, b) => b - a);
    if (worst[spared] > enough) break;
  }
  return worst[spared];
}
