/** The land that schools lie on: a coast, districts and their regions, and which districts are poorer. */
import type { Ground } from '../../workers/index.ts';
import { isInside, type Ring } from './rings.ts';

export interface Land {
  /** Places of schools on the sheet. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly coast: readonly Ring[];
  /** The box around the coast. */
  readonly box: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
  readonly area: number;
  /** Stretches between districts, two points each; and those among them that lie between regions. */
  readonly borders: Float32Array;
  readonly divides: Float32Array;
  /** Rings around the ground of poorer districts, reaching into the sea. */
  readonly poorer: readonly Ring[];
  /** What is named: districts, or regions where districts are too many. */
  readonly named: readonly {
    readonly name: string;
    readonly x: number;
    readonly y: number;
    readonly schools: readonly number[];
  }[];
  /** The square root of pupils over that of a typical school: what a radius is multiplied by. */
  readonly width: Float32Array;
}

const lands = new WeakMap<Ground, Land>();

/** Keeps the land of a ground for whoever draws it. */
export const keepLand = (ground: Ground, land: Land): void => void lands.set(ground, land);

/** The land of a ground, which is made before the ground is shown. */
export function landOf(ground: Ground): Land {
  const land = lands.get(ground);
  if (!land) throw new Error(`expected the land of ${ground.name} to be made before it is drawn`);
  return land;
}

/** Districts with a larger share of poor pupils than the system as a whole: those that are hatched. */
export function poorerDistricts({ poverty, district, pupils }: Ground): boolean[] {
  let poor = 0;
  let all = 0;
  district.forEach((d, s) => {
    poor += pupils[s] * poverty[d];
    all += pupils[s];
  });
  return Array.from(poverty, (share) => all > 0 && share > poor / all + 1e-6);
}

/** Whether a place on the sheet is on land. */
export const isLand = ({ coast }: Land, x: number, y: number): boolean => coast.some((ring) => isInside(ring, x, y));

/** The school nearest to a place on the sheet, no farther away than `within`; null where there is none. */
export function nearest({ x: xs, y: ys }: Land, x: number, y: number, within: number): number | null {
  let least = within * within;
  let found: number | null = null;
  for (let s = 0; s < xs.length; s++) {
    const far = (xs[s] - x) * (xs[s] - x) + (ys[s] - y) * (ys[s] - y);
    if (far >= least) continue;
    least = far;
    found = s;
  }
  return found;
}
