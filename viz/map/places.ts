/** Where schools lie on the sheet: where they are, moved as little as it takes to see each of them. */
import type { Ground } from '../../workers/index.ts';

/** Beyond this many schools a crowd is drawn as a crowd. */
const MOST_MOVED = 2500;
/** Rounds of moving apart, and how much of the way home a school goes in each. */
const ROUNDS = 24;
const HOMESICK = 0.03;
/** Room for a school, as a share of what it had if all lay evenly. */
const ROOM = 0.36;
/** Made-up schools lie nowhere: their land is widened to about this shape, and by this much at most. */
const SHAPE = 1.22;
const WIDER = 1.4;

export interface Places {
  readonly x: Float32Array;
  readonly y: Float32Array;
}

/** Places on a sheet whose longer side is `size`, y pointing down. `width` of each school beside a typical one. */
export function placesOf({ x, y, schoolNames, schoolCount }: Ground, width: Float32Array, size: number): Places {
  const [west, east] = ends(x);
  const [south, north] = ends(y);
  const shape = (east - west) / Math.max(north - south, 1e-6);
  const stretch = schoolNames ? 1 : Math.min(WIDER, Math.max(1, SHAPE / Math.max(shape, 1e-6)));
  const scale = size / Math.max((east - west) * stretch, north - south, 1e-6);
  const onSheet = { x: x.map((v) => (v - west) * stretch * scale), y: y.map((v) => (north - v) * scale) };
  return schoolCount <= MOST_MOVED ? apart(onSheet, width, size) : onSheet;
}

/** Pushes schools off each other, a little at a time, and each back towards its own place. */
function apart(home: Places, width: Float32Array, size: number): Places {
  const [x, y] = [home.x.slice(), home.y.slice()];
  const [wide, high] = [ends(x), ends(y)].map(([low, high]) => Math.max(high - low, size / 10));
  const even = ROOM * Math.sqrt((wide * high) / x.length);
  const room = width.map((w) => even * (0.6 + 0.4 * w));
  const farthest = 2 * room.reduce((most, r) => Math.max(most, r), 0);
  const fromWest = Array.from(x.keys()).sort((a, b) => x[a] - x[b] || a - b);
  for (let round = 0; round < ROUNDS; round++) {
    for (let i = 0; i < fromWest.length; i++) {
      for (let k = i + 1; k < fromWest.length && x[fromWest[k]] - x[fromWest[i]] < farthest; k++)
        push(x, y, fromWest[i], fromWest[k], room);
    }
    for (let s = 0; s < x.length; s++) {
      x[s] += HOMESICK * (home.x[s] - x[s]);
      y[s] += HOMESICK * (home.y[s] - y[s]);
    }
  }
  return { x, y };
}

/** Moves two schools that are too near to each other half of what is missing; of two in one place the later goes east. */
function push(x: Float32Array, y: Float32Array, a: number, b: number, room: Float32Array): void {
  const [dx, dy] = [x[b] - x[a], y[b] - y[a]];
  const way = Math.sqrt(dx * dx + dy * dy);
  const missing = room[a] + room[b] - way;
  if (missing <= 0) return;
  const part = missing / 4;
  const [east, south] = way > 0 ? [dx / way, dy / way] : [a < b ? 1 : -1, 0];
  x[a] -= part * east;
  y[a] -= part * south;
  x[b] += part * east;
  y[b] += part * south;
}

/** The least and the greatest. */
export const ends = (values: Float32Array): [number, number] =>
  values.reduce<[number, number]>(
    ([low, high], v) => [Math.min(low, v), Math.max(high, v)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
