/** An answer's table as a screen and a file have it. */
import { writeCsv } from '../../formats/index.ts';
import type { AnswerTable } from '../../study/index.ts';
import { columnsOf } from '../print.ts';

type Cell = AnswerTable['rows'][number][number];

/** Rows that a terminal shows at most; files have all. */
const MOST = 24;

/** Rows for a terminal: an estimate and its range share a column, and only columns with something in them are shown. */
export function screenLines({ columns, rows: all }: AnswerTable): readonly string[] {
  const rows = all.slice(0, MOST);
  const shown = columns.flatMap((name, c) => {
    const isEnd = /_(low|high)$/.test(name) && columns.includes(name.replace(/_(low|high)$/, ''));
    return isEnd || rows.every((row) => row[c] === null) ? [] : [{ name, c, low: columns.indexOf(`${name}_low`) }];
  });
  const lines = columnsOf([
    shown.map(({ name }) => name.replaceAll('_', ' ')),
    ...rows.map((row) => shown.map(({ c, low }) => (low < 0 ? text(row[c]) : ranged(row[c], row[low], row[low + 1])))),
  ]);
  return all.length > MOST ? [...lines, `… and ${all.length - MOST} rows more; --out writes all of them`] : lines;
}

const ranged = (value: Cell, low: Cell, high: Cell): string =>
  typeof low === 'number' && Number.isFinite(low) ? `${text(value)} (${text(low)} to ${text(high)})` : text(value);

function text(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell;
  if (Number.isNaN(cell)) return '–';
  return Number.isInteger(cell) ? String(cell) : String(Number(cell.toPrecision(3)));
}

/** CSV with every digit; a column of numbers as numbers, what is missing as an empty cell. */
export const csvOfAnswer = ({ columns, rows }: AnswerTable): string =>
  writeCsv(
    columns.map((name, c) => {
      const cells = rows.map((row) => row[c]);
      const isNumbers = cells.every((cell) => cell === null || typeof cell === 'number');
      return {
        name,
        values: isNumbers
          ? cells.map((cell) => (cell as number | null) ?? Number.NaN)
          : cells.map((cell) => (cell === null ? null : String(cell))),
      };
    }),
  );
