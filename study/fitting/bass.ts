/**
 * Bass (1969): who has not adopted does so at the rate p + q·F/m, with F the share that has, and m the share that ever will. In
 * closed form from any beginning; as a chain of counts; and every parameter's uncertainty drawn from its likelihood, without prior.
 */
import { exp, log } from '../../sim/index.ts';
import { type Luck, luckOf } from './luck.ts';

export interface BassCurve {
  readonly p: number;
  readonly q: number;
  /** What F ends at, in the unit of the series. */
  readonly m: number;
}

/** F at a time after it was `start`; with start 0 the curve of Bass. */
export function bassAt({ p, q, m }: BassCurve, start: number, time: number): number {
  const z = ((m - start) / (p * m + q * start)) * exp(-(p + q) * time);
  return (m * (1 - p * z)) / (1 + q * z);
}

/** Counts that rise by chance: in a step each of those left adopts with probability p + q·n/N. */
export interface CountSeries {
  readonly population: number;
  /** By step; place 0 is the beginning. Non-decreasing. */
  readonly counts: ArrayLike<number>;
}

/** Log likelihood of a chain of counts, without the constants that p and q do not move. */
function chainLogLikelihood({ population, counts }: CountSeries, p: number, q: number): number {
  if (p < 0 || q < 0) return Number.NEGATIVE_INFINITY;
  let sum = 0;
  for (let t = 1; t < counts.length; t++) {
    const [before, adopted] = [counts[t - 1], counts[t] - counts[t - 1]];
    const left = population - counts[t];
    const hazard = p + (q * before) / population;
    if (adopted > 0) sum += adopted * log(hazard);
    if (left > 0) sum += left * (hazard < 1 ? log(1 - hazard) : Number.NEGATIVE_INFINITY);
    if (Number.isNaN(sum)) return Number.NEGATIVE_INFINITY;
  }
  return sum;
}

/** The p and q that make the counts likeliest. */
export function fitChain(series: CountSeries): { readonly p: number; readonly q: number } {
  const [p, q] = likeliest((at) => chainLogLikelihood(series, at[0], at[1]), [0, 0], [1, 3]);
  return { p, q };
}

/** Pairs of p and q drawn from their likelihood. */
export function drawChain(series: CountSeries, draws: number, seed: string): { readonly p: number; readonly q: number }[] {
  const { p, q } = fitChain(series);
  const likelihood = (at: readonly number[]) => chainLogLikelihood(series, at[0], at[1]);
  return walk(likelihood, [p, q], [0, 0], [1, 3], draws, luckOf(seed, 'bass')).map(([p, q]) => ({ p, q }));
}

/** A measured series: times from its first, and values. */
export interface Measured {
  readonly times: ArrayLike<number>;
  readonly values: ArrayLike<number>;
  /** The most that m can be. */
  readonly most: number;
}

const squaresOf = ({ times, values }: Measured, curve: BassCurve): number => {
  let sum = 0;
  for (let k = 0; k < times.length; k++) {
    const error = bassAt(curve, values[0], times[k]) - values[k];
    sum += error * error;
  }
  return sum;
};

const mostRates = [1, 3] as const;

/** Likelihood of p, q, m where errors are normal with a spread of their own that is summed over (flat in its logarithm). */
function curveLogLikelihood(series: Measured, [p, q, m]: readonly number[]): number {
  if (p + q <= 0) return Number.NEGATIVE_INFINITY;
  const squares = squaresOf(series, { p, q, m });
  const floor = 1e-8 * series.most * series.most * series.times.length;
  return (-(series.times.length - 1) / 2) * log(squares + floor);
}

/** Least squares of p, q and m (Srinivasan & Mason 1986). */
export function fitCurve(series: Measured): BassCurve {
  const { lows, highs } = curveRange(series);
  const [p, q, m] = likeliest((at) => -squaresOf(series, { p: at[0], q: at[1], m: at[2] }), lows, highs);
  return { p, q, m };
}

/** Curves drawn from their likelihood, each with the standard deviation of what it leaves. */
export function drawCurve(series: Measured, draws: number, seed: string): (BassCurve & { readonly sd: number })[] {
  const { lows, highs } = curveRange(series);
  const { p, q, m } = fitCurve(series);
  const walked = walk((at) => curveLogLikelihood(series, at), [p, q, m], lows, highs, draws, luckOf(seed, 'bass'));
  return walked.map(([p, q, m]) => {
    const squares = squaresOf(series, { p, q, m });
    return { p, q, m, sd: Math.sqrt(squares / Math.max(1, series.times.length - 3)) };
  });
}

function curveRange({ values, most }: Measured): { readonly lows: number[]; readonly highs: number[] } {
  const reached = Array.from(values).reduce((highest, value) => Math.max(highest, value), 0);
  return { lows: [1e-9, 0, Math.min(reached, most * (1 - 1e-6))], highs: [...mostRates, most] };
}

/** Where a function of a few numbers is greatest: the best of a lattice that is finer below, then ever smaller steps (compass search). */
function likeliest(value: (at: readonly number[]) => number, lows: readonly number[], highs: readonly number[]): number[] {
  const places = [0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 0.9];
  const lattice = lows.reduce<number[][]>(
    (points, low, i) => points.flatMap((point) => places.map((part) => [...point, low + part * (highs[i] - low)])),
    [[]],
  );
  let at = lattice.reduce((best, point) => (value(point) > value(best) ? point : best));
  let best = value(at);
  const size = highs.map((high, i) => (high - lows[i]) / 50);
  for (let round = 0; round < 5000 && size.some((s, i) => s > 1e-9 * (highs[i] - lows[i])); round++) {
    const better = compass(at, size, lows, highs).find((to) => value(to) > best + 1e-11 * Math.abs(best));
    if (!better) for (let i = 0; i < size.length; i++) size[i] /= 2;
    else [at, best] = [better, value(better)];
  }
  return at;
}

/** Every step along one axis or several at once, held inside. */
function compass(at: readonly number[], size: readonly number[], lows: readonly number[], highs: readonly number[]): number[][] {
  const signs = at.reduce<number[][]>((ways) => ways.flatMap((way) => [-1, 0, 1].map((sign) => [...way, sign])), [[]]);
  return signs.map((way) => way.map((sign, i) => Math.min(highs[i], Math.max(lows[i], at[i] + sign * size[i]))));
}

/** A random walk under a log likelihood inside a box; its steps follow the spread that it has found. */
function walk(
  value: (at: readonly number[]) => number,
  start: readonly number[],
  lows: readonly number[],
  highs: readonly number[],
  draws: number,
  luck: Luck,
): number[][] {
  const thin = 10;
  const warm = 2000;
  let at = [...start];
  let here = value(at);
  const size = highs.map((high, i) => (high - lows[i]) / 100);
  const kept: number[][] = [];
  for (let n = 0; n < warm + draws * thin; n++) {
    for (let i = 0; i < at.length; i++) {
      const to = [...at];
      to[i] += size[i] * luck.normal();
      const inside = to[i] >= lows[i] && to[i] <= highs[i];
      const there = inside ? value(to) : Number.NEGATIVE_INFINITY;
      const taken = log(luck.uniform()) < there - here;
      if (taken) [at, here] = [to, there];
      if (n < warm) size[i] *= exp(((taken ? 1 : 0) - 0.44) / Math.sqrt(n + 1));
    }
    if (n >= warm && (n - warm) % thin === 0) kept.push(at);
  }
  return kept;
}
