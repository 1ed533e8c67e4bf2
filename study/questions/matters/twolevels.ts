/** Two-level designs: what an input changes from low to high, alone and with the others, and its Shapley share. */
import { ENOUGH_REPLICATES, lenth, luckShare, type Noise, pooled, sizeOf, standardErrors } from '../../statistics/noise.ts';
import { drawsOf, normal, pointMeans, redrawnMeans } from '../../statistics/resample.ts';
import { shapleyEffects, shapleyValues } from '../../statistics/shapley.ts';
import { bySet, contrastsOf, membersOf, type TwoLevel, walsh } from '../../statistics/twolevel.ts';
import type { OutcomeColumn, StudyTable } from '../../table.ts';
import type { Refusal } from '../answer.ts';
import { type Asking, isRefusal, RESAMPLES } from '../asking.ts';
import { withoutGaps } from '../gaps.ts';
import { type Finding, type Sizes, sized } from './finding.ts';

export function byTwoLevels(raw: StudyTable, outcome: OutcomeColumn, design: TwoLevel, wish: Asking): Finding | Refusal {
  const whole = withoutGaps(raw, outcome, design);
  if (isRefusal(whole)) return whole;
  const { table, filled } = whole;
  const { replicates } = table;
  const means = pointMeans(table, outcome.name);
  const parts = design.isFull ? ofFull(design) : ofFraction(design);
  const errorsOf = (of: (m: Float64Array) => Float64Array) => standardErrors(table, outcome.name, means, of);
  const terms = parts.terms(means);
  const isSingle = replicates === 1;
  // Of a contrast; a main effect is two of them.
  const guessed = lenth(terms);
  const noise: Noise = isSingle
    ? { ...guessed, error: 2 * guessed.error }
    : pooled(
        errorsOf((m) => parts.withOthers(m)),
        replicates,
      );
  const aloneNoise: Noise = isSingle
    ? { ...guessed, error: guessed.error * parts.contrastsAlone }
    : pooled(
        errorsOf((m) => parts.alone(m)),
        replicates,
      );
  // Each squared contrast holds the variance of its noise, which is no input's.
  const luck = isSingle ? terms.map(() => guessed.error) : errorsOf((m) => parts.terms(m));
  const all = (m: Float64Array): Sizes => {
    const variances = parts.terms(m).map((c, t) => c * c - luck[t] * luck[t]);
    return {
      alone: parts.alone(m),
      withOthers: parts.withOthers(m),
      share: shapleyEffects(design.count, parts.members, variances),
    };
  };
  const draw = drawsOf(wish.seed ?? '1');
  const found = all(means);
  const shaken = (values: ArrayLike<number>, { error }: Noise) =>
    Float64Array.from(values, (value) => value + error * normal(draw));
  const again = (): Sizes => {
    const redrawn = all(redrawnMeans(table, outcome.name, draw));
    if (replicates >= ENOUGH_REPLICATES) return redrawn;
    return { ...redrawn, alone: shaken(found.alone, aloneNoise), withOthers: shaken(found.withOthers, noise) };
  };
  const size = sizeOf(noise, design.count);
  return {
    measure: 'change',
    method: design.isFull ? 'factorial' : 'fraction',
    ...sized(table, found, Array.from({ length: wish.resamples ?? RESAMPLES }, again), size, 'futures'),
    noise: size,
    explained: design.isFull ? 1 : adjusted(means, terms),
    luck: luckShare(table, outcome.name, means),
    filled,
  };
}

interface Parts {
  /** Inputs of the terms that variance is shared out by. */
  readonly members: readonly (readonly number[])[];
  /** Standard error of an effect alone in those of one contrast, when all contrasts have the same. */
  readonly contrastsAlone: number;
  terms(means: Float64Array): Float64Array;
  alone(means: Float64Array): Float64Array;
  withOthers(means: Float64Array): Float64Array;
}

/** All combinations were run: exact Shapley values of the outcome, and of its variance. */
function ofFull(design: TwoLevel): Parts {
  const { count } = design;
  const members = Array.from({ length: 2 ** count - 1 }, (_, t) => membersOf(t + 1));
  return {
    members,
    // The difference of two points, each of which has the variance of a contrast times the number of points.
    contrastsAlone: Math.sqrt(2 * 2 ** count),
    terms: (means) => walsh(bySet(design, means)).subarray(1),
    alone(means) {
      const values = bySet(design, means);
      return Float64Array.from({ length: count }, (_, i) => values[1 << i] - values[0]);
    },
    withOthers: (means) => shapleyValues(bySet(design, means)),
  };
}

/** Main effects and pairs stand for all: with no more than pairs, a main effect is the Shapley value. */
function ofFraction(design: TwoLevel): Parts {
  const { count, arePairsClear } = design;
  const contrasts = contrastsOf(design);
  const members = arePairsClear ? design.terms : design.terms.slice(0, count);
  const terms = (means: Float64Array) => contrasts(means).subarray(0, members.length);
  return {
    members,
    // Two contrasts' worth of the main effect and of each of its pairs.
    contrastsAlone: 2 * Math.sqrt(count),
    terms,
    withOthers: (means) =>
      terms(means)
        .subarray(0, count)
        .map((c) => 2 * c),
    alone(means) {
      if (!arePairsClear) return new Float64Array(count).fill(Number.NaN);
      const all = terms(means);
      // From all others low: the main effect less half of what each pair adds.
      const alone = all.slice(0, count).map((c) => 2 * c);
      members.forEach((pair, t) => {
        if (pair.length === 2) for (const i of pair) alone[i] -= 2 * all[t];
      });
      return alone;
    },
  };
}

/** Share of the variance between points that the terms explain, less what so many terms explain of nothing (adjusted R²). */
function adjusted(means: Float64Array, terms: Float64Array): number {
  const n = means.length;
  const mean = means.reduce((sum, m) => sum + m, 0) / n;
  const all = means.reduce((sum, m) => sum + (m - mean) * (m - mean), 0);
  const freedom = n - 1 - terms.length;
  if (freedom <= 0 || all === 0) return Number.NaN;
  const rest = all - n * terms.reduce((sum, c) => sum + c * c, 0);
  return 1 - rest / freedom / (all / (n - 1));
}
