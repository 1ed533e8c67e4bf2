/** The numbers of a difference fan: a row a step, the edges of both bands, in 100 schools. */
import type { Band } from '../../sim/index.ts';
import { fill, type Messages } from '../../words/index.ts';
import type { Chart } from './chart.ts';
import { type Role, series } from './spread.tsx';

/** Years, and the bands of both series over them. */
export interface Difference {
  readonly years: Float64Array;
  readonly futures: number;
  readonly bands: Readonly<Record<Role, readonly Band[]>>;
}

export function differenceTable({ years, bands }: Difference, messages: Messages): Chart {
  const { charts: words } = messages;
  const edges = ['low', 'lowerMiddle', 'upperMiddle', 'high'] as const;
  const columns = series.flatMap(({ role }) =>
    edges.map((edge) => ({
      name: fill(words.difference.column, { column: fill(words.fan.columns[edge], { what: words[role] }) }),
      at: (row: number) => 100 * bands[role][row][edge],
    })),
  );
  return {
    columns: [{ name: words.fan.columns.year, digits: 1 }, ...columns.map(({ name }) => ({ name, digits: 1 }))],
    rows: Array.from(years, (year, row) => [year, ...columns.map(({ at }) => at(row))]),
  };
}
