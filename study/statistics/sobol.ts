/**
 * Sobol indices from Saltelli's scheme: samples A and B, and for each input A with that input's column from B (AB) and, where
 * pairs are asked for, B with that column from A (BA). First order by Saltelli et al. 2010, total order by Jansen 1999, pairs by
 * Saltelli 2002.
 */

/** Outcomes of the scheme: a number a base sample in each. */
export interface Saltelli {
  readonly a: Float64Array;
  readonly b: Float64Array;
  readonly ab: readonly Float64Array[];
  readonly ba?: readonly Float64Array[];
}

export interface Indices {
  readonly first: Float64Array;
  readonly total: Float64Array;
  /** By i < j in order, what the pair adds to the two alone; absent where the scheme has no BA. */
  readonly second?: Float64Array;
}

/** Indices of base samples drawn `times` often. */
export function indicesOf({ a, b, ab, ba }: Saltelli, times?: ArrayLike<number>): Indices {
  const weight = (j: number): number => (times ? times[j] : 1);
  const average = (of: (j: number) => number): number => {
    let [sum, n] = [0, 0];
    for (let j = 0; j < a.length; j++) {
      sum += weight(j) * of(j);
      n += weight(j);
    }
    return sum / n;
  };
  // The products are taken around the mean, which changes no expectation and much of their spread.
  const mean = average((j) => (a[j] + b[j]) / 2);
  const variance = average((j) => ((a[j] - mean) * (a[j] - mean) + (b[j] - mean) * (b[j] - mean)) / 2);
  const first = Float64Array.from(ab, (abi) => average((j) => (b[j] - mean) * (abi[j] - a[j])) / variance);
  const total = Float64Array.from(ab, (abi) => average((j) => (a[j] - abi[j]) * (a[j] - abi[j])) / 2 / variance);
  if (!ba) return { first, total };
  const second = ab.flatMap((_, i) =>
    ab.slice(i + 1).map((_, k) => {
      const other = i + 1 + k;
      const both = average((j) => (ba[i][j] - mean) * (ab[other][j] - mean) - (a[j] - mean) * (b[j] - mean)) / variance;
      return both - first[i] - first[other];
    }),
  );
  return { first, total, second: Float64Array.from(second) };
}
