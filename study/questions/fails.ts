/**
 * When it fails: boxes of inputs in which the outcome tends to stay on the wrong side of a threshold. The first is sought among all
 * points, each further one among those that no box before it holds (covering: Friedman & Fisher 1999).
 */
import { quantile } from '../../sim/index.ts';
import {
  type Box,
  type Cases,
  casesOf,
  countOf,
  isInside,
  paste,
  peel,
  quasiPs,
  redrawn,
  type Side,
  type Worth,
  withoutIdleLimits,
  worthOf,
} from '../statistics/prim.ts';
import { counts, drawsOf, intervalOf } from '../statistics/resample.ts';
import type { StudyTable } from '../table.ts';
import type { AnswerTable, FailsAnswer, FoundBox, Limit, PeelStep, Refusal } from './answer.ts';
import {
  type Aiming,
  allValues,
  inputOf,
  isRefusal,
  measured,
  outcomeOf,
  RESAMPLES,
  reaches,
  refuse,
  sharesOf,
  startOf,
} from './asking.ts';

export interface FailsWish extends Aiming {
  /**
   * A future that does not reach it fails; the worst quarter of all futures where absent. Where a quarter or more come to the very
   * worst value that was met, those fail.
   */
  readonly threshold?: number;
  /** Share of failures that a box is to have; 0.8 where absent. The largest box that has it is taken, or else one near the densest. */
  readonly density?: number;
  /** Share of the points in a box that one slice takes; 0.05 where absent. */
  readonly alpha?: number;
  /** Share of all points that a box has at least; 0.05 where absent. */
  readonly leastMass?: number;
  /** Boxes at most; 3 where absent. */
  readonly boxes?: number;
  /** How often the first box is sought anew in points drawn anew; 20 where absent. */
  readonly repeats?: number;
}

const LEAST_POINTS = 50;
const DENSITY = 0.8;
const LEAST_MASS = 0.05;
const MOST_BOXES = 3;
/** Up to so many levels of an input are told one by one, not as a range. */
const FEW_LEVELS = 3;
/** Where no box is as dense as asked for, the largest with this part of the highest density is taken. */
const NEAR = 0.9;

export function fails(whole: StudyTable, wish: FailsWish = {}): FailsAnswer | Refusal {
  const outcome = outcomeOf(whole, wish);
  if (isRefusal(outcome)) return outcome;
  const table = measured(whole, outcome.name);
  const { factors, pointCount, points } = table;
  if (pointCount < LEAST_POINTS)
    return refuse(
      `${pointCount} points with a value of ${outcome.name} are too few to seek a box in: expected at least ${LEAST_POINTS}.`,
    );
  if (['morris', 'saltelli', 'oneAtATime'].includes(table.design.kind))
    return refuse(
      `The points of a ${table.design.kind} design come in rows and crowd some places: seek where it fails in a Latin hypercube, a sobol sequence or a factorial.`,
    );
  const bar = barOf(allValues(table, outcome.name), wish);
  const shares = sharesOf(table, outcome.name, bar.isFailure);
  const base = shares.reduce((sum, share) => sum + share, 0) / pointCount;
  if (base === 0 || base === 1)
    return refuse(
      `${base === 0 ? 'No future' : 'Every future'} fails at a threshold of ${bar.threshold}: choose one that some reach and some do not.`,
    );
  const cases = casesOf(
    points,
    shares,
    factors.map(({ choices }) => choices !== undefined),
  );
  const search = (on: Cases): Search => searchOf(on, wish);
  const { trajectory, chosen, box } = search(cases);
  const draw = drawsOf(wish.seed ?? '1');
  const repeats = wish.repeats ?? 20;
  const again = Array.from({ length: repeats }, () => search(redrawn(cases, counts(pointCount, draw))).box);
  const worths = Array.from({ length: wish.resamples ?? RESAMPLES }, () => worthOf(cases, box, counts(pointCount, draw)));
  const worth = worthOf(cases, box);
  const limits = limitsOf(table, cases, box, again);
  const further = countOf(box) > 0 ? furtherOf(table, cases, box, base, wish) : [];
  return {
    ...startOf(table, outcome),
    question: 'fails',
    threshold: bar.threshold,
    side: bar.side,
    base,
    trajectory,
    chosen,
    box: limits,
    coverage: intervalOf(
      worth.coverage,
      worths.map(({ coverage }) => coverage),
    ),
    density: intervalOf(
      worth.density,
      worths.map(({ density }) => density),
    ),
    wanted: wish.density ?? DENSITY,
    mass: worth.mass,
    further: further.map(({ found }) => found),
    covered: coveredBy(cases, [box, ...further.map(({ sides }) => sides)]),
    resamples: repeats,
    table: tableOf([limits, ...further.map(({ found }) => found.box)]),
  };
}

interface Bar {
  readonly threshold: number;
  readonly side: FailsAnswer['side'];
  isFailure(value: number): boolean;
}

/** What counts as failing. Where the worst quarter is all alike nothing lies beyond its edge: those at it have failed. */
function barOf(sorted: Float64Array, { better = 'high', threshold }: FailsWish): Bar {
  const worst = better === 'high' ? sorted[0] : sorted[sorted.length - 1];
  const taken = threshold ?? quantile(sorted, better === 'high' ? 0.25 : 0.75);
  if (threshold === undefined && taken === worst) return { threshold: taken, side: 'at', isFailure: (value) => value === worst };
  const isReached = reaches(better, taken);
  return { threshold: taken, side: better === 'high' ? 'below' : 'above', isFailure: (value) => !isReached(value) };
}

const limitsOf = (table: StudyTable, cases: Cases, box: Box, again: readonly Box[]): readonly Limit[] => {
  const chances = quasiPs(cases, box);
  return box.flatMap((side, f) => (side ? [limitOf(table, side, f, chances[f], again)] : [])).sort((a, b) => a.quasiP - b.quasiP);
};

/** Boxes are sought as long as what they hold is denser than this far from all futures to what is asked for. */
const WORTH_IT = 0.5;

interface Further {
  readonly sides: Box;
  readonly found: FoundBox;
}

/** Each next box among the points outside all before it, until none is worth it. */
function furtherOf(table: StudyTable, cases: Cases, first: Box, base: number, wish: FailsWish): readonly Further[] {
  const { boxes = MOST_BOXES, density: wanted = DENSITY, leastMass = LEAST_MASS } = wish;
  const { shares } = cases;
  const all = shares.reduce((sum, share) => sum + share, 0);
  const further: Further[] = [];
  while (further.length + 1 < boxes) {
    const before = [first, ...further.map(({ sides }) => sides)];
    const left = redrawn(
      cases,
      shares.map((_, p) => (before.some((box) => isInside(cases, box, p)) ? 0 : 1)),
    );
    const part = left.shares.length / shares.length;
    // A box has at least the same share of all points, however few are left.
    if (part <= leastMass) break;
    const { box: sides } = searchOf(left, { ...wish, leastMass: leastMass / part });
    const { density, mass } = worthOf(left, sides);
    if (countOf(sides) === 0 || density < base + WORTH_IT * (wanted - base)) break;
    const coverage = (density * mass * left.shares.length) / all;
    further.push({ sides, found: { box: limitsOf(table, left, sides, []), coverage, density, mass: mass * part } });
  }
  return further;
}

/** What some boxes hold together. */
function coveredBy(cases: Cases, boxes: readonly Box[]): Worth {
  let [inside, hits, all] = [0, 0, 0];
  cases.shares.forEach((share, p) => {
    all += share;
    if (!boxes.some((box) => isInside(cases, box, p))) return;
    inside++;
    hits += share;
  });
  return { coverage: hits / all, density: hits / inside, mass: inside / cases.shares.length };
}

interface Search {
  readonly trajectory: readonly PeelStep[];
  readonly chosen: number;
  readonly box: Box;
}

/** Peels, takes a step of the trajectory, pastes, and drops limits that luck would make as well. */
function searchOf(cases: Cases, { density = DENSITY, alpha = 0.05, leastMass = LEAST_MASS }: FailsWish): Search {
  const steps = peel(cases, { alpha, leastMass });
  const highest = Math.max(...steps.map((step) => step.density));
  const chosen = steps.findIndex((step) => step.density >= (highest < density ? NEAR * highest : density));
  const box = withoutIdleLimits(cases, paste(cases, steps[chosen].box, 0.01));
  const trajectory = steps.map((step) => ({
    coverage: step.coverage,
    density: step.density,
    mass: step.mass,
    limited: countOf(step.box),
  }));
  trajectory[chosen] = { ...worthOf(cases, box), limited: countOf(box) };
  return { trajectory, chosen, box };
}

function limitOf({ factors }: StudyTable, side: Side, f: number, quasiP: number, again: readonly Box[]): Limit {
  const { range, choices, levels } = factors[f];
  const steadiness = again.length > 0 ? again.filter((box) => box[f] !== undefined).length / again.length : Number.NaN;
  const shared = { ...inputOf(factors[f], f), range, quasiP, steadiness };
  if ('kept' in side)
    return {
      ...shared,
      low: Math.min(...side.kept),
      high: Math.max(...side.kept),
      kept: side.kept.map((value) => choices![value]),
    };
  const [low, high] = [Math.max(range[0], side.low), Math.min(range[1], side.high)];
  const kept = levels?.filter((level) => level >= low && level <= high).map(String);
  return { ...shared, low, high, ...(kept && levels && levels.length <= FEW_LEVELS ? { kept } : {}) };
}

function tableOf(boxes: readonly (readonly Limit[])[]): AnswerTable {
  return {
    columns: ['box', 'input', 'label', 'grade', 'from', 'to', 'range_low', 'range_high', 'kept', 'quasi_p', 'steadiness'],
    rows: boxes.flatMap((limits, b) =>
      limits.map(({ name, label, grade, low, high, range, kept, quasiP, steadiness }) => [
        ...[b + 1, name, label, grade, low, high, range[0], range[1]],
        kept ? kept.join('; ') : null,
        quasiP,
        steadiness,
      ]),
    ),
  };
}
