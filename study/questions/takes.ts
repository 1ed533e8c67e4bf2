/**
 * What it would take: the cheapest mixes that reach a target with a given reliability, by a response surface of the runs. What it
 * proposes is to be run for real, and `confirm` says what came of it.
 */
import { quantile } from '../../sim/index.ts';
import { pointMeans } from '../statistics/resample.ts';
import { cheapest } from '../statistics/search.ts';
import { type Surface, surfaceOf } from '../statistics/surface.ts';
import { shareRange } from '../statistics/tails.ts';
import type { OutcomeColumn, StudyTable } from '../table.ts';
import type { AnswerTable, Candidate, Refusal, TakesAnswer } from './answer.ts';
import { type Aiming, inputOf, isRefusal, measured, outcomeOf, reaches, refuse, startOf } from './asking.ts';

export interface TakesWish extends Aiming {
  /** What the outcome has to reach; the best quarter of all points where absent. */
  readonly target?: number;
  /** Share of futures in which it has to; 0.9 where absent. */
  readonly reliability?: number;
  /** Name of the outcome that is the cost; the sum of levels over the low ones where absent. */
  readonly cost?: string;
  /** Mixes to propose; 5 where absent. */
  readonly candidates?: number;
}

/** Reliabilities that the curve is drawn at. */
const RELIABILITIES = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95];
const LEAST_REPLICATES = 5;
/** Steps that an input with a range is tried at. */
const STEPS = 11;

export function propose(whole: StudyTable, wish: TakesWish = {}): TakesAnswer | Refusal {
  const outcome = outcomeOf(whole, wish);
  if (isRefusal(outcome)) return outcome;
  const costOutcome = wish.cost === undefined ? null : outcomeOf(whole, { outcome: wish.cost });
  if (costOutcome && isRefusal(costOutcome)) return refuse(costOutcome.why.replace('outcome:', 'cost:'));
  const table = measured(whole, outcome.name);
  const reason = unfit(table, outcome);
  if (reason) return refuse(reason);
  const { better = 'high', reliability = 0.9 } = wish;
  const target = wish.target ?? quantile(pointMeans(table, outcome.name).sort(), better === 'high' ? 0.75 : 0.25);
  const cost = costOf(table, costOutcome);
  const model = modelOf(table, outcome.name, better === 'high' ? 1 : -1, target);
  const checked = model.surface(reliability, true);
  const values = table.factors.map((_, f) => valuesOf(table, f));
  const starts = reaching(table, outcome.name, reaches(better, target), reliability, cost.of);
  const seek = (surface: Surface, spare: number) =>
    cheapest({ values, cost: cost.of, margin: (point) => surface.predict(point) - model.aim - spare }, starts);
  // What the surface misses by, in steps: the runs will show which of these is enough.
  const wanted = wish.candidates ?? 5;
  const spares = Array.from({ length: wanted }, (_, i) => (2 * checked.error * i) / Math.max(1, wanted - 1));
  const found = spares.map((spare) => seek(checked, spare)).filter((mix) => mix !== null);
  const mixes = found.filter((mix, i) => found.findIndex((other) => other.every((value, f) => value === mix[f])) === i);
  const candidates = mixes
    .map((mix) => ({ values: mix, cost: cost.of(mix), predicted: model.share(mix) }))
    .sort((a, b) => a.cost - b.cost);
  const curve = RELIABILITIES.map((r) => {
    const mix = seek(model.surface(r), 0);
    return { reliability: r, cost: mix ? cost.of(mix) : Number.NaN };
  });
  return {
    ...startOf(table, outcome),
    question: 'takes',
    target,
    better,
    reliability,
    costOutcome,
    inputs: table.factors.map(inputOf),
    values: table.factors.map(({ choices }, f) => ({ lowest: values[f][0], ...(choices ? { choices } : {}) })),
    emulator: { terms: checked.terms.length, q2: checked.q2, costQ2: cost.q2, error: checked.error },
    candidates,
    curve,
    isConfirmed: false,
    table: tableOf(table, candidates),
  };
}

function unfit({ factors, pointCount, replicates, design }: StudyTable, { name }: OutcomeColumn): string | undefined {
  const least = 4 * (factors.length + 1);
  if (design.kind === 'oneAtATime' || design.kind === 'morris')
    return `The points of a ${design.kind} design cover too little of what could be mixed: use a sobol sequence, a Latin hypercube or a fraction.`;
  if (pointCount < least)
    return `${pointCount} points with a value of ${name} are too few for ${factors.length} inputs: expected at least ${least}.`;
  if (replicates < LEAST_REPLICATES)
    return `${replicates} futures a point cannot say how reliably a target is reached: expected at least ${LEAST_REPLICATES}.`;
  return undefined;
}

/** What the runs say of a mix: the level that is reached with a reliability, by a surface for each. */
function modelOf(table: StudyTable, outcome: string, sign: number, target: number) {
  const { points, factors, replicates, values, pointCount } = table;
  const aim = sign * target;
  const sorted = Array.from({ length: pointCount }, (_, p) =>
    values[outcome]
      .subarray(p * replicates, (p + 1) * replicates)
      .filter((value) => !Number.isNaN(value))
      .map((value) => sign * value)
      .sort(),
  );
  const made = new Map<number, Surface>();
  const surface = (reliability: number, isChecked = false): Surface => {
    const known = made.get(reliability);
    if (known) return known;
    const y = Float64Array.from(sorted, (list) => quantile(list, 1 - reliability));
    const fitted = surfaceOf({ inputs: points, count: factors.length, y }, isChecked);
    made.set(reliability, fitted);
    return fitted;
  };
  /** Share of futures that reach the target: between the reliabilities whose levels lie on either side of it. */
  const share = (mix: readonly number[]): number => {
    const above = RELIABILITIES.map((r) => surface(r).predict(mix) - aim);
    const fallen = above.findIndex((margin) => margin < 0);
    if (fallen < 0) return RELIABILITIES[RELIABILITIES.length - 1];
    if (fallen === 0) return RELIABILITIES[0];
    const part = above[fallen - 1] / (above[fallen - 1] - above[fallen]);
    return RELIABILITIES[fallen - 1] + part * (RELIABILITIES[fallen] - RELIABILITIES[fallen - 1]);
  };
  return { aim, surface, share };
}

interface Cost {
  readonly q2: number;
  of(point: ArrayLike<number>): number;
}

function costOf(table: StudyTable, costOutcome: OutcomeColumn | null): Cost {
  const { factors } = table;
  if (!costOutcome)
    return {
      q2: Number.NaN,
      // A choice costs nothing by itself; every other input counts 1 from end to end.
      of: (point) =>
        factors.reduce((sum, { range, choices }, f) => (choices ? sum : sum + (point[f] - range[0]) / (range[1] - range[0])), 0),
    };
  const priced = measured(table, costOutcome.name);
  const surface = surfaceOf({ inputs: priced.points, count: factors.length, y: pointMeans(priced, costOutcome.name) });
  return { q2: surface.q2, of: surface.predict };
}

/** The values that a mix may have of an input: its levels, or steps from end to end, whole where all that was run is whole. */
function valuesOf({ factors, points, pointCount }: StudyTable, f: number): readonly number[] {
  const { range, levels, choices } = factors[f];
  if (choices) return choices.map((_, i) => i);
  if (levels) return levels;
  const steps = Array.from({ length: STEPS }, (_, i) => range[0] + ((range[1] - range[0]) * i) / (STEPS - 1));
  const areWhole = Array.from({ length: pointCount }, (_, p) => points[p * factors.length + f]).every(Number.isInteger);
  return areWhole ? [...new Set(steps.map(Math.round))] : steps;
}

/** The cheapest points that did reach it as often as asked for, to search on from. */
function reaching(
  { factors, points, pointCount, replicates, values }: StudyTable,
  outcome: string,
  isReached: (value: number) => boolean,
  reliability: number,
  cost: (point: ArrayLike<number>) => number,
): number[][] {
  const rows: number[][] = [];
  for (let p = 0; p < pointCount; p++) {
    const futures = values[outcome].subarray(p * replicates, (p + 1) * replicates);
    if (futures.filter(isReached).length >= reliability * replicates)
      rows.push(Array.from(points.subarray(p * factors.length, (p + 1) * factors.length)));
  }
  return rows.sort((a, b) => cost(a) - cost(b)).slice(0, 3);
}

/** Futures of one candidate that were really run: a value of the outcome in each, and of the cost where it is an outcome. */
export interface RealRuns {
  readonly outcome: ArrayLike<number>;
  readonly cost?: ArrayLike<number>;
}

/** The answer with what really came of its candidates, in their order; those that do reach the target come first, cheapest first. */
export function confirm(table: StudyTable, answer: TakesAnswer, runs: readonly RealRuns[]): TakesAnswer {
  if (runs.length !== answer.candidates.length)
    throw new Error(`expected runs of ${answer.candidates.length} candidates, got ${runs.length}`);
  const isReached = reaches(answer.better, answer.target);
  const candidates = answer.candidates.map((candidate, i): Candidate => {
    const futures = Array.from(runs[i].outcome).filter((value) => !Number.isNaN(value));
    const hits = futures.filter(isReached).length;
    const [low, high] = shareRange(hits, futures.length);
    return {
      ...candidate,
      real: {
        share: { value: hits / futures.length, low, high },
        mean: mean(futures),
        cost: runs[i].cost ? mean(Array.from(runs[i].cost)) : candidate.cost,
        futures: futures.length,
      },
    };
  });
  const reachesIt = ({ real }: Candidate): boolean => real !== undefined && real.share.value >= answer.reliability;
  const sorted = [...candidates].sort(
    (a, b) => Number(reachesIt(b)) - Number(reachesIt(a)) || (a.real?.cost ?? a.cost) - (b.real?.cost ?? b.cost),
  );
  return { ...answer, candidates: sorted, isConfirmed: true, table: tableOf(table, sorted) };
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

function tableOf({ factors }: StudyTable, candidates: readonly Candidate[]): AnswerTable {
  return {
    columns: [
      ...factors.map(({ name }) => name),
      'cost',
      'predicted',
      'real_cost',
      'real_mean',
      'reached',
      'reached_low',
      'reached_high',
    ],
    rows: candidates.map(({ values, cost, predicted, real }) => [
      ...values.map((value, f) => factors[f].choices?.[value] ?? value),
      ...[cost, predicted, real?.cost ?? null, real?.mean ?? null],
      ...[real?.share.value ?? null, real?.share.low ?? null, real?.share.high ?? null],
    ]),
  };
}
