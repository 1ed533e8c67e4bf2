/** Questions that the page asks of a table, one at a time, and what comes back. */

import type { StudyTable } from '../study/index.ts';
import { fails } from '../study/questions/fails.ts';
import { holds } from '../study/questions/holds.ts';
import { matters } from '../study/questions/matters.ts';
import { together } from '../study/questions/together.ts';

const questions = { matters, together, holds, fails } as const;

export type Questions = typeof questions;

/** A question by its name, with what else it has to be told. */
export type Asked = {
  readonly [Q in keyof Questions]: { readonly question: Q; readonly wish: Parameters<Questions[Q]>[1] };
}[keyof Questions];

export type AnswerTo<Q extends keyof Questions> = ReturnType<Questions[Q]>;

/** The answer, or a refusal in words. */
export const answerTo = (table: StudyTable, { question, wish }: Asked): AnswerTo<keyof Questions> =>
  questions[question](table, wish as never);
