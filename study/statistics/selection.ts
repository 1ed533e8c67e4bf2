/**
 * Which polynomial terms of many inputs a few noisy values can tell: straight lines, bends and pairs, added one at a time as long as
 * the extended Bayesian information criterion falls (Chen & Chen 2008), which charges for the choice among many as well.
 */
import { log } from '../../sim/index.ts';

/** A Legendre polynomial of one input from 0 to 1, or the product of two straight lines; of mean 0 and mean square 1 over the cube. */
export interface Term {
  readonly inputs: readonly number[];
  readonly degree: 1 | 2;
}

export function termAt({ inputs, degree }: Term, point: ArrayLike<number>): number {
  const line = (j: number): number => Math.sqrt(3) * (2 * point[j] - 1);
  if (degree === 1) return line(inputs[0]);
  if (inputs.length === 2) return line(inputs[0]) * line(inputs[1]);
  const x = 2 * point[inputs[0]] - 1;
  return (Math.sqrt(5) / 2) * (3 * x * x - 1);
}

/** Terms tried in vain before it ends: a pair may show itself only behind others. */
const PATIENCE = 3;
/** Terms for so many points at most: the rest is needed to see how far they are off. */
const POINTS_PER_TERM = 4;

export function selectedTerms(points: readonly ArrayLike<number>[], y: Float64Array): Term[] {
  const candidates = allTerms(points[0].length);
  const columns = candidates.map((term) => centred(Float64Array.from(points, (point) => termAt(term, point))));
  const rest = centred(y.slice());
  const n = y.length;
  const nothing = dot(rest, rest);
  const score = (square: number, terms: number): number =>
    n * log(square / n) + terms * log(n) + 2 * logChoices(candidates.length, terms);
  const order: number[] = [];
  let best = 0;
  let least = nothing > 0 ? score(nothing, 0) : Number.NEGATIVE_INFINITY;
  const most = Math.min(candidates.length, Math.floor(n / POINTS_PER_TERM));
  while (order.length < most && order.length - best < PATIENCE) {
    const pick = strongest(columns, rest);
    if (pick < 0) break;
    const axis = columns[pick].slice();
    takeOut(axis, Math.sqrt(dot(axis, axis)), rest);
    // What is left of the others once this one is known.
    for (const column of columns) takeOut(axis, Math.sqrt(dot(axis, axis)), column);
    order.push(pick);
    const square = dot(rest, rest);
    // All is explained, to the last digits.
    if (square <= 1e-20 * nothing) return order.map((t) => candidates[t]);
    const now = score(square, order.length);
    if (now < least) [least, best] = [now, order.length];
  }
  return order.slice(0, best).map((t) => candidates[t]);
}

function allTerms(count: number): Term[] {
  const inputs = Array.from({ length: count }, (_, j) => j);
  return [
    ...inputs.map((j): Term => ({ inputs: [j], degree: 1 })),
    ...inputs.map((j): Term => ({ inputs: [j], degree: 2 })),
    ...inputs.flatMap((j) => inputs.slice(0, j).map((i): Term => ({ inputs: [i, j], degree: 2 }))),
  ];
}

/** Place of the column that explains most of the rest, -1 where none is left. */
function strongest(columns: readonly Float64Array[], rest: Float64Array): number {
  let pick = -1;
  let most = 0;
  columns.forEach((column, t) => {
    const size = dot(column, column);
    // A column made of others is rounding alone.
    if (size < 1e-9 * column.length) return;
    const along = dot(column, rest);
    if ((along * along) / size > most) [pick, most] = [t, (along * along) / size];
  });
  return pick;
}

function takeOut(axis: Float64Array, length: number, from: Float64Array): void {
  const part = dot(axis, from) / (length * length);
  for (let i = 0; i < from.length; i++) from[i] -= part * axis[i];
}

function centred(column: Float64Array): Float64Array {
  const mean = column.reduce((sum, value) => sum + value, 0) / column.length;
  return column.map((value) => value - mean);
}

/** Logarithm of the number of ways to choose so many of so many. */
function logChoices(all: number, chosen: number): number {
  let sum = 0;
  for (let i = 0; i < chosen; i++) sum += log((all - i) / (i + 1));
  return sum;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}
