/** Cells -> numbers, with what was found wherever there is none. */
import { type Ledger, quoted } from '../ledger.ts';

/** One column of numbers being read; NaN where the file gives none that can be used. */
export interface Numbers {
  /** The column's name in the file; several, joined, where they are added up. */
  readonly header: string;
  readonly values: number[];
  /** What unusable cells say, by place; an empty cell has no entry. */
  readonly found: Map<number, string>;
}

export interface Range {
  readonly low: number;
  readonly high: number;
  readonly expected: string;
}

/** What is believed of each kind of number at all. The largest school on earth has some 60,000 pupils; a district has more. */
export const ranges = {
  pupils: { low: 1, high: 1_000_000, expected: 'a number of pupils from 1 to 1000000' },
  educators: { low: 0, high: 100_000, expected: 'a number of teachers up to 100000' },
  perThousand: { low: 1, high: 1000, expected: 'teachers for 1000 pupils, from 1 to 1000' },
  quintile: { low: 1, high: 5, expected: 'a quintile from 1 (poorest) to 5' },
  poor: { low: 0, high: 100, expected: 'a per cent from 0 to 100, or a share' },
  latitude: { low: -90, high: 90, expected: 'degrees from -90 to 90' },
  longitude: { low: -180, high: 360, expected: 'degrees from -180 to 180' },
  distance: { low: -1e8, high: 1e8, expected: 'kilometres or metres' },
} as const satisfies Record<string, Range>;

/** What statistics offices write for "no number". */
const EMPTY: ReadonlySet<string> = new Set(['', '-', '.', '..', 'na', 'n/a', 'nan', 'null', 'none']);

const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

function isEmpty(cell: string): boolean {
  return EMPTY.has(cell.toLowerCase());
}

export function numbers(header: string): Numbers {
  return { header, values: [], found: new Map() };
}

/** Adds the sum of a row's cells to a column: of those filled, if each of them is a number in range. */
export function addCells(column: Numbers, cells: readonly string[], range: Range, wholeOnly = false) {
  const filled = cells.filter((cell) => !isEmpty(cell));
  const usable = filled.every((cell) => {
    const value = DECIMAL.test(cell) ? Number(cell) : Number.NaN;
    return value >= range.low && value <= range.high && (!wholeOnly || Number.isInteger(value));
  });
  if (filled.length > 0 && !usable) column.found.set(column.values.length, filled.join(' + '));
  column.values.push(filled.length > 0 && usable ? filled.reduce((sum, cell) => sum + Number(cell), 0) : Number.NaN);
}

/** Takes a value out of a column again, keeping what was found. */
export function discard(column: Numbers, i: number) {
  column.found.set(i, String(column.values[i]));
  column.values[i] = Number.NaN;
}

/** Notes a cell that gave no number, and what stands in for it. */
export function gap(ledger: Ledger, row: number, column: Numbers, i: number, expected: string, instead: string) {
  const found = column.found.get(i);
  if (found === undefined)
    ledger.problem('missing', row, column.header, () => `the cell is empty, expected ${expected}; ${instead}`);
  else ledger.problem('unusable', row, column.header, () => `found ${quoted(found)}, expected ${expected}; ${instead}`);
}

/** The middle one of the numbers that there are, the mean of the middle two of an even number, NaN of none. */
export function median(values: ArrayLike<number>): number {
  const sorted = Float64Array.from(values)
    .filter((value) => !Number.isNaN(value))
    .sort();
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}
