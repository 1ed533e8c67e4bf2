/** The tidy tables of an ensemble: time series by future, quantiles over futures, and what their columns mean. */
import { bandAt, type Cycle, type Ensemble } from '../sim/index.ts';
import type { Column } from './columns.ts';
import { type DictionaryRow, writeDictionary } from './dictionary.ts';

/** What is known of a column of the results. */
export interface Measure {
  readonly name: string;
  readonly label: string;
  readonly unit: string;
  readonly about: string;
}

/** A row a future and time. */
export function runColumns(name: string, { runs, years }: Ensemble, measures: readonly Measure[]): readonly Column[] {
  const rows = runs.length * years.length;
  const metric = (column: string): Float64Array => {
    const values = new Float64Array(rows);
    for (const [k, { columns }] of runs.entries()) values.set(columns[column], k * years.length);
    return values;
  };
  return [
    { name: 'scenario', values: new Array<string>(rows).fill(name) },
    { name: 'replicate', values: Int32Array.from({ length: rows }, (_, i) => runs[Math.floor(i / years.length)].replicate) },
    { name: 'year', values: Float64Array.from({ length: rows }, (_, i) => years[i % years.length]) },
    ...measures.map((measure) => ({ name: measure.name, values: metric(measure.name) })),
  ];
}

/** A row a cycle of the learning loop; `say` puts one into words. */
export function cycleColumns(name: string, { runs }: Ensemble, say: (cycle: Cycle) => string): readonly Column[] {
  const cells = runs.flatMap(({ replicate, cycles = [] }) => cycles.map((cycle) => ({ replicate, cycle })));
  const number = (column: string, read: (cycle: Cycle) => number): Column => ({
    name: column,
    values: Float64Array.from(cells, ({ cycle }) => read(cycle)),
  });
  return [
    { name: 'scenario', values: cells.map(() => name) },
    { name: 'replicate', values: Int32Array.from(cells, ({ replicate }) => replicate) },
    number('year', ({ year }) => year),
    number('innovation', ({ innovation }) => innovation + 1),
    number('measuredChange', ({ measured }) => measured),
    number('trueChange', ({ tried }) => tried),
    number('kept', ({ kept }) => (kept ? 1 : 0)),
    number('elaboration', ({ elaboration }) => elaboration),
    number('unitCostFactor', ({ costFactor }) => costFactor),
    number('effort', ({ effort }) => effort),
    number('passedTo', ({ passedTo }) => passedTo.length),
    { name: 'inWords', values: cells.map(({ cycle }) => say(cycle)) },
  ];
}

const quantiles = { q05: 'low', q25: 'lowerMiddle', q50: 'median', q75: 'upperMiddle', q95: 'high' } as const;

/** A row a measure and time: type 7 quantiles over futures. */
export function summaryColumns(name: string, { runs, years }: Ensemble, measures: readonly Measure[]): readonly Column[] {
  const cells = measures.flatMap(({ name: metric }) =>
    Array.from(years, (year, row) => ({ metric, year, band: bandAt(runs, metric, row) })),
  );
  return [
    { name: 'scenario', values: cells.map(() => name) },
    { name: 'metric', values: cells.map(({ metric }) => metric) },
    { name: 'year', values: Float64Array.from(cells, ({ year }) => year) },
    { name: 'n', values: Int32Array.from(cells, ({ band }) => band.n) },
    ...Object.entries(quantiles).map(([column, part]) => ({
      name: column,
      values: Float64Array.from(cells, ({ band }) => band[part]),
    })),
  ];
}

/** The columns that every table of results has beside its measures. */
const common: readonly DictionaryRow[] = [
  { column: 'scenario', label: 'Scenario', unit: '', meaning: 'The scenario, by the name of its file.' },
  {
    column: 'replicate',
    label: 'Future',
    unit: '',
    meaning: 'Number of the future; the same number is the same luck in every scenario of one seed.',
  },
  { column: 'year', label: 'Year', unit: 'years', meaning: 'Years since the start.' },
  { column: 'metric', label: 'Measure', unit: '', meaning: 'In the summary: the column of the runs that the row is about.' },
  { column: 'n', label: 'Futures', unit: 'count', meaning: 'In the summary: futures in which there was something to measure.' },
  ...Object.keys(quantiles).map((column) => ({
    column,
    label: `${Number(column.slice(1))} per cent quantile`,
    unit: 'as the measure',
    meaning: 'In the summary: quantile over futures (type 7).',
  })),
];

/** The columns of the log of the learning loop, beside those that it shares. */
const ofCycles: readonly DictionaryRow[] = [
  {
    column: 'innovation',
    label: 'Innovation',
    unit: 'place',
    meaning: 'In the recommendations: its place in the scenario, from 1; local variants come after.',
  },
  {
    column: 'measuredChange',
    label: 'Change as measured',
    unit: 'SD a year',
    meaning: 'What a change was measured to bring; it is kept where that is more than nothing.',
  },
  { column: 'trueChange', label: 'Change in truth', unit: 'SD a year', meaning: 'What it brings; nobody in the model sees it.' },
  { column: 'kept', label: 'Kept', unit: '1 or 0', meaning: 'Whether the change was kept.' },
  {
    column: 'effort',
    label: 'Effort',
    unit: '1, 0 or -1',
    meaning: 'Where the cycle sent effort: 1 to depth, -1 to breadth, 0 where no school leads with it.',
  },
  { column: 'passedTo', label: 'Passed to', unit: 'count', meaning: 'Other innovations that learned from the change.' },
  { column: 'inWords', label: 'In words', unit: '', meaning: 'The cycle in a sentence.' },
];

/** The dictionary of all tables, as CSV. */
export const resultsDictionary = (measures: readonly Measure[]): string =>
  writeDictionary([
    ...common,
    ...ofCycles,
    ...measures.map(({ name, label, unit, about }) => ({ column: name, label, unit, meaning: about })),
  ]);
