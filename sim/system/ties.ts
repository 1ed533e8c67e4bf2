/** The candidate ties of a system: generated, or those of a file. */
import type { CandidateTies, Layer } from '../network.ts';
import { block, type Key, purposes, words } from '../random.ts';
import { openSchool, writeAdvice } from './advice.ts';
import { type Ground, ringsOf, writeBridges } from './bridges.ts';
import { countTies, type Habits, habitsOf } from './degrees.ts';
import { openDraws } from './draws.ts';

/**
 * Share of a layer's candidates that is switched on when no lever moves it. At these shares the networks inside schools have
 * the properties measured in 15 schools (evidence P37), and a post has about 0.3 ties across schools without a cluster
 * (parameters.csv, cross_school_ties: 0 to 1, unsure). The rest is room for more collaboration.
 */
export const defaultActiveShare: Readonly<Record<Layer, number>> = {
  team: 0.75,
  school: 0.75,
  district: 0.5,
  cluster: 0.5,
  profession: 0.5,
};

/** Generated ties. Rows are counted first, so that arrays are made once, at their final size. */
export function generateTies(key: Key, ground: Ground): CandidateTies {
  const offsets = countRows(key, ground);
  const count = offsets[offsets.length - 1];
  const ties = {
    offsets,
    ends: new Int32Array(count),
    luck: new Uint8Array(count),
    depth: new Uint8Array(count),
  };
  for (let s = 0; s < ground.schoolKey.length; s++) writeSchool(key, ground, ties, s);
  return ties;
}

function countRows(key: Key, ground: Ground): Uint32Array {
  const { firstEducator, schoolKey } = ground;
  const offsets = new Uint32Array(firstEducator[schoolKey.length] + 1);
  for (let s = 0; s < schoolKey.length; s++) countSchool(key, ground, offsets, s);
  return offsets;
}

function countSchool(key: Key, ground: Ground, offsets: Uint32Array, school: number): void {
  const first = ground.firstEducator[school];
  const habits = habitsIn(key, ground, ringsOf(ground, school), school);
  for (let p = 0; p < habits.posts; p++) offsets[first + p + 1] = offsets[first + p] + countTies(key, habits, p);
}

function writeSchool(key: Key, ground: Ground, ties: CandidateTies, school: number): void {
  const first = ground.firstEducator[school];
  const rings = ringsOf(ground, school);
  const habits = habitsIn(key, ground, rings, school);
  openSchool(habits.posts);
  for (let p = 0; p < habits.posts; p++) {
    countTies(key, habits, p);
    openDraws(key, habits.schoolKey, p);
    const end = writeAdvice(habits, ties, first, p);
    writeBridges(rings, ground.firstEducator, ties, end);
    drawLuck(key, ties, first + p, habits.schoolKey, p);
  }
}

function habitsIn(key: Key, { firstEducator, schoolKey }: Ground, rings: ReturnType<typeof ringsOf>, school: number): Habits {
  const posts = firstEducator[school + 1] - firstEducator[school];
  return habitsOf(key, schoolKey[school], [posts - 1, rings[0].size - 1, rings[1].size - 1, rings[2].size - 1]);
}

/** Luck and depth of a row's ties, one half of a word a tie. */
function drawLuck(key: Key, { offsets, luck, depth }: CandidateTies, e: number, schoolKey: number, post: number): void {
  const start = offsets[e];
  const end = offsets[e + 1];
  for (let k = start; k < end; k++) {
    const i = k - start;
    if ((i & 7) === 0) block(key, purposes.tieLuck, schoolKey, post, i >> 3);
    const bits = words[(i & 7) >> 1] >>> ((i & 1) << 4);
    luck[k] = bits & 0xff;
    depth[k] = (bits >>> 8) & 0xff;
  }
}
