/** What an input adds by the company it keeps: beside none of the others at their high level, beside one, and so on to all. */
import { pointMeans } from '../statistics/resample.ts';
import { bySet, contrastsOf, type TwoLevel, twoLevelOf } from '../statistics/twolevel.ts';
import type { StudyTable } from '../table.ts';
import type { Input, Refusal } from './answer.ts';
import { type Asking, inputOf, isRefusal, outcomeOf, refuse } from './asking.ts';
import { withoutGaps } from './gaps.ts';

export interface Company {
  readonly ok: true;
  readonly inputs: readonly Input[];
  /** By input, then by how many of the others are high: the mean change from its low to its high level, in the outcome's unit. */
  readonly effects: readonly (readonly number[])[];
  /** True where every mix was run; otherwise it is what main effects and pairs foresee, which is a straight line. */
  readonly isExact: boolean;
}

export function company(raw: StudyTable, wish: Asking = {}): Company | Refusal {
  const outcome = outcomeOf(raw, wish);
  if (isRefusal(outcome)) return outcome;
  const design = twoLevelOf(raw);
  if (!design?.arePairsClear) return refuse('Company is told apart only by a factorial design, or a fraction of resolution 5.');
  const whole = withoutGaps(raw, outcome, design);
  if (isRefusal(whole)) return whole;
  const means = pointMeans(whole.table, outcome.name);
  const effects = design.isFull ? exact(design.count, bySet(design, means)) : foreseen(design, means);
  return { ok: true, inputs: raw.factors.map(inputOf), effects, isExact: design.isFull };
}

/** Over all sets of so many others; a Shapley value is the mean of these. */
function exact(count: number, values: Float64Array): readonly (readonly number[])[] {
  return Array.from({ length: count }, (_, i) => {
    const sums = new Float64Array(count);
    const sets = new Float64Array(count);
    for (let set = 0; set < values.length; set++) {
      if ((set >> i) & 1) continue;
      const others = bitsOf(set);
      sums[others] += values[set | (1 << i)] - values[set];
      sets[others]++;
    }
    return Array.from(sums, (sum, others) => sum / sets[others]);
  });
}

function foreseen(design: TwoLevel, means: Float64Array): readonly (readonly number[])[] {
  const contrasts = contrastsOf(design)(means);
  const { count, terms } = design;
  return Array.from({ length: count }, (_, i) => {
    const pairs = terms.reduce((sum, term, t) => (term.length === 2 && term.includes(i) ? sum + contrasts[t] : sum), 0);
    // With s of the others high, the mean of their signs goes from −1 to 1.
    return Array.from({ length: count }, (_, s) => 2 * contrasts[i] + 2 * pairs * ((2 * s) / (count - 1) - 1));
  });
}

function bitsOf(set: number): number {
  let n = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) n++;
  return n;
}
