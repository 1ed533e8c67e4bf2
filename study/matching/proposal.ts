/** Defaults to propose: among what survives, the point that shows most patterns, as near to today's defaults as it can be. */
import { byPattern, type Emulated, implausibilityAt } from './emulate.ts';
import { type Point, squareBetween } from './space.ts';
import { distanceTo } from './target.ts';

export interface Proposal {
  readonly point: Point;
  /** Patterns that it is foreseen to show. */
  readonly shown: readonly string[];
  /** From today's defaults, in ranges: the root of the summed squares. */
  readonly away: number;
}

/** Within the band by one standard deviation, so that a real run is likely to find it there too. */
const SURE = 1;

/** Patterns all of whose statistics are foreseen inside their bands. */
function foreseen(emulated: readonly Emulated[], point: Point): string[] {
  return [...byPattern(emulated)]
    .filter(([, statistics]) => statistics.every((one) => isInside(one, point)))
    .map(([name]) => name);
}

function isInside({ target, emulator, sampling }: Emulated, point: Point): boolean {
  if (!emulator) return true;
  const mean = emulator.mean(point);
  const deviation = SURE * Math.sqrt(emulator.variance(point) + sampling);
  const [low, high] = target.band;
  // In a band narrower than what is not known, the middle is the best that can be asked for.
  const margin = Math.min(deviation, (high - low) / 4);
  return distanceTo([low + margin, high - margin], mean) === 0;
}

/** The best few, each by moving back to the defaults whatever can be without losing a pattern. Those that show most come first, the nearest of equals. */
export function proposals(emulated: readonly Emulated[], left: readonly Point[], defaults: Point, count: number): Proposal[] {
  const all = left.map((point) => proposalOf(emulated, point, defaults)).sort(better);
  const trimmed = all
    .slice(0, 4 * count)
    .map(({ point }) => proposalOf(emulated, movedBack(emulated, point, defaults), defaults));
  const distinct = new Map(trimmed.sort(better).map((one) => [one.point.join(), one]));
  return [...distinct.values()].slice(0, count);
}

const better = (a: Proposal, b: Proposal): number => b.shown.length - a.shown.length || a.away - b.away;

function proposalOf(emulated: readonly Emulated[], point: Point, defaults: Point): Proposal {
  return { point, shown: foreseen(emulated, point), away: Math.sqrt(squareBetween(point, defaults)) };
}

/** Each coordinate, the smallest move first, goes back where no pattern is lost and none of the others grows implausible. */
function movedBack(emulated: readonly Emulated[], point: Point, defaults: Point): Point {
  let best = point;
  const worst = (at: Point): number => emulated.reduce((sum, one) => sum + implausibilityAt(one, at), 0);
  const order = Array.from(point, (_, j) => j).sort(
    (a, b) => Math.abs(point[a] - defaults[a]) - Math.abs(point[b] - defaults[b]),
  );
  let shown = new Set(foreseen(emulated, best));
  let sum = worst(best);
  for (const j of order) {
    for (const part of [1, 0.5]) {
      const tried = best.slice();
      tried[j] += part * (defaults[j] - tried[j]);
      const now = foreseen(emulated, tried);
      const implausible = worst(tried);
      if (now.length < shown.size || ![...shown].every((name) => now.includes(name)) || implausible > sum + 0.5) continue;
      best = tried;
      shown = new Set(now);
      sum = implausible;
      break;
    }
  }
  return best;
}
