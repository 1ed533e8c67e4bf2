/** The tidy files of an ensemble: time series by future, quantiles, what the columns mean, and what was run. */
import { join } from 'node:path';
import {
  type Column,
  csvChunks,
  cycleColumns,
  resultsDictionary,
  runColumns,
  summaryColumns,
  writeParquet,
} from '../formats/index.ts';
import type { Ensemble } from '../sim/index.ts';
import { fanOf } from '../viz/charts/fan.ts';
import { cycleSentence, innovationNames, sentence } from '../words/index.ts';
import type { PlanFacts } from '../workers/service.ts';
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
  const names = innovationNames(loaded.scenario);
  const learned = cycleColumns(loaded.name, ensemble, (cycle) => cycleSentence(cycle, names));
  for (const format of formats) {
    writeWhole(join(folder, `runs.${format}`), writers[format](runColumns(loaded.name, ensemble, facts.columns), about));
    writeWhole(join(folder, `summary.${format}`), writers[format](summaryColumns(loaded.name, ensemble, facts.columns), about));
    if (learned[0].values.length > 0) writeWhole(join(folder, `recommendations.${format}`), writers[format](learned, about));
  }
  writeWhole(join(folder, 'dictionary.csv'), [resultsDictionary(facts.columns)]);
  writeWhole(join(folder, 'summary.svg'), [fanOf(ensemble, sentence(ensemble))]);
  writeWhole(join(folder, 'manifest.json'), [`${JSON.stringify(manifest, null, 2)}\n`]);
  return folder;
}

/** An array of rows, a row a line; what is missing is null. */
function* jsonRows(columns: readonly Column[]): Generator<string> {
  const rows = columns[0].values.length;
  for (let row = 0; row < rows; row++) {
    const cells = Object.fromEntries(columns.map(({ name, values }) => [name, values[row]]));
    yield `${row === 0 ? '[' : ','}\n${JSON.stringify(cells)}`;
  }
  yield '\n]\n';
}
