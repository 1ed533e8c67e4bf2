/**
 * The candidates of one future, which no plan can change: the luck that all plans on a system share. Where several plans go through
 * the same futures, an almanac that is kept spares each but the first the making of it.
 */
import { chance } from './arithmetic.ts';
import { block, type Key, type Purpose, purposes, unit, words } from './random.ts';
import { COMMON, COMMON_BITS, clocks } from './rates.ts';
import type { System } from './system/system.ts';

/** Equal parts of 0..1 by which a number's bucket is guessed: so many that the guess is right but for one in a hundred. */
const START_PLACES = 1024;
/** Bits that the number of a clock stands above in the name of a draw: no purpose reaches them. */
const CLOCK_BITS = 8;
/** Stands for a word that was not drawn yet. A word that happens to be this one is drawn again, and is the same. */
const UNDRAWN = 0xffffffff;

/** What is kept of the words of acceptance: none where one plan alone goes through a year, which asks for each once. */
type Kept = 0 | 1 | 2;

/**
 * A clock's candidates in a year: educators, and the words of each one's acceptance where they are kept, drawn when first asked for.
 * Those of bucket b lie from b·room on, count[b] of them.
 */
export interface Candidates {
  room: number;
  readonly count: Int32Array;
  list: Int32Array;
  first: Uint32Array;
  /** Of clocks whose events ask for a second number. */
  second: Uint32Array;
}

/** What a number between 0 and 1 means for each clock, which the number of buckets alone decides. */
interface Dial {
  /** Probability of a candidate in a bucket, by clock. */
  readonly candidateChance: Float64Array;
  /** limits[c][b]: the first candidate of clock c comes in bucket b or before, while a uniform number lies below it. */
  readonly limits: readonly Float64Array[];
  /** The same for the last bucket, in words. */
  readonly wordLimits: Float64Array;
  /** The first bucket that a number with these leading bits can fall in: where the search for it begins. */
  readonly starts: readonly Uint8Array[];
}

const dials = new Map<number, Dial>();

function dialOf(bucketsPerYear: number): Dial {
  const known = dials.get(bucketsPerYear);
  if (known) return known;
  const candidateChance = Float64Array.from(clocks, ({ rate }) => chance(rate, 1 / bucketsPerYear));
  const limits = clocks.map((_, c) => {
    let none = 1;
    return Float64Array.from({ length: bucketsPerYear }, () => {
      none *= 1 - candidateChance[c];
      return 1 - none;
    });
  });
  const wordLimits = Float64Array.from(limits, (limit) => limit[bucketsPerYear - 1] * 2 ** 32);
  const firstAbove = (limit: Float64Array, u: number): number =>
    Math.max(
      0,
      limit.findIndex((x) => x > u),
    );
  const starts = limits.map((limit) => Uint8Array.from({ length: START_PLACES }, (_, i) => firstAbove(limit, i / START_PLACES)));
  const dial = { candidateChance, limits, wordLimits, starts };
  dials.set(bucketsPerYear, dial);
  return dial;
}

/** The candidates of one future's years, which no plan can change: the luck that all plans on a system share. */
export class Almanac {
  /** Probability that a clock has a candidate in a bucket. */
  readonly candidateChance: Float64Array;
  readonly #system: System;
  readonly #key: Key;
  readonly #bucketsPerYear: number;
  readonly #years: Year[] = [];
  /** Whether its years stay, for further plans. */
  readonly keeps: boolean;

  /** One that keeps its years can serve many plans, for about 0.7 MB a thousand educators and ten years; another reuses one year's room. */
  constructor(system: System, key: Key, bucketsPerYear: number, keeps = false) {
    this.#system = system;
    this.#key = key;
    this.#bucketsPerYear = bucketsPerYear;
    this.keeps = keeps;
    this.candidateChance = dialOf(bucketsPerYear).candidateChance;
  }

  year(index: number): Year {
    const place = this.keeps ? index : 0;
    this.#years[place] ??= new Year(this.#system, this.#key, this.#bucketsPerYear, this.keeps);
    this.#years[place].begin(index);
    return this.#years[place];
  }
}

/** A year's candidates: of the common clocks all, of the further ones those of educators whose hazard has reached them. */
export class Year {
  readonly #system: System;
  readonly #key: Key;
  readonly #dial: Dial;
  readonly #candidates: readonly Candidates[];
  /** Bits of the further clocks whose candidates are there, by educator. */
  readonly reached: Uint8Array;
  #index = -1;

  constructor(system: System, key: Key, bucketsPerYear: number, keeps: boolean) {
    this.#system = system;
    this.#key = key;
    this.#dial = dialOf(bucketsPerYear);
    this.reached = new Uint8Array(system.educatorCount);
    this.#candidates = clocks.map(({ asksTwo = false }, c) => {
      const kept = !keeps ? 0 : asksTwo ? 2 : 1;
      // Further clocks run for some only: they begin with a part of the room and grow.
      const expected = (system.educatorCount * this.#dial.candidateChance[c]) / (c < COMMON ? 1 : 4);
      return candidatesOf(Math.ceil(expected + 5 * Math.sqrt(expected) + 8), new Int32Array(bucketsPerYear), kept);
    });
  }

  /** Makes it the year of this index. */
  begin(index: number): void {
    if (index === this.#index) return;
    this.#index = index;
    this.reached.fill(0);
    for (const { count, first, room } of this.#candidates) {
      for (let b = 0; b < count.length; b++) first.fill(UNDRAWN, b * room, b * room + count[b]);
      count.fill(0);
    }
    const { schoolCount, schoolKey, firstEducator } = this.#system;
    for (let s = 0; s < schoolCount; s++) {
      const last = firstEducator[s + 1] - firstEducator[s];
      for (let post = 0; post < last; post++)
        this.#wind(firstEducator[s] + post, schoolKey[s], post, COMMON_BITS, purposes.clocks, 0);
    }
  }

  /** Makes an educator's candidates of the further clocks whose bits are set, where there are none yet. */
  reach(e: number, s: number, bits: number): void {
    const missing = bits & ~this.reached[e];
    if (missing === 0) return;
    this.reached[e] |= missing;
    const { schoolKey, firstEducator } = this.#system;
    this.#wind(e, schoolKey[s], e - firstEducator[s], missing, purposes.furtherClocks, COMMON);
  }

  of(clock: number): Candidates {
    return this.#candidates[clock];
  }

  #wind(e: number, schoolKey: number, post: number, bits: number, purpose: Purpose, base: number): void {
    const dial = this.#dial;
    block(this.#key, purpose, schoolKey, post, this.#index);
    // Most have no candidate: seen at once, without the call.
    for (let i = 0; i < COMMON; i++) {
      const c = base + i;
      if (words[i] < dial.wordLimits[c] && bits & (1 << c)) put(dial, this.#candidates[c], c, words[i], e);
    }
  }
}

/**
 * All candidates of one clock and year from one uniform number: where it falls between two limits is the first; how far between
 * them is uniform again and tells the next, and so on. Each spends about 4 of the 32 bits, and three in a year are rare.
 */
function put({ limits, starts }: Dial, candidates: Candidates, clock: number, word: number, e: number): void {
  const limit = limits[clock];
  const start = starts[clock];
  const { length } = limit;
  const { count } = candidates;
  let u = unit(word);
  let from = 0;
  while (from < length && u < limit[length - 1 - from]) {
    let b = start[Math.floor(u * START_PLACES)];
    while (u >= limit[b]) b++;
    const low = b > 0 ? limit[b - 1] : 0;
    u = (u - low) / (limit[b] - low);
    const at = from + b;
    if (count[at] === candidates.room) widen(candidates);
    candidates.list[at * candidates.room + count[at]++] = e;
    from = at + 1;
  }
}

function candidatesOf(room: number, count: Int32Array, kept: Kept): Candidates {
  const all = room * count.length;
  return {
    room,
    count,
    list: new Int32Array(all),
    first: new Uint32Array(kept > 0 ? all : 0).fill(UNDRAWN),
    second: new Uint32Array(kept > 1 ? all : 0),
  };
}

/** Twice the room for each bucket. */
function widen(candidates: Candidates): void {
  const { room, count, list, first, second } = candidates;
  const wide = candidatesOf(2 * room, count, second.length > 0 ? 2 : first.length > 0 ? 1 : 0);
  for (let b = 0; b < count.length; b++) {
    const [from, to, at] = [b * room, b * room + count[b], b * wide.room];
    wide.list.set(list.subarray(from, to), at);
    if (first.length > 0) wide.first.set(first.subarray(from, to), at);
    if (second.length > 0) wide.second.set(second.subarray(from, to), at);
  }
  Object.assign(candidates, wide);
}

/**
 * Acceptance draw of the candidate at place i, in a bucket of the run, uniform in (0, 1): of its own name for each of the clocks that
 * serve one hazard. The second word of its block stands in `words[1]`, for clocks whose events ask for it.
 */
export function acceptance(
  candidates: Candidates,
  i: number,
  key: Key,
  clock: number,
  schoolKey: number,
  post: number,
  bucket: number,
): number {
  const { first, second } = candidates;
  if (first.length > 0 && first[i] !== UNDRAWN) {
    if (second.length > 0) words[1] = second[i];
    return unit(first[i]);
  }
  block(key, clocks[clock].accepts + (clock << CLOCK_BITS), schoolKey, post, bucket);
  if (first.length > 0) first[i] = words[0];
  if (second.length > 0) second[i] = words[1];
  return unit(words[0]);
}
