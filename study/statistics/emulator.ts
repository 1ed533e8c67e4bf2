/**
 * An emulator: what a costly function would give where it was not run, and how far that may be off. Polynomial terms of the inputs
 * that matter, and a Gaussian process over the same inputs for what they leave (universal kriging: Sacks et al. 1989; with inputs that
 * matter, as Vernon, Goldstein & Bower 2010). Its variance is raised to what points that were left out show.
 */
import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import { exp, log } from '../../sim/index.ts';
import { selectedTerms, type Term, termAt } from './selection.ts';

/** Points from 0 to 1 in each input, and a noisy value of each. */
export interface Trials {
  readonly points: readonly Float64Array[];
  readonly y: Float64Array;
  /** Mean variance of a value around the function: what the futures of one point leave to luck. */
  readonly noise: number;
}

interface Fitted {
  mean(point: Float64Array): number;
  /** Of the mean, what the luck of a new run would add not included. */
  variance(point: Float64Array): number;
  /** Inputs that it listens to. */
  readonly inputs: readonly number[];
}

export interface Emulator extends Fitted {
  /** Share of the variance foreseen at points left out; 1 is all. */
  readonly q2: number;
  /** Mean square of the misses at points left out, in foreseen standard deviations, before the variance was raised: 1 is honest, more is too sure. */
  readonly misses: number;
}

/** Parts that take turns to be left out. */
const FOLDS = 10;
/** Lengths over which the process forgets, as shares of an input's range, and shares of its variance that are rough or luck. */
const LENGTHS = [0.2, 0.4, 0.8];
const ROUGH = [0.02, 0.1, 0.3, 0.6];

export function emulatorOf(trials: Trials): Emulator {
  const { points, y, noise } = trials;
  const whole = fitted(trials);
  let square = 0;
  let missed = 0;
  for (let fold = 0; fold < FOLDS; fold++) {
    // Points are in an order, so that a part takes every tenth in a scattered one.
    const isOut = (p: number): boolean => (Math.imul(p + 1, 0x9e3779b1) >>> 8) % FOLDS === fold;
    const part = fitted({ points: points.filter((_, p) => !isOut(p)), y: y.filter((_, p) => !isOut(p)), noise });
    points.forEach((point, p) => {
      if (!isOut(p)) return;
      const miss = y[p] - part.mean(point);
      const foreseen = part.variance(point) + noise;
      square += miss * miss;
      missed += foreseen > 0 ? (miss * miss) / foreseen : 0;
    });
  }
  const mean = y.reduce((sum, value) => sum + value, 0) / y.length;
  const variance = y.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
  const misses = missed / y.length;
  const raise = Math.max(1, misses);
  return {
    ...whole,
    variance: (point) => raise * whole.variance(point) + (raise - 1) * noise,
    q2: variance > 0 ? 1 - square / variance : 1,
    misses,
  };
}

function fitted({ points, y, noise }: Trials): Fitted {
  const terms = selectedTerms(points, y);
  const inputs = [...new Set(terms.flatMap((term) => term.inputs))].sort((a, b) => a - b);
  const basis = points.map((point) => basisAt(terms, point));
  const apart = points.map((a, i) => Float64Array.from({ length: i }, (_, j) => squareOver(inputs, a, points[j])));
  // Without inputs there is nothing over which values could be alike.
  const shapes = inputs.length > 0 ? LENGTHS.flatMap((length) => ROUGH.map((rough) => ({ length, rough }))) : [];
  const models = [{ length: 1, rough: 1 }, ...shapes].map((shape) => krigingOf(shape, basis, apart, y));
  const { length, rough, level, chain, design, information, coefficients, left } = models.reduce((best, one) =>
    one.likelihood > best.likelihood ? one : best,
  );
  const weights = back(chain, left);
  // Roughness beyond what luck explains is part of what is not known.
  const unexplained = Math.max(0, rough * level - noise);
  const alikes = (point: Float64Array): Float64Array =>
    Float64Array.from(points, (other) => (1 - rough) * exp(-squareOver(inputs, point, other) / (length * length)));
  return {
    inputs,
    mean: (point) => dot(basisAt(terms, point), coefficients) + (rough < 1 ? dot(alikes(point), weights) : 0),
    variance(point) {
      const here = basisAt(terms, point);
      if (rough === 1) return unexplained + level * squareOf(forward(information, here));
      const told = forward(chain, alikes(point));
      const unsure = here.map((value, c) => value - dot(design[c], told));
      return unexplained + level * (Math.max(0, 1 - rough - squareOf(told)) + squareOf(forward(information, unsure)));
    },
  };
}

type Rows = readonly (readonly number[])[];

/** Terms and process at once, by the likelihood that does not count what the terms took (REML: Harville 1974). */
function krigingOf(
  shape: { length: number; rough: number },
  basis: readonly Float64Array[],
  apart: readonly Float64Array[],
  y: Float64Array,
) {
  const { length, rough } = shape;
  const n = y.length;
  const matrix = Matrix.eye(n, n);
  if (rough < 1)
    for (let i = 0; i < n; i++)
      for (let j = 0; j < i; j++) {
        const alike = (1 - rough) * exp(-apart[i][j] / (length * length));
        matrix.set(i, j, alike);
        matrix.set(j, i, alike);
      }
  const chain: Rows = new CholeskyDecomposition(matrix).lowerTriangularMatrix.to2DArray();
  const design = Array.from(basis[0], (_, c) =>
    forward(
      chain,
      Float64Array.from(basis, (row) => row[c]),
    ),
  );
  const values = forward(chain, y);
  const information: Rows = new CholeskyDecomposition(
    new Matrix(design.map((a) => design.map((b) => dot(a, b)))),
  ).lowerTriangularMatrix.to2DArray();
  const coefficients = back(
    information,
    forward(
      information,
      Float64Array.from(design, (column) => dot(column, values)),
    ),
  );
  const left = values.map((value, i) => value - design.reduce((sum, column, c) => sum + column[i] * coefficients[c], 0));
  const freedom = n - design.length;
  const level = Math.max(Number.MIN_VALUE, dot(left, left) / freedom);
  const halfLog = (rows: Rows): number => rows.reduce((sum, row, i) => sum + log(row[i]), 0);
  const likelihood = (-freedom / 2) * log(level) - halfLog(chain) - halfLog(information);
  return { ...shape, likelihood, level, chain, design, information, coefficients, left };
}

/** The constant first. */
const basisAt = (terms: readonly Term[], point: Float64Array): Float64Array =>
  Float64Array.from([1, ...terms.map((term) => termAt(term, point))]);

/** Mean squared distance over some inputs. */
function squareOver(inputs: readonly number[], a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (const j of inputs) sum += (a[j] - b[j]) * (a[j] - b[j]);
  return inputs.length > 0 ? sum / inputs.length : 0;
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

const squareOf = (a: Float64Array): number => dot(a, a);

/** Solves L z = right for a lower triangular L. */
function forward(rows: Rows, right: Float64Array): Float64Array {
  const z = right.slice();
  for (let i = 0; i < z.length; i++) {
    const row = rows[i];
    for (let j = 0; j < i; j++) z[i] -= row[j] * z[j];
    z[i] /= row[i];
  }
  return z;
}

/** Solves Lᵀ z = right for a lower triangular L. */
function back(rows: Rows, right: Float64Array): Float64Array {
  const z = right.slice();
  for (let i = z.length - 1; i >= 0; i--) {
    z[i] /= rows[i][i];
    for (let j = 0; j < i; j++) z[j] -= rows[i][j] * z[i];
  }
  return z;
}
