/** The numbers of the outcomes: a row a plan and outcome, with the middle, nine in ten, who is ahead, and the twenty marks. */
import { fill, inHundred, type Messages } from '../../words/index.ts';
import type { PlanId } from '../state/plan.ts';
import type { Cell, Chart } from './chart.ts';
import { DOTS } from './dots.ts';
import type { Row } from './figures.ts';

export function outcomeTable(
  rows: readonly Row[],
  { charts: { outcomes: words } }: Messages,
  nameOf: (plan: PlanId) => string,
): Chart {
  const { columns: names } = words;
  const marks = Array.from({ length: DOTS }, (_, i) => ({ name: fill(names.dot, { n: i + 1 }), digits: 1 }));
  return {
    columns: [
      { name: names.outcome },
      { name: names.plan },
      { name: names.median, digits: 1 },
      { name: words.columns.low, digits: 1 },
      { name: words.columns.high, digits: 1 },
      { name: names.win },
      { name: names.futures },
      ...marks,
    ],
    rows: rows.flatMap(({ outcome, of, win }) =>
      of.map(({ plan, dots, median, low, high, n }): Cell[] => {
        const { name, sub } = words.names[outcome.name];
        const values = marks.map((_, i) => dots[i]?.value ?? Number.NaN);
        const ahead = win && (win.plan === plan ? win.share : 1 - win.share);
        return [`${name}, ${sub}`, nameOf(plan), median, low, high, ahead === null ? Number.NaN : inHundred(ahead), n, ...values];
      }),
    ),
  };
}
