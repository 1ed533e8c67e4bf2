/** How the futures built into the page are written: the shape, and the way back to what the engine and the desk hand over. */
import type { Results, Scenario, SchoolRecord } from '../../sim/index.ts';
import type { Catalogue, Ground } from '../../workers/index.ts';
import { keepLand, type Land } from '../map/land.ts';
import { columns } from '../state/outcomes.ts';

/** Steps of a share, or of another number, that are kept apart. */
export const FINE = 1000;

/** Steps between none and all of a school's educators: twentieths, so that no threshold falls inside one. */
export const SHADES = 20;
export const FIRST_LETTER = 97;

/** Changes from value to value, in steps of 1 / FINE; null where there was nothing to measure. */
export type Steps = readonly (number | null)[];

export interface Packed {
  readonly plan: Scenario;
  readonly ground: { readonly [K in keyof Ground]: Ground[K] extends Float32Array | Int32Array ? readonly number[] : Ground[K] };
  readonly land: PackedLand;
  readonly years: readonly number[];
  readonly runs: readonly { readonly digest: string; readonly seed: string; readonly columns: readonly Steps[] }[];
  /** A letter a school and step, school by school. */
  readonly record: Readonly<Record<'use' | 'well' | 'owned', string>>;
  readonly adoptions: readonly number[];
  readonly levers: FirstLevers;
}

/** A land with its lists of numbers as they are in JSON. */
export type PackedLand = Pick<Land, 'box' | 'area' | 'named'> & {
  readonly [K in 'x' | 'y' | 'width' | 'borders' | 'divides']: readonly number[];
} & { readonly [K in 'coast' | 'poorer']: readonly (readonly number[])[] };

/** What the levers say before the desk has sent the whole catalogue. */
export type FirstLevers = Pick<Catalogue, 'ingredients' | 'strategies' | 'model' | 'thresholds'> & {
  readonly settings: Catalogue['settings'];
};

export interface First {
  readonly plan: Scenario;
  readonly ground: Ground;
  readonly runs: readonly Results[];
  readonly record: SchoolRecord;
  readonly levers: FirstLevers;
}

/** The same as the engine and the desk would hand it over, but for the rounding. */
export function unpackFirst({ plan, ground: packedGround, land, years, runs, record, adoptions, levers }: Packed): First {
  const yearsOf = Float64Array.from(years);
  const bytes = (text: string): Uint8Array => {
    const rows = years.length;
    const all = new Uint8Array(text.length);
    for (let i = 0; i < text.length; i++)
      all[(i % rows) * packedGround.schoolCount + Math.floor(i / rows)] = Math.min(
        255,
        ((text.charCodeAt(i) - FIRST_LETTER + 0.5) * 255) / SHADES,
      );
    return all;
  };
  const ground: Ground = {
    ...packedGround,
    x: Float32Array.from(packedGround.x),
    y: Float32Array.from(packedGround.y),
    pupils: Float32Array.from(packedGround.pupils),
    poverty: Float32Array.from(packedGround.poverty),
    posts: Int32Array.from(packedGround.posts),
    district: Int32Array.from(packedGround.district),
    districtRegion: Int32Array.from(packedGround.districtRegion),
    ties: Int32Array.from(packedGround.ties),
  };
  keepLand(ground, landFrom(land));
  return {
    plan,
    levers,
    ground,
    runs: runs.map(({ digest, seed, columns: packed }, replicate) => ({
      replicate,
      seed,
      digest,
      years: yearsOf,
      columns: Object.fromEntries(columns.map((name, i) => [name, numbersOf(packed[i])])),
    })),
    record: {
      schools: packedGround.schoolCount,
      use: bytes(record.use),
      well: bytes(record.well),
      owned: bytes(record.owned),
      affiliation: new Uint8Array(record.use.length),
      adoptions: Int32Array.from(adoptions),
    },
  };
}

const landFrom = ({ x, y, width, borders, divides, coast, poorer, ...rest }: PackedLand): Land => ({
  ...rest,
  x: Float32Array.from(x),
  y: Float32Array.from(y),
  width: Float32Array.from(width),
  borders: Float32Array.from(borders),
  divides: Float32Array.from(divides),
  coast: coast.map((ring) => Float32Array.from(ring)),
  poorer: poorer.map((ring) => Float32Array.from(ring)),
});

function numbersOf(steps: Steps): Float64Array {
  let now = 0;
  return Float64Array.from(steps, (step) => {
    if (step === null) return Number.NaN;
    now += step;
    return now / FINE;
  });
}
