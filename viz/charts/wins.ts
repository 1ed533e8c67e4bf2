/** Who is ahead on an outcome: two plans through the same futures. */
import { differenceAt } from '../../sim/index.ts';
import { ENOUGH, winWords } from '../../words/index.ts';
import type { Outcome } from '../state/outcomes.ts';
import type { PlanId } from '../state/plan.ts';
import type { Pairs } from './bands.ts';

export interface Win {
  /** The plan with more of it: ahead on what a plan is for, dearer or wider on what it is not for. */
  readonly plan: PlanId;
  /** Share of futures in which it has more, 0.5 to 1; ties count half. */
  readonly share: number;
  readonly words: ReturnType<typeof winWords>;
}

/** A share of futures in which A has more, as who leads and how surely. */
export function winOf(aShare: number): Win {
  const share = Math.max(aShare, 1 - aShare);
  return { plan: aShare >= 0.5 ? 'a' : 'b', share, words: winWords(share) };
}

/** Who has more of an outcome at a row; null where too few futures can be paired. */
export function winAt(pairs: Pairs, { metric, scale }: Outcome, row: number): Win | null {
  if (pairs.a.length < ENOUGH) return null;
  const { aAhead } = differenceAt({ runs: pairs.a }, { runs: pairs.b }, metric, row);
  if (Number.isNaN(aAhead)) return null;
  return winOf(scale > 0 ? aAhead : 1 - aAhead);
}
