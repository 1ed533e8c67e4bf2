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
const ALL_FOUR = 0b1111;

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
  /** Candidates of a clock in a bucket of the wound year: educators in order, the first `count` of the list. */
  readonly candidates: (clock: number, bucketOfYear: number) => { readonly list: Int32Array; readonly count: number };
  /** Makes the common clocks' candidates for a year. */
  readonly wind: (yearIndex: number) => void;
  /**
   * Makes a year's candidates of further clocks, in those schools where a hazard reaches them and that have none yet. Called in each
   * step, since hazards move; the candidates themselves do not. `cap`: the highest hazard at a school, per year.
   */
  readonly windFurther: (layers: readonly Layer[], yearIndex: number, cap: (school: number) => number) => void;
  /** Probability that a clock has a candidate in a bucket. */
  readonly candidateChance: Float64Array;
}

interface Bucket {
  list: Int32Array;
  count: number;
}

export function makeClocks(system: System, key: Key, bucketsPerYear: number): Clocks {
  const { educatorCount, schoolCount, schoolKey, firstEducator } = system;
  const candidateChance = Float64Array.from(names, (name) => chance(clockRates[name], 1 / bucketsPerYear));
  // limits[c][b]: the first candidate of clock c comes in bucket b or before, while a uniform number lies below it.
  const limits = names.map((_, c) => {
    let none = 1;
    return Float64Array.from({ length: bucketsPerYear }, () => {
      none *= 1 - candidateChance[c];
      return 1 - none;
    });
  });
  const buckets: Bucket[][] = names.map(() => []);
  const wordLimits = Float64Array.from(limits, (limit) => limit[bucketsPerYear - 1] * 2 ** 32);
  /** Bits of the further clocks that a school has been wound for this year. */
  const woundFurther = new Uint8Array(schoolCount);

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
   */
  function put(e: number, clock: number, word: number): void {
    const limit = limits[clock];
    let u = unit(word);
    let from = 0;
    while (from < bucketsPerYear && u < limit[bucketsPerYear - 1 - from]) {
      let b = 0;
      while (u >= limit[b]) b++;
      const low = b > 0 ? limit[b - 1] : 0;
      u = (u - low) / (limit[b] - low);
      add(buckets[clock][from + b], e);
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

  /** Puts the candidates of those of four clocks from `from` on whose bit is set, of all posts of a school. */
  function windSchool(s: number, from: number, bits: number, purpose: number, yearIndex: number): void {
    const first = firstEducator[s];
    const end = firstEducator[s + 1];
    for (let e = first; e < end; e++) {
      block(key, purpose, schoolKey[s], e - first, yearIndex);
      for (let i = 0; i < 4; i++) {
        // Most have no candidate: seen at once, without the call.
        if (bits & (1 << i) && words[i] < wordLimits[from + i]) put(e, from + i, words[i]);
      }
    }
  }

  return {
    candidateChance,
    wind(yearIndex) {
      for (let c = 0; c < names.length; c++) clear(c);
      woundFurther.fill(0);
      for (let s = 0; s < schoolCount; s++) windSchool(s, 0, ALL_FOUR, purposes.clocks, yearIndex);
    },
    windFurther(layers, yearIndex, cap) {
      for (let s = 0; s < schoolCount; s++) {
        let bits = 0;
        const highest = cap(s);
        for (const { clock, from } of layers) if (clock >= COMMON && highest > from) bits |= 1 << (clock - COMMON);
        bits &= ~woundFurther[s];
        if (bits === 0) continue;
        woundFurther[s] |= bits;
        windSchool(s, COMMON, bits, purposes.furtherClocks, yearIndex);
      }
    },
    candidates: (clock, bucketOfYear) => buckets[clock][bucketOfYear],
  };
}

/** Acceptance draw of a candidate: uniform in (0, 1), of its own purpose for each clock. */
export function acceptance(key: Key, purpose: number, schoolKey: number, post: number, bucket: number): number {
  return unit(block(key, purpose, schoolKey, post, bucket));
}
