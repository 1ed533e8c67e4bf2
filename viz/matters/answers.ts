/** The answers to what is asked, kept those of the study as it grows: the last question wins, and an old answer stays until then. */
import { effect, signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { StudyTable } from '../../study/index.ts';
import type { AnswerTo, Asked } from '../../workers/index.ts';
import { about, barOf, isLessBetter, tableOf } from './asking.ts';
import { askStudyDesk } from './desk.ts';
import { file } from './file.ts';
import type { PartName } from './parts.ts';

type Question = Asked['question'];

interface Told<Q extends Question> {
  /** Null before there is anything to ask about. */
  readonly answer: AnswerTo<Q> | null;
  readonly table: StudyTable | null;
}

const none = { answer: null, table: null };

export const matters = signal<Told<'matters'>>(none);
export const together = signal<Told<'together'>>(none);
export const holds = signal<Told<'holds'>>(none);
export const fails = signal<Told<'fails'>>(none);

const parts: Readonly<Record<Question, PartName>> = {
  matters: 'mixes',
  together: 'mixes',
  holds: 'rollouts',
  fails: 'anywhere',
};

/** What a question has to be told beside the table. */
function askedOf(question: Question, table: StudyTable): Asked {
  const outcome = about.value.name;
  const better = isLessBetter.value ? 'low' : 'high';
  switch (question) {
    case 'holds':
      return { question, wish: { outcome, better, threshold: barOf('goal', table) } };
    case 'fails':
      return { question, wish: { outcome, better, threshold: barOf('failing', table) } };
    case 'together':
      return { question, wish: { outcome, better, threshold: barOf('goal', table) } };
    default:
      return { question, wish: { outcome } };
  }
}

/** Keeps one answer up to date for as long as somebody looks. */
function follow<Q extends Question>(question: Q, told: { value: Told<Q> }): () => void {
  let asked = 0;
  let busy = false;
  let next: (() => void) | null = null;
  return effect(() => {
    const table = file.value?.table ?? tableOf(parts[question]);
    if (!table) {
      told.value = none as Told<Q>;
      return;
    }
    const wish = askedOf(question, table);
    const mine = ++asked;
    const ask = async (): Promise<void> => {
      busy = true;
      const answer = await askStudyDesk((desk) => desk.answer(table, wish)).catch(
        (error: Error) => ({ ok: false, why: error.message }) as const,
      );
      busy = false;
      if (mine === asked) told.value = { answer: answer as AnswerTo<Q>, table };
      next?.();
      next = null;
    };
    // One question at a time: of those that come while another is answered, only the last is asked.
    if (busy) next = () => void ask();
    else void ask();
  });
}

/** Answers all questions while the component that uses it is shown. */
export function useAnswers(): void {
  useEffect(() => {
    const ends = [follow('matters', matters), follow('together', together), follow('holds', holds), follow('fails', fails)];
    return () => {
      for (const end of ends) end();
    };
  }, []);
}

export type { Told };
