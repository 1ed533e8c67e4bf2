/**
 * Stopping foretold for users that the fit has not seen: those of each group from all others, or those who began late from those
 * who began before. How many still use it when they are looked at, by a constant rate, by the plain share, and if nobody stops.
 */
import { exp } from '../../sim/index.ts';
import { studentTail } from '../statistics/tails.ts';
import { bandOfChances, betaBinomial, crpsOfCounts, shares, sumOfChances } from './counts.ts';
import type { Band } from './scores.ts';
import { type Rates, stoppingRates, type Use } from './stopping.ts';

/** A user of a group, with the time at which it began, and how many steps later it was looked at. */
export interface Watched extends Use {
  readonly group: string;
  readonly began: number;
  readonly watched: number;
}

/** Each group in turn, the half that began last, or those who began after a time. */
export type HoldOutRule = 'groups' | 'later' | number;

/** What is set beside each other: a constant rate, the share of the others who still use it whenever they began, nobody stops. */
export const stoppingWays = ['rate', 'share', 'nobody'] as const;
export type StoppingWay = (typeof stoppingWays)[number];
type EachWay<T> = Readonly<Record<StoppingWay, T>>;

/** Users of one group who were held out; all but their number in shares of them. */
export interface HeldOutGroup {
  readonly name: string;
  readonly users: number;
  readonly still: number;
  readonly bands: EachWay<Band>;
  readonly crps: EachWay<number>;
  /** The chance that each way itself gives its range of nine in ten, which has to be in whole people; null for a single number. */
  readonly claimed: EachWay<number | null>;
}

/** One fit: without some users, and what it says of them. */
export interface Fold {
  readonly heldOut: string;
  /** Users that were seen. */
  readonly seen: number;
  /** Rate a step as fitted to those seen, and to those held out alone. */
  readonly rate: Band;
  readonly itself: Band;
  /** How likely it is that those held out stop faster than those seen. */
  readonly faster: number;
  readonly groups: readonly HeldOutGroup[];
}

export interface StoppingScore {
  readonly way: StoppingWay;
  /** Groups held out, each counting as much as another. */
  readonly n: number;
  readonly crps: number;
  readonly rmse: number;
  /** Share of groups inside the range of nine in ten, and the share that its own chances claim; null where there is no range. */
  readonly inNine: number | null;
  readonly claimed: number | null;
}

export interface HeldOut {
  readonly rule: HoldOutRule;
  readonly folds: readonly Fold[];
  readonly scores: readonly StoppingScore[];
  /** By how much the rate's CRPS lies below that of the plain share: mean over groups and its standard error; null with one group. */
  readonly gain: { readonly mean: number; readonly error: number | null; readonly isSure: boolean };
}

/** null where the rule leaves nobody to fit or nobody to foretell. */
export function holdOutStopping(uses: readonly Watched[], rule: HoldOutRule, stepsPerYear: number): HeldOut | null {
  const folds = splitsOf(uses, rule).map(({ name, isOut }) =>
    foldOf(
      name,
      uses.filter((use) => !isOut(use)),
      uses.filter(isOut),
      stepsPerYear,
    ),
  );
  const groups = folds.flatMap(({ groups }) => groups);
  if (groups.length === 0 || folds.some(({ seen }) => seen === 0)) return null;
  return { rule, folds, scores: stoppingWays.map((way) => scoreOf(groups, way)), gain: gainOf(groups) };
}

interface Split {
  readonly name: string;
  isOut(use: Watched): boolean;
}

function splitsOf(uses: readonly Watched[], rule: HoldOutRule): readonly Split[] {
  if (uses.length === 0) return [];
  if (rule === 'groups') return [...new Set(uses.map(({ group }) => group))].map((name) => ({ name, isOut: isOf(name) }));
  const began = uses.map((use) => use.began).sort((a, b) => a - b);
  const after = rule === 'later' ? began[Math.ceil(began.length / 2) - 1] : rule;
  return [{ name: `began after ${after}`, isOut: (use) => use.began > after }];
}

const isOf = (name: string) => (use: Watched) => use.group === name;

function foldOf(heldOut: string, seen: readonly Watched[], out: readonly Watched[], stepsPerYear: number): Fold {
  const [fitted, itself] = [stoppingRates(seen, stepsPerYear), stoppingRates(out, stepsPerYear)];
  const stayed = seen.filter(({ stopped }) => !stopped).length;
  const names = [...new Set(out.map(({ group }) => group))];
  return {
    ...{
      heldOut,
      seen: seen.length,
      rate: bandOfRates(fitted),
      itself: bandOfRates(itself),
      faster: chanceAbove(itself, fitted),
    },
    groups: names.map((name) => foretold(name, out.filter(isOf(name)), fitted, stayed, seen.length)),
  };
}

const bandOfRates = ({ rates, weights }: Rates): Band => bandOfChances(rates, shares(weights));

/** The chance that a rate of the one is above one of the other, on the grid that both lie on. */
function chanceAbove(one: Rates, other: Rates): number {
  const others = shares(other.weights);
  let below = 0;
  return shares(one.weights).reduce((sum, weight, i) => {
    const before = below;
    below += others[i];
    return sum + weight * (before + 0.5 * others[i]);
  }, 0);
}

/** Rates that are less likely than this beside the likeliest change no figure that is told. */
const HARDLY = 1e-9;

/** Every number of the posterior, and within each the luck of every user; for the share Jeffreys' prior, and the same luck. */
function foretold(name: string, out: readonly Watched[], { rates, weights }: Rates, stayed: number, seen: number): HeldOutGroup {
  const n = out.length;
  const byRate = new Float64Array(n + 1);
  for (const [i, chance] of shares(weights.map((weight) => (weight < HARDLY ? 0 : weight))).entries()) {
    if (chance === 0) continue;
    const mass = sumOfChances(out.map(({ watched }) => exp(-rates[i] * watched)));
    for (let k = 0; k <= n; k++) byRate[k] += chance * mass[k];
  }
  const chances: EachWay<Float64Array> = {
    rate: byRate,
    share: betaBinomial(n, 0.5 + stayed, 0.5 + seen - stayed),
    nobody: new Float64Array(n + 1).fill(1, n),
  };
  const still = out.filter(({ stopped }) => !stopped).length;
  const values = Float64Array.from({ length: n + 1 }, (_, k) => k / n);
  const each = <T>(of: (mass: Float64Array, way: StoppingWay) => T) =>
    Object.fromEntries(stoppingWays.map((way) => [way, of(chances[way], way)])) as EachWay<T>;
  const bands = each((mass) => bandOfChances(values, mass));
  const inside = (mass: Float64Array, { low, high }: Band) =>
    mass.reduce((sum, chance, k) => sum + (values[k] >= low && values[k] <= high ? chance : 0), 0);
  return {
    ...{ name, users: n, still: still / n, bands },
    crps: each((mass) => crpsOfCounts(mass, still)),
    claimed: each((mass, way) => (way === 'nobody' ? null : inside(mass, bands[way]))),
  };
}

function scoreOf(groups: readonly HeldOutGroup[], way: StoppingWay): StoppingScore {
  const mean = (of: (group: HeldOutGroup) => number) => groups.reduce((sum, group) => sum + of(group), 0) / groups.length;
  const ranged = way !== 'nobody';
  return {
    ...{ way, n: groups.length, crps: mean(({ crps }) => crps[way]) },
    rmse: Math.sqrt(mean(({ bands, still }) => (bands[way].mean - still) * (bands[way].mean - still))),
    inNine: ranged ? mean(({ bands, still }) => (still >= bands[way].low && still <= bands[way].high ? 1 : 0)) : null,
    claimed: ranged ? mean(({ claimed }) => claimed[way]!) : null,
  };
}

/** Sure where luck between groups would hardly make so much: beyond 1 in 20 of Student's t. */
function gainOf(groups: readonly HeldOutGroup[]): HeldOut['gain'] {
  const n = groups.length;
  const gains = groups.map(({ crps }) => crps.share - crps.rate);
  const mean = gains.reduce((sum, x) => sum + x, 0) / n;
  if (n < 2) return { mean, error: null, isSure: false };
  const error = Math.sqrt(gains.reduce((sum, x) => sum + (x - mean) * (x - mean), 0) / (n - 1) / n);
  return { mean, error, isSure: mean > studentTail(0.05, n - 1) * error };
}
