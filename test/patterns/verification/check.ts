/** What a check says: a case, what was expected and by whom, what came out, and how far apart the two are. */

export interface Check {
  readonly name: string;
  readonly quantity: string;
  readonly source: string;
  readonly reference: string;
  readonly ours: string;
  /** z, a difference or a count, in words. */
  readonly apart: string;
  readonly rule: string;
  readonly verdict: 'pass' | 'fail' | 'not run';
}

/** How much is run. The rules are the same: fewer replicates have larger standard errors. */
export interface Scale {
  readonly replicates: number;
  /** Of a random graph. */
  readonly graphs: number;
}

export type Label = Pick<Check, 'name' | 'quantity' | 'source'>;

/** One number held against another. */
export interface Point {
  /** Where in a curve or list; empty: there is one point. */
  readonly at: string;
  readonly reference: number;
  readonly ours: number;
  /** Combined standard error; 0: nothing was left to chance. */
  readonly se: number;
  /** How many standard errors it may lie away, where the case does not say 4. */
  readonly errors?: number;
  /** What the case allows beside them. */
  readonly allowed?: number;
}

/** The last digit that reference files print. */
const PRINTED = 1e-8;

const limit = ({ se, errors = 4, allowed = 0 }: Point): number => errors * se + allowed + PRINTED;
/** 1 at the limit; what is no number lies past every limit. */
function margin(point: Point): number {
  const away = Math.abs(point.ours - point.reference) / limit(point);
  return Number.isNaN(away) ? Number.POSITIVE_INFINITY : away;
}

/** All points within their standard errors and what their case allows; shown is the point nearest to its limit, or past it. */
export function compare(label: Label, points: readonly Point[], rule: string): Check {
  if (points.length === 0) throw new Error(`${label.name}: expected something to compare, got nothing`);
  const worst = points.reduce((far, point) => (margin(point) > margin(far) ? point : far));
  const difference = worst.ours - worst.reference;
  const z = worst.se > 0 ? [`z = ${(difference / worst.se).toFixed(2)}`] : [];
  const plain = worst.se === 0 || worst.allowed ? [`difference ${short(difference)}`] : [];
  const away = [...z, ...plain].join(', ');
  const among = points.length > 1 ? `, the farthest of ${points.length}` : '';
  return {
    ...label,
    reference: short(worst.reference) + (worst.at && ` (${worst.at})`),
    ours: short(worst.ours),
    apart: away + among,
    rule,
    verdict: margin(worst) <= 1 ? 'pass' : 'fail',
  };
}

/** Numbers that must be the same one by one. */
export function same(label: Label, reference: readonly number[], ours: readonly number[]): Check {
  const longest = Math.max(reference.length, ours.length);
  const unlike = Array.from({ length: longest }, (_, i) => i).filter((i) => reference[i] !== ours[i]);
  const at = unlike[0] ?? longest - 1;
  return {
    ...label,
    reference: String(reference[at]) + (longest > 1 ? ` (place ${at})` : ''),
    ours: String(ours[at]),
    apart: longest > 1 ? `${unlike.length} of ${longest} differ` : `difference ${ours[at] - reference[at]}`,
    rule: 'equal',
    verdict: unlike.length === 0 ? 'pass' : 'fail',
  };
}

/** A claim that holds or does not, with what was found. */
export const claim = (label: Label, reference: string, ours: string, rule: string, holds: boolean): Check => ({
  ...label,
  reference,
  ours,
  apart: holds ? 'as stated' : 'not as stated',
  rule,
  verdict: holds ? 'pass' : 'fail',
});

export const notRun = (label: Label, why: string): Check => ({
  ...label,
  reference: '',
  ours: '',
  apart: why,
  rule: '',
  verdict: 'not run',
});

export const FOUR = '4 standard errors at every point';

/** Five figures that mean something, without an exponent where that is short. */
function short(x: number): string {
  const plain = Math.abs(x) >= 1e-4 && Math.abs(x) < 1e7;
  return x === 0 ? '0' : plain ? String(Number(x.toPrecision(5))) : x.toExponential(2);
}

export const mean = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;

/** Standard error of the mean of values that are independent of each other. */
export function standardError(values: readonly number[]): number {
  const middle = mean(values);
  const squares = values.reduce((sum, x) => sum + (x - middle) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1) / values.length);
}

export const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i);
