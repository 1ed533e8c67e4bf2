/** How far out each school lies, 0 in the middle of a town to 1 at the end of the road: by its kind of place, else by its neighbours. */
import { type Ledger, quoted } from '../ledger.ts';
import { normal } from './columns.ts';
import type { Ground } from './ground.ts';
import type { RawSchools } from './raw.ts';

/**
 * What kinds of place count for on the scale that neighbours give. Urban and rural are its means over the 948 urban and 278
 * rural schools of the Free State (Department of Basic Education, 2017); the other words are set between them, by us.
 */
const settlements: ReadonlyMap<string, number> = new Map([
  ['metropolitan', 0.2],
  ['city', 0.3],
  ['urban', 0.4],
  ['suburb', 0.4],
  ['suburban', 0.4],
  ['town', 0.45],
  ['peri_urban', 0.5],
  ['semi_urban', 0.5],
  ['rural', 0.7],
  ['remote', 0.9],
]);

/** What a school is given where neither its place nor its kind of place is known. */
const UNKNOWN = 0.5;

export function remotenessOf(raw: RawSchools, ground: Ground, ledger: Ledger): Float64Array {
  const count = raw.row.length;
  const otherwise = ground.real ? isolation(ground.x, ground.y) : new Float64Array(count).fill(UNKNOWN);
  const instead = ground.real
    ? `the distance within which a school has ${NEIGHBOURS} others: 0 up to ${RADII[0]} km, an eighth more for each doubling, 1 beyond ${RADII.at(-2)} km`
    : `nothing the file says, and is ${UNKNOWN} everywhere`;
  if (!raw.settlement) {
    ledger.assume(`Remoteness follows ${instead}.`);
    return otherwise;
  }
  const { header, values } = raw.settlement;
  let unknown = 0;
  const result = Float64Array.from(values, (cell, i) => {
    const known = settlements.get(normal(cell));
    if (known !== undefined) return known;
    unknown++;
    const fault = cell === '' ? 'missing' : 'unusable';
    const found = cell === '' ? 'the cell is empty' : `found ${quoted(cell)}`;
    ledger.problem(
      fault,
      raw.row[i],
      header,
      () => `${found}, expected one of ${[...settlements.keys()].join(', ')}; the neighbours decide`,
    );
    return otherwise[i];
  });
  const met = [...settlements].filter(([word]) => values.some((cell) => normal(cell) === word));
  if (met.length > 0)
    ledger.assume(`Remoteness follows ${header}: ${met.map(([word, value]) => `${word} ${value}`).join(', ')}.`);
  if (unknown > 0) ledger.assume(`Schools without a known kind of place: ${unknown}. Their remoteness follows ${instead}.`);
  return result;
}

const NEIGHBOURS = 5;

/** 250 m, doubled eight times. */
const RADII = Array.from({ length: 9 }, (_, i) => 0.25 * 2 ** i);

/**
 * Rank among RADII, as a share, of the first width of square at which a school's own and the eight around it hold five other
 * schools. Squares are counted rather than distances, so that a million schools in one town cost no more than anywhere.
 */
export function isolation(x: Float64Array, y: Float64Array): Float64Array {
  const result = new Float64Array(x.length).fill(1);
  let open = Uint32Array.from(x, (_, i) => i);
  for (let level = 0; level < RADII.length - 1 && open.length > 0; level++) {
    const counts = countsBySquare(x, y, RADII[level]);
    open = open.filter((i) => {
      const crowded = around(counts, x[i] / RADII[level], y[i] / RADII[level]) > NEIGHBOURS;
      if (crowded) result[i] = level / (RADII.length - 1);
      return !crowded;
    });
  }
  return result;
}

/** Squares are at most 2^20 from the corner, so that two numbers make one key. */
const ROW = 2 ** 21;

function countsBySquare(x: Float64Array, y: Float64Array, width: number): Map<number, number> {
  const counts = new Map<number, number>();
  for (let i = 0; i < x.length; i++) {
    const square = Math.floor(x[i] / width) * ROW + Math.floor(y[i] / width);
    counts.set(square, (counts.get(square) ?? 0) + 1);
  }
  return counts;
}

function around(counts: ReadonlyMap<number, number>, column: number, row: number): number {
  let total = 0;
  for (let dx = -1; dx <= 1; dx++) {
    for (let dy = -1; dy <= 1; dy++) total += counts.get((Math.floor(column) + dx) * ROW + Math.floor(row) + dy) ?? 0;
  }
  return total;
}
