/** A small picture of a school and the schools around it: which ones, and where they stand. Directions are true, distances are not. */
import { forceCollide, forceSimulation, forceX, forceY } from 'd3';
import type { Ground } from '../../workers/index.ts';

export interface Near {
  readonly school: number;
  /** In pixels. */
  readonly x: number;
  readonly y: number;
}

export interface Nearby {
  /** The school itself, those it learned from, others. */
  readonly schools: readonly Near[];
  /** Ties between them, as places in `schools`. */
  readonly ties: readonly (readonly [number, number])[];
}

/** Schools beside those that matter, the nearest first. */
const AROUND = 9;
const MARGIN = 34;
/** Pixels that schools keep from each other, halved; the school itself keeps more, for its name. */
const APART = 20;
const APART_HERE = 38;
const ROUNDS = 80;

/** The school in the middle, those it learned from, and the nearest others, on a sheet of a size; y points down. */
export function nearbyOf(ground: Ground, school: number, sources: readonly number[], width: number, height: number): Nearby {
  const { x, y, schoolCount } = ground;
  const away = (s: number): number => Math.hypot(x[s] - x[school], y[s] - y[school]);
  const others = Array.from({ length: schoolCount }, (_, s) => s)
    .filter((s) => s !== school && !sources.includes(s))
    .sort((a, b) => away(a) - away(b));
  const shown = [school, ...sources, ...others.slice(0, AROUND)];
  const farthest = Math.max(...shown.map(away), 1e-9);
  const placed = shown.map((s) => {
    // The root of a distance: far schools stay in the picture, and near ones apart.
    const part = s === school ? 0 : Math.sqrt(away(s) / farthest) / Math.max(away(s), 1e-9);
    return {
      school: s,
      x: width / 2 + part * (x[s] - x[school]) * (width / 2 - MARGIN),
      y: height / 2 - part * (y[s] - y[school]) * (height / 2 - MARGIN),
    };
  });
  return { schools: apart(placed, width, height), ties: tiesAmong(ground, shown) };
}

/** Moved as little as keeps them from lying over each other, and kept on the sheet. The same places give the same picture. */
function apart(places: readonly Near[], width: number, height: number): readonly Near[] {
  const [here] = places;
  const nodes = places.map((place, i) => ({ ...place, home: place, ...(i === 0 && { fx: here.x, fy: here.y }) }));
  forceSimulation(nodes)
    .force('x', forceX<(typeof nodes)[number]>(({ home }) => home.x).strength(0.2))
    .force('y', forceY<(typeof nodes)[number]>(({ home }) => home.y).strength(0.2))
    .force(
      'apart',
      forceCollide<(typeof nodes)[number]>((node) => (node.school === here.school ? APART_HERE : APART)),
    )
    .stop()
    .tick(ROUNDS);
  const within = (value: number, most: number): number => Math.min(most - MARGIN / 2, Math.max(MARGIN / 2, value));
  return nodes.map(({ school, x, y }) => ({ school, x: within(x, width), y: within(y, height) }));
}

function tiesAmong({ ties }: Ground, shown: readonly number[]): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  for (let i = 0; i < ties.length; i += 2) {
    const [a, b] = [shown.indexOf(ties[i]), shown.indexOf(ties[i + 1])];
    if (a >= 0 && b >= 0) found.push([a, b]);
  }
  return found;
}
