/** Exact Shapley values: what each member adds, averaged over all orders in which the members may come (Shapley 1953). */

/** Shares of a game: `values[S]` for every set S of n members, member i present where bit i is set; n · 2^n steps. */
export function shapleyValues(values: ArrayLike<number>): Float64Array {
  const n = Math.log2(values.length);
  if (!Number.isInteger(n)) throw new RangeError(`expected a value for every set, got ${values.length}`);
  const weights = weightsOf(n);
  const size = sizes(values.length);
  const shares = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const bit = 1 << i;
    let sum = 0;
    for (let set = 0; set < values.length; set++) {
      if ((set & bit) === 0) sum += weights[size[set]] * (values[set | bit] - values[set]);
    }
    shares[i] = sum;
  }
  return shares;
}

/** Chance that exactly a given set of s comes before a member: s! (n − 1 − s)! / n!, made by dividing on. */
function weightsOf(n: number): Float64Array {
  const weights = new Float64Array(n);
  if (n > 0) weights[0] = 1 / n;
  for (let s = 1; s < n; s++) weights[s] = (weights[s - 1] * s) / (n - s);
  return weights;
}

/** Number of members of every set. */
function sizes(count: number): Uint8Array {
  const size = new Uint8Array(count);
  for (let set = 1; set < count; set++) size[set] = size[set >> 1] + (set & 1);
  return size;
}

/**
 * Shapley effects of independent inputs (Owen 2014): the variance of every term of an orthogonal expansion goes in equal parts
 * to the inputs in it. `variances[t]` belongs to the inputs `members[t]`; returns shares that sum to 1, or zeros.
 */
export function shapleyEffects(
  count: number,
  members: readonly (readonly number[])[],
  variances: ArrayLike<number>,
): Float64Array {
  const shares = new Float64Array(count);
  for (let t = 0; t < members.length; t++) for (const i of members[t]) shares[i] += variances[t] / members[t].length;
  // An estimate of a variance less that of its noise may fall below 0, which no share can.
  const kept = shares.map((share) => Math.max(0, share));
  const total = kept.reduce((sum, share) => sum + share, 0);
  return total > 0 ? kept.map((share) => share / total) : kept;
}
