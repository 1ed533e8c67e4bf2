/**
 * Calibration to series of shares, where nobody is known one by one: everyone then meets everyone, in the limit of many, and what is
 * seen next depends on what was seen last, p, q, the ceiling, and noise that grows with the time between.
 */
import { exp, log } from '../../sim/index.ts';
import { bassAt, drawCurve } from './bass.ts';
import { type GroupForecast, pointOf, type Scores, scoresOf } from './forecast.ts';
import { Hierarchy } from './hierarchy.ts';
import { DRIFT, links, type Named } from './links.ts';
import { luckOf } from './luck.ts';
import { type Estimate, estimatesOf } from './posterior.ts';

export interface Series {
  readonly name: string;
  /** null: only shares are known. */
  readonly size: number | null;
  /** Rising; shares of the population at each. */
  readonly times: readonly number[];
  readonly shares: readonly number[];
  /** How many of them are known to the fit, 2 or more. */
  readonly seen: number;
  /** Times beyond the last one that are asked for. */
  readonly beyond: readonly number[];
}

export interface SeriesWish {
  /** Units of time in a year. */
  readonly perYear: number;
  readonly draws: number;
  readonly seed: string;
}

/** What published shares are rounded to, in all likelihood, as a standard deviation. */
const ROUNDED = 0.004;
const WARM = 2000;
const THIN = 5;

function namedOf(perYear: number): readonly Named[] {
  return [
    { name: 'p', label: 'adoption from outside, a unit of time', link: 'log', mean: log(0.02 / perYear), sd: 1.5, apart: 0.7 },
    { name: 'q', label: 'contagion, a unit of time', link: 'log', mean: log(0.38 / perYear), sd: 1, apart: 0.5 },
    { name: 'ceiling', label: 'share that may ever adopt', link: 'logit', mean: 3, sd: 1, apart: 0.7 },
    { name: 'noise', label: 'noise of a unit of time where half have adopted', link: 'log', mean: log(0.02), sd: 1, apart: 0.5 },
  ];
}

export interface CalibratedSeries {
  readonly posterior: readonly Estimate[];
  readonly groups: readonly GroupForecast[];
  readonly scores: Scores | null;
}

export function calibrateSeries(given: readonly Series[], { perYear, draws, seed }: SeriesWish): CalibratedSeries {
  const named = namedOf(perYear);
  const hierarchy = new Hierarchy(named, given.length);
  const luck = luckOf(seed, 'series');
  const drawn: { theta: Float64Array[]; mean: Float64Array }[] = [];
  for (let n = 0; n < WARM + draws * THIN; n++) {
    hierarchy.sweep((g, theta) => logLikelihood(given[g], theta), luck, n < WARM);
    if (n >= WARM && (n - WARM) % THIN === 0)
      drawn.push({ theta: hierarchy.theta.map((theta) => theta.slice()), mean: hierarchy.mean.slice() });
  }
  const groups = given.map((series, g) =>
    forecastOf(
      series,
      drawn.map(({ theta }) => theta[g]),
      `${seed}\n${series.name}`,
    ),
  );
  const names = given.map(({ name }) => name);
  return { posterior: estimatesOf(named, names, drawn), groups, scores: scoresOf(groups) };
}

/** Share expected some time after a share, and the variance around it. */
function next(theta: Float64Array, share: number, time: number, size: number | null): { mean: number; variance: number } {
  const ceiling = links.logit.from(theta[2]);
  const q = exp(theta[1]) * ceiling;
  const mean = bassAt({ p: exp(theta[0]), q, m: ceiling }, share, time);
  const noise = exp(theta[3]);
  const middle = Math.min(0.99, Math.max(0.01, mean));
  const sampled = size === null ? 0 : (Math.abs(mean - share) * (1 - Math.min(1, Math.abs(mean - share)))) / size;
  return { mean, variance: 4 * noise * noise * time * middle * (1 - middle) + ROUNDED * ROUNDED + sampled };
}

function logLikelihood({ times, shares, seen, size }: Series, theta: Float64Array): number {
  let sum = 0;
  for (let k = 1; k < seen; k++) {
    const { mean, variance } = next(theta, shares[k - 1], times[k] - times[k - 1], size);
    const error = shares[k] - mean;
    sum -= 0.5 * log(variance) + (error * error) / (2 * variance);
  }
  return sum;
}

function forecastOf(series: Series, thetas: readonly Float64Array[], seed: string): GroupForecast {
  const { name, size, times, shares, seen, beyond } = series;
  const last = shares[seen - 1];
  const until = times[seen - 1];
  const asked = [...times.slice(seen), ...beyond];
  const luck = luckOf(seed, 'future');
  const inside = (x: number) => Math.min(1, Math.max(0, x));
  const futures = thetas.map((theta) => {
    let [share, time, drift] = [last, until, 0];
    return asked.map((at) => {
      drift += DRIFT * Math.sqrt(at - time) * luck.normal();
      const { mean, variance } = next(theta, share, (at - time) * exp(drift), size);
      share = inside(mean + Math.sqrt(variance) * luck.normal());
      time = at;
      return share;
    });
  });
  const origin = times[0];
  const seenTimes = times.slice(0, seen).map((time) => time - origin);
  const fits = drawCurve({ times: seenTimes, values: shares.slice(0, seen), most: 1 }, thetas.length, seed);
  const errors = luckOf(seed, 'bass futures');
  const points = asked.map((time, k) => {
    const curves = fits.map((fit) => bassAt(fit, shares[0], time - origin));
    return pointOf(
      time,
      k < times.length - seen ? shares[seen + k] : null,
      {
        model: futures.map((future) => future[k]),
        bass: curves.map((value, d) => inside(value + fits[d].sd * errors.normal())),
        last: [last],
      },
      curves,
    );
  });
  const shown = seenTimes.map((_, k) => ({ time: times[k], share: shares[k] }));
  return { name, size, until, seen: shown, points };
}
