/**
 * A response surface: the outcome as a sum of polynomial terms, of which only those are kept that help to foresee points left
 * out. Terms are chosen one at a time (orthogonal matching pursuit), as in sparse polynomial chaos (Blatman & Sudret 2011).
 */
import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import { type Degrees, type Polynomials, polynomialsOf, type Term, termsOf } from './basis.ts';

/** A row a point, a column an input; one number of each point. */
export interface Sample {
  readonly inputs: Float64Array;
  readonly count: number;
  readonly y: Float64Array;
}

export interface Surface {
  readonly terms: readonly Term[];
  /** The constant first, then one for each term. */
  readonly coefficients: Float64Array;
  /** Cross-validated share of the variance explained, terms chosen anew in each fold: 1 foresees all, 0 or less nothing. */
  readonly q2: number;
  /** Root mean square error on points left out, in the unit of y. */
  readonly error: number;
  predict(values: ArrayLike<number>): number;
  /**
   * Surfaces of the same terms for other numbers of the points, with some inputs held as they stand in each of some rows: from values
   * of all inputs, of which the held count for nothing, a value for each of `ys` in each row.
   */
  held(
    ys: readonly Float64Array[],
    isHeld: readonly boolean[],
    rows: readonly ArrayLike<number>[],
  ): (values: ArrayLike<number>) => Float64Array;
  /** Coefficients when points count `times` often, terms unchanged. */
  refit(times: ArrayLike<number>): Float64Array;
}

/** Parts that take turns to be left out. */
const FOLDS = 5;
const MOST_TERMS = 80;
/** Terms tried in vain before it ends. */
const PATIENCE = 8;
const MOST_CANDIDATES = 400;

/** Degrees that so many inputs and points can carry: high for few inputs, plain pairs for many. */
function degreesFor(count: number, points: number): Degrees {
  const ladder: readonly Degrees[] = [
    { alone: 12, together: 12, inputs: 3 },
    { alone: 10, together: 8, inputs: 2 },
    { alone: 6, together: 5, inputs: 2 },
    { alone: 4, together: 4, inputs: 2 },
    { alone: 3, together: 3, inputs: 2 },
    { alone: 3, together: 2, inputs: 2 },
    { alone: 2, together: 2, inputs: 2 },
  ];
  const room = Math.min(MOST_CANDIDATES, points);
  return ladder.find((degrees) => candidates(count, degrees) <= room) ?? { alone: 2, together: 0, inputs: 1 };
}

/** Number of terms of so many inputs within the degrees. */
function candidates(count: number, { alone, together, inputs }: Degrees): number {
  const pairs = (count * (count - 1)) / 2;
  const triples = inputs > 2 ? (pairs * (count - 2)) / 3 : 0;
  const ways = (together * (together - 1)) / 2;
  return count * alone + pairs * ways + (triples * ways * (together - 2)) / 3;
}

/** `isChecked`: whether to leave points out for q2 and error, which are NaN otherwise and take most of the time. */
export function surfaceOf(sample: Sample, isChecked = true): Surface {
  const { inputs, count, y } = sample;
  const n = y.length;
  const degrees = degreesFor(count, n);
  const polynomials = Array.from({ length: count }, (_, f) =>
    polynomialsOf(
      y.map((_, p) => inputs[p * count + f]),
      Math.max(degrees.alone, degrees.together),
    ),
  );
  const all = termsOf(polynomials, degrees);
  const columns = columnsOf(sample, polynomials, all);
  const kept = chosen(columns, y);
  const design = [new Float64Array(n).fill(1), ...kept.map((t) => columns[t])];
  const coefficients = solve(design, y, new Float64Array(n).fill(1));
  const terms = kept.map((t) => all[t]);
  const missed = isChecked ? leftOut(columns, y) : Number.NaN;
  const mean = y.reduce((sum, value) => sum + value, 0) / n;
  const variance = y.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / n;
  return {
    terms,
    coefficients,
    q2: variance > 0 ? 1 - missed / variance : Number.NaN,
    error: Math.sqrt(missed),
    predict: predictor(polynomials, terms, coefficients),
    held(ys, isHeld, rows) {
      const once = new Float64Array(n).fill(1);
      return heldAt(
        polynomials,
        terms,
        ys.map((one) => solve(design, one, once)),
        isHeld,
        rows,
      );
    },
    refit: (times) => solve(design, y, times),
  };
}

/** The value of every term at every point. */
function columnsOf({ inputs, count, y }: Sample, polynomials: readonly Polynomials[], terms: readonly Term[]): Float64Array[] {
  const n = y.length;
  const values = polynomials.map(({ count: most, at }, f) => {
    const each = Array.from({ length: most }, () => new Float64Array(n));
    const out = new Float64Array(most);
    for (let p = 0; p < n; p++) {
      at(inputs[p * count + f], out);
      for (let d = 0; d < most; d++) each[d][p] = out[d];
    }
    return each;
  });
  return terms.map((term) => {
    const column = values[term.inputs[0]][term.degrees[0]].slice();
    for (let i = 1; i < term.inputs.length; i++) {
      const other = values[term.inputs[i]][term.degrees[i]];
      for (let p = 0; p < n; p++) column[p] *= other[p];
    }
    return column;
  });
}

/**
 * Places of the columns worth keeping: the one most like what is left unexplained, again and again, as far as the error of points
 * left out one at a time falls (with Chapelle's penalty, as the points also chose the terms).
 */
function chosen(columns: readonly Float64Array[], y: Float64Array): number[] {
  const n = y.length;
  const mean = y.reduce((sum, value) => sum + value, 0) / n;
  const rest = y.map((value) => value - mean);
  const leverage = new Float64Array(n).fill(1 / n);
  const used = new Set<number>();
  const order: number[] = [];
  const axes: Float64Array[] = [];
  const sizes = columns.map((column) => dotOf(column, column));
  let least = dotOf(rest, rest) / n;
  let best = 0;
  const most = Math.min(MOST_TERMS, Math.floor(n / 2), columns.length);
  while (order.length < most && order.length - best < PATIENCE && least > 0) {
    let pick = -1;
    let strongest = 0;
    for (let t = 0; t < columns.length; t++) {
      if (used.has(t) || sizes[t] === 0) continue;
      const dot = dotOf(columns[t], rest);
      if ((dot * dot) / sizes[t] > strongest) [pick, strongest] = [t, (dot * dot) / sizes[t]];
    }
    if (pick < 0) break;
    used.add(pick);
    const axis = orthogonal(columns[pick].slice(), axes);
    if (!axis) continue;
    axes.push(axis);
    order.push(pick);
    const dot = dotOf(axis, rest);
    let error = 0;
    for (let i = 0; i < n; i++) {
      rest[i] -= dot * axis[i];
      leverage[i] += axis[i] * axis[i];
      const missed = rest[i] / (1 - Math.min(leverage[i], 1 - 1e-9));
      error += missed * missed;
    }
    const terms = order.length + 1;
    error = n > 2 * terms ? (error / n) * (n / (n - terms)) * (1 + terms / n) : Number.POSITIVE_INFINITY;
    if (error < least * (1 - 1e-9)) [least, best] = [error, order.length];
  }
  return order.slice(0, best);
}

function dotOf(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

/** What a column adds to a constant and the axes so far, of length 1; null where that is nothing. */
function orthogonal(column: Float64Array, axes: readonly Float64Array[]): Float64Array | null {
  const n = column.length;
  const before = Math.sqrt(dotOf(column, column));
  // Twice: once leaves as much as rounding made of nearly equal columns.
  for (let pass = 0; pass < 2; pass++) {
    const mean = column.reduce((sum, value) => sum + value, 0) / n;
    for (let i = 0; i < n; i++) column[i] -= mean;
    for (const axis of axes) {
      const dot = dotOf(axis, column);
      for (let i = 0; i < n; i++) column[i] -= dot * axis[i];
    }
  }
  const length = Math.sqrt(dotOf(column, column));
  return length > 1e-8 * before ? column.map((value) => value / length) : null;
}

/** Least squares by the normal equations, with a ridge far below what a point weighs, for columns that a resample made equal. */
function solve(design: readonly Float64Array[], y: Float64Array, times: ArrayLike<number>): Float64Array {
  const m = design.length;
  const n = y.length;
  const gram = Matrix.zeros(m, m);
  const right = Matrix.zeros(m, 1);
  const weighted = new Float64Array(n);
  for (let i = 0; i < m; i++) {
    for (let p = 0; p < n; p++) weighted[p] = times[p] * design[i][p];
    for (let j = 0; j <= i; j++) {
      const other = design[j];
      let sum = 0;
      for (let p = 0; p < n; p++) sum += weighted[p] * other[p];
      gram.set(i, j, sum);
      gram.set(j, i, sum);
    }
    let sum = 0;
    for (let p = 0; p < n; p++) sum += weighted[p] * y[p];
    right.set(i, 0, sum);
    gram.set(i, i, gram.get(i, i) + 1e-9 * n);
  }
  return Float64Array.from(new CholeskyDecomposition(gram).solve(right).getColumn(0));
}

/** Mean square error over points left out, a fold at a time. */
function leftOut(columns: readonly Float64Array[], y: Float64Array): number {
  const n = y.length;
  let square = 0;
  for (let fold = 0; fold < FOLDS; fold++) {
    // Designs are ordered, so that a fold takes every fifth point in a scattered order.
    const isOut = (p: number): boolean => (Math.imul(p + 1, 0x9e3779b1) >>> 8) % FOLDS === fold;
    const kept = chosen(
      columns.map((column) => column.filter((_, p) => !isOut(p))),
      y.filter((_, p) => !isOut(p)),
    );
    const design = [new Float64Array(n).fill(1), ...kept.map((t) => columns[t])];
    const coefficients = solve(
      design,
      y,
      Float64Array.from(y, (_, p) => (isOut(p) ? 0 : 1)),
    );
    for (let p = 0; p < n; p++) {
      if (!isOut(p)) continue;
      const missed = y[p] - design.reduce((sum, column, t) => sum + coefficients[t] * column[p], 0);
      square += missed * missed;
    }
  }
  return square / n;
}

/** Products of polynomials at the point that it was last moved to. */
function productsOf(polynomials: readonly Polynomials[]) {
  const values = polynomials.map(({ count }) => new Float64Array(count));
  return {
    moveTo(at: ArrayLike<number>): void {
      polynomials.forEach((polynomial, f) => {
        polynomial.at(at[f], values[f]);
      });
    },
    of({ inputs, degrees }: Term): number {
      let product = 1;
      for (let i = 0; i < inputs.length; i++) product *= values[inputs[i]][degrees[i]];
      return product;
    },
  };
}

function predictor(polynomials: readonly Polynomials[], terms: readonly Term[], coefficients: Float64Array) {
  const products = productsOf(polynomials);
  return (at: ArrayLike<number>): number => {
    products.moveTo(at);
    let sum = coefficients[0];
    for (let t = 0; t < terms.length; t++) sum += coefficients[t + 1] * products.of(terms[t]);
    return sum;
  };
}

/** What is held is worked out once for each row, and terms that are alike in the rest become one. */
function heldAt(
  polynomials: readonly Polynomials[],
  terms: readonly Term[],
  fits: readonly Float64Array[],
  isHeld: readonly boolean[],
  rows: readonly ArrayLike<number>[],
) {
  const partOf = ({ inputs, degrees }: Term, wanted: boolean): Term => {
    const places = inputs.flatMap((f, i) => (isHeld[f] === wanted ? [i] : []));
    return { inputs: places.map((i) => inputs[i]), degrees: places.map((i) => degrees[i]) };
  };
  const all: readonly Term[] = [{ inputs: [], degrees: [] }, ...terms];
  const nameOf = (term: Term): string => JSON.stringify(partOf(term, false));
  const names = [...new Set(all.map(nameOf))];
  const free = names.map((name) => JSON.parse(name) as Term);
  const placeOf = all.map((term) => names.indexOf(nameOf(term)));
  const products = productsOf(polynomials);
  const weights = rows.flatMap((row) => {
    products.moveTo(row);
    const parts = all.map((term) => products.of(partOf(term, true)));
    return fits.map((coefficients) => {
      const sums = new Float64Array(free.length);
      parts.forEach((part, t) => {
        sums[placeOf[t]] += coefficients[t] * part;
      });
      return sums;
    });
  });
  const values = new Float64Array(free.length);
  return (at: ArrayLike<number>): Float64Array => {
    products.moveTo(at);
    for (let t = 0; t < values.length; t++) values[t] = products.of(free[t]);
    return Float64Array.from(weights, (sums) => dotOf(sums, values));
  };
}
