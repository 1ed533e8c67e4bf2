/** Draws from the posterior of stopping, and what they say beside what was believed before. */
import { exp, normalQuantile } from '../../sim/index.ts';
import { shares } from './counts.ts';
import { type Hazard, REFERENCE_YEARS } from './hazard.ts';
import type { Luck } from './luck.ts';
import type { StoppingFit } from './pooling.ts';
import {
  type Cell,
  logShapes,
  RATE_STEP,
  RATES,
  reachOf,
  SHAPE_SD,
  SHAPE_STEP,
  SPREAD_SCALE,
  spreadAt,
  untold,
} from './poolingGrid.ts';
import { type Estimate, estimateOf } from './posterior.ts';
import { RATE } from './stopping.ts';

/** Chances of a group's rates where what is common is known. */
function ownRates({ shape, spread, rate }: Cell, likelihood: Float64Array): Float64Array {
  const rates = new Float64Array(RATES);
  const { low, high, density, shift } = reachOf(spread, rate);
  const row = shape * RATES;
  for (let own = low; own <= high; own++) rates[own] = density[shift + own] * likelihood[row + own];
  return shares(rates);
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
        const own = ownRates(cell, fit.groups.get(name)?.likelihood ?? untold);
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
