/** The tidy files of an ensemble: time series by future, quantiles, what the columns mean, and what was run. */
import { join } from 'node:path';
import { type Column, csvChunks, writeDictionary, writeParquet } from '../formats/index.ts';
import { bandAt, type Ensemble } from '../sim/index.ts';
import { fanOf } from '../viz/charts/fan.ts';
import { sentence } from '../words/index.ts';
import type { ColumnFact, PlanFacts } from '../workers/service.ts';
import { writeWhole } from './atomic.ts';
import type { LoadedScenario } from './loaded.ts';
import { manifestOf } from './manifest.ts';
import { refuse } from './problems.ts';

/** A kind of table file: its ending, and how columns become its bytes. */
const writers: Readonly<
  Record<string, (columns: readonly Column[], about: ReadonlyMap<string, string>) => Iterable<string | Uint8Array>>
> = {
  csv: (columns) => csvChunks(columns),
  parquet: (columns, about) => [writeParquet(columns, about)],
  json: jsonRows,
};

/** `csv,parquet` as the names of writers. */
export function formatsOf(text: string): readonly string[] {
  const formats = text.split(',').map((format) => format.trim());
  const unknown = formats.find((format) => !(format in writers));
  return unknown === undefined
    ? formats
    : refuse('--format', `found "${unknown}", expected some of ${Object.keys(writers).join(', ')}`);
}

export interface Finished {
  readonly loaded: LoadedScenario;
  readonly ensemble: Ensemble;
  readonly facts: PlanFacts;
  readonly seed: string;
}

/** Writes the files of one scenario into a folder of its name; its path. */
export function writeResults({ loaded, ensemble, facts, seed }: Finished, out: string, formats: readonly string[]): string {
  const folder = join(out, loaded.name);
  const manifest = manifestOf(loaded, seed, ensemble.digest, ensemble.runs, folder);
  const about = new Map([['manifest', JSON.stringify(manifest)]]);
  for (const format of formats) {
    writeWhole(join(folder, `runs.${format}`), writers[format](runColumns(loaded.name, ensemble, facts.columns), about));
    writeWhole(join(folder, `summary.${format}`), writers[format](summaryColumns(loaded.name, ensemble, facts.columns), about));
  }
  writeWhole(join(folder, 'dictionary.csv'), [dictionary(facts.columns)]);
  writeWhole(join(folder, 'summary.svg'), [fanOf(ensemble, sentence(ensemble))]);
  writeWhole(join(folder, 'manifest.json'), [`${JSON.stringify(manifest, null, 2)}\n`]);
  return folder;
}

/** A row a future and time. */
function runColumns(name: string, { runs, years }: Ensemble, facts: readonly ColumnFact[]): readonly Column[] {
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
    ...facts.map((fact) => ({ name: fact.name, values: metric(fact.name) })),
  ];
}

const quantiles = { q05: 'low', q25: 'lowerMiddle', q50: 'median', q75: 'upperMiddle', q95: 'high' } as const;

/** A row a metric and time: type 7 quantiles over futures. */
function summaryColumns(name: string, { runs, years }: Ensemble, facts: readonly ColumnFact[]): readonly Column[] {
  const cells = facts.flatMap(({ name: metric }) =>
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

const dictionary = (facts: readonly ColumnFact[]): string =>
  writeDictionary([
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
    ...facts.map(({ name, label, unit, about }) => ({ column: name, label, unit, meaning: about })),
  ]);

/** An array of rows, a row a line; what is missing is null. */
function* jsonRows(columns: readonly Column[]): Generator<string> {
  const rows = columns[0].values.length;
  for (let row = 0; row < rows; row++) {
    const cells = Object.fromEntries(columns.map(({ name, values }) => [name, values[row]]));
    yield `${row === 0 ? '[' : ','}\n${JSON.stringify(cells)}`;
  }
  yield '\n]\n';
}
