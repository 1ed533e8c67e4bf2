/** The table of the mixes: what is chosen, what is foreseen of it, and what really came. */
import type { FactorColumn } from '../../table.ts';
import type { AnswerTable, Candidate } from '../answer.ts';

export function tableOf(factors: readonly FactorColumn[], candidates: readonly Candidate[]): AnswerTable {
  const chosen = factors.flatMap(({ isAssumed }, f) => (isAssumed ? [] : [f]));
  return {
    columns: [
      ...chosen.map((f) => factors[f].name),
      'cost',
      'predicted',
      'real_cost',
      'real_mean',
      'reached',
      'reached_low',
      'reached_high',
    ],
    rows: candidates.map(({ values, cost, predicted, real }) => [
      ...chosen.map((f) => factors[f].choices?.[values[f]] ?? values[f]),
      ...[cost, predicted, real?.cost ?? null, real?.mean ?? null],
      ...[real?.share.value ?? null, real?.share.low ?? null, real?.share.high ?? null],
    ]),
  };
}
