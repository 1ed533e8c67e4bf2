/** Linear regression by orthogonal decomposition, and what it says of inputs when all are put on one scale. */
import { Matrix, QrDecomposition } from 'ml-matrix';

export interface Fit {
  /** The constant first, then one for each column. */
  readonly coefficients: Float64Array;
  readonly standardErrors: Float64Array;
  /** Share of the variance explained, of the sample itself. */
  readonly rSquared: number;
}

/** Ordinary least squares of y on columns, row after row; needs more rows than columns + 1, and columns that are not the same. */
export function leastSquares(rows: Float64Array, columns: number, y: Float64Array): Fit {
  const n = y.length;
  const x = new Matrix(n, columns + 1);
  for (let p = 0; p < n; p++) {
    x.set(p, 0, 1);
    for (let c = 0; c < columns; c++) x.set(p, c + 1, rows[p * columns + c]);
  }
  const qr = new QrDecomposition(x);
  const coefficients = Float64Array.from(qr.solve(Matrix.columnVector(y)).getColumn(0));
  const fitted = x.mmul(Matrix.columnVector(coefficients)).getColumn(0);
  const mean = y.reduce((sum, value) => sum + value, 0) / n;
  const rest = y.reduce((sum, value, p) => sum + (value - fitted[p]) * (value - fitted[p]), 0);
  const all = y.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
  const inverse = new QrDecomposition(qr.upperTriangularMatrix).solve(Matrix.eye(columns + 1));
  const scale = rest / (n - columns - 1);
  const standardErrors = Float64Array.from(coefficients, (_, c) => {
    const row = inverse.getRow(c);
    return Math.sqrt(scale * row.reduce((sum, value) => sum + value * value, 0));
  });
  return { coefficients, standardErrors, rSquared: all > 0 ? 1 - rest / all : Number.NaN };
}

/** Standardised coefficients: standard deviations of y for one standard deviation of an input; 0 where an input does not vary. */
export function standardised(rows: Float64Array, columns: number, y: Float64Array): { slopes: Float64Array; rSquared: number } {
  const n = y.length;
  const spread = (of: (p: number) => number): number => {
    let [sum, square] = [0, 0];
    for (let p = 0; p < n; p++) sum += of(p);
    for (let p = 0; p < n; p++) square += (of(p) - sum / n) * (of(p) - sum / n);
    return Math.sqrt(square / (n - 1));
  };
  const spreads = Float64Array.from({ length: columns }, (_, c) => spread((p) => rows[p * columns + c]));
  const varying = [...spreads.keys()].filter((c) => spreads[c] > 0);
  const kept = new Float64Array(n * varying.length);
  for (let p = 0; p < n; p++)
    varying.forEach((c, k) => {
      kept[p * varying.length + k] = rows[p * columns + c];
    });
  const { coefficients, rSquared } = leastSquares(kept, varying.length, y);
  const ofY = spread((p) => y[p]);
  const slopes = new Float64Array(columns);
  varying.forEach((c, k) => {
    slopes[c] = (coefficients[k + 1] * spreads[c]) / ofY;
  });
  return { slopes, rSquared };
}

/** The same after each column and y have been replaced by ranks, which follows any bend that keeps its direction. */
export function standardisedRanks(
  rows: Float64Array,
  columns: number,
  y: Float64Array,
): { slopes: Float64Array; rSquared: number } {
  const ranked = new Float64Array(rows.length);
  for (let c = 0; c < columns; c++) {
    const ranks = ranksOf(Float64Array.from(y, (_, p) => rows[p * columns + c]));
    ranks.forEach((rank, p) => {
      ranked[p * columns + c] = rank;
    });
  }
  return standardised(ranked, columns, ranksOf(y));
}

/** Ranks from 1, equal values sharing the mean of theirs. */
export function ranksOf(values: Float64Array): Float64Array {
  const order = Array.from(values.keys()).sort((a, b) => values[a] - values[b]);
  const ranks = new Float64Array(values.length);
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to + 1 < order.length && values[order[to + 1]] === values[order[from]]) to++;
    for (let i = from; i <= to; i++) ranks[order[i]] = (from + to) / 2 + 1;
    from = to + 1;
  }
  return ranks;
}
