/**
 * Polynomials of each input that do not overlap over the values that were run (arbitrary polynomial chaos, Oladyshkin & Nowak
 * 2012): any distribution of the inputs, few levels and choices included, by one recurrence.
 */

/** Polynomials of one input: number k is of degree k + 1, with mean 0 and mean square 1 over the sample. */
export interface Polynomials {
  readonly count: number;
  /** Values of all polynomials at a value of the input, written to `out`. */
  at(value: number, out: Float64Array): void;
}

/** By Stieltjes' procedure on the sample; as many as asked for, and never more than distinct values less one. */
export function polynomialsOf(values: Float64Array, most: number): Polynomials {
  const n = values.length;
  const low = values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const high = values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const middle = (low + high) / 2;
  const half = high > low ? (high - low) / 2 : 1;
  const x = values.map((value) => (value - middle) / half);
  const count = Math.max(0, Math.min(most, new Set(values).size - 1));
  const centres = new Float64Array(count);
  const norms = new Float64Array(count + 1);
  norms[0] = 1;
  let before = new Float64Array(n);
  let now = new Float64Array(n).fill(1);
  for (let k = 0; k < count; k++) {
    let centre = 0;
    for (let p = 0; p < n; p++) centre += x[p] * now[p] * now[p];
    centres[k] = centre / n;
    const next = new Float64Array(n);
    let square = 0;
    for (let p = 0; p < n; p++) {
      next[p] = (x[p] - centres[k]) * now[p] - (k > 0 ? norms[k] : 0) * before[p];
      square += next[p] * next[p];
    }
    norms[k + 1] = Math.sqrt(square / n);
    before = now;
    now = next.map((value) => value / norms[k + 1]);
  }
  return {
    count,
    at(value, out) {
      const z = (value - middle) / half;
      let [last, current] = [0, 1];
      for (let k = 0; k < count; k++) {
        const next = ((z - centres[k]) * current - (k > 0 ? norms[k] : 0) * last) / norms[k + 1];
        last = current;
        current = next;
        out[k] = next;
      }
    },
  };
}

/** A product of polynomials of different inputs: number `degrees[i]` (from 0) of input `inputs[i]`. */
export interface Term {
  readonly inputs: readonly number[];
  readonly degrees: readonly number[];
}

export interface Degrees {
  /** Of one input alone. */
  readonly alone: number;
  /** Of the inputs of a product together. */
  readonly together: number;
  /** Most inputs in a product. */
  readonly inputs: number;
}

/** Every product within the degrees, the inputs' own polynomials first. */
export function termsOf(polynomials: readonly Polynomials[], { alone, together, inputs }: Degrees): Term[] {
  const out: Term[] = [];
  const extend = (term: Term, from: number, left: number): void => {
    if (term.inputs.length > 0) out.push(term);
    if (term.inputs.length === inputs) return;
    for (let f = from; f < polynomials.length; f++) {
      const most = term.inputs.length === 0 ? Math.max(alone, left) : left;
      for (let d = 0; d < Math.min(polynomials[f].count, most); d++)
        extend({ inputs: [...term.inputs, f], degrees: [...term.degrees, d] }, f + 1, left - d - 1);
    }
  };
  extend({ inputs: [], degrees: [] }, 0, together);
  return out
    .filter(({ inputs: members, degrees }) => members.length > 1 || degrees[0] < alone)
    .sort((a, b) => a.inputs.length - b.inputs.length);
}
