/**
 * The posterior of stopping over groups that lend each other strength: one shape, a rate of each group, log-normal around a common one.
 *
 * What is believed before data, chosen before any score of what was held out: the common rate is log-normal around 0.05 a year, e^1.5 to
 * a standard deviation, as it always was. The shape is log-normal around 1, the constant hazard, and e^0.5 to a standard deviation:
 * 0.44 to 2.3 in nine of ten, so that falling and rising are as likely. How far groups lie apart (standard deviation of the log rate) is
 * half-normal of scale 0.7, as for adoption from outside: nothing makes groups more alike in leaving than in coming.
 */
import { exp, log, normalQuantile } from '../../sim/index.ts';
import { bandOfChances, besideLikeliest, shares } from './counts.ts';
import { type Hazard, likelihoodOf, REFERENCE_YEARS } from './hazard.ts';
import type { Luck } from './luck.ts';
import { type Estimate, estimateOf } from './posterior.ts';
import type { Band } from './scores.ts';
import { RATE, type Use } from './stopping.ts';

const SHAPE_SD = 0.5;
const SPREAD_SCALE = 0.7;

/** Grids: log shapes and rates to four standard deviations; spreads each as likely as another before data. */
const SHAPES = 41;
const SHAPE_STEP = 0.1;
const RATES = 121;
const RATE_STEP = 0.1;
const SPREADS = 12;
const MIDDLE = (RATES - 1) / 2;

/** Beside the likeliest, hardly anything. */
const LEAST = 1e-7;

const logShapes = Float64Array.from({ length: SHAPES }, (_, k) => (k - (SHAPES - 1) / 2) * SHAPE_STEP);
const shapes = logShapes.map(exp);
const spreadAt = (s: number): number => SPREAD_SCALE * normalQuantile(0.5 + s / SPREADS / 2);

/** By spread, the normal density of how far a group lies from the common rate, at steps of the grid either way. */
const kernels = Array.from({ length: SPREADS }, (_, s) =>
  Float64Array.from({ length: RATES }, (_, d) => {
    const z = (d * RATE_STEP) / spreadAt(s + 0.5);
    return exp(-0.5 * z * z);
  }),
);
const reaches = kernels.map((kernel) => kernel.findLastIndex((x) => x > LEAST));

/** The likelihood of a group of which nothing was seen. */
const untold = new Float64Array(SHAPES * RATES).fill(1);

/** What a density makes up within the grid: spread × common rate. */
const totals = kernels.map((kernel, s) =>
  Float64Array.from({ length: RATES }, (_, z) => {
    let total = 0;
    for (let x = Math.max(0, z - reaches[s]); x <= Math.min(RATES - 1, z + reaches[s]); x++) total += kernel[Math.abs(x - z)];
    return total;
  }),
);

/** A place of the grid by its numbers, and how likely it is beside the likeliest. */
interface Cell {
  readonly shape: number;
  readonly spread: number;
  readonly rate: number;
  readonly weight: number;
}

/** What a group's users say. */
interface SeenGroup {
  /** Shape × rate, where the likeliest has 1. */
  readonly likelihood: Float64Array;
  /** The log of it, pooled: shape × spread × common rate, as it comes to be needed; NaN before. */
  readonly pooled: Float64Array;
}

/** All groups that were seen, on the grid of their steps. */
export interface Seen {
  readonly logRates: Float64Array;
  /** Steps. */
  readonly reference: number;
  readonly groups: ReadonlyMap<string, SeenGroup>;
}

export interface StoppingFit extends Seen {
  readonly cells: readonly Cell[];
}

export function seenOf(uses: readonly Use[], stepsPerYear: number): Seen {
  const middle = log(RATE.mean / stepsPerYear);
  const logRates = Float64Array.from({ length: RATES }, (_, x) => middle + (x - MIDDLE) * RATE_STEP);
  const reference = REFERENCE_YEARS * stepsPerYear;
  const names = [...new Set(uses.map(({ group }) => group))];
  const groups = names.map((name): [string, SeenGroup] => {
    const own = uses.filter(({ group }) => group === name);
    const likelihood = besideLikeliest(likelihoodOf(own, shapes, logRates, reference));
    return [name, { likelihood, pooled: new Float64Array(SHAPES * SPREADS * RATES).fill(Number.NaN) }];
  });
  return { logRates, reference, groups: new Map(groups) };
}

/** From all groups, or from all but one. */
export function fitStopping(seen: Seen, heldOut?: string): StoppingFit {
  const groups = new Map([...seen.groups].filter(([name]) => name !== heldOut));
  return { ...seen, groups, cells: cellsOf([...groups.values()]) };
}

/** Places that are less likely than e^−14 beside the likeliest are left out; which they are is asked at every third place first. */
function cellsOf(groups: readonly SeenGroup[]): readonly Cell[] {
  const at = (shape: number, spread: number, rate: number): number => {
    const [a, b] = [logShapes[shape] / SHAPE_SD, ((rate - MIDDLE) * RATE_STEP) / RATE.sd];
    let sum = -0.5 * (a * a + b * b);
    const i = (shape * SPREADS + spread) * RATES + rate;
    for (const { likelihood, pooled } of groups) {
      if (Number.isNaN(pooled[i])) pooled[i] = log(pooledAt(shape, spread, rate, likelihood));
      sum += pooled[i];
    }
    return sum;
  };
  const third = (i: number, n: number): number => Math.min(n - 1, 3 * Math.floor(i / 3) + 1);
  const each = (visit: (shape: number, spread: number, rate: number, nearest: number) => void): void => {
    for (let k = 0; k < SHAPES; k++)
      for (let s = 0; s < SPREADS; s++)
        for (let x = 0; x < RATES; x++) visit(k, s, x, at(third(k, SHAPES), third(s, SPREADS), third(x, RATES)));
  };
  let high = Number.NEGATIVE_INFINITY;
  each((_k, _s, _x, nearest) => {
    high = Math.max(high, nearest);
  });
  const kept: Cell[] = [];
  each((shape, spread, rate, nearest) => {
    if (nearest > high - 14) kept.push({ shape, spread, rate, weight: at(shape, spread, rate) });
  });
  const most = kept.reduce((highest, { weight }) => Math.max(highest, weight), Number.NEGATIVE_INFINITY);
  return kept.map((cell) => ({ ...cell, weight: exp(cell.weight - most) })).filter(({ weight }) => weight > LEAST);
}

/** Likelihood of a group whose rate is drawn around the common one. */
function pooledAt(k: number, s: number, z: number, likelihood: Float64Array): number {
  const kernel = kernels[s];
  let sum = 0;
  for (let x = Math.max(0, z - reaches[s]); x <= Math.min(RATES - 1, z + reaches[s]); x++)
    sum += kernel[x < z ? z - x : x - z] * likelihood[k * RATES + x];
  return sum / totals[s][z];
}

/** What groups have in common beside their rate. */
export function commonOf({ cells }: StoppingFit): { readonly shape: Band; readonly spread: Band } {
  const band = (n: number, of: (cell: Cell) => number, valueAt: (i: number) => number): Band => {
    const weights = new Float64Array(n);
    for (const cell of cells) weights[of(cell)] += cell.weight;
    return bandOfChances(
      Float64Array.from({ length: n }, (_, i) => valueAt(i)),
      shares(weights),
    );
  };
  return {
    shape: band(
      SHAPES,
      ({ shape }) => shape,
      (k) => shapes[k],
    ),
    spread: band(
      SPREADS,
      ({ spread }) => spread,
      (s) => spreadAt(s + 0.5),
    ),
  };
}

/** A group's own hazards, each with its chance; of one that was not seen, what the others say of it. */
export function hazardsOf(fit: StoppingFit, group: string): readonly { readonly hazard: Hazard; readonly chance: number }[] {
  const seen = fit.groups.get(group);
  const likelihood = seen?.likelihood ?? untold;
  const weights = new Float64Array(SHAPES * RATES);
  for (const { shape, spread, rate, weight } of fit.cells) {
    const [kernel, reach] = [kernels[spread], reaches[spread]];
    const all = seen ? exp(seen.pooled[(shape * SPREADS + spread) * RATES + rate]) : 1;
    const scale = weight / totals[spread][rate] / all;
    for (let x = Math.max(0, rate - reach); x <= Math.min(RATES - 1, rate + reach); x++)
      weights[shape * RATES + x] += scale * kernel[x < rate ? rate - x : x - rate] * likelihood[shape * RATES + x];
  }
  const rates = fit.logRates.map(exp);
  const { reference } = fit;
  return [...shares(weights)].flatMap((chance, i) =>
    chance > 0 ? [{ hazard: { rate: rates[i % RATES], shape: shapes[Math.floor(i / RATES)], reference }, chance }] : [],
  );
}

/** Chances of a group's rates where what is common is known. */
function ownRates(k: number, s: number, z: number, likelihood: Float64Array): Float64Array {
  const own = new Float64Array(RATES);
  for (let x = Math.max(0, z - reaches[s]); x <= Math.min(RATES - 1, z + reaches[s]); x++)
    own[x] = kernels[s][x < z ? z - x : x - z] * likelihood[k * RATES + x];
  return shares(own);
}

/** A draw: what is common, and the hazard of each group that was asked for, in order. */
export interface StoppingDraw {
  readonly rate: number;
  readonly shape: number;
  readonly spread: number;
  readonly groups: readonly Hazard[];
}

/** Within a place of the grid every value is as likely as another, so that draws lie finer than the grid. */
export function drawStopping(fit: StoppingFit, groups: readonly string[], draws: number, luck: Luck): readonly StoppingDraw[] {
  const cells = placeOf(Float64Array.from(fit.cells, ({ weight }) => weight));
  const within = (step: number): number => (luck.uniform() - 0.5) * step;
  return Array.from({ length: draws }, () => {
    const cell = fit.cells[cells(luck)];
    const shape = exp(logShapes[cell.shape] + within(SHAPE_STEP));
    return {
      rate: exp(fit.logRates[cell.rate] + within(RATE_STEP)),
      shape,
      spread: spreadAt(cell.spread + luck.uniform()),
      groups: groups.map((name) => {
        const own = ownRates(cell.shape, cell.spread, cell.rate, fit.groups.get(name)?.likelihood ?? untold);
        return { rate: exp(fit.logRates[placeOf(own)(luck)] + within(RATE_STEP)), shape, reference: fit.reference };
      }),
    };
  });
}

/** What was drawn, beside its priors: what groups have in common where there are several, and the rate of each. */
export function stoppingEstimates(drawn: readonly StoppingDraw[], groups: readonly string[], stepsPerYear: number): Estimate[] {
  const z = normalQuantile(0.95);
  const around = (middle: number, sd: number): [number, number] => [middle * exp(-z * sd), middle * exp(z * sd)];
  const prior = around(RATE.mean / stepsPerYear, RATE.sd);
  const of = (
    name: string,
    label: string,
    group: string,
    value: (draw: StoppingDraw) => number,
    before: readonly [number, number],
  ) => estimateOf(name, label, group, drawn.map(value), before);
  const rateLabel = `users who stop for good, a step, on average over their first ${REFERENCE_YEARS} years`;
  return [
    ...(groups.length > 1 ? [of('dropOut', rateLabel, '', ({ rate }) => rate, prior)] : []),
    ...groups.map((name, g) => of('dropOut', rateLabel, name, (draw) => draw.groups[g].rate, prior)),
    of(
      'dropOutShape',
      'stopping by time of use: 1 at a constant rate, below 1 early, above 1 late',
      '',
      ({ shape }) => shape,
      around(1, SHAPE_SD),
    ),
    ...(groups.length > 1
      ? [
          of(
            'dropOutSpread',
            'how far groups lie apart in stopping (standard deviation of log rates)',
            '',
            ({ spread }) => spread,
            [SPREAD_SCALE * normalQuantile(0.525), SPREAD_SCALE * normalQuantile(0.975)],
          ),
        ]
      : []),
  ];
}

/** Draws places, each as often as its weight says. */
function placeOf(weights: Float64Array): (luck: Luck) => number {
  let total = 0;
  const sums = weights.map((weight) => {
    total += weight;
    return total;
  });
  return (luck) => {
    const below = luck.uniform() * total;
    return Math.max(
      0,
      sums.findIndex((sum) => sum >= below),
    );
  };
}
