/**
 * Columns -> tidy CSV (RFC 4180, lines end in LF). Numbers are written with the fewest digits that read back as the same
 * number and are never touched otherwise; what is missing is an empty cell. Text that a spreadsheet would take for a formula
 * gets an apostrophe in front.
 */
import { type Column, rowsOf } from './columns.ts';

/** The whole file. Beyond a few hundred thousand rows prefer the pieces of `csvChunks`: a text has a greatest length. */
export function writeCsv(columns: readonly Column[]): string {
  return [...csvChunks(columns)].join('');
}

/** The same text in pieces of some thousand rows, the header first. */
export function* csvChunks(columns: readonly Column[], rowsPerChunk = 4096): Generator<string> {
  const rows = rowsOf(columns);
  // The only cell of a row is quoted when empty, or readers would take the row for no row.
  const alone = columns.length === 1;
  const line = (cells: string[]) => `${alone && cells[0] === '' ? '""' : cells.join(',')}\n`;
  yield line(columns.map(({ name }) => textCell(name)));
  const cellOf = columns.map(writerOf);
  for (let start = 0; start < rows; start += rowsPerChunk) {
    let chunk = '';
    for (let row = start; row < Math.min(start + rowsPerChunk, rows); row++) chunk += line(cellOf.map((cell) => cell(row)));
    yield chunk;
  }
}

function writerOf({ values }: Column): (row: number) => string {
  if (values instanceof Float32Array) return (row) => numberCell(values[row], singleDigits);
  return (row) => {
    const value = values[row];
    return typeof value === 'number' ? numberCell(value, String) : textCell(value ?? '');
  };
}

/** NaN is missing; infinities are written as R and pandas read them. */
function numberCell(value: number, digits: (value: number) => string): string {
  if (Number.isFinite(value)) return digits(value);
  if (Number.isNaN(value)) return '';
  return value > 0 ? 'Inf' : '-Inf';
}

/** The fewest digits that a reader of 32-bit numbers needs: 0.1, where the same bits widened are 0.10000000149011612. */
function singleDigits(value: number): string {
  for (let precision = 6; precision < 9; precision++) {
    const short = Number(value.toPrecision(precision));
    if (Math.fround(short) === value) return String(short);
  }
  return String(Number(value.toPrecision(9)));
}

/** First characters that make spreadsheets calculate, with their full-width forms. */
const FORMULA = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

function textCell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
