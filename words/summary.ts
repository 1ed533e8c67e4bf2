/** The key numbers of an ensemble with their ranges over futures, as rows that a page or a terminal can set. */
import { type Band, bandAt, type Ensemble, metrics } from '../sim/index.ts';
import { figure, pairOf } from './figures.ts';
import { fill } from './fill.ts';
import { en } from './messages/en/index.ts';
import { rowOf } from './sentence.ts';

/** Named first where there is room for few: spread, depth, ownership, lasting, learning, fairness, money. */
const keyMetrics = [
  'schoolsInUse',
  'schoolsWell',
  'schoolsOwned',
  'qualityReach',
  'retention3',
  'sustainability3',
  'gainPoints',
  'reachGap',
  'spentPerLearner',
] as const;

export interface SummaryRow {
  readonly metric: string;
  readonly label: string;
  readonly unit: string;
  readonly band: Band;
  readonly median: string;
  /** Half of the futures. */
  readonly middle: string;
  /** Nine in ten of them. */
  readonly wide: string;
}

/** What a column of results is called. */
interface Named {
  readonly name: string;
  readonly label: string;
  readonly unit: string;
}

/** Regions that are listed at most: more would push everything else off the screen. */
const MOST_LISTED = 12;

/** The key numbers, and how far it has come in each region where the columns tell regions apart, unless there are many. */
export function summaryRows(ensemble: Ensemble, year?: number, columns: readonly Named[] = metrics): readonly SummaryRow[] {
  const row = rowOf(ensemble, year);
  const key = keyMetrics.map((name): Named => metrics.find((metric) => metric.name === name)!);
  const regions = columns.filter(({ name }) => name.startsWith('schoolsInUse.region'));
  return [...key, ...(regions.length <= MOST_LISTED ? regions : [])].map(({ name, label, unit }) => ({
    metric: name,
    label,
    unit,
    ...textsOf(bandAt(ensemble.runs, name, row), unit, ensemble.runs.length),
  }));
}

function textsOf(band: Band, unit: string, futures: number) {
  const range = (low: number, high: number): string => {
    const from = figure(low, unit);
    return from === figure(high, unit) ? from : pairOf(low, high, unit, en.summary.to);
  };
  const median = figure(band.median, unit);
  if (band.n === 0) return { band, median, middle: '', wide: '' };
  const fewer = band.n < futures ? ` (${fill(en.summary.fewer, { n: band.n, all: futures })})` : '';
  return {
    band,
    median: median + fewer,
    middle: range(band.lowerMiddle, band.upperMiddle),
    wide: range(band.low, band.high),
  };
}

/** The rows as lines of text, columns set under each other. */
export function summaryTable(rows: readonly SummaryRow[]): readonly string[] {
  const { header } = en.summary;
  const cells = [
    [header.label, header.median, header.middle, header.wide],
    ...rows.map((r) => [r.label, r.median, r.middle, r.wide]),
  ];
  const widths = cells[0].map((_, c) => Math.max(...cells.map((line) => line[c].length)));
  return cells.map((line) =>
    line
      .map((cell, c) => cell.padEnd(widths[c]))
      .join('   ')
      .trimEnd(),
  );
}
