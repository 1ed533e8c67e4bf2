/** What works together: pairs that do more, or less, than the two apart, and combinations that suffice. */
import { quantile } from '../../sim/index.ts';
import { type Cube, minimalCubes } from '../statistics/cubes.ts';
import { ENOUGH_REPLICATES, lenth, pooled, sizeOf, standardErrors } from '../statistics/noise.ts';
import { largestFirst } from '../statistics/order.ts';
import { drawsOf, intervalsOf, normal, pointMeans, redrawnMeans } from '../statistics/resample.ts';
import { contrastsOf, membersOf, type TwoLevel, twoLevelOf } from '../statistics/twolevel.ts';
import type { StudyTable } from '../table.ts';
import type { AnswerTable, Better, Combination, Combinations, Input, Pair, Refusal, TogetherAnswer } from './answer.ts';
import { type Aiming, inputOf, isRefusal, outcomeOf, RESAMPLES, reaches, refuse, sharesOf, startOf } from './asking.ts';
import { withoutGaps } from './gaps.ts';

export interface TogetherWish extends Aiming {
  /** What the outcome has to reach; the best quarter of all point means where absent. */
  readonly threshold?: number;
  /** Share of futures in which it has to; 0.9 where absent. */
  readonly reliability?: number;
  /** Combinations that are listed at most; 20 where absent. */
  readonly listed?: number;
}

export function together(raw: StudyTable, wish: TogetherWish = {}): TogetherAnswer | Refusal {
  const outcome = outcomeOf(raw, wish);
  if (isRefusal(outcome)) return outcome;
  const design = twoLevelOf(raw);
  if (!design)
    return refuse(
      `What works together needs every input at two levels, in balance: a factorial design or a fraction; these points are of a ${raw.design.kind} design.`,
    );
  if (!design.arePairsClear)
    return refuse(
      'In these points some pairs of inputs always go together and cannot be told apart: use a fraction of resolution 5.',
    );
  if (design.count < 2) return refuse('What works together needs at least two inputs.');
  const whole = withoutGaps(raw, outcome, design);
  if (isRefusal(whole)) return whole;
  const { table, filled } = whole;
  const means = pointMeans(table, outcome.name);
  const inputs = table.factors.map(inputOf);
  const { pairs, noise } = pairsOf(table, outcome.name, design, means, inputs, wish);
  return {
    ...startOf(table, outcome),
    question: 'together',
    inputs,
    pairs,
    noise,
    filled,
    combinations: combinationsOf(table, outcome.name, design, means, inputs, wish),
    table: tableOf(pairs),
  };
}

function pairsOf(
  table: StudyTable,
  outcome: string,
  design: TwoLevel,
  means: Float64Array,
  inputs: readonly Input[],
  wish: TogetherWish,
): { pairs: readonly Pair[]; noise: number } {
  const contrasts = contrastsOf(design);
  // A contrast is a quarter of both − one − other + neither.
  const effects = (m: Float64Array): Float64Array =>
    contrasts(m)
      .subarray(design.count)
      .map((c) => 4 * c);
  const found = effects(means);
  const { replicates } = table;
  const noise = replicates > 1 ? pooled(standardErrors(table, outcome, means, effects), replicates) : lenth(found);
  const size = sizeOf(noise, found.length);
  const draw = drawsOf(wish.seed ?? '1');
  const again = (): Float64Array =>
    replicates >= ENOUGH_REPLICATES
      ? effects(redrawnMeans(table, outcome, draw))
      : found.map((effect) => effect + noise.error * normal(draw));
  const intervals = intervalsOf(found, Array.from({ length: wish.resamples ?? RESAMPLES }, again));
  const members = design.terms.slice(design.count);
  const pairs = largestFirst(found.map(Math.abs)).map((t) => ({
    a: inputs[members[t][0]],
    b: inputs[members[t][1]],
    effect: intervals[t],
    isBeyondNoise: Math.abs(found[t]) > size,
  }));
  return { pairs, noise: size };
}

/** Cubes of whole designs are all looked at up to this many inputs: 3^14 of them. */
const MOST_WHOLE = 14;
/** Of fractions, and of larger ones, combinations of up to this many inputs: resolution V holds all levels of four. */
const MOST_HELD = 4;
/** Points that a combination of a fraction must have. */
const LEAST_POINTS = 8;

function combinationsOf(
  table: StudyTable,
  outcome: string,
  design: TwoLevel,
  means: Float64Array,
  inputs: readonly Input[],
  { better = 'high', threshold = quarter(means, better), reliability = 0.9, listed = 20 }: TogetherWish,
): Combinations {
  const shares = sharesOf(table, outcome, reaches(better, threshold));
  const isWhole = design.isFull && design.count <= MOST_WHOLE;
  const sizeLimit = isWhole ? design.count : Math.min(MOST_HELD, design.count);
  const leastPoints = design.isFull ? 1 : LEAST_POINTS;
  const seek = (mode: 'every' | 'mixed') =>
    minimalCubes(design.count, design.sets, shares, { reliability, mode, sizeLimit, leastPoints, isWhole });
  // Points of a fraction stand for others that were not run, so that only their futures together say something.
  const strict = design.isFull ? seek('every') : [];
  const mode = strict.length > 0 ? 'every' : 'mixed';
  const cubes = mode === 'every' ? strict : seek('mixed');
  const list = cubes.slice(0, listed);
  return {
    threshold,
    better,
    reliability,
    mode,
    isComplete: design.isFull,
    sizeLimit,
    found: cubes.length,
    list: list.map((cube) => combinationOf(cube, list, design, shares, inputs)),
    base: shares.reduce((sum, share) => sum + share, 0) / shares.length,
  };
}

const quarter = (means: Float64Array, better: Better): number => quantile(means.slice().sort(), better === 'high' ? 0.75 : 0.25);

function combinationOf(
  cube: Cube,
  list: readonly Cube[],
  { sets }: TwoLevel,
  shares: Float64Array,
  inputs: readonly Input[],
): Combination {
  const holds = ({ held, high }: Cube, p: number): boolean => (sets[p] & held) === high;
  const others = list.filter((other) => other !== cube);
  let [all, own, only] = [0, 0, 0];
  for (let p = 0; p < sets.length; p++) {
    all += shares[p];
    if (!holds(cube, p)) continue;
    own += shares[p];
    if (!others.some((other) => holds(other, p))) only += shares[p];
  }
  return {
    held: membersOf(cube.held).map((i) => ({ ...inputs[i], end: (cube.high >> i) & 1 ? 'high' : 'low' })),
    consistency: cube.consistency,
    worst: cube.worst,
    coverage: all > 0 ? own / all : 0,
    uniqueCoverage: all > 0 ? only / all : 0,
    points: cube.points,
  };
}

function tableOf(pairs: readonly Pair[]): AnswerTable {
  return {
    columns: ['input_a', 'input_b', 'effect', 'effect_low', 'effect_high', 'beyond_noise'],
    rows: pairs.map(({ a, b, effect, isBeyondNoise }) => [
      ...[a.name, b.name, effect.value, effect.low, effect.high],
      isBeyondNoise ? 'yes' : 'no',
    ]),
  };
}
