/** Designs in which every input takes two levels: contrasts of main effects and of pairs. */
import type { StudyTable } from '../table.ts';

export interface TwoLevel {
  /** Number of inputs. */
  readonly count: number;
  /** By point, the inputs at their high level as bits. */
  readonly sets: Int32Array;
  /** True where each of the 2^count combinations was run once. */
  readonly isFull: boolean;
  /** True where main effects and pairs are all told apart (resolution V or better). */
  readonly arePairsClear: boolean;
  /** Inputs of every term, main effects first. */
  readonly terms: readonly (readonly number[])[];
}

/** The two-level design that a table is, or null: some input takes another number of levels, or main effects are not told apart. */
export function twoLevelOf({ points, pointCount, factors }: StudyTable): TwoLevel | null {
  const count = factors.length;
  if (count === 0 || count > 30) return null;
  const sets = new Int32Array(pointCount);
  for (let f = 0; f < count; f++) {
    let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let p = 0; p < pointCount; p++) {
      low = Math.min(low, points[p * count + f]);
      high = Math.max(high, points[p * count + f]);
    }
    if (!(low < high)) return null;
    for (let p = 0; p < pointCount; p++) {
      const value = points[p * count + f];
      if (value !== low && value !== high) return null;
      if (value === high) sets[p] |= 1 << f;
    }
  }
  const isFull = pointCount === 2 ** count && new Set(sets).size === pointCount;
  const mains = Array.from({ length: count }, (_, i) => [i]);
  const pairs = mains.flatMap(([i]) => mains.slice(i + 1).map(([j]) => [i, j]));
  const terms = [...mains, ...pairs];
  if (!isFull && !areOrthogonal(sets, mains)) return null;
  return { count, sets, isFull, arePairsClear: isFull || areOrthogonal(sets, terms), terms };
}

const maskOf = (members: readonly number[]): number => members.reduce((mask, i) => mask | (1 << i), 0);

/** 1 where the set holds an even number of the members that it lacks, else −1: the product of their signs (high +1, low −1). */
export function signOf(set: number, mask: number): number {
  let lacking = ~set & mask;
  let sign = 1;
  while (lacking !== 0) {
    lacking &= lacking - 1;
    sign = -sign;
  }
  return sign;
}

/** Whether the columns of signs of the terms are balanced and pairwise independent. */
function areOrthogonal(sets: Int32Array, terms: readonly (readonly number[])[]): boolean {
  const columns = terms.map((term) => Int8Array.from(sets, (set) => signOf(set, maskOf(term))));
  columns.unshift(new Int8Array(sets.length).fill(1));
  return columns.every((a, i) => columns.slice(0, i).every((b) => a.reduce((sum, sign, p) => sum + sign * b[p], 0) === 0));
}

/**
 * Something that gives the coefficient of every term, in the order of `terms`, when high counts +1 and low −1: half of a main
 * effect, a quarter of what a pair does beyond its two parts.
 */
export function contrastsOf(design: TwoLevel): (means: Float64Array) => Float64Array {
  const masks = design.terms.map(maskOf);
  if (design.isFull)
    return (means) => {
      const all = walsh(bySet(design, means));
      return Float64Array.from(masks, (mask) => all[mask]);
    };
  const signs = masks.map((mask) => Int8Array.from(design.sets, (set) => signOf(set, mask)));
  return (means) =>
    Float64Array.from(signs, (column) => column.reduce((sum, sign, p) => sum + sign * means[p], 0) / means.length);
}

/** The means of a full design in the order of their sets. */
export function bySet({ sets }: TwoLevel, means: Float64Array): Float64Array {
  const ordered = new Float64Array(means.length);
  for (let p = 0; p < sets.length; p++) ordered[sets[p]] = means[p];
  return ordered;
}

/** Coefficients of all 2^n products of signs, by the fast Walsh–Hadamard transform (Yates' method). */
export function walsh(values: Float64Array): Float64Array {
  const out = values.slice();
  for (let half = 1; half < out.length; half *= 2) {
    for (let start = 0; start < out.length; start += 2 * half) {
      for (let i = start; i < start + half; i++) {
        const [low, high] = [out[i], out[i + half]];
        out[i] = (low + high) / 2;
        out[i + half] = (high - low) / 2;
      }
    }
  }
  return out;
}

/** The inputs of a set of bits. */
export function membersOf(set: number): number[] {
  const members: number[] = [];
  for (let i = 0, rest = set; rest !== 0; i++, rest >>>= 1) if ((rest & 1) === 1) members.push(i);
  return members;
}
