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

/** Rates of the clocks, per year. Decisions have four, laid end to end, for hazards up to 6 a year. */
export const clockRates = { news: 1, decision: 0.4, leaving: 0.3, stopping: 0.5, decision2: 0.8, decision3: 1.6, decision4: 3.2 } as const;
export type ClockName = keyof typeof clockRates;
const names = Object.keys(clockRates) as ClockName[];
/** The first four share one block of draws a year; the others are wound only when a hazard can reach them. */
const COMMON = 4;
/** The decision clocks in the order in which they serve a hazard, with the rate below which each is idle. */
export const decisionClocks: readonly { readonly clock: number; readonly from: number; readonly rate: number }[] = (() => {
  let from = 0;
  return (['decision', 'decision2', 'decision3', 'decision4'] as const).map((name) => {
    const rate = clockRates[name];
    from += rate;
    return { clock: names.indexOf(name), from: from - rate, rate };
  });
})();
export const clockIndex = (name: ClockName): number => names.indexOf(name);

export interface Clocks {
  /** Candidates of a clock in a bucket of the wound year: educators in order, `count` of them. */
  readonly candidates: (clock: number, bucketOfYear: number) => { readonly list: Int32Array; readonly from: number; readonly to: number };
  /** Makes the common clocks' candidates for a year. */
  readonly wind: (yearIndex: number) => void;
  /** Makes the candidates of one of the further decision clocks, if this year has none yet. */
  readonly windFurther: (clock: number, yearIndex: number) => void;
  /** Probability that a clock has a candidate in a bucket. */
  readonly candidateChance: Float64Array;
}

interface Lists {
  year: number;
  starts: Int32Array;
  list: Int32Array;
}

export function makeClocks(system: System, key: Key, bucketsPerYear: number): Clocks {
  const { educatorCount, schoolCount, schoolKey, firstEducator } = system;
  const bucketLength = 1 / bucketsPerYear;
  const candidateChance = Float64Array.from(names, (name) => chance(clockRates[name], bucketLength));
  // Word below limits[c][b]: the first candidate of clock c comes in bucket b or before.
  const limits = names.map((_, c) => {
    let none = 1;
    return Float64Array.from({ length: bucketsPerYear }, () => {
      none *= 1 - candidateChance[c];
      return (1 - none) * 2 ** 32;
    });
  });
  const lists: Lists[] = names.map(() => ({ year: -1, starts: new Int32Array(bucketsPerYear + 1), list: new Int32Array(0) }));
  const first = new Uint8Array(educatorCount);

  /** Bucket of the first candidate for a word, counted from `after`; bucketsPerYear: none. */
  function bucketOf(word: number, clock: number, after: number): number {
    const limit = limits[clock];
    const last = bucketsPerYear - after - 1;
    if (last < 0 || word >= limit[last]) return bucketsPerYear;
    let b = 0;
    while (word >= limit[b]) b++;
    return after + b;
  }

  /** All candidates of clocks from..to of one year, in lists by bucket, educators in order. */
  function windRange(from: number, to: number, purpose: number, yearIndex: number): void {
    const width = to - from;
    const firsts = width === 1 ? first : new Uint8Array(educatorCount * width);
    const counts = new Int32Array(width * (bucketsPerYear + 1));
    for (let s = 0; s < schoolCount; s++) {
      const post0 = firstEducator[s];
      const end = firstEducator[s + 1];
      for (let e = post0; e < end; e++) {
        block(key, purpose, schoolKey[s], e - post0, yearIndex);
        for (let c = 0; c < width; c++) {
          const b = bucketOf(words[c], from + c, 0);
          firsts[e * width + c] = b;
          counts[c * (bucketsPerYear + 1) + b]++;
        }
      }
    }
    for (let c = 0; c < width; c++) fill(from + c, firsts, width, c, counts, yearIndex);
  }

  function fill(clock: number, firsts: Uint8Array, width: number, c: number, counts: Int32Array, yearIndex: number): void {
    const lists_ = lists[clock];
    // Later candidates of the same year are rare enough to be gathered apart and merged in.
    const later: number[] = [];
    const laterBucket: number[] = [];
    const row0 = c * (bucketsPerYear + 1);
    for (let s = 0; s < schoolCount; s++) {
      const post0 = firstEducator[s];
      for (let e = post0; e < firstEducator[s + 1]; e++) {
        let b = firsts[e * width + c];
        while (b < bucketsPerYear - 1) {
          const word = block(key, purposes.laterClock, schoolKey[s], e - post0, (yearIndex * 16 + clock) * 64 + b);
          b = bucketOf(word, clock, b + 1);
          if (b >= bucketsPerYear) break;
          later.push(e);
          laterBucket.push(b);
          counts[row0 + b]++;
        }
      }
    }
    let total = 0;
    for (let b = 0; b < bucketsPerYear; b++) {
      lists_.starts[b] = total;
      total += counts[row0 + b];
    }
    lists_.starts[bucketsPerYear] = total;
    if (lists_.list.length < total) lists_.list = new Int32Array(Math.ceil(total * 1.05));
    const next = lists_.starts.slice();
    for (let e = 0; e < educatorCount; e++) {
      const b = firsts[e * width + c];
      if (b < bucketsPerYear) lists_.list[next[b]++] = e;
    }
    for (let i = 0; i < later.length; i++) lists_.list[next[laterBucket[i]]++] = later[i];
    lists_.year = yearIndex;
  }

  return {
    candidateChance,
    wind: (yearIndex) => windRange(0, COMMON, purposes.clocks, yearIndex),
    windFurther(clock, yearIndex) {
      // One word a block is used here: these clocks are wound only where a mandate or a very easy innovation drives hazards high.
      if (lists[clock].year !== yearIndex) windRange(clock, clock + 1, purposes.clocks + (clock << 8), yearIndex);
    },
    candidates(clock, bucketOfYear) {
      const { starts, list } = lists[clock];
      return { list, from: starts[bucketOfYear], to: starts[bucketOfYear + 1] };
    },
  };
}

/** Acceptance draw of a candidate: uniform in (0, 1), of its own purpose for each clock. */
export function acceptance(key: Key, purpose: number, schoolKey: number, post: number, bucket: number): number {
  return unit(block(key, purpose, schoolKey, post, bucket));
}

