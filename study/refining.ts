/**
 * An order for the points of a two-level fraction, so that its first points are fractions themselves: answers from few runs
 * first, sharper ones from more, and no run that is thrown away. All pure.
 */

/** How many points the first answers rest on, each a half of the next. */
export const SUBSETS = [64, 128] as const;

/** Choices of halves that are looked at: a fixed number, so that everybody sees the same order. */
const TRIES = 4000;

/** A point's levels as bits, a factor a bit, 1 the high one. */
type Bits = number;

interface Basis {
  /** Factors whose levels say those of all others. */
  readonly free: readonly number[];
  /** By factor: which free factors it is the sum of. */
  readonly mask: readonly number[];
}

/**
 * Places of the points in the order in which to run them. `levels`: a row a point, a column a factor, -1 or 1. Points of a design
 * that is not a regular fraction keep their order.
 */
export function refining(levels: Float64Array, factorCount: number): Int32Array {
  const count = levels.length / factorCount;
  const plain = Int32Array.from({ length: count }, (_, point) => point);
  const rows = Array.from(plain, (point) => bitsOf(levels, factorCount, point));
  const basis = basisOf(rows, factorCount);
  if (!basis || 1 << basis.free.length !== count) return plain;
  const halvings = SUBSETS.filter((size) => size < count).length;
  const cuts = bestCuts(basis, halvings);
  const rank = (point: number): number => {
    const free = freeBits(rows[point] ^ rows[0], basis.free);
    return cuts.reduce((sum, cut, c) => sum + parity(free & cut) * (1 << (halvings - 1 - c)), 0);
  };
  const ranks = Array.from(plain, rank);
  // The points that every cut keeps, then those that all but the last keep, and so on: each step doubles what is there.
  const step = ranks.map((value) => (value === 0 ? 0 : 32 - Math.clz32(value)));
  return plain.sort((a, b) => step[a] - step[b] || a - b);
}

const bitsOf = (levels: Float64Array, factorCount: number, point: number): Bits => {
  let bits = 0;
  for (let j = 0; j < factorCount; j++) if (levels[point * factorCount + j] > 0) bits |= 1 << j;
  return bits;
};

const parity = (bits: number): number => {
  let left = bits;
  let odd = 0;
  for (; left; left &= left - 1) odd ^= 1;
  return odd;
};

const freeBits = (bits: Bits, free: readonly number[]): number =>
  free.reduce((sum, factor, place) => sum | (((bits >> factor) & 1) << place), 0);

/** Factors are taken as free until the differences of points from the first are spanned; null where they are no group. */
function basisOf(rows: readonly Bits[], factorCount: number): Basis | null {
  const all = new Set(rows.map((row) => row ^ rows[0]));
  if (all.size !== rows.length) return null;
  const free: number[] = [];
  const seen = new Set<string>();
  for (let j = 0; j < factorCount && 1 << free.length < rows.length; j++) {
    const wider = [...free, j];
    seen.clear();
    for (const row of all) seen.add(String(freeBits(row, wider)));
    if (seen.size === 1 << wider.length) free.push(j);
  }
  if (1 << free.length !== rows.length) return null;
  const byFree = new Map([...all].map((row) => [freeBits(row, free), row]));
  const mask = Array.from({ length: factorCount }, (_, j) =>
    free.reduce((sum, _factor, place) => sum | (((byFree.get(1 << place)! >> j) & 1) << place), 0),
  );
  const isSum = [...all].every((row) => mask.every((of, j) => parity(freeBits(row, free) & of) === ((row >> j) & 1)));
  return isSum ? { free, mask } : null;
}

/** Sums of free factors that are held still, the smallest set of points first: main effects mix with as few pairs as can be found. */
function bestCuts({ free, mask }: Basis, count: number): readonly number[] {
  let best: readonly number[] = [];
  let least = Number.POSITIVE_INFINITY;
  let state = 1;
  const draw = (): number => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return 1 + ((state >> 8) % ((1 << free.length) - 1));
  };
  for (let tried = 0; tried < TRIES && least > 0; tried++) {
    const cuts = Array.from({ length: count }, draw);
    if (spanOf(cuts).size !== 1 << count) continue;
    const short = mixedUp(mask, spanOf(cuts));
    if (short < least) [best, least] = [cuts, short];
  }
  return best;
}

/** All sums of some cuts, the empty one among them. */
function spanOf(cuts: readonly number[]): Set<number> {
  const span = new Set([0]);
  for (const cut of cuts) for (const one of [...span]) span.add(one ^ cut);
  return span;
}

/** How badly main effects mix: with each other first, then with pairs. */
function mixedUp(mask: readonly number[], still: ReadonlySet<number>): number {
  let short = 0;
  for (let a = 0; a < mask.length; a++) {
    if (still.has(mask[a])) short += 10_000;
    for (let b = a + 1; b < mask.length; b++) {
      const two = mask[a] ^ mask[b];
      if (still.has(two)) short += 1000;
      for (let c = b + 1; c < mask.length; c++) if (still.has(two ^ mask[c])) short++;
    }
  }
  return short;
}
