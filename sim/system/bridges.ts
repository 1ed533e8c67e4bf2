/** Whom a post turns to in other schools: near ones of its district, those of its cluster, and anywhere. */
import { exp, log } from '../arithmetic.ts';
import { endOf, layers } from '../network.ts';
import { unit } from '../random.ts';
import { sortRow, type TieRows } from './advice.ts';
import type { Clusters } from './clusters.ts';
import { degrees } from './degrees.ts';
import { nextUnit, nextWord } from './draws.ts';

const DISTRICT = layers.indexOf('district');
const CLUSTER = layers.indexOf('cluster');
const PROFESSION = layers.indexOf('profession');

/** Where schools are among each other. */
export interface Ground extends Clusters {
  readonly firstSchool: Int32Array;
  readonly firstEducator: Int32Array;
  readonly schoolKey: Uint32Array;
  readonly schoolDistrict: Int32Array;
}

/** Schools in a ring, of which the school that asks is one. */
interface Ring {
  /** Place in `layers`. */
  readonly layer: number;
  /** Schools stand in this list from place `first`; null: their places are their numbers. */
  readonly list: Int32Array | null;
  readonly first: number;
  readonly size: number;
  /** The asking school's place in the ring. */
  readonly own: number;
  /** Few steps round the ring are likelier: log-uniform. Else every other school is as likely. */
  readonly near: boolean;
}

/** The rings of a school: district (whose schools stand in the order of their places), cluster, system. */
export function ringsOf(ground: Ground, school: number): readonly [district: Ring, cluster: Ring, profession: Ring] {
  const { firstSchool, firstMember, schoolDistrict, schoolCluster } = ground;
  const d = schoolDistrict[school];
  const c = schoolCluster[school];
  const district = firstSchool[d];
  const cluster = firstMember[c];
  return [
    {
      layer: DISTRICT,
      list: null,
      first: district,
      size: firstSchool[d + 1] - district,
      own: school - district,
      near: true,
    },
    {
      layer: CLUSTER,
      list: ground.members,
      first: cluster,
      size: firstMember[c + 1] - cluster,
      own: ground.placeOfMember[school] - cluster,
      near: false,
    },
    { layer: PROFESSION, list: null, first: 0, size: schoolDistrict.length, own: school, near: false },
  ];
}

/** Writes the ties of a post to other schools, as many as `degrees` says, from place `start` of its row. */
export function writeBridges(rings: readonly Ring[], firstEducator: Int32Array, rows: TieRows, start: number): void {
  let end = start;
  for (let k = 0; k < rings.length; k++) end = writeRing(rings[k], degrees[k + 1], firstEducator, rows, end);
}

/** Ties to as many schools of a ring, one to each. */
function writeRing(ring: Ring, count: number, firstEducator: Int32Array, { ends }: TieRows, start: number): number {
  const end = start + count;
  for (let k = start; k < end; k++) {
    let place = placeIn(ring, nextWord());
    let other = schoolAt(ring, place);
    // As many schools as ties at the least are left, because degrees are limited.
    while (place === ring.own || linked(ends, start, k, firstEducator[other], firstEducator[other + 1])) {
      place = place + 1 === ring.size ? 0 : place + 1;
      other = schoolAt(ring, place);
    }
    // Low posts have the formal roles: they are whom one knows elsewhere.
    const v = nextUnit();
    ends[k] = firstEducator[other] + Math.floor((firstEducator[other + 1] - firstEducator[other]) * v * v);
  }
  for (let k = start; k < end; k++) ends[k] = endOf(ring.layer, ends[k]);
  sortRow(ends, start, end);
  return end;
}

function placeIn({ size, own, near }: Ring, word: number): number {
  if (!near) return Math.floor(unit(word) * size);
  const step = Math.floor(exp(unit(word) * log(size)));
  return (nextUnit() < 0.5 ? own + step : own - step + size) % size;
}

function schoolAt({ list, first }: Ring, place: number): number {
  return list ? list[first + place] : first + place;
}

function linked(ends: Int32Array, start: number, end: number, first: number, last: number): boolean {
  for (let k = start; k < end; k++) if (ends[k] >= first && ends[k] < last) return true;
  return false;
}
