/** Calibration to people who are known one by one: the posterior, and what each way to forecast makes of it. */
import { drawChain } from './bass.ts';
import { drawNetwork, type NetworkDraw } from './chain.ts';
import { type GroupForecast, type Point, pointOf, type Scores, scoresOf } from './forecast.ts';
import { type Course, courseOf } from './future.ts';
import { links, type Named } from './links.ts';
import { type Luck, luckOf } from './luck.ts';
import { exposedOf, type KernelKind, type People, sightsOf } from './network.ts';
import { fitStopping, seenOf } from './pooling.ts';
import { drawStopping, stoppingEstimates } from './poolingDraws.ts';
import { type Estimate, estimateOf, estimatesOf } from './posterior.ts';
import { type Band, bandOfValues } from './scores.ts';
import type { Use } from './stopping.ts';

export interface PeopleWish {
  readonly kernel: KernelKind;
  /** Steps in a year, by which the priors of rates are put per step. */
  readonly stepsPerYear: number;
  readonly draws: number;
  readonly seed: string;
  /** How long each user was watched, and whether they stopped; empty where nothing is known of stopping. */
  readonly uses: readonly Use[];
}

/** A group with what is held back: steps after `seen` up to `known`, and up to `horizon` without truth. */
export interface PeopleGiven extends People {
  /** Step in which each adopted, held-out ones included. */
  readonly later: Float64Array;
  readonly known: number;
  readonly horizon: number;
  /** Time of a step. */
  timeOf(step: number): number;
}

/** What the ties say: how much likelier the data are with no part for own ties than on average over all parts. */
export interface TieEvidence {
  readonly againstTies: number;
  /** No draw was without a part for them, so that the ratio is only known to lie below. */
  readonly never: boolean;
}

export interface Calibrated {
  readonly posterior: readonly Estimate[];
  readonly groups: readonly GroupForecast[];
  readonly scores: Scores | null;
  readonly ties: TieEvidence | null;
  /** By group, users at each forecast time as a share: median and the range of nine in ten; empty where nobody stops. */
  readonly using: readonly (readonly Band[])[];
}

const WARM = 1000;
const THIN = 4;

/** Bass's own averages (Sultan, Farley & Lehmann 1990: p 0.03, q 0.38 a year), held loosely: what is fitted may be of any kind. */
function namedRates(stepsPerYear: number): readonly Named[] {
  const log = links.log.to;
  return [
    { name: 'p', label: 'adoption from outside, a step', link: 'log', mean: log(0.02 / stepsPerYear), sd: 1.5, apart: 0.7 },
    { name: 'q', label: 'contagion, a step', link: 'log', mean: log(0.38 / stepsPerYear), sd: 1, apart: 0.5 },
    { name: 'ceiling', label: 'share that may ever adopt', link: 'logit', mean: 3, sd: 1, apart: 0.7 },
  ];
}

export function calibratePeople(given: readonly PeopleGiven[], wish: PeopleWish): Calibrated {
  const { draws, seed } = wish;
  const groups = given.map(exposedOf);
  const hasTies = given.some(({ ties }) => ties.length > 0);
  const sights = sightsOf(wish.kernel, hasTies);
  const named = namedRates(wish.stepsPerYear);
  const drawn = drawNetwork(groups, sights, named, luckOf(seed, 'chain'), { warm: WARM, draws, thin: THIN });
  const names = given.map(({ name }) => name);
  const stops = wish.uses.length > 0;
  const stopping = stops
    ? drawStopping(fitStopping(seenOf(wish.uses, wish.stepsPerYear)), names, draws, luckOf(seed, 'stopping'))
    : [];
  const using: Band[][] = [];
  const forecasts = given.map((people, g): GroupForecast => {
    const steps = people.horizon - people.seen;
    const luck = luckOf(seed, 'future', g);
    const courses = drawn.map((draw, d) =>
      courseOf(
        groups[g],
        g,
        draw,
        sights[draw.sight],
        stops ? stopping[d].groups[g] : null,
        steps,
        `${seed}\nfuture\n${g}\n${d}`,
        luck,
      ),
    );
    if (stops)
      using.push(Array.from({ length: steps }, (_, t) => bandOfValues(courses.map(({ active }) => active[t] / people.size))));
    return forecastOf(people, courses, draws, seed);
  });
  return {
    posterior: [
      ...estimatesOf(named, names, drawn),
      ...sharedEstimates(drawn, sights),
      ...(stops ? stoppingEstimates(stopping, names, wish.stepsPerYear) : []),
    ],
    groups: forecasts,
    scores: scoresOf(forecasts),
    ties: hasTies ? tieEvidence(drawn, sights) : null,
    using,
  };
}

function sharedEstimates(drawn: readonly NetworkDraw[], sights: ReturnType<typeof sightsOf>): Estimate[] {
  const of = (name: string, label: string, values: readonly number[], prior: readonly [number, number]) =>
    estimateOf(name, label, '', values, prior);
  const shares = drawn.map(({ sight }) => sights[sight].tieShare);
  const thresholds = drawn.map(({ sight }) => sights[sight].threshold ?? Number.NaN);
  return [
    ...(sights.some(({ tieShare }) => tieShare > 0)
      ? [of('tieShare', 'part of own ties in contagion, the rest is everybody', shares, [0, 1])]
      : []),
    ...(sights[0].threshold === null
      ? []
      : [of('threshold', 'share of users at which the pull is half', thresholds, [0.05, 0.5])]),
    of(
      'pace',
      'spread of the pace of steps around 1 (standard deviation)',
      drawn.map(({ spread }) => spread),
      [0.04, 1.37],
    ),
  ];
}

/** Savage and Dickey's ratio, the draws standing for the posterior: how much more often no part than before data. */
function tieEvidence(drawn: readonly NetworkDraw[], sights: ReturnType<typeof sightsOf>): TieEvidence {
  const before = sights.filter(({ tieShare }) => tieShare === 0).length / sights.length;
  const without = drawn.filter(({ sight }) => sights[sight].tieShare === 0).length;
  return { againstTies: (without + before) / (drawn.length + 1) / before, never: without === 0 };
}

function forecastOf(people: PeopleGiven, courses: readonly Course[], draws: number, seed: string): GroupForecast {
  const { name, size, seen, known, horizon, later } = people;
  const everBy = (step: number) => later.reduce((sum, at) => sum + (at <= step ? 1 : 0), 0);
  const counts = Array.from({ length: seen + 1 }, (_, t) => everBy(t));
  const bass = bassFutures(counts, size, horizon - seen, draws, `${seed}\n${name}`);
  const points: Point[] = [];
  for (let t = 0; t < horizon - seen; t++) {
    const step = seen + t + 1;
    points.push(
      pointOf(
        people.timeOf(step),
        step <= known ? everBy(step) / size : null,
        {
          model: courses.map(({ ever }) => ever[t] / size),
          bass: bass.futures.map((future) => future[t] / size),
          last: [counts[seen] / size],
        },
        bass.curves.map((curve) => curve[t] / size),
      ),
    );
  }
  const shares = counts.map((count, t) => ({ time: people.timeOf(t), share: count / size }));
  return { name, size, until: people.timeOf(seen), seen: shares, points };
}

/** Each drawn pair of p and q run on from the last count: as a chain of chance, and as the curve of its means. */
function bassFutures(counts: readonly number[], population: number, steps: number, draws: number, seed: string) {
  const fits = drawChain({ population, counts }, draws, seed);
  const luck = luckOf(seed, 'bass futures');
  const run = (p: number, q: number, step: (left: number, chance: number) => number) => {
    let n = counts[counts.length - 1];
    return Float64Array.from({ length: steps }, () => {
      n += step(population - n, Math.min(1, p + (q * n) / population));
      return n;
    });
  };
  return {
    futures: fits.map(({ p, q }) => run(p, q, (left, chance) => binomial(left, chance, luck))),
    curves: fits.map(({ p, q }) => run(p, q, (left, chance) => left * chance)),
  };
}

/** Beyond some thousand the normal is as good. */
function binomial(n: number, chance: number, luck: Luck): number {
  if (n > 2000) {
    const spread = Math.sqrt(n * chance * (1 - chance));
    return Math.min(n, Math.max(0, Math.round(n * chance + spread * luck.normal())));
  }
  let count = 0;
  for (let i = 0; i < n; i++) if (luck.uniform() < chance) count++;
  return count;
}
