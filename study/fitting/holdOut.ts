/**
 * Stopping foretold for users that the fit has not seen: those of each group from all others, or those who began late from those
 * who began before. How many still use it when they are looked at, by a hazard by time of use and group, by one constant rate for
 * everybody, by the plain share, and if nobody stops.
 */
import { exp } from '../../sim/index.ts';
import { studentTail } from '../statistics/tails.ts';
import { bandOfChances, betaBinomial, crpsOfCounts, shares, sumOfChances } from './counts.ts';
import { cumulated } from './hazard.ts';
import { commonOf, fitStopping, hazardsOf, type StoppingFit, seenOf } from './pooling.ts';
import type { Band } from './scores.ts';
import { type Rates, stoppingRates, type Use } from './stopping.ts';

/** A user with the time at which it began, and how many steps later it was looked at. */
export interface Watched extends Use {
  readonly began: number;
  readonly watched: number;
}

/** Each group in turn, the half that began last, or those who began after a time. */
export type HoldOutRule = 'groups' | 'later' | number;

/**
 * What is set beside each other: the model, a hazard by time of use and group; one constant rate for everybody; the share of the others
 * who still use it, whenever they began; nobody stops.
 */
export const stoppingWays = ['model', 'rate', 'share', 'nobody'] as const;
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
  /** What the model finds in those seen that groups have in common: Weibull's shape, and how far the log rates of groups lie apart. */
  readonly shape: Band;
  readonly spread: Band;
  /** One constant rate a step as fitted to those seen, and to those held out alone. */
  readonly rate: Band;
  readonly itself: Band;
  /** How likely it is, by constant rates, that those held out stop faster than those seen. */
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
  /** By how much the model's CRPS lies below that of the constant rate, and of the plain share. */
  readonly gains: Readonly<Record<'rate' | 'share', Gain>>;
}

/** Mean over groups and its standard error; null with one group. */
export interface Gain {
  readonly mean: number;
  readonly error: number | null;
  readonly isSure: boolean;
}

/** null where the rule leaves nobody to fit or nobody to foretell. */
export function holdOutStopping(uses: readonly Watched[], rule: HoldOutRule, stepsPerYear: number): HeldOut | null {
  const whole = seenOf(uses, stepsPerYear);
  const folds = splitsOf(uses, rule).map(({ name, isOut }) =>
    foldOf(
      name,
      uses.filter((use) => !isOut(use)),
      uses.filter(isOut),
      rule === 'groups'
        ? fitStopping(whole, name)
        : fitStopping(
            seenOf(
              uses.filter((use) => !isOut(use)),
              stepsPerYear,
            ),
          ),
      stepsPerYear,
    ),
  );
  const groups = folds.flatMap(({ groups }) => groups);
  if (groups.length === 0 || folds.some(({ seen }) => seen === 0)) return null;
  const gains = { rate: gainOf(groups, 'rate'), share: gainOf(groups, 'share') };
  return { rule, folds, scores: stoppingWays.map((way) => scoreOf(groups, way)), gains };
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

function foldOf(
  heldOut: string,
  seen: readonly Watched[],
  out: readonly Watched[],
  model: StoppingFit,
  stepsPerYear: number,
): Fold {
  const [fitted, itself] = [stoppingRates(seen, stepsPerYear), stoppingRates(out, stepsPerYear)];
  const given: Given = { model, rate: fitted, stayed: seen.filter(({ stopped }) => !stopped).length, seen: seen.length };
  const names = [...new Set(out.map(({ group }) => group))];
  return {
    ...{
      heldOut,
      seen: seen.length,
      ...commonOf(model),
      rate: bandOfRates(fitted),
      itself: bandOfRates(itself),
      faster: chanceAbove(itself, fitted),
    },
    groups: names.map((name) => foretold(name, out.filter(isOf(name)), given)),
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

/** What each way knows of those seen. */
interface Given {
  readonly model: StoppingFit;
  readonly rate: Rates;
  readonly stayed: number;
  readonly seen: number;
}

/** Every number of the posteriors, and within each the luck of every user; for the share Jeffreys' prior, and the same luck. */
function foretold(name: string, out: readonly Watched[], { model, rate, stayed, seen }: Given): HeldOutGroup {
  const n = out.length;
  const hazards = hazardsOf(model, name);
  const chances: EachWay<Float64Array> = {
    model: mixed(
      out,
      Float64Array.from(hazards, ({ chance }) => chance),
      (i, watched) => cumulated(hazards[i].hazard, watched),
    ),
    rate: mixed(out, rate.weights, (i, watched) => rate.rates[i] * watched),
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

/** Hazards that are less likely than this beside the likeliest change no figure that is told. */
const HARDLY = 1e-6;

/** Chances of 0 to n who still use it, over hazards with weights; `hazard` gives what cumulates of one in a time. */
function mixed(out: readonly Watched[], weights: Float64Array, hazard: (i: number, watched: number) => number): Float64Array {
  const least = HARDLY * weights.reduce((most, weight) => Math.max(most, weight), 0);
  const sum = new Float64Array(out.length + 1);
  for (const [i, chance] of shares(weights.map((weight) => (weight < least ? 0 : weight))).entries()) {
    if (chance === 0) continue;
    const mass = sumOfChances(out.map(({ watched }) => exp(-hazard(i, watched))));
    for (let k = 0; k < sum.length; k++) sum[k] += chance * mass[k];
  }
  return sum;
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
function gainOf(groups: readonly HeldOutGroup[], other: 'rate' | 'share'): Gain {
  const n = groups.length;
  const gains = groups.map(({ crps }) => crps[other] - crps.model);
  const mean = gains.reduce((sum, x) => sum + x, 0) / n;
  if (n < 2) return { mean, error: null, isSure: false };
  const error = Math.sqrt(gains.reduce((sum, x) => sum + (x - mean) * (x - mean), 0) / (n - 1) / n);
  return { mean, error, isSure: mean > studentTail(0.05, n - 1) * error };
}
