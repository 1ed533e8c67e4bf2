/** The numbers of a fan: a row a step, the edges of its bands, the future on the map as far as it is drawn, the thin futures. */
import type { Results } from '../../sim/index.ts';
import { fill, type Messages } from '../../words/index.ts';
import { bandsOf } from './bands.ts';
import type { Cell, Chart } from './chart.ts';
import { series } from './spread.tsx';

const EDGES = ['low', 'lowerMiddle', 'upperMiddle', 'high'] as const;

/** A number a row. */
interface Column {
  readonly name: string;
  readonly at: (row: number) => number;
}

export interface FanDrawn {
  /** In the order of their numbers. */
  readonly runs: readonly Results[];
  readonly map: Results | undefined;
  /** The heavy line ends here. */
  readonly year: number;
  /** Whether the years to come, and so the spread, are hidden. */
  readonly hidden: boolean;
  readonly assumed?: readonly Results[] | undefined;
  /** Futures drawn thin. */
  readonly thin: readonly Results[];
}

export function fanTable(drawn: FanDrawn, messages: Messages): Chart {
  const { runs, map, year, hidden, assumed, thin } = drawn;
  const { charts: words } = messages;
  const { columns: names } = words.fan;
  const { years } = runs[0];
  const columns = series.flatMap(({ role, metric }): Column[] => {
    const what = words[role];
    const follow: Column[] = map
      ? [{ name: fill(names.map, { what }), at: (row) => (years[row] <= year + 1e-6 ? map.columns[metric][row] : Number.NaN) }]
      : [];
    if (hidden) return follow;
    const edges = EDGES.map((edge) => ({
      name: fill(names[edge], { what }),
      at: (row: number) => bandsOf(runs, metric)[row][edge],
    }));
    const futures = thin.map(({ replicate, columns: of }) => ({
      name: fill(names.future, { what, n: replicate + 1 }),
      at: (row: number) => of[metric][row],
    }));
    const others = assumed?.length ? edgesUnder(assumed, metric, what, names) : [];
    return [...edges, ...follow, ...others, ...futures];
  });
  const rows = Array.from(years, (at, row): Cell[] => [at, ...columns.map((column) => 100 * column.at(row))]);
  return {
    columns: [{ name: names.year, digits: 1 }, ...columns.map(({ name }) => ({ name, digits: 1 }))],
    rows: hidden ? rows.filter(([at]) => (at as number) <= year + 1e-6) : rows,
  };
}

/** Under other assumptions only the outline of nine in ten is drawn. */
const edgesUnder = (
  runs: readonly Results[],
  metric: string,
  what: string,
  names: Messages['charts']['fan']['columns'],
): Column[] =>
  (['low', 'high'] as const).map((edge) => ({
    name: fill(names.assumed, { column: fill(names[edge], { what }) }),
    at: (row) => bandsOf(runs, metric)[row][edge],
  }));
