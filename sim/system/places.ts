/** Where made-up schools lie: those of towns crowd around them, remote ones lie anywhere on their district's ground. */
import { clamp, normalQuantile, power } from '../arithmetic.ts';
import { block, draw, type Key, type Purpose, purposes, unit, words } from '../random.ts';
import type { Plane } from './plane.ts';

/** Schools to a town, counting those of the country around it. */
const SCHOOLS_PER_TOWN = 12;
/** Width of a lone town's surroundings, as a share of its district's; more towns are smaller. */
const TOWN_WIDTH = 0.8;
/** Places tried for a school before the last is pulled towards its district's seat. */
const TRIES = 12;

/** Kilometres east and north of the south-west corner, and remoteness: above one half where the score is among the `remote` share. */
export function placesOf(key: Key, remote: number, plane: Plane, district: Int32Array, score: Float64Array) {
  const { seatX, seatY, reach } = plane;
  const edge = remote <= 0 ? Number.POSITIVE_INFINITY : remote >= 1 ? Number.NEGATIVE_INFINITY : normalQuantile(1 - remote);
  const towns = townsOf(district, seatX.length);
  const x = new Float64Array(district.length);
  const y = new Float64Array(district.length);
  const remoteness = new Float64Array(district.length);
  for (let s = 0; s < district.length; s++) {
    const far = score[s] > edge;
    const d = district[s];
    const fromCentre = settle(key, plane, s, d, far ? 0 : towns[d]);
    x[s] = seatX[d] + place[0];
    y[s] = seatY[d] + place[1];
    const fromSeat = Math.sqrt(place[0] * place[0] + place[1] * place[1]);
    remoteness[s] = far ? 0.5 + 0.5 * clamp(fromSeat / reach, 0, 1) : 0.5 * fromCentre;
  }
  return { x: fromLeast(x), y: fromLeast(y), remoteness };
}

function townsOf(district: Int32Array, districts: number): Int32Array {
  const schools = new Int32Array(districts);
  for (let s = 0; s < district.length; s++) schools[district[s]]++;
  return schools.map((count) => Math.max(1, Math.round(count / SCHOOLS_PER_TOWN)));
}

/** East and north of the seat of the school that was settled last; then of a point in the unit disc. */
const place = new Float64Array(2);
const disc = new Float64Array(2);

/**
 * Finds a place on the district's own ground, in one of its towns or, with 0 towns, anywhere. Returns how far out of its town
 * the school lies, 0 in the middle to 1.
 */
function settle(key: Key, { seatX, seatY, reach, nearest }: Plane, school: number, d: number, towns: number): number {
  // The first towns are the largest: half the schools are in a quarter of the towns.
  const town = Math.floor(towns * power(draw(key, purposes.schoolPlace, school, 0, 0), 2));
  let out = 0;
  for (let t = 1; t <= TRIES; t++) {
    inDisc(key, purposes.schoolPlace, school, t);
    out = Math.sqrt(disc[0] * disc[0] + disc[1] * disc[1]);
    const width = towns === 0 ? reach : (TOWN_WIDTH * reach * out) / Math.sqrt(towns);
    place[0] = disc[0] * width;
    place[1] = disc[1] * width;
    if (town > 0) {
      inDisc(key, purposes.districtTraits, d, 2 + town);
      place[0] += disc[0] * reach;
      place[1] += disc[1] * reach;
    }
    if (nearest(seatX[d] + place[0], seatY[d] + place[1]) === d) return out;
  }
  while (nearest(seatX[d] + place[0], seatY[d] + place[1]) !== d) {
    place[0] *= 0.8;
    place[1] *= 0.8;
  }
  return out;
}

/** Leaves a uniform point of the unit disc in `disc`, by rejection from the square. */
function inDisc(key: Key, purpose: Purpose, id: number, other: number): void {
  for (let time = 0; ; time++) {
    block(key, purpose, id, other, time);
    for (let k = 0; k < 4; k += 2) {
      disc[0] = 2 * unit(words[k]) - 1;
      disc[1] = 2 * unit(words[k + 1]) - 1;
      if (disc[0] * disc[0] + disc[1] * disc[1] <= 1) return;
    }
  }
}

function fromLeast(values: Float64Array): Float64Array {
  let least = Number.POSITIVE_INFINITY;
  for (const value of values) least = Math.min(least, value);
  return values.map((value) => value - least);
}
