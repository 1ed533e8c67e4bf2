/** CSV of the points of a study, a column a factor, a row a point; and of any other things with a row each. */
import type { Problem } from '../sim/index.ts';
import { readRows } from './rows.ts';

type Point = Readonly<Record<string, number | string>>;

/** What is a number is read as one, all else as text; a study says which values a factor may have. */
export function readPoints(
  text: string,
  thing = 'point',
): { readonly ok: true; readonly points: readonly Point[] } | { readonly ok: false; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const points: Point[] = [];
  let names: readonly string[] = [];
  readRows(text, {
    header(columns) {
      names = columns;
      const twice = columns.find((name, j) => columns.indexOf(name) < j);
      if (twice !== undefined) problems.push({ path: 'row 1', message: `two columns are named "${twice}"; expected each once.` });
      return twice === undefined;
    },
    row({ row, cells, sound }) {
      if (!sound || cells.length !== names.length) {
        problems.push({
          path: `row ${row}`,
          message: `found ${cells.length} cells, expected ${names.length}, one for each column.`,
        });
        return;
      }
      points.push(Object.fromEntries(names.map((name, j) => [name, cellValue(cells[j])])));
    },
    empty(row) {
      problems.push({ path: `row ${row}`, message: `is empty; expected a ${thing} in every row.` });
    },
  });
  if (problems.length === 0 && points.length === 0)
    problems.push({ path: '', message: `holds no ${thing}; expected a row or more below the header.` });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, points };
}

const cellValue = (cell: string): number | string => (cell !== '' && Number.isFinite(Number(cell)) ? Number(cell) : cell);
