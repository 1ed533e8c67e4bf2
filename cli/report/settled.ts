/** Whether an order of inputs is settled, in a sentence: said where it is good news; what is not settled is among the cautions. */
import type { Answer } from '../../study/index.ts';
import { inHundred } from '../../words/index.ts';

/** Shares of resamples from which an order counts as settled. */
const SETTLED = 0.9;

export function settledText(answer: Answer): readonly string[] {
  if (answer.question !== 'matters') return [];
  const { resamples, resampled, keepsFirst, keepsTop3, tau } = answer.stability;
  if (resamples === 0 || Math.min(keepsFirst, keepsTop3) < SETTLED) return [];
  return [
    `The order has settled: in ${resamples} resamples of ${resampled} the first input stays first in ${inHundred(keepsFirst)} of 100 and the top three stay in ${inHundred(keepsTop3)} (Kendall’s tau ${tau.toFixed(2)}).`,
  ];
}
