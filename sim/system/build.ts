/** Makes a system from a table of schools: order, keys, clusters, teams, needs, outlines and candidate ties. */
import { block, type Key, keyOf, purposes, words } from '../random.ts';
import type { Ground } from './bridges.ts';
import { clustersOf } from './clusters.ts';
import { filedTies } from './filed.ts';
import { keysOf } from './keys.ts';
import { needsOf } from './needs.ts';
import { alongCurve, orderBy } from './order.ts';
import { outlinesOf } from './outlines.ts';
import type { SchoolTable, System } from './system.ts';
import { generateTies } from './ties.ts';

/**
 * The system of a table. Schools stand by district (in the order of names), then along a curve through their places, and
 * draws know them by their keys, so that the order of a table's rows and districts makes no difference to a table with ids.
 * Without ids a school's key is its place in the system.
 */
export function buildSystem(table: SchoolTable, keyText: string): System {
  check(table);
  const key = keyOf(keyText);
  const count = table.pupils.length;
  const tableKeys = table.ids ? keysOf(table.ids) : null;
  const curve = alongCurve(table.x, table.y, tableKeys ? orderBy(count, (row) => tableKeys[row]) : counted(count));
  const districtOrder = byName(table.districts);
  const { order, firstSchool } = byDistrict(table, districtOrder, curve);
  const schoolKey = tableKeys ? gather(tableKeys, order, new Uint32Array(count)) : new Uint32Array(counted(count));
  const schoolDistrict = spell(firstSchool);
  const firstEducator = sums(order, table.educators);
  const clusters = clustersOf(schoolsAlong(curve, order));
  const floats = (column: Float64Array) => gather(column, order, new Float32Array(count));
  const [x, y, disadvantage, pupils] = [floats(table.x), floats(table.y), floats(table.disadvantage), floats(table.pupils)];
  const ground: Ground = { firstSchool, firstEducator, schoolKey, schoolDistrict, ...clusters };
  return {
    name: table.name,
    about: table.about,
    key,
    educatorCount: firstEducator[count],
    schoolCount: count,
    districtCount: districtOrder.length,
    clusterCount: clusters.firstMember.length - 1,
    ...regionsOf(table, districtOrder),
    districtNames: districtOrder.map((d) => table.districts[d]),
    districtOutlines: outlinesOf({ firstSchool, x, y }, marginOf(x, y)),
    firstSchool,
    schoolIds: pick(table.ids, order),
    schoolNames: pick(table.names, order),
    schoolKey,
    firstEducator,
    schoolDistrict,
    schoolCluster: clusters.schoolCluster,
    clusterRank: ranks(key, clusters.firstMember.length - 1),
    pupils,
    disadvantage,
    fifth: fifths(pupils, disadvantage),
    remoteness: floats(table.remoteness),
    needs: needsOf(key, { schoolKey, disadvantage, x, y }),
    x,
    y,
    educatorSchool: spell(firstEducator),
    ties: table.ties ? filedTies(key, table.ties, postsOf(table, order, firstEducator), ground) : generateTies(key, ground),
  };
}

function counted(count: number): Int32Array {
  const places = new Int32Array(count);
  for (let k = 0; k < count; k++) places[k] = k;
  return places;
}

function gather<T extends Float32Array | Uint32Array>(column: Float64Array | Uint32Array, order: Int32Array, into: T): T {
  for (let s = 0; s < order.length; s++) into[s] = column[order[s]];
  return into;
}

/** Whoever made the table filled in what was missing; these are what nothing here can do without. */
function check({ pupils, educators, district, districts, regions }: SchoolTable): void {
  if (pupils.length === 0) throw new RangeError('expected at least one school, got none');
  for (let s = 0; s < pupils.length; s++) {
    if (!(educators[s] >= 1)) throw new RangeError(`row ${s}: expected at least 1 educator, got ${educators[s]}`);
    if (!(district[s] >= 0 && district[s] < districts.length))
      throw new RangeError(`row ${s}: expected one of ${districts.length} districts, got ${district[s]}`);
  }
  regions?.ofDistrict.forEach((r, d) => {
    if (!(r >= 0 && r < regions.names.length))
      throw new RangeError(`district ${d}: expected one of ${regions.names.length} regions, got ${r}`);
  });
}

/** Places of texts in the order of their UTF-16 units, which no locale changes. */
function byName(names: readonly string[]): number[] {
  return names.map((_, d) => d).sort((a, b) => (names[a] < names[b] ? -1 : names[a] > names[b] ? 1 : a - b));
}

/** The regions of districts that stand in an order, themselves in the order of their names. */
function regionsOf({ regions }: SchoolTable, districtOrder: readonly number[]): Pick<System, 'regionNames' | 'districtRegion'> {
  if (!regions) return { regionNames: [], districtRegion: new Int32Array(districtOrder.length) };
  const order = byName(regions.names);
  const place = Int32Array.from(order, (_, r) => order.indexOf(r));
  return {
    regionNames: order.map((r) => regions.names[r]),
    districtRegion: Int32Array.from(districtOrder, (d) => place[regions.ofDistrict[d]]),
  };
}

/** Rows of the table by district, and along the curve within one. */
function byDistrict({ district }: SchoolTable, districtOrder: readonly number[], curve: Int32Array) {
  const place = new Int32Array(districtOrder.length);
  districtOrder.forEach((d, k) => {
    place[d] = k;
  });
  const firstSchool = new Int32Array(districtOrder.length + 1);
  for (const row of curve) firstSchool[place[district[row]] + 1]++;
  for (let d = 0; d < districtOrder.length; d++) firstSchool[d + 1] += firstSchool[d];
  const next = firstSchool.slice();
  const order = new Int32Array(curve.length);
  for (const row of curve) order[next[place[district[row]]]++] = row;
  return { order, firstSchool };
}

/** The range that each place lies in. */
function spell(first: Int32Array): Int32Array {
  const range = new Int32Array(first[first.length - 1]);
  for (let k = 0; k < first.length - 1; k++) range.fill(k, first[k], first[k + 1]);
  return range;
}

function sums(order: Int32Array, sizes: Int32Array): Int32Array {
  const first = new Int32Array(order.length + 1);
  for (let s = 0; s < order.length; s++) first[s + 1] = first[s] + sizes[order[s]];
  return first;
}

function pick(texts: readonly string[] | null, order: Int32Array): string[] | null {
  return texts && Array.from(order, (row) => texts[row]);
}

/** Numbers of the schools in the order of a curve through rows. */
function schoolsAlong(curve: Int32Array, order: Int32Array): Int32Array {
  const school = new Int32Array(order.length);
  for (let s = 0; s < order.length; s++) school[order[s]] = s;
  return curve.map((row) => school[row]);
}

function ranks(key: Key, clusterCount: number): Int32Array {
  const rank = new Int32Array(clusterCount);
  const word = (c: number): number => {
    block(key, purposes.clusterTraits, c, 0, 0);
    return words[0];
  };
  orderBy(clusterCount, word).forEach((c, k) => {
    rank[c] = k;
  });
  return rank;
}

/** Fifths of pupils from the poorest school on; a school is where its middle pupil is. */
function fifths(pupils: Float32Array, disadvantage: Float32Array): Uint8Array {
  const poorestFirst = orderBy(pupils.length, (s) => Math.round((1 - disadvantage[s]) * 0xffffffff));
  let total = 0;
  for (const size of pupils) total += size;
  const fifth = new Uint8Array(pupils.length);
  let before = 0;
  for (const s of poorestFirst) {
    fifth[s] = Math.min(4, Math.floor((5 * (before + pupils[s] / 2)) / Math.max(total, 1)));
    before += pupils[s];
  }
  return fifth;
}

/** Nine tenths of the distance between schools if they lay evenly. */
function marginOf(x: Float32Array, y: Float32Array): number {
  const width = (values: Float32Array) =>
    values.reduce((most, v) => Math.max(most, v), 0) - values.reduce((least, v) => Math.min(least, v), values[0]);
  return Math.max(0.1, 0.9 * Math.sqrt((width(x) * width(y)) / x.length));
}

/** The system's place of each post of the table. */
function postsOf({ educators }: SchoolTable, order: Int32Array, firstEducator: Int32Array): Int32Array {
  const place = new Int32Array(order.length);
  order.forEach((row, s) => {
    place[row] = firstEducator[s];
  });
  const posts = new Int32Array(firstEducator[order.length]);
  let next = 0;
  for (let row = 0; row < educators.length; row++) for (let p = 0; p < educators[row]; p++) posts[next++] = place[row] + p;
  return posts;
}
