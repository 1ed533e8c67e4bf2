/**
 * Agents' events without looking at every agent: each educator carries Poisson clocks of fixed rates, whose candidate times are
 * pure functions of the future key, so that no lever shifts anybody's luck. A candidate of clock c in a bucket becomes an
 * event with probability P(h)/P(rate), where h is the part of the true hazard that the clock serves; an event of hazard h then
 * has exactly probability 1 − exp(−h·dt) in a bucket. Hazards above a clock's rate are served by further clocks.
 * The idea: thinning (Lewis & Shedler 1979), with candidates keyed by educator instead of one shared stream.
 */
import { chance } from './arithmetic.ts';
import { block, type Key, purposes, unit, words } from './random.ts';
import type { System } from './system/system.ts';

/** Rates of the clocks, per year. News has two laid end to end, for hazards up to 1 a year; decisions have four, up to 6. */
export const clockRates = {
  news: 0.5,
  decision: 0.7,
  leaving: 0.5,
  stopping: 1,
  news2: 0.5,
  decision2: 1,
  decision3: 1.8,
  decision4: 2.5,
} as const;
export type ClockName = keyof typeof clockRates;
const names = Object.keys(clockRates) as ClockName[];
/** The first four share one block of draws a year; the other four share a second, drawn only where a hazard can reach them. */
const COMMON = 4;
/** Equal parts of 0..1 by which a number's bucket is guessed: so many that the guess is right but for one in a hundred. */
const START_PLACES = 1024;

/** Clocks laid end to end: each serves the part of a hazard that lies from `from` on, up to its rate. */
export interface Layer {
  readonly clock: number;
  readonly from: number;
  readonly rate: number;
}

function laidEndToEnd(...clocks: readonly ClockName[]): readonly Layer[] {
  let from = 0;
  return clocks.map((name) => {
    const rate = clockRates[name];
    from += rate;
    return { clock: names.indexOf(name), from: from - rate, rate };
  });
}
export const newsClocks = laidEndToEnd('news', 'news2');
export const decisionClocks = laidEndToEnd('decision', 'decision2', 'decision3', 'decision4');
export const clockIndex = (name: ClockName): number => names.indexOf(name);

export interface Clocks {
  /** Candidates of a clock in a bucket of the wound year: educators, the first `count` of the list. */
  readonly candidates: (clock: number, bucketOfYear: number) => Bucket;
  /** Makes the common clocks' candidates for a year. */
  readonly wind: (yearIndex: number) => void;
  /**
   * Makes the wound year's candidates of an educator's further clocks, where there are none yet: those whose bits are set, from
   * a bucket of the year on. Called as soon as a hazard may reach them; the candidates themselves never move.
   */
  readonly windFurther: (e: number, s: number, bits: number, bucketOfYear: number) => void;
  /** Probability that a clock has a candidate in a bucket. */
  readonly candidateChance: Float64Array;
}

export interface Bucket {
  list: Int32Array;
  count: number;
}

/** Bits of the further clocks among layers that a hazard reaches, per year. */
export function furtherBits(layers: readonly Layer[], hazard: number): number {
  let bits = 0;
  for (const { clock, from } of layers) if (clock >= COMMON && hazard > from) bits |= 1 << (clock - COMMON);
  return bits;
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
  const candidateChance = Float64Array.from(names, (name) => chance(clockRates[name], 1 / bucketsPerYear));
  const limits = names.map((_, c) => {
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

export function makeClocks(system: System, key: Key, bucketsPerYear: number): Clocks {
  const { educatorCount, schoolCount, schoolKey, firstEducator } = system;
  const { candidateChance, limits, wordLimits, starts } = dialOf(bucketsPerYear);
  const buckets: Bucket[][] = names.map(() => []);
  /** Bits of the further clocks that an educator has been wound for this year. */
  const woundFurther = new Uint8Array(educatorCount);
  let year = 0;

  function clear(clock: number): void {
    if (buckets[clock].length === 0) {
      const expected = educatorCount * candidateChance[clock];
      const room = Math.ceil(expected + 5 * Math.sqrt(expected) + 8);
      for (let b = 0; b < bucketsPerYear; b++) buckets[clock].push({ list: new Int32Array(room), count: 0 });
    }
    for (const bucket of buckets[clock]) bucket.count = 0;
  }

  /**
   * All candidates of one clock and year from one uniform number: where it falls between two limits is the first; how far between
   * them is uniform again and tells the next, and so on. Each spends about 4 of the 32 bits, and three in a year are rare.
   * Those before bucket `since` are found and not kept.
   */
  function put(e: number, clock: number, word: number, since: number): void {
    const limit = limits[clock];
    const start = starts[clock];
    const inYear = buckets[clock];
    let u = unit(word);
    let from = 0;
    while (from < bucketsPerYear && u < limit[bucketsPerYear - 1 - from]) {
      let b = start[Math.floor(u * START_PLACES)];
      while (u >= limit[b]) b++;
      const low = b > 0 ? limit[b - 1] : 0;
      u = (u - low) / (limit[b] - low);
      if (from + b >= since) add(inYear[from + b], e);
      from += b + 1;
    }
  }

  function add(bucket: Bucket, e: number): void {
    if (bucket.count === bucket.list.length) {
      const longer = new Int32Array(Math.ceil(bucket.list.length * 1.2) + 8);
      longer.set(bucket.list);
      bucket.list = longer;
    }
    bucket.list[bucket.count++] = e;
  }

  return {
    candidateChance,
    wind(yearIndex) {
      year = yearIndex;
      for (let c = 0; c < names.length; c++) clear(c);
      woundFurther.fill(0);
      for (let s = 0; s < schoolCount; s++) {
        const first = firstEducator[s];
        const end = firstEducator[s + 1];
        for (let e = first; e < end; e++) {
          block(key, purposes.clocks, schoolKey[s], e - first, year);
          // Most have no candidate: seen at once, without the call.
          for (let c = 0; c < COMMON; c++) if (words[c] < wordLimits[c]) put(e, c, words[c], 0);
        }
      }
    },
    windFurther(e, s, bits, bucketOfYear) {
      const missing = bits & ~woundFurther[e];
      if (missing === 0) return;
      woundFurther[e] |= missing;
      block(key, purposes.furtherClocks, schoolKey[s], e - firstEducator[s], year);
      for (let i = 0; i < names.length - COMMON; i++) {
        if (missing & (1 << i) && words[i] < wordLimits[COMMON + i]) put(e, COMMON + i, words[i], bucketOfYear);
      }
    },
    candidates: (clock, bucketOfYear) => buckets[clock][bucketOfYear],
  };
}

/** Bits that the number of a clock stands above in the name of a draw: no purpose reaches them. */
const CLOCK_BITS = 8;

/** Acceptance draw of a candidate, uniform in (0, 1): of its own purpose for each of the clocks that serve one hazard. */
export function acceptance(key: Key, purpose: number, clock: number, schoolKey: number, post: number, bucket: number): number {
  return unit(block(key, purpose + (clock << CLOCK_BITS), schoolKey, post, bucket));
}
