/** Where districts meet: halfway between schools of one and schools of the other. */
import { Delaunay } from 'd3';
import type { Ring } from './rings.ts';

/** Places far out at sea that close the districts at the coast. */
const BUOYS = 24;
const SEA = -1;
/** Times that every corner of a border moves halfway to the middle of its neighbours. */
const GENTLER = 2;

export interface Borders {
  /** Two points a stretch: x, y, x, y. */
  readonly lines: Float32Array;
  /** Those of them with another region on the other side. */
  readonly divides: Float32Array;
  /** By district the rings around its ground, which reach out into the sea. */
  readonly grounds: readonly (readonly Ring[])[];
}

/** Borders of the districts of schools, each with its region, on a sheet whose longer side is `size`. */
export function bordersOf(x: Float32Array, y: Float32Array, district: Int32Array, region: Int32Array, size: number): Borders {
  const buoys = Array.from({ length: BUOYS }, (_, k) => (2 * Math.PI * k) / BUOYS);
  const sites = Delaunay.from([
    ...Array.from(x, (_, s): [number, number] => [x[s], y[s]]),
    ...buoys.map((turn): [number, number] => [size * (0.5 + 3 * Math.cos(turn)), size * (0.5 + 3 * Math.sin(turn))]),
  ]);
  const owner = (site: number): number => (site < district.length ? district[site] : SEA);
  const next = stepsAround(sites, owner, region.length);
  const corners = gentle(Float64Array.from(sites.voronoi().circumcenters), next);
  const lines: number[] = [];
  const divides: number[] = [];
  next.forEach((steps, d) => {
    for (const [from, { to, beyond }] of steps) {
      if (beyond <= d) continue;
      const stretch = [...corner(corners, from), ...corner(corners, to)];
      lines.push(...stretch);
      if (region[beyond] !== region[d]) divides.push(...stretch);
    }
  });
  return {
    lines: Float32Array.from(lines),
    divides: Float32Array.from(divides),
    grounds: next.map((steps) => rings(steps, corners)),
  };
}

/** A step along the border of a district, from corner to corner, and who is on the other side. */
interface Step {
  readonly to: number;
  readonly beyond: number;
}

/** By district, the step that leaves each corner with the district on its own side: there is never more than one. */
function stepsAround({ triangles, halfedges }: Delaunay<unknown>, owner: (site: number) => number, districts: number) {
  const next = Array.from({ length: districts }, () => new Map<number, Step>());
  halfedges.forEach((twin, edge) => {
    if (twin < 0) return;
    const [here, there] = [owner(triangles[edge]), owner(triangles[twin])];
    if (here !== there && here !== SEA) next[here].set(Math.floor(edge / 3), { to: Math.floor(twin / 3), beyond: there });
  });
  return next;
}

const corner = (corners: Float64Array, at: number): [number, number] => [corners[2 * at], corners[2 * at + 1]];

/** Wears corners off where they are, so that both sides of a border stay one line. */
function gentle(corners: Float64Array, next: readonly Map<number, Step>[]): Float64Array {
  let now = corners;
  for (let k = 0; k < GENTLER; k++) {
    const sum = new Float64Array(now.length);
    const count = new Uint8Array(now.length / 2);
    const add = (at: number, from: number): void => {
      sum[2 * at] += now[2 * from];
      sum[2 * at + 1] += now[2 * from + 1];
      count[at]++;
    };
    for (const steps of next) {
      for (const [from, { to, beyond }] of steps) {
        add(to, from);
        if (beyond === SEA) add(from, to);
      }
    }
    now = now.map((value, i) => (count[i >> 1] > 0 ? (value + sum[i] / count[i >> 1]) / 2 : value));
  }
  return now;
}

function rings(steps: ReadonlyMap<number, Step>, corners: Float64Array): Ring[] {
  const left = new Set(steps.keys());
  const found: Ring[] = [];
  for (const first of left) {
    const ring: number[] = [];
    for (let at = first; left.delete(at); at = steps.get(at)!.to) ring.push(...corner(corners, at));
    found.push(Float32Array.from(ring));
  }
  return found;
}
