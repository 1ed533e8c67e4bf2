/** Patterns that no parameters show, and pairs that hardly any parameters show together although each alone is within reach. */
import { byPattern, type Emulated, worstOf } from './emulate.ts';
import type { Point } from './space.ts';
import { CUTOFF } from './target.ts';

export interface Reach {
  readonly pattern: string;
  /** Of the whole space, where it is not implausible. */
  readonly share: number;
  /** At which points of the sample. */
  readonly holds: readonly boolean[];
}

export interface Conflict {
  readonly patterns: readonly [string, string];
  readonly shares: readonly [number, number];
  readonly together: number;
}

/** Patterns that hold at less than one point in a thousand count as out of reach. */
export const OUT_OF_REACH = 0.001;
/** Together at less than this part of what there would be if they had nothing to do with each other. */
const HARDLY = 0.1;
/** Points at which both would hold if they had nothing to do with each other, for their absence to say something. */
const LEAST_EXPECTED = 20;

export function reaches(emulated: readonly Emulated[], points: readonly Point[]): Reach[] {
  return [...byPattern(emulated)].map(([pattern, statistics]) => {
    const holds = points.map((point) => worstOf(statistics, point, CUTOFF) <= CUTOFF);
    return { pattern, share: holds.filter(Boolean).length / points.length, holds };
  });
}

/** The worst first. */
export function conflicts(reached: readonly Reach[]): Conflict[] {
  const found: Conflict[] = [];
  reached.forEach((a, i) => {
    for (const b of reached.slice(0, i)) {
      const count = a.holds.length;
      const together = a.holds.filter((held, p) => held && b.holds[p]).length / count;
      const expected = a.share * b.share;
      if (expected * count >= LEAST_EXPECTED && together < HARDLY * expected)
        found.push({ patterns: [b.pattern, a.pattern], shares: [b.share, a.share], together });
    }
  });
  return found.sort((a, b) => a.together / (a.shares[0] * a.shares[1]) - b.together / (b.shares[0] * b.shares[1]));
}
