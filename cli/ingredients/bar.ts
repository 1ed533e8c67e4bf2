/** What the document counts as enough, and answers without their refusals. */
import type { Refusal } from '../../study/index.ts';

/** Half of all schools use it well, in nine of ten futures. */
export const ENOUGH = { outcome: 'well', threshold: 0.5, reliability: 0.9 } as const;

/** These studies are made for these questions: a refusal is news of a broken one. */
export function answered<T extends { readonly ok: true }>(answer: T | Refusal): T {
  if (!answer.ok) throw new Error(answer.why);
  return answer;
}
