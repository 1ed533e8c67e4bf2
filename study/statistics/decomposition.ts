/** Whose variance it is: a response surface over independent inputs, taken apart term by term (Sudret 2008). */

import type { Term } from './basis.ts';
import { shapleyEffects } from './shapley.ts';

export interface Decomposition {
  /** Share of the surface's variance by an input alone. */
  readonly first: Float64Array;
  /** With all its products with others. */
  readonly total: Float64Array;
  /** With an equal part of each product (Shapley effects): sums to 1. */
  readonly shapley: Float64Array;
}

/** `coefficients`: the constant first, then one for each term; the terms do not overlap and have mean square 1. */
export function decompose(count: number, terms: readonly Term[], coefficients: ArrayLike<number>): Decomposition {
  const variances = terms.map((_, t) => coefficients[t + 1] * coefficients[t + 1]);
  const all = variances.reduce((sum, v) => sum + v, 0);
  const first = new Float64Array(count);
  const total = new Float64Array(count);
  terms.forEach(({ inputs }, t) => {
    const share = all > 0 ? variances[t] / all : 0;
    if (inputs.length === 1) first[inputs[0]] += share;
    for (const f of inputs) total[f] += share;
  });
  return {
    first,
    total,
    shapley: shapleyEffects(
      count,
      terms.map(({ inputs }) => inputs),
      variances,
    ),
  };
}
