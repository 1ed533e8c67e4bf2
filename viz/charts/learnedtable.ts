/** The cycles of the plans' learning loops as rows: what each change was measured to bring beside what it brings. */
import type { Cycle } from '../../sim/index.ts';
import { innovationName, type LearnedWords } from '../../words/index.ts';
import type { Cell, Chart } from './chart.ts';

interface Learning {
  /** Its letter. */
  readonly plan: string;
  readonly cycles: readonly Cycle[];
  /** The plan's innovations. */
  readonly names: readonly string[];
}

/** A row a cycle, in the order of plans and years. `isTwo`: whether rows say which plan they are of. */
export function learnedTable(plans: readonly Learning[], words: LearnedWords, isTwo: boolean): Chart {
  const { columns, was } = words.messages;
  const effect = { digits: 2 };
  return {
    inWords: true,
    columns: [
      ...(isTwo ? [{ name: columns.plan }] : []),
      { name: columns.year },
      { name: columns.innovation },
      { name: columns.measured, ...effect },
      { name: columns.true, ...effect },
      { name: columns.was },
      { name: columns.elaboration },
      { name: columns.cost },
      { name: columns.passed },
    ],
    rows: plans.flatMap(({ plan, cycles, names }) =>
      cycles.map(({ year, innovation, kept, measured, tried, elaboration, costFactor, passedTo }): Cell[] => [
        ...(isTwo ? [plan] : []),
        year,
        innovationName(innovation, names, words),
        measured,
        tried,
        kept ? was.kept : was.dropped,
        100 * elaboration,
        // What costs nothing to begin with has no share of it.
        costFactor > 0 ? 100 * costFactor : Number.NaN,
        passedTo.map((to) => innovationName(to, names, words)).join(', '),
      ]),
    ),
  };
}
