/** The ground of a district as a closed line, for maps. */
import { power } from '../arithmetic.ts';

/** Directions of an outline's sides before neighbours cut it: sixteen, evenly round. */
const SIDES = 16;
const DIRECTION = directions();

/** Unit vectors, each turned by a sixteenth of a circle from the one before; the turn by halving a right angle twice. */
function directions(): Float64Array {
  const cosine = Math.sqrt((1 + Math.SQRT1_2) / 2);
  const sine = Math.sqrt((1 - Math.SQRT1_2) / 2);
  const unit = new Float64Array(2 * SIDES);
  unit[0] = 1;
  for (let k = 1; k < SIDES; k++) {
    unit[2 * k] = unit[2 * k - 2] * cosine - unit[2 * k - 1] * sine;
    unit[2 * k + 1] = unit[2 * k - 2] * sine + unit[2 * k - 1] * cosine;
  }
  return unit;
}

type Polygon = number[];

interface Ground {
  readonly firstSchool: Int32Array;
  readonly x: Float32Array;
  readonly y: Float32Array;
}

/**
 * For each district a convex polygon that holds all its schools: x and y in turn, counter-clockwise, the last point joined to
 * the first. It reaches `margin` kilometres beyond the schools, less where another district's schools are near: there both
 * end at one border. Districts whose schools mingle overlap.
 */
export function outlinesOf(ground: Ground, margin: number): Float32Array[] {
  const count = ground.firstSchool.length - 1;
  const reach = Array.from({ length: count }, (_, d) => extremes(ground, d, margin));
  const outlines = reach.map(polygonOf);
  const fromWest = reach.map((_, d) => d).sort((a, b) => westOf(reach[a]) - westOf(reach[b]) || a - b);
  fromWest.forEach((d, k) => {
    for (let n = k + 1; n < count && westOf(reach[fromWest[n]]) < reach[d][0]; n++)
      border(ground, reach, outlines, d, fromWest[n]);
  });
  return outlines.map((outline) => Float32Array.from(outline));
}

/** How far the district's ground goes in each direction. */
function extremes({ firstSchool, x, y }: Ground, d: number, margin: number): Float64Array {
  const reach = new Float64Array(SIDES).fill(Number.NEGATIVE_INFINITY);
  for (let s = firstSchool[d]; s < firstSchool[d + 1]; s++) {
    for (let k = 0; k < SIDES; k++) reach[k] = Math.max(reach[k], x[s] * DIRECTION[2 * k] + y[s] * DIRECTION[2 * k + 1] + margin);
  }
  return reach;
}

const westOf = (reach: Float64Array): number => -reach[SIDES / 2];
const southOf = (reach: Float64Array): number => -reach[(3 * SIDES) / 4];
const northOf = (reach: Float64Array): number => reach[SIDES / 4];

/** Where neighbouring sides meet. A district without schools has no outline. */
function polygonOf(reach: Float64Array): Polygon {
  const polygon: Polygon = [];
  if (reach[0] === Number.NEGATIVE_INFINITY) return polygon;
  for (let k = 0; k < SIDES; k++) {
    const next = (k + 1) % SIDES;
    const [ax, ay, bx, by] = [DIRECTION[2 * k], DIRECTION[2 * k + 1], DIRECTION[2 * next], DIRECTION[2 * next + 1]];
    const turn = ax * by - ay * bx;
    polygon.push((reach[k] * by - reach[next] * ay) / turn, (reach[next] * ax - reach[k] * bx) / turn);
  }
  return polygon;
}

/** Cuts two outlines at one line across the way from one district's middle to the other's, halfway between their schools. */
function border(ground: Ground, reach: readonly Float64Array[], outlines: Polygon[], d: number, n: number): void {
  if (southOf(reach[n]) > northOf(reach[d]) || southOf(reach[d]) > northOf(reach[n])) return;
  const [fromX, fromY] = middle(ground, d);
  const [toX, toY] = middle(ground, n);
  const length = Math.sqrt(power(toX - fromX, 2) + power(toY - fromY, 2));
  if (length === 0) return;
  const [east, north] = [(toX - fromX) / length, (toY - fromY) / length];
  const last = farthest(ground, d, east, north);
  const first = -farthest(ground, n, -east, -north);
  const line = (last + first) / 2;
  outlines[d] = cut(outlines[d], east, north, Math.max(line, last));
  outlines[n] = cut(outlines[n], -east, -north, -Math.min(line, first));
}

function middle({ firstSchool, x, y }: Ground, d: number): readonly [x: number, y: number] {
  let [sumX, sumY] = [0, 0];
  for (let s = firstSchool[d]; s < firstSchool[d + 1]; s++) {
    sumX += x[s];
    sumY += y[s];
  }
  const count = firstSchool[d + 1] - firstSchool[d];
  return [sumX / count, sumY / count];
}

function farthest({ firstSchool, x, y }: Ground, d: number, east: number, north: number): number {
  let most = Number.NEGATIVE_INFINITY;
  for (let s = firstSchool[d]; s < firstSchool[d + 1]; s++) most = Math.max(most, x[s] * east + y[s] * north);
  return most;
}

/** The part of a polygon where x·east + y·north is at most `limit`. */
function cut(polygon: Polygon, east: number, north: number, limit: number): Polygon {
  const kept: Polygon = [];
  for (let k = 0; k < polygon.length; k += 2) {
    const next = (k + 2) % polygon.length;
    const here = polygon[k] * east + polygon[k + 1] * north - limit;
    const there = polygon[next] * east + polygon[next + 1] * north - limit;
    if (here <= 0) kept.push(polygon[k], polygon[k + 1]);
    if (here <= 0 === there <= 0) continue;
    const share = here / (here - there);
    kept.push(polygon[k] + share * (polygon[next] - polygon[k]), polygon[k + 1] + share * (polygon[next + 1] - polygon[k + 1]));
  }
  return kept;
}
