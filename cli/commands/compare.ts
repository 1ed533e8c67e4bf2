/** `compare A B`: two scenarios through the same futures. */
import { join } from 'node:path';
import { writeCsv } from '../../formats/index.ts';
import { type Difference, differenceAt, type Ensemble } from '../../sim/index.ts';
import { ENOUGH, inHundred, pairOf, type SummaryRow, sentenceOfTwo, summaryRows, winLines } from '../../words/index.ts';
import { writeWhole } from '../atomic.ts';
import { runAll } from '../ensembles.ts';
import { loadScenario } from '../files.ts';
import type { LoadedScenario } from '../loaded.ts';
import { ensembleCommand } from '../options.ts';
import { type Finished, formatsOf, writeResults } from '../output.ts';
import { columnsOf, note, print, printJson, wrapped } from '../print.ts';
import { refuse } from '../problems.ts';
import { noteSchools } from './run.ts';

export const compareCommand = ensembleCommand('compare')
  .description('run two scenarios through the same futures and show how they differ')
  .argument('<a>', 'scenario A')
  .argument('<b>', 'scenario B')
  .action(async (fileA, fileB, options) => {
    const formats = formatsOf(options.format);
    const [a, b] = sameLuck(loadScenario(fileA, options), loadScenario(fileB, options));
    noteSchools([a, b]);
    const finished: Finished[] = [];
    const interrupted = await runAll([a, b], options, (done) => finished.push(done));
    if (interrupted) {
      note('Interrupted: nothing was compared.');
      process.exitCode = 130;
      return;
    }
    const [ensembleA, ensembleB] = finished.map(({ ensemble }) => ensemble);
    const row = Math.min(ensembleA.years.length, ensembleB.years.length) - 1;
    const year = ensembleA.years[row];
    if (options.out !== undefined) {
      for (const done of finished) writeResults(done, options.out, formats);
      writeWhole(join(options.out, 'difference.csv'), [differenceTable(ensembleA, ensembleB, row)]);
    }
    const shared = finished[0].facts.columns.filter(({ name }) => name in ensembleB.runs[0].columns);
    const rowsB = summaryRows(ensembleB, year, shared);
    const rows = summaryRows(ensembleA, year, shared).map(
      (aRow, i): CompareRow => ({
        a: aRow,
        b: rowsB[i],
        difference: differenceAt(ensembleA, ensembleB, aRow.metric, row),
      }),
    );
    const text = sentenceOfTwo(ensembleA, ensembleB, { a: 'A', b: 'B' }, year).text;
    const wins = winLines(ensembleA, ensembleB, { a: 'A', b: 'B' }, year);
    if (options.json) return printJson(asJson(a, b, text, ensembleA.runs.length, rows));
    print(
      `A  ${a.scenario.title}`,
      `B  ${b.scenario.title}`,
      '',
      wrapped(text),
      ...wins,
      '',
      ...tableOf(rows, ensembleA.runs.length),
    );
  });

interface CompareRow {
  readonly a: SummaryRow;
  readonly b: SummaryRow;
  readonly difference: Difference;
}

/** Both with one seed and one number of futures, A's, and names of their own. */
function sameLuck(a: LoadedScenario, b: LoadedScenario): [LoadedScenario, LoadedScenario] {
  if ((a.scenario.stepsPerYear ?? 3) !== (b.scenario.stepsPerYear ?? 3)) refuse(b.name, 'expected as many steps a year as in A');
  const { seed = '1', replicates = ENOUGH } = a.scenario;
  if (JSON.stringify(a.scenario.system) !== JSON.stringify(b.scenario.system))
    note('A and B are about different schools: their futures share luck only in part.', '');
  const as = (one: LoadedScenario, name: string): LoadedScenario => ({
    ...one,
    name,
    scenario: { ...one.scenario, seed, replicates },
  });
  return a.name === b.name ? [as(a, `${a.name}-a`), as(b, `${b.name}-b`)] : [as(a, a.name), as(b, b.name)];
}

/**
 * Medians; the mean of the paired differences, which is no difference of medians, with its 95 per cent interval; and the share of
 * futures in which A is higher.
 */
function tableOf(rows: readonly CompareRow[], futures: number): readonly string[] {
  const told = futures >= ENOUGH;
  const header = ['', 'A, median', 'B, median', 'A minus B, mean', ...(told ? ['A higher'] : [])];
  const cells = rows.map(({ a, b, difference: { mean, halfWidth, aAhead, band } }) => [
    a.label,
    a.median,
    b.median,
    band.n < 2 ? '' : pairOf(mean, halfWidth, a.unit, '±'),
    ...(told ? [band.n === 0 ? '' : `${inHundred(aAhead)} of 100 futures`] : []),
  ]);
  return columnsOf([header, ...cells]);
}

/** A row a metric and time. */
function differenceTable(a: Ensemble, b: Ensemble, last: number): string {
  const shared = Object.keys(a.runs[0].columns).filter((metric) => metric in b.runs[0].columns);
  const cells = shared.flatMap((metric) =>
    Array.from({ length: last + 1 }, (_, row) => ({ year: a.years[row], difference: differenceAt(a, b, metric, row) })),
  );
  const numbers = (of: (difference: Difference) => number): Float64Array =>
    Float64Array.from(cells, ({ difference }) => of(difference));
  return writeCsv([
    { name: 'metric', values: cells.map(({ difference }) => difference.metric) },
    { name: 'year', values: Float64Array.from(cells, ({ year }) => year) },
    { name: 'n', values: numbers(({ band }) => band.n) },
    { name: 'mean', values: numbers(({ mean }) => mean) },
    { name: 'half_width', values: numbers(({ halfWidth }) => halfWidth) },
    { name: 'q05', values: numbers(({ band }) => band.low) },
    { name: 'q25', values: numbers(({ band }) => band.lowerMiddle) },
    { name: 'q50', values: numbers(({ band }) => band.median) },
    { name: 'q75', values: numbers(({ band }) => band.upperMiddle) },
    { name: 'q95', values: numbers(({ band }) => band.high) },
    { name: 'a_ahead', values: numbers(({ aAhead }) => aAhead) },
  ]);
}

const asJson = (a: LoadedScenario, b: LoadedScenario, text: string, futures: number, rows: readonly CompareRow[]) => ({
  a: a.scenario.title,
  b: b.scenario.title,
  seed: String(a.scenario.seed),
  futures,
  sentence: text,
  metrics: rows.map(({ a: of, b: other, difference: { mean, halfWidth, aAhead, band } }) => ({
    metric: of.metric,
    label: of.label,
    unit: of.unit,
    a: of.band,
    b: other.band,
    difference: { mean, halfWidth, aAhead, ...band },
  })),
});
