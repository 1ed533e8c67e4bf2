/** When it fails: the box of inputs in which the outcome tends to stay on the wrong side of a threshold. */
import { quantile } from '../../sim/index.ts';
import {
  type Box,
  type Cases,
  casesOf,
  countOf,
  paste,
  peel,
  quasiPs,
  redrawn,
  type Side,
  withoutIdleLimits,
  worthOf,
} from '../statistics/prim.ts';
import { counts, drawsOf, intervalOf } from '../statistics/resample.ts';
import type { StudyTable } from '../table.ts';
import type { AnswerTable, FailsAnswer, Limit, PeelStep, Refusal } from './answer.ts';
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
  /** A future that does not reach it fails; the worst quarter of all futures where absent. */
  readonly threshold?: number;
  /** Share of failures that a box is to have; 0.8 where absent. The largest box that has it is taken, or else one near the densest. */
  readonly density?: number;
  /** Share of the points in a box that one slice takes; 0.05 where absent. */
  readonly alpha?: number;
  /** Share of all points that a box has at least; 0.05 where absent. */
  readonly leastMass?: number;
  /** How often the box is sought anew in points drawn anew; 20 where absent. */
  readonly repeats?: number;
}

const LEAST_POINTS = 50;
const DENSITY = 0.8;
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
  const better = wish.better ?? 'high';
  const threshold = wish.threshold ?? quantile(allValues(table, outcome.name), better === 'high' ? 0.25 : 0.75);
  const isReached = reaches(better, threshold);
  const shares = sharesOf(table, outcome.name, (value) => !isReached(value));
  const base = shares.reduce((sum, share) => sum + share, 0) / pointCount;
  if (base === 0 || base === 1)
    return refuse(
      `${base === 0 ? 'No future' : 'Every future'} fails at a threshold of ${threshold}: choose one that some reach and some do not.`,
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
  const chances = quasiPs(cases, box);
  const limits = box
    .flatMap((side, f) => (side ? [limitOf(table, side, f, chances[f], again)] : []))
    .sort((a, b) => a.quasiP - b.quasiP);
  return {
    ...startOf(table, outcome),
    question: 'fails',
    threshold,
    side: better === 'high' ? 'below' : 'above',
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
    resamples: repeats,
    table: tableOf(limits),
  };
}

interface Search {
  readonly trajectory: readonly PeelStep[];
  readonly chosen: number;
  readonly box: Box;
}

/** Peels, takes a step of the trajectory, pastes, and drops limits that luck would make as well. */
function searchOf(cases: Cases, { density = DENSITY, alpha = 0.05, leastMass = 0.05 }: FailsWish): Search {
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

function tableOf(limits: readonly Limit[]): AnswerTable {
  return {
    columns: ['input', 'label', 'grade', 'from', 'to', 'range_low', 'range_high', 'kept', 'quasi_p', 'steadiness'],
    rows: limits.map(({ name, label, grade, low, high, range, kept, quasiP, steadiness }) => [
      ...[name, label, grade, low, high, range[0], range[1]],
      kept ? kept.join('; ') : null,
      quasiP,
      steadiness,
    ]),
  };
}
