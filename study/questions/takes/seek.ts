/**
 * Mixes to run, from what the runs of a study foresee: by a response surface of the level that the outcome reaches as reliably as
 * asked for, and by a surface of the cost. The cheapest of the study's own mixes that came to the target are among them, as a surface may miss them.
 */
import { quantile } from '../../../sim/index.ts';
import { pointMeans } from '../../statistics/resample.ts';
import { cheapest } from '../../statistics/search.ts';
import { surfaceOf } from '../../statistics/surface.ts';
import type { OutcomeColumn, StudyTable } from '../../table.ts';
import type { Candidate, Refusal, TakesAnswer } from '../answer.ts';
import { type Aiming, inputOf, isRefusal, measured, outcomeOf, reaches, refuse, sharesOf, startOf } from '../asking.ts';
import { costOf } from './cost.ts';
import { levelOf, paidFor, type Tried } from './futures.ts';
import { nearer } from './nearer.ts';
import { futuresOf, othersOf, outlookOf } from './outlook.ts';
import { tableOf } from './rows.ts';

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

export interface Seeking {
  /** What the runs of the study foresee. */
  readonly answer: TakesAnswer;
  /** Mixes to run next, from all that were; none where nothing cheaper is in sight. */
  further(tried: readonly Tried[]): readonly Candidate[];
}

/** Reliabilities that the curve is drawn at. */
const RELIABILITIES = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95];
const LEAST_REPLICATES = 5;
/** Steps that an input with a range is tried at. */
const STEPS = 11;
/** The study's own mixes that are run again. */
const OWN = 3;

type Mix = readonly number[];

export function seek(whole: StudyTable, wish: TakesWish = {}): Seeking | Refusal {
  const outcome = outcomeOf(whole, wish);
  if (isRefusal(outcome)) return outcome;
  const costOutcome = wish.cost === undefined ? null : outcomeOf(whole, { outcome: wish.cost });
  if (costOutcome && isRefusal(costOutcome)) return refuse(costOutcome.why.replace('outcome:', 'cost:'));
  const table = measured(whole, outcome.name);
  const reason = unfit(table, outcome);
  if (reason) return refuse(reason);
  const { factors } = table;
  const { better = 'high', reliability = 0.9, candidates: wanted = 5 } = wish;
  const target = wish.target ?? quantile(pointMeans(table, outcome.name).sort(), better === 'high' ? 0.75 : 0.25);
  const sign = better === 'high' ? 1 : -1;
  const goal = sign * target;
  const futures = futuresOf(table, outcome.name, sign);
  const level = Float64Array.from(futures, (list) => quantile(list, 1 - reliability));
  const surface = surfaceOf({ inputs: table.points, count: factors.length, y: level });
  const others = othersOf(table, wish.seed ?? '1');
  const outlook = outlookOf(table, surface, futures, others);
  const cost = costOf(table, costOutcome);
  const values = factors.map((_, f) => valuesOf(table, f));
  const shares = sharesOf(table, outcome.name, reaches(better, target));
  const paid = costOutcome && pointMeans(table, costOutcome.name);
  const own = cheapestRun(
    table,
    (p) => shares[p] >= reliability,
    (mix, p) => paid?.[p] ?? cost.of(mix),
  );
  const margin = (r: number) => (mix: ArrayLike<number>) => outlook.level(mix, r) - goal;
  const cheapestAt = (r: number, spare: number, from: readonly Mix[]): Mix | null =>
    cheapest({ values, cost: cost.of, margin: (mix) => margin(r)(mix) - spare }, [...own, ...from]);
  // What the surface misses by, in steps: the runs will show which of these is enough. A search ends where the surface flatters
  // most, which is further off than it misses by at points left out.
  const spares = Array.from({ length: wanted }, (_, i) => (4 * surface.error * i) / Math.max(1, wanted - 1));
  const foreseen = spares.map((spare) => cheapestAt(reliability, spare, [])).filter((mix) => mix !== null);
  // What does for more futures does for fewer: each search goes on from all that was found above it, so that cost never falls.
  const known = [...foreseen];
  const curve = RELIABILITIES.toReversed()
    .map((r) => {
      const mix = cheapestAt(r, 0, known.slice(-1));
      if (mix) known.push(mix);
      const costs = known.filter((one) => margin(r)(one) >= 0).map(cost.of);
      return { reliability: r, cost: costs.length > 0 ? Math.min(...costs) : Number.NaN };
    })
    .reverse();
  const candidateOf = (mix: Mix): Candidate => ({
    values: mix.map((value, f) => (factors[f].isAssumed ? Number.NaN : value)),
    cost: cost.of(mix),
    predicted: outlook.share(mix, goal),
  });
  // A point came to it in the world it was run in: where worlds differ, that says little of the mix.
  const candidates = different([...foreseen, ...(others.length > 0 ? [] : own)])
    .map(candidateOf)
    .sort((a, b) => a.cost - b.cost);
  const input = factors.map(inputOf);
  const answer: TakesAnswer = {
    ...startOf(table, outcome),
    question: 'takes',
    target,
    better,
    reliability,
    costOutcome,
    inputs: input.filter(({ factor }) => !factors[factor].isAssumed),
    assumed: input.filter(({ factor }) => factors[factor].isAssumed),
    others,
    values: factors.map(({ choices }, f) => ({ lowest: values[f][0], ...(choices ? { choices } : {}) })),
    emulator: { terms: surface.terms.length, q2: surface.q2, costQ2: cost.q2, error: surface.error },
    candidates,
    tried: [],
    curve,
    isConfirmed: false,
    table: tableOf(factors, candidates),
  };
  const widths = factors.map(({ range: [low, high], choices }) => (choices ? 1 : high - low || 1));
  const foresight = { values, widths, goal, level: (mix: ArrayLike<number>) => outlook.level(mix, reliability), cost: cost.of };
  return {
    answer,
    further(tried) {
      const runs = tried.map(({ candidate, runs }) => ({
        // Nothing is read of what no plan chooses: the one value that stands for it serves.
        mix: candidate.values.map((value, f) => (factors[f].isAssumed ? values[f][0] : value)),
        level: levelOf(answer, runs),
        cost: paidFor(runs, candidate.cost),
      }));
      return nearer(foresight, runs).map(candidateOf);
    },
  };
}

const different = (mixes: readonly Mix[]): Mix[] =>
  mixes.filter((mix, i) => mixes.findIndex((other) => other.every((value, f) => value === mix[f])) === i);

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

/** The cheapest points of those that hold. */
function cheapestRun(
  { factors, points, pointCount }: StudyTable,
  holds: (p: number) => boolean,
  price: (mix: Mix, p: number) => number,
): Mix[] {
  return Array.from({ length: pointCount }, (_, p) => p)
    .filter(holds)
    .map((p) => {
      const mix = Array.from(points.subarray(p * factors.length, (p + 1) * factors.length));
      return { mix, price: price(mix, p) };
    })
    .filter((one) => !Number.isNaN(one.price))
    .sort((a, b) => a.price - b.price)
    .slice(0, OWN)
    .map(({ mix }) => mix);
}
