/** A fan over the years in characters, for a terminal. */
import { type Band, bandAt, type Ensemble } from '../sim/index.ts';
import { inHundred } from './figures.ts';
import { en } from './messages/en/index.ts';

export interface ChartSize {
  /** Columns of the terminal. */
  readonly width: number;
  /** Lines between the axes. */
  readonly height: number;
}

const MARGIN = 5;
const MIDDLE = '█';
const WIDE = '░';

/** The shares of a metric over the years: half of futures dark, nine in ten light, no middle line. */
export function textFan(ensemble: Ensemble, metric: string, { width, height }: ChartSize): readonly string[] {
  const { years, runs } = ensemble;
  const columns = Math.max(10, Math.min(width - MARGIN - 2, 2 * years.length));
  const bands = Array.from({ length: columns }, (_, c) =>
    bandAt(runs, metric, Math.round((c * (years.length - 1)) / (columns - 1))),
  );
  const top = niceTop(Math.max(0, ...bands.map(({ high }) => (Number.isNaN(high) ? 0 : high))));
  const lines = Array.from({ length: height }, (_, i) => {
    const cell = height - 1 - i;
    const label = i === 0 ? inHundred(top) : cell === 0 ? 0 : '';
    return `${String(label).padStart(MARGIN - 1)} ┤${bands.map((band) => mark(band, cell, top / height)).join('')}`.trimEnd();
  });
  return [en.chart.title, ...lines, ...yearAxis(years[years.length - 1], columns), `${' '.repeat(MARGIN + 1)}${en.chart.legend}`];
}

/** The end of the axis: the next of 10, 20, 50 and 100 in 100, so that small shares can be seen. */
const niceTop = (most: number): number => [0.1, 0.2, 0.5, 1].find((top) => most <= top) ?? 1;

/** What stands in a cell that begins at cell × step: a band fills every cell it touches. */
function mark(band: Band, cell: number, step: number): string {
  const touches = (low: number, high: number): boolean => {
    const from = Math.floor(low / step);
    const to = Math.max(from + 1, Math.ceil(high / step));
    return high > 0 && cell >= from && cell < to;
  };
  if (touches(band.lowerMiddle, band.upperMiddle)) return MIDDLE;
  return touches(band.low, band.high) ? WIDE : ' ';
}

function yearAxis(last: number, columns: number): readonly string[] {
  const end = `${last} ${en.chart.axis}`;
  const gap = Math.max(1, columns - 1 - String(last).length);
  return [`${' '.repeat(MARGIN)}└${'─'.repeat(columns)}`, `${' '.repeat(MARGIN + 1)}0${' '.repeat(gap)}${end}`];
}
