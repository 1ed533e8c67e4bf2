/** Where schools stand, in kilometres east and north of the south-west corner, rounded to metres. */
import type { Ledger } from '../ledger.ts';
import { discard, gap, median, type Numbers } from './cells.ts';
import type { RawSchools } from './raw.ts';

export interface Ground {
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** False where the file has no coordinates and the places mean nothing but who shares a district. */
  readonly real: boolean;
}

/** One degree of a circle around the Earth, mean radius 6371.0088 km (IUGG). */
const KM_PER_DEGREE = 111.19508;

/** A place is an error if it lies this many times farther from its district's middle than 19 of 20 schools do from theirs. */
const FAR = 5;

/** Nor is anything nearer than this to its district's middle an error, in kilometres. */
const NEAR = 50;

/** Wider than this no system is in kilometres: the numbers are metres. */
const WIDEST = 5000;

export function groundOf(raw: RawSchools, ledger: Ledger): Ground {
  if (raw.latitude && raw.longitude) {
    const { latitude, longitude } = raw;
    pairUp(latitude, longitude, (i) => latitude.values[i] === 0 && longitude.values[i] === 0);
    return settled(raw, fromDegrees(latitude, longitude), [latitude, longitude], ledger);
  }
  if (raw.east && raw.north) {
    pairUp(raw.east, raw.north, () => false);
    return settled(raw, fromPlane(raw.east, raw.north, ledger), [raw.east, raw.north], ledger);
  }
  ledger.assume(
    `The file has no coordinates: schools stand ${SPACING} km apart on a grid, district beside district, in the file's order.`,
  );
  return { ...gridOf(raw.district, raw.districts.length), real: false };
}

/** Half a place is none, and latitude 0, longitude 0 is what registers write for none: it lies in the Gulf of Guinea. */
function pairUp(a: Numbers, b: Numbers, isNowhere: (i: number) => boolean) {
  for (let i = 0; i < a.values.length; i++) {
    const nowhere = isNowhere(i);
    if (nowhere || Number.isNaN(b.values[i])) if (!Number.isNaN(a.values[i])) discard(a, i);
    if (nowhere || Number.isNaN(a.values[i])) if (!Number.isNaN(b.values[i])) discard(b, i);
  }
}

type Plane = readonly [east: Float64Array, north: Float64Array];

/** Equirectangular around the median latitude: within 1 per cent up to some 500 km from it, which is what distances here need. */
function fromDegrees({ values: latitude }: Numbers, { values: longitude }: Numbers): Plane {
  const known = longitude.filter((value) => !Number.isNaN(value));
  const acrossDateLine = extent(known) > 180;
  const narrowing = cosine(median(latitude));
  return [
    Float64Array.from(longitude, (value) => (acrossDateLine && value < 0 ? value + 360 : value) * narrowing * KM_PER_DEGREE),
    Float64Array.from(latitude, (value) => value * KM_PER_DEGREE),
  ];
}

function fromPlane({ header, values: east }: Numbers, { values: north }: Numbers, ledger: Ledger): Plane {
  const known = (values: readonly number[]) => values.filter((value) => !Number.isNaN(value));
  const metres = Math.max(extent(known(east)), extent(known(north))) > WIDEST;
  ledger.assume(`${header} and its fellow are read as ${metres ? `metres, for they span more than ${WIDEST}` : 'kilometres'}.`);
  const unit = metres ? 1000 : 1;
  return [Float64Array.from(east, (value) => value / unit), Float64Array.from(north, (value) => value / unit)];
}

/** Replaces places that are lacking or cannot be right by the middle of their district, and moves the origin to the corner. */
function settled(raw: RawSchools, [x, y]: Plane, [first, second]: readonly [Numbers, Numbers], ledger: Ledger): Ground {
  const lacking = Array.from(x, (value) => Number.isNaN(value));
  const outliers = outliersOf(raw, x, y);
  for (const { i } of outliers) {
    x[i] = Number.NaN;
    y[i] = Number.NaN;
  }
  const middles = middlesOf(raw, x, y);
  const whole = { x: orZero(median(x)), y: orZero(median(y)) };
  for (let i = 0; i < x.length; i++) {
    if (!Number.isNaN(x[i])) continue;
    const own = middles[raw.district[i]];
    const middle = Number.isNaN(own.x) ? whole : own;
    x[i] = middle.x;
    y[i] = middle.y;
    if (lacking[i])
      gap(ledger, raw.row[i], first, i, `${first.header} and ${second.header}`, 'the middle of the district is assumed');
  }
  const pair = `${first.header}, ${second.header}`;
  for (const { i, distance } of outliers) {
    ledger.problem('outlier', raw.row[i], pair, () => {
      const found = `${first.values[i]}, ${second.values[i]}`;
      return `found ${found}, ${Math.round(distance)} km from the district's middle, expected a place near it; the middle is assumed`;
    });
  }
  const moved = outliers.length + lacking.filter(Boolean).length;
  if (moved > 0)
    ledger.assume(`Schools with no place, or one that cannot be right: ${moved}. They stand in the middle of their district.`);
  return { x: fromCorner(x), y: fromCorner(y), real: true };
}

function outliersOf(raw: RawSchools, x: Float64Array, y: Float64Array): { readonly i: number; readonly distance: number }[] {
  const middles = middlesOf(raw, x, y);
  const distances = Float64Array.from(x, (value, i) => {
    const dx = value - middles[raw.district[i]].x;
    const dy = y[i] - middles[raw.district[i]].y;
    return Math.sqrt(dx * dx + dy * dy);
  });
  const sorted = distances.filter((distance) => !Number.isNaN(distance)).sort();
  const far = Math.max(NEAR, FAR * (sorted[Math.floor(0.95 * (sorted.length - 1))] ?? 0));
  const outliers: { i: number; distance: number }[] = [];
  distances.forEach((distance, i) => {
    if (distance > far) outliers.push({ i, distance });
  });
  return outliers;
}

/** The median place of each district, which one wrong place does not move; NaN for a district with no place. */
function middlesOf(
  { district, districts }: RawSchools,
  x: Float64Array,
  y: Float64Array,
): { readonly x: number; readonly y: number }[] {
  const members: number[][] = districts.map(() => []);
  for (let i = 0; i < district.length; i++) members[district[i]].push(i);
  return members.map((schools) => ({ x: median(schools.map((i) => x[i])), y: median(schools.map((i) => y[i])) }));
}

function fromCorner(values: Float64Array): Float64Array {
  const corner = values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
  // Whole metres, so that the last bits of a product decide nothing.
  return values.map((value) => Math.round((value - corner) * 1000) / 1000);
}

/** Between neighbours on the grid, in kilometres. */
const SPACING = 4;

/** A square of places for each district, as large as the largest needs; the districts in a square too. */
export function gridOf(
  district: ArrayLike<number>,
  districtCount: number,
): { readonly x: Float64Array; readonly y: Float64Array } {
  const sizes = new Uint32Array(districtCount);
  const x = new Float64Array(district.length);
  const y = new Float64Array(district.length);
  for (let i = 0; i < district.length; i++) sizes[district[i]]++;
  const side = Math.ceil(Math.sqrt(sizes.reduce((most, size) => Math.max(most, size), 1)));
  const across = Math.ceil(Math.sqrt(districtCount));
  const placed = new Uint32Array(districtCount);
  for (let i = 0; i < district.length; i++) {
    const d = district[i];
    const place = placed[d]++;
    x[i] = SPACING * ((d % across) * side + (place % side));
    y[i] = SPACING * (Math.floor(d / across) * side + Math.floor(place / side));
  }
  return { x, y };
}

/** Cosine of an angle in degrees, |angle| ≤ 90, by its series: the same bits in every engine. Absolute error below 1e-14. */
export function cosine(degrees: number): number {
  const square = (degrees * degrees * Math.PI * Math.PI) / 32400;
  let sum = 1;
  for (let n = 24; n > 0; n -= 2) sum = 1 - (sum * square) / (n * (n - 1));
  return sum;
}

function extent(values: readonly number[]): number {
  return (
    values.reduce((most, value) => Math.max(most, value), -Infinity) -
    values.reduce((least, value) => Math.min(least, value), Infinity)
  );
}

function orZero(value: number): number {
  return Number.isNaN(value) ? 0 : value;
}
