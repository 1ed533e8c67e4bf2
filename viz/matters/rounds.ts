/** The order of work: a few futures of everything first, then more, so that every picture is there early and sharpens. All pure. */
import type { Part, PartName } from './parts.ts';

/** Futures 0 to `replicates - 1` of the first `points` points of a part. */
export interface Round {
  readonly part: PartName;
  readonly points: number;
  readonly replicates: number;
}

/** What is run of one plan at once. */
export interface Piece {
  readonly part: PartName;
  readonly point: number;
  readonly replicates: readonly number[];
}

const ROUNDS: readonly Round[] = [
  { part: 'mixes', points: 64, replicates: 1 },
  { part: 'mixes', points: 64, replicates: 2 },
  { part: 'alone', points: 64, replicates: 2 },
  { part: 'rollouts', points: 64, replicates: 2 },
  { part: 'anywhere', points: 128, replicates: 1 },
  { part: 'mixes', points: 256, replicates: 2 },
  { part: 'rollouts', points: 64, replicates: 8 },
  { part: 'alone', points: 64, replicates: 8 },
  { part: 'anywhere', points: 256, replicates: 1 },
  { part: 'mixes', points: 256, replicates: 4 },
  { part: 'rollouts', points: 64, replicates: 20 },
  { part: 'alone', points: 64, replicates: 20 },
  { part: 'anywhere', points: 512, replicates: 1 },
  { part: 'mixes', points: 256, replicates: 10 },
  { part: 'mixes', points: 256, replicates: 20 },
];

type Sizes = Readonly<Partial<Record<PartName, Pick<Part, 'pointCount' | 'replicates'>>>>;

/** The rounds that parts of such sizes have, none twice. */
export function roundsOf(parts: Sizes): readonly Round[] {
  const rounds = ROUNDS.flatMap(({ part, points, replicates }) => {
    const size = parts[part];
    return size ? [{ part, points: Math.min(points, size.pointCount), replicates: Math.min(replicates, size.replicates) }] : [];
  });
  const keys = rounds.map((round) => JSON.stringify(round));
  return rounds.filter((_, i) => keys.indexOf(keys[i]) === i);
}

/** What is left to run of a round. `has`: whether a future is there already. */
export function* piecesOf(
  { part, points, replicates }: Round,
  has: (point: number, replicate: number) => boolean,
): Generator<Piece> {
  for (let point = 0; point < points; point++) {
    const missing = Array.from({ length: replicates }, (_, k) => k).filter((k) => !has(point, k));
    if (missing.length > 0) yield { part, point, replicates: missing };
  }
}

/** The largest round of a part that is whole; null before the first. */
export function wholeRound(
  part: PartName,
  rounds: readonly Round[],
  has: (point: number, replicate: number) => boolean,
): Round | null {
  const own = rounds.filter((round) => round.part === part);
  return own.filter((round) => piecesOf(round, has).next().done).at(-1) ?? null;
}
