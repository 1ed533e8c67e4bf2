/**
 * Chance as a pure function: a draw depends on its key, its purpose, who it is for and when, and on nothing else, so that
 * two plans share their luck agent by agent and no order, worker or machine can matter.
 *
 * The generator is Threefry4x32-20 (Salmon, Moraes, Dror & Shaw 2011, "Parallel random numbers: as easy as 1, 2, 3"), which
 * passes BigCrush and needs no wide product, so that it costs a third of Philox here; seedrandom's alea only turns a text
 * into a key.
 */
import seedrandom from 'seedrandom';
import { normalQuantile } from './arithmetic.ts';

/** 64 bits: which world (system key) or which luck (future key). */
export interface Key {
  readonly low: number;
  readonly high: number;
}

/** Every purpose that luck is spent on, once. The number is part of the draw: never reuse or renumber one. */
export const purposes = {
  // who and where, from the system key
  schoolSize: 1,
  schoolPlace: 2,
  schoolTraits: 3,
  educatorTraits: 4,
  leaderTraits: 5,
  candidateTie: 6,
  tieLuck: 7,
  schoolNeeds: 8,
  districtTraits: 9,
  clusterTraits: 10,
  ranking: 11,
  sampling: 12,
  partnerTraits: 13,
  partnerTie: 14,
  // what happens, from the future key
  clocks: 32,
  furtherClocks: 33,
  acceptNews: 34,
  acceptDecision: 35,
  acceptLeaving: 36,
  acceptStopping: 37,
  successor: 38,
  donor: 39,
  source: 40,
  reason: 41,
  leaderLeaves: 42,
  leaderSuccessor: 43,
  districtLeaderLeaves: 44,
  ministerLeaves: 46,
  windowOpens: 47,
  programmeStage: 49,
  policyAdoption: 50,
  withdrawal: 51,
  evidenceNoise: 52,
  trueEffect: 53,
  contextEffect: 54,
  learningCycle: 55,
  cycleChange: 56,
  cycleNoise: 57,
  creation: 58,
  variantEffect: 59,
  adaptationKind: 60,
  menu: 61,
  rolloutChoice: 62,
  // reduced models
  contagion: 96,
  dropOut: 97,
  randomThreshold: 98,
  randomSeeds: 99,
  // where a study looks, from the study's key
  designOrder: 128,
  designPlace: 129,
  designDirection: 130,
  designScramble: 131,
  // what a fit tries, from its own key
  fitting: 144,
} as const;

export type Purpose = (typeof purposes)[keyof typeof purposes];

export function keyOf(text: string): Key {
  const random = seedrandom.alea(text);
  return { low: random.int32() >>> 0, high: random.int32() >>> 0 };
}

/** The luck of one future: replicate k of a seed is the same whoever else is run. */
export function futureKey(seed: string, replicate: number): Key {
  return keyOf(`${seed}\n${replicate}`);
}

/** The four words of the latest block; read them at once, the next call overwrites them. */
export const words = new Uint32Array(4);

const HALF_WORD = 2 ** -32;

const rotate = (x: number, n: number): number => (x << n) | (x >>> (32 - n));

/**
 * Fills `words` with the block of a counter, and returns nothing: a word that is returned costs an object. All arguments are read as
 * 32 bits; key words are (key, purpose, 0), counter words (id, other, time, 0). Twenty rounds, written out: a loop costs twice as much.
 */
export function block(key: Key, purpose: number, id: number, other: number, time: number): void {
  const k0 = key.low | 0;
  const k1 = key.high | 0;
  const k2 = purpose | 0;
  const k4 = 0x1bd11bda ^ k0 ^ k1 ^ k2;
  let a = (id + k0) | 0;
  let b = (other + k1) | 0;
  let c = (time + k2) | 0;
  let d = 0;
  a = (a + b) | 0;
  b = rotate(b, 10) ^ a;
  c = (c + d) | 0;
  d = rotate(d, 26) ^ c;
  a = (a + d) | 0;
  d = rotate(d, 11) ^ a;
  c = (c + b) | 0;
  b = rotate(b, 21) ^ c;
  a = (a + b) | 0;
  b = rotate(b, 13) ^ a;
  c = (c + d) | 0;
  d = rotate(d, 27) ^ c;
  a = (a + d) | 0;
  d = rotate(d, 23) ^ a;
  c = (c + b) | 0;
  b = rotate(b, 5) ^ c;
  a = (a + k1) | 0;
  b = (b + k2) | 0;
  d = (d + k4 + 1) | 0;
  a = (a + b) | 0;
  b = rotate(b, 6) ^ a;
  c = (c + d) | 0;
  d = rotate(d, 20) ^ c;
  a = (a + d) | 0;
  d = rotate(d, 17) ^ a;
  c = (c + b) | 0;
  b = rotate(b, 11) ^ c;
  a = (a + b) | 0;
  b = rotate(b, 25) ^ a;
  c = (c + d) | 0;
  d = rotate(d, 10) ^ c;
  a = (a + d) | 0;
  d = rotate(d, 18) ^ a;
  c = (c + b) | 0;
  b = rotate(b, 20) ^ c;
  a = (a + k2) | 0;
  c = (c + k4) | 0;
  d = (d + k0 + 2) | 0;
  a = (a + b) | 0;
  b = rotate(b, 10) ^ a;
  c = (c + d) | 0;
  d = rotate(d, 26) ^ c;
  a = (a + d) | 0;
  d = rotate(d, 11) ^ a;
  c = (c + b) | 0;
  b = rotate(b, 21) ^ c;
  a = (a + b) | 0;
  b = rotate(b, 13) ^ a;
  c = (c + d) | 0;
  d = rotate(d, 27) ^ c;
  a = (a + d) | 0;
  d = rotate(d, 23) ^ a;
  c = (c + b) | 0;
  b = rotate(b, 5) ^ c;
  b = (b + k4) | 0;
  c = (c + k0) | 0;
  d = (d + k1 + 3) | 0;
  a = (a + b) | 0;
  b = rotate(b, 6) ^ a;
  c = (c + d) | 0;
  d = rotate(d, 20) ^ c;
  a = (a + d) | 0;
  d = rotate(d, 17) ^ a;
  c = (c + b) | 0;
  b = rotate(b, 11) ^ c;
  a = (a + b) | 0;
  b = rotate(b, 25) ^ a;
  c = (c + d) | 0;
  d = rotate(d, 10) ^ c;
  a = (a + d) | 0;
  d = rotate(d, 18) ^ a;
  c = (c + b) | 0;
  b = rotate(b, 20) ^ c;
  a = (a + k4) | 0;
  b = (b + k0) | 0;
  c = (c + k1) | 0;
  d = (d + k2 + 4) | 0;
  a = (a + b) | 0;
  b = rotate(b, 10) ^ a;
  c = (c + d) | 0;
  d = rotate(d, 26) ^ c;
  a = (a + d) | 0;
  d = rotate(d, 11) ^ a;
  c = (c + b) | 0;
  b = rotate(b, 21) ^ c;
  a = (a + b) | 0;
  b = rotate(b, 13) ^ a;
  c = (c + d) | 0;
  d = rotate(d, 27) ^ c;
  a = (a + d) | 0;
  d = rotate(d, 23) ^ a;
  c = (c + b) | 0;
  b = rotate(b, 5) ^ c;
  a = (a + k0) | 0;
  b = (b + k1) | 0;
  c = (c + k2) | 0;
  d = (d + 5) | 0;
  words[0] = a;
  words[1] = b;
  words[2] = c;
  words[3] = d;
}

/** A word as a number strictly between 0 and 1. */
export function unit(word: number): number {
  return (word + 0.5) * HALF_WORD;
}

/** The draw of (purpose, id, other, time) under a key: uniform, strictly between 0 and 1. */
export function draw(key: Key, purpose: Purpose, id: number, other: number, time: number): number {
  block(key, purpose, id, other, time);
  return unit(words[0]);
}

/** Standard normal draw. */
export function drawNormal(key: Key, purpose: Purpose, id: number, other: number, time: number): number {
  return normalQuantile(draw(key, purpose, id, other, time));
}
