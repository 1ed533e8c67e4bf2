/** The posterior of stopping over groups that lend each other strength: one shape, a rate of each group, log-normal around a common one. */
import { exp, log } from '../../sim/index.ts';
import { bandOfChances, besideLikeliest, shares } from './counts.ts';
import { type Hazard, likelihoodOf, REFERENCE_YEARS } from './hazard.ts';
import {
  type Cell,
  LEAST,
  logPrior,
  MIDDLE,
  RATE_STEP,
  RATES,
  reachOf,
  SHAPES,
  SPREADS,
  shapes,
  spreadAt,
  totals,
  untold,
} from './poolingGrid.ts';
import type { Band } from './scores.ts';
import { RATE, type Use } from './stopping.ts';

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
    let sum = logPrior(shape, rate);
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
function pooledAt(shape: number, spread: number, rate: number, likelihood: Float64Array): number {
  const { low, high, density, shift } = reachOf(spread, rate);
  const row = shape * RATES;
  let sum = 0;
  for (let own = low; own <= high; own++) sum += density[shift + own] * likelihood[row + own];
  return sum / totals[spread][rate];
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
    const all = seen ? exp(seen.pooled[(shape * SPREADS + spread) * RATES + rate]) : 1;
    const scale = weight / totals[spread][rate] / all;
    const { low, high, density, shift } = reachOf(spread, rate);
    const row = shape * RATES;
    for (let own = low; own <= high; own++) weights[row + own] += scale * density[shift + own] * likelihood[row + own];
  }
  const rates = fit.logRates.map(exp);
  const { reference } = fit;
  return [...shares(weights)].flatMap((chance, i) =>
    chance > 0 ? [{ hazard: { rate: rates[i % RATES], shape: shapes[Math.floor(i / RATES)], reference }, chance }] : [],
  );
}
