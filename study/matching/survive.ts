/**
 * What is left of a space: points at which no pattern is implausible, and their share of the whole. Where that share is small it is
 * reached in steps, each a tenth of the one before, by walks that never leave a step: subset simulation (Au & Beck 2001).
 */
import { draw, type Key, keyOf, purposes } from '../../sim/index.ts';
import { fillingPoints, type Point, squareBetween } from './space.ts';
import { CUTOFF } from './target.ts';

/** How implausible a point is; may stop early, with some number above `enough`, once it knows that it is more than that. */
export type Score = (point: Point, enough: number) => number;

export interface Left {
  /** Points at which the score is the cutoff or less, spread over all that is left. Empty where nothing was found. */
  readonly points: readonly Point[];
  /** Of the whole space. */
  readonly share: number;
  /** The lowest score that was met. */
  readonly least: number;
}

/** Share of the points that each step keeps. */
const KEPT = 0.1;
/** After so many steps, a share of one in a million, the rest counts as empty. */
const MOST_STEPS = 6;
/** Coordinates that one move of a walk changes, about. */
const MOVED = 3;

export function survivors(score: Score, dimensions: number, count: number, seed: string): Left {
  const key = keyOf(seed);
  const first = fillingPoints(dimensions, count, seed);
  let crowd = first.map((point) => ({ point, score: score(point, Number.POSITIVE_INFINITY) }));
  let share = 1;
  for (let step = 0; ; step++) {
    crowd.sort((a, b) => a.score - b.score);
    const least = crowd[0].score;
    const inside = crowd.filter((one) => one.score <= CUTOFF);
    const wanted = Math.floor(KEPT * count);
    if (inside.length >= wanted || (step === MOST_STEPS && inside.length > 0)) {
      share *= inside.length / count;
      const points = inside.map(({ point }) => point);
      return { points: grown(points, score, count, key, step).map(({ point }) => point), share, least };
    }
    if (step === MOST_STEPS) return { points: [], share: 0, least };
    const level = crowd[wanted - 1].score;
    const seeds = crowd.filter((one) => one.score <= level).map(({ point }) => point);
    share *= seeds.length / count;
    crowd = grown(seeds, score, count, key, step, level);
  }
}

/** As many points as asked for under a level: the seeds, and walks from them in turn. */
function grown(seeds: readonly Point[], score: Score, count: number, key: Key, step: number, level: number = CUTOFF) {
  const dimensions = seeds[0].length;
  const widths = spreads(seeds);
  const crowd = seeds.map((point) => ({ point, score: score(point, level) }));
  for (let i = 0; crowd.length < count; i++) {
    const from = crowd[i];
    const to = from.point.slice();
    for (let j = 0; j < dimensions; j++) {
      if (draw(key, purposes.designOrder, step, i, j) * dimensions >= MOVED) continue;
      to[j] = folded(to[j] + (2 * draw(key, purposes.designPlace, step, i, j) - 1) * widths[j]);
    }
    const reached = score(to, level);
    crowd.push(reached <= level ? { point: to, score: reached } : from);
  }
  return crowd;
}

/** By coordinate, twice the standard deviation of the points: about half their spread. */
function spreads(points: readonly Point[]): number[] {
  return Array.from(points[0], (_, j) => {
    const mean = points.reduce((sum, point) => sum + point[j], 0) / points.length;
    const variance = points.reduce((sum, point) => sum + (point[j] - mean) * (point[j] - mean), 0) / points.length;
    return Math.max(0.02, 2 * Math.sqrt(variance));
  });
}

/** Back into the range from 0 to 1, as from a mirror at each end. */
function folded(u: number): number {
  const turned = Math.abs(u) % 2;
  return turned > 1 ? 2 - turned : turned;
}

/** So many of the points, far apart from each other: each the farthest from all before it (Gonzalez 1985). */
export function farApart(points: readonly Point[], count: number): Point[] {
  const chosen: Point[] = [];
  const away = new Float64Array(points.length).fill(Number.POSITIVE_INFINITY);
  for (let next = 0; chosen.length < Math.min(count, points.length); ) {
    chosen.push(points[next]);
    points.forEach((point, i) => {
      away[i] = Math.min(away[i], squareBetween(point, points[next]));
    });
    next = away.reduce((best, value, i) => (value > away[best] ? i : best), 0);
  }
  return chosen;
}
