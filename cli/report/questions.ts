/** The questions that a study may answer, in the order in which they are asked, each with what it is called. */
import {
  type Answer,
  fails,
  holds,
  matters,
  propose,
  type Question,
  type Refusal,
  type StudyTable,
  together,
} from '../../study/index.ts';
import { answerCautions, answerSentence } from '../../words/index.ts';
import { settledText } from './settled.ts';

/** What is asked for; what is not said is taken from the study itself, and the answer says what was taken. */
export interface Wish {
  readonly outcome?: string;
  readonly target?: number;
  readonly reliability?: number;
  readonly better?: 'high' | 'low';
  /** Name of the outcome that is the cost. */
  readonly cost?: string;
}

interface Asking {
  readonly title: string;
  ask(table: StudyTable, wish: Wish): Answer | Refusal;
}

/** A target is a threshold to all but one of them. */
const aiming = ({ target, ...wish }: Wish) => ({ ...wish, ...(target !== undefined && { threshold: target }) });

export const questions: Readonly<Record<Question, Asking>> = {
  matters: { title: 'Which inputs matter?', ask: (table, wish) => matters(table, { ...wish, growth: true }) },
  together: { title: 'What works together?', ask: (table, wish) => together(table, aiming(wish)) },
  fails: { title: 'When does it fail?', ask: (table, wish) => fails(table, aiming(wish)) },
  holds: { title: 'Which plan holds up?', ask: (table, wish) => holds(table, aiming(wish)) },
  takes: { title: 'What would it take?', ask: propose },
};

/** An answer with what is said of it. */
export interface Told {
  readonly answer: Answer;
  readonly sentence: string;
  readonly cautions: readonly string[];
}

export const toldOf = (answer: Answer): Told => ({
  answer,
  sentence: answerSentence(answer),
  cautions: [...settledText(answer), ...answerCautions(answer)],
});

/** A question asked of every outcome of a study. */
export interface Asked {
  readonly question: Question;
  readonly title: string;
  readonly told: readonly Told[];
  /** Outcomes, by their labels, of which it cannot be answered. */
  readonly refused: readonly { readonly outcome: string; readonly why: string }[];
}

interface Scope {
  /** Names of the outcomes asked about. */
  readonly outcomes: readonly string[];
  /** Of these, less is better. */
  readonly less: readonly string[];
  /** Hears of each question before it is asked: some take a while. */
  before(question: string, outcome: string): void;
}

/** Everything that a study says, outcome by outcome. */
export function askAll(table: StudyTable, { outcomes, less, before }: Scope): readonly Asked[] {
  return (Object.keys(questions) as Question[]).map((question) => {
    const { title, ask } = questions[question];
    const told: Told[] = [];
    const refused: { outcome: string; why: string }[] = [];
    for (const { name, label } of table.outcomes) {
      if (!outcomes.includes(name)) continue;
      before(title, label);
      const answer = ask(table, { outcome: name, better: less.includes(name) ? 'low' : 'high' });
      if (answer.ok) told.push(toldOf(answer));
      else refused.push({ outcome: label, why: answer.why });
    }
    return { question, title, told, refused };
  });
}
