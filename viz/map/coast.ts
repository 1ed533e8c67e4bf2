/** A coast around schools: near ones share one land, bays between far ones are filled, and every school lies inland. */
import { contours } from 'd3';
import type { Ring } from './rings.ts';

/** Cells along the longer side of the sheet, and beyond it on every side. */
const CELLS = 80;
const BEYOND = 28;
const SIDE = CELLS + 2 * BEYOND;
/** Bays narrower than twice this many cells are land, and the sea begins this many cells from the outermost schools. */
const CLOSING = 19;
const MARGIN = 5.8;
/** Cells over which corners are worn off. */
const WEAR = 3;
/** Points of a coast lie this many cells apart. */
const STRIDE = 2.3;

/** Rings around places on a sheet whose longer side is `size`. */
export function coastOf(x: Float32Array, y: Float32Array, size: number): Ring[] {
  const cell = size / CELLS;
  const column = (v: number): number => Math.min(SIDE - 1, Math.max(0, Math.floor(v / cell) + BEYOND));
  const places = new Set<number>();
  for (let s = 0; s < x.length; s++) places.add(column(y[s]) * SIDE + column(x[s]));
  const around = distanceTo((at) => places.has(at));
  const inland = distanceTo((at) => around[at] >= CLOSING);
  const worn = wear(wear(inland));
  let level = CLOSING - MARGIN;
  for (const at of places) level = Math.min(level, worn[at] - MARGIN / 2);
  const shape = contours().size([SIDE, SIDE]).smooth(true).contour(Array.from(worn), level);
  return shape.coordinates.map(([outer]) => {
    const points = evenly(outer as [number, number][]);
    return Float32Array.from(points.flatMap(([px, py]) => [(px - BEYOND) * cell, (py - BEYOND) * cell]));
  });
}

/** Cells from each cell to the nearest of some, exactly (Felzenszwalb and Huttenlocher 2012: along columns, then along rows). */
function distanceTo(isSeed: (at: number) => boolean): Float64Array {
  const squared = Float64Array.from({ length: SIDE * SIDE }, (_, at) => (isSeed(at) ? 0 : FAR));
  for (let i = 0; i < SIDE; i++) lowest(squared, i, SIDE);
  for (let j = 0; j < SIDE; j++) lowest(squared, j * SIDE, 1);
  return squared.map(Math.sqrt);
}

const FAR = 1e9;

/** Of one line of the field: at each place the least of all values plus the squared way to them. */
function lowest(field: Float64Array, first: number, step: number): void {
  const value = Float64Array.from({ length: SIDE }, (_, i) => field[first + i * step]);
  const at = new Int32Array(SIDE);
  const from = new Float64Array(SIDE + 1);
  let top = 0;
  from[0] = Number.NEGATIVE_INFINITY;
  const meeting = (i: number, j: number): number => (value[i] + i * i - value[j] - j * j) / (2 * i - 2 * j);
  for (let i = 1; i < SIDE; i++) {
    while (top >= 0 && meeting(i, at[top]) <= from[top]) top--;
    top++;
    from[top] = top === 0 ? Number.NEGATIVE_INFINITY : meeting(i, at[top - 1]);
    at[top] = i;
  }
  for (let i = 0, k = 0; i < SIDE; i++) {
    while (k < top && from[k + 1] < i) k++;
    field[first + i * step] = (i - at[k]) * (i - at[k]) + value[at[k]];
  }
}

/** Means over a square around each cell. */
function wear(field: Float64Array): Float64Array {
  const along = (step: number, across: number, from: Float64Array): Float64Array =>
    from.map((_, at) => {
      const i = Math.floor(at / step) % SIDE;
      const line = at - i * step;
      let sum = 0;
      for (let k = i - WEAR; k <= i + WEAR; k++) sum += from[line + Math.min(across - 1, Math.max(0, k)) * step];
      return sum / (2 * WEAR + 1);
    });
  return along(SIDE, SIDE, along(1, SIDE, field));
}

/** Points of a closed line about STRIDE apart. */
function evenly(ring: readonly [number, number][]): [number, number][] {
  const points: [number, number][] = [ring[0]];
  let left = STRIDE;
  for (let i = 1; i < ring.length; i++) {
    const [[ax, ay], [bx, by]] = [ring[i - 1], ring[i]];
    const length = Math.sqrt((bx - ax) * (bx - ax) + (by - ay) * (by - ay));
    let gone = 0;
    while (length - gone >= left) {
      gone += left;
      points.push([ax + ((bx - ax) * gone) / length, ay + ((by - ay) * gone) / length]);
      left = STRIDE;
    }
    left -= length - gone;
  }
  return points;
}
