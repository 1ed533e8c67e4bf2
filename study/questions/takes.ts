/**
 * What it would take: the cheapest mixes that reach a target with a given reliability, by a response surface of the runs. Only what a
 * plan can choose is chosen; all else stays as uncertain as the study made it. The cheapest of the study's own mixes that came to it
 * are proposed too, as a surface may miss them. What it proposes is to be run for real, and `confirm` says what came of it.
 */
import { quantile } from '../../sim/index.ts';
import { pointMeans } from '../statistics/resample.ts';
import { cheapest } from '../statistics/search.ts';
import { surfaceOf } from '../statistics/surface.ts';
import { shareRange } from '../statistics/tails.ts';
import type { OutcomeColumn, StudyTable } from '../table.ts';
import type { AnswerTable, Candidate, Refusal, TakesAnswer } from './answer.ts';
import { type Aiming, inputOf, isRefusal, measured, outcomeOf, reaches, refuse, startOf } from './asking.ts';
import { costOf } from './takes/cost.ts';
import { futuresOf, othersOf, outlookOf } from './takes/outlook.ts';

export interface TakesWish extends Aiming {
  /** What the outcome has to reach; the best quarter of all points where absent. */
  readonly target?: number;
  /** Share of futures in which it has to; 0.9 where absent. */
  readonly reliability?: number;
  /** Name of the outcome that is the cost; the sum of levels over the low ones where absent. */
  readonly cost?: string;
  /** Mixes to propose by the surface; 5 where absent. */
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
  const sign = better === 'high' ? 1 : -1;
  const futures = futuresOf(table, outcome.name, sign);
  const level = Float64Array.from(futures, (list) => quantile(list, 1 - reliability));
  const surface = surfaceOf({ inputs: table.points, count: table.factors.length, y: level });
  const others = othersOf(table, wish.seed ?? '1');
  const outlook = outlookOf(table, surface, futures, others);
  const cost = costOf(table, costOutcome);
  const values = table.factors.map((_, f) => valuesOf(table, f));
  const price = costOutcome ? pointMeans(table, costOutcome.name) : null;
  const starts = reaching(table, outcome.name, reaches(better, target), reliability, (point, p) => price?.[p] ?? cost.of(point));
  const margin = (r: number) => (mix: ArrayLike<number>) => outlook.level(mix, r) - sign * target;
  const seek = (r: number, spare: number, from: readonly (readonly number[])[]) =>
    cheapest({ values, cost: cost.of, margin: (mix) => margin(r)(mix) - spare }, [...starts, ...from]);
  // What the surface misses by, in steps: the runs will show which of these is enough. A search ends where the surface flatters
  // most, which is further off than it misses by at points left out.
  const wanted = wish.candidates ?? 5;
  const spares = Array.from({ length: wanted }, (_, i) => (4 * surface.error * i) / Math.max(1, wanted - 1));
  const found = spares.map((spare) => seek(reliability, spare, [])).filter((mix) => mix !== null);
  // A point came to it in the world it was run in: where worlds differ, that says little of the mix.
  const own = others.length > 0 ? [] : starts;
  const mixes = [...found, ...own].filter(
    (mix, i, all) => all.findIndex((other) => other.every((value, f) => value === mix[f])) === i,
  );
  const candidates = mixes
    .map((mix) => ({
      values: mix.map((value, f) => (table.factors[f].isAssumed ? Number.NaN : value)),
      cost: cost.of(mix),
      predicted: outlook.share(mix, sign * target),
    }))
    .sort((a, b) => a.cost - b.cost);
  // What does for more futures does for fewer: each search goes on from all that was found above it, so that cost never falls.
  const known = [...found];
  const curve = RELIABILITIES.toReversed()
    .map((r) => {
      const mix = seek(r, 0, known.slice(-1));
      if (mix) known.push(mix);
      const costs = known.filter((one) => margin(r)(one) >= 0).map(cost.of);
      return { reliability: r, cost: costs.length > 0 ? Math.min(...costs) : Number.NaN };
    })
    .reverse();
  const input = table.factors.map(inputOf);
  return {
    ...startOf(table, outcome),
    question: 'takes',
    target,
    better,
    reliability,
    costOutcome,
    inputs: input.filter(({ factor }) => !table.factors[factor].isAssumed),
    assumed: input.filter(({ factor }) => table.factors[factor].isAssumed),
    others,
    values: table.factors.map(({ choices }, f) => ({ lowest: values[f][0], ...(choices ? { choices } : {}) })),
    emulator: { terms: surface.terms.length, q2: surface.q2, costQ2: cost.q2, error: surface.error },
    candidates,
    curve,
    isConfirmed: false,
    table: tableOf(table, candidates),
  };
}

function unfit({ factors, pointCount, replicates, design }: StudyTable, { name }: OutcomeColumn): string | undefined {
  const least = 4 * (factors.length + 1);
  if (factors.every(({ isAssumed }) => isAssumed))
    return 'No plan can choose any of the inputs that this study varies: vary ingredients, strategy, fragmentation, collaboration, finance, forces or foundations.';
  if (design.kind === 'oneAtATime' || design.kind === 'morris')
    return `The points of a ${design.kind} design cover too little of what could be mixed: use a sobol sequence, a Latin hypercube or a fraction.`;
  if (pointCount < least)
    return `${pointCount} points with a value of ${name} are too few for ${factors.length} inputs: expected at least ${least}.`;
  if (replicates < LEAST_REPLICATES)
    return `${replicates} futures a point cannot say how reliably a target is reached: expected at least ${LEAST_REPLICATES}.`;
  return undefined;
}

/** The values that a mix may have of an input: its levels, or steps from end to end, whole where all that was run is whole. */
function valuesOf({ factors, points, pointCount }: StudyTable, f: number): readonly number[] {
  const { range, levels, choices, isAssumed } = factors[f];
  // Nothing is chosen of it, and nothing is read of what stands here.
  if (isAssumed) return [range[0]];
  if (choices) return choices.map((_, i) => i);
  if (levels) return levels;
  const steps = Array.from({ length: STEPS }, (_, i) => range[0] + ((range[1] - range[0]) * i) / (STEPS - 1));
  const areWhole = Array.from({ length: pointCount }, (_, p) => points[p * factors.length + f]).every(Number.isInteger);
  return areWhole ? [...new Set(steps.map(Math.round))] : steps;
}

/** The cheapest points that did reach it as often as asked for. */
function reaching(
  { factors, points, pointCount, replicates, values }: StudyTable,
  outcome: string,
  isReached: (value: number) => boolean,
  reliability: number,
  cost: (point: readonly number[], p: number) => number,
): number[][] {
  const rows: { point: number[]; price: number }[] = [];
  for (let p = 0; p < pointCount; p++) {
    const futures = values[outcome].subarray(p * replicates, (p + 1) * replicates);
    if (futures.filter(isReached).length < reliability * replicates) continue;
    const point = Array.from(points.subarray(p * factors.length, (p + 1) * factors.length));
    const price = cost(point, p);
    if (!Number.isNaN(price)) rows.push({ point, price });
  }
  return rows
    .sort((a, b) => a.price - b.price)
    .slice(0, 3)
    .map(({ point }) => point);
}

/** Futures of one candidate that were really run: a value of the outcome in each, and of the cost where it is an outcome. */
export interface RealRuns {
  readonly outcome: ArrayLike<number>;
  readonly cost?: ArrayLike<number>;
}

/** The point that future k of a mix is run at: what no plan chooses stands as in one row after another of the study. */
export function mixAt({ assumed, others }: TakesAnswer, { values }: Candidate, k: number): Float64Array {
  const point = Float64Array.from(values);
  for (const { factor } of assumed) point[factor] = others[k % others.length][factor];
  return point;
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
  const chosen = factors.flatMap(({ isAssumed }, f) => (isAssumed ? [] : [f]));
  return {
    columns: [
      ...chosen.map((f) => factors[f].name),
      'cost',
      'predicted',
      'real_cost',
      'real_mean',
      'reached',
      'reached_low',
      'reached_high',
    ],
    rows: candidates.map(({ values, cost, predicted, real }) => [
      ...chosen.map((f) => factors[f].choices?.[values[f]] ?? values[f]),
      ...[cost, predicted, real?.cost ?? null, real?.mean ?? null],
      ...[real?.share.value ?? null, real?.share.low ?? null, real?.share.high ?? null],
    ]),
  };
}
