/** What the three studies of ingredients come to: the numbers that the document and its pictures are made from. */
import {
  type Company,
  company,
  type MattersAnswer,
  matters,
  type OutcomeColumn,
  type TogetherAnswer,
  together,
} from '../../study/index.ts';
import type { StudyResults } from '../study/read.ts';
import { answered, ENOUGH } from './bar.ts';
import { type Surroundings, surroundingsOf } from './surroundings.ts';
import { type Underway, underwayOf } from './underway.ts';

/** The outcome that tells of spread, whatever its depth. */
export const SPREAD = 'reach';
/** Outcomes of which less is better. */
const LESS = ['gap', 'cost'];

export interface Given {
  readonly results: StudyResults;
  /** SHA-256 of all rows. */
  readonly digest: string;
}

export interface OutcomeFacts {
  readonly outcome: OutcomeColumn;
  readonly matters: MattersAnswer;
  readonly together: TogetherAnswer;
  readonly company: Company;
}

export interface Facts {
  readonly mixes: Given;
  readonly outcomes: readonly OutcomeFacts[];
  readonly around: Given;
  readonly surroundings: Surroundings;
  readonly rolled: Given;
  /** Schools that use it well, by rollout and mix; and schools that use it. */
  readonly underway: Underway;
  readonly spreading: Underway;
}

/** From the mixes of ingredients, the ingredients in their surroundings, and the ingredients under every rollout. */
export function factsOf(mixes: Given, around: Given, rolled: Given): Facts {
  const { table } = mixes.results;
  const outcomes = table.outcomes.map((outcome) => {
    const wish = { outcome: outcome.name, better: LESS.includes(outcome.name) ? ('low' as const) : ('high' as const) };
    const bar = outcome.name === ENOUGH.outcome ? { threshold: ENOUGH.threshold, reliability: ENOUGH.reliability } : {};
    return {
      outcome,
      matters: answered(matters(table, { ...wish, growth: true })),
      together: answered(together(table, { ...wish, ...bar })),
      company: answered(company(table, wish)),
    };
  });
  const labels = new Map(table.factors.map(({ name, label }) => [name, label]));
  return {
    mixes,
    outcomes,
    around,
    surroundings: surroundingsOf(around.results.table),
    rolled,
    underway: underwayOf(rolled.results, ENOUGH.outcome, labels),
    spreading: underwayOf(rolled.results, SPREAD, labels),
  };
}

export const factsFor = ({ outcomes }: Facts, name: string): OutcomeFacts =>
  outcomes.find(({ outcome }) => outcome.name === name)!;
