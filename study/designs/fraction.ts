/**
 * Two-level fractional factorials. Factor j is high where an odd number of the bits of its column stand in the number of the run,
 * so that the points are 0 … runs − 1 and nothing is stored. Columns are chosen by going up the numbers and taking each that is no sum (XOR) of
 * resolution − 2 or fewer of those taken: then no product of fewer than `resolution` factors is constant. For resolution V this
 * gives the runs that Sanchez & Sanchez 2005 found (ACM TOMACS 15:362-377): 14 factors in 256, 17 in 256.
 */
import type { Axis } from '../axis.ts';
import { levelsOf } from './combinations.ts';
import type { DesignKind } from './design.ts';

/** The column of each factor, as a number whose bits are basic factors. */
function columnsOf(factors: number, resolution: number): readonly number[] {
  const columns: number[] = [];
  // By how many columns they are sums of: sums[n] of at most n + 1.
  const sums: Set<number>[] = Array.from({ length: resolution - 2 }, () => new Set());
  for (let candidate = 1; columns.length < factors; candidate++) {
    if (sums[sums.length - 1].has(candidate)) continue;
    for (let n = sums.length - 1; n >= 0; n--) {
      for (const sum of n > 0 ? sums[n - 1] : []) sums[n].add(sum ^ candidate);
      for (let m = n; m < sums.length; m++) sums[m].add(candidate);
    }
    columns.push(candidate);
  }
  return columns;
}

/** 1 where an odd number of bits is set. */
function parity(bits: number): number {
  let x = bits;
  for (let shift = 16; shift > 0; shift >>>= 1) x ^= x >>> shift;
  return x & 1;
}

/** Runs that columns need: every combination of their basic factors. */
const runsOf = (columns: readonly number[]): number => 1 << (32 - Math.clz32(columns.reduce((all, column) => all | column, 0)));

/** What each factor beyond the basic ones equals, such as `E = −A·B·C·D`, where high is +1 and low −1. */
export function generatorsOf(names: readonly string[], resolution: number): readonly string[] {
  const columns = columnsOf(names.length, resolution);
  return columns.flatMap((column, j) => {
    const bits = Array.from({ length: 32 }, (_, b) => 1 << b).filter((bit) => column & bit);
    if (bits.length === 1) return [];
    // A product of an even number of signs is + where an even number of them is high.
    const sign = bits.length % 2 === 0 ? '−' : '';
    return [`${names[j]} = ${sign}${bits.map((bit) => names[columns.indexOf(bit)]).join('·')}`];
  });
}

const isTwo = (axis: Axis): boolean => levelsOf(axis).length === 2;

export const fraction: DesignKind<'fraction'> = {
  refuse(_, axes) {
    const other = axes.find((axis) => !isTwo(axis));
    if (other) return `${other.name} has ${levelsOf(other).length} levels, expected two for a fraction of a two-level design.`;
    if (axes.length > MOST_FACTORS)
      return `found ${axes.length} factors, expected at most ${MOST_FACTORS}; sift them with morris first.`;
    return undefined;
  },
  make({ resolution }, axes) {
    const columns = columnsOf(axes.length, resolution);
    const ends = axes.map(levelsOf);
    return {
      pointCount: runsOf(columns),
      numbers: { resolution },
      at: (point) => Float64Array.from(columns, (column, j) => ends[j][parity(point & column)]),
    };
  },
};

/** Beyond this the sums of three columns take seconds to list. */
const MOST_FACTORS = 100;
