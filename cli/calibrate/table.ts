/** A CSV by the names of its columns, each problem with its row. */
import { resolve } from 'node:path';
import { decodeText, readPoints } from '../../formats/index.ts';
import { nearest } from '../../sim/index.ts';
import { BadInput, refuse } from '../problems.ts';
import { bytesOf } from '../schools.ts';

const BYTES = 64 * 1024 * 1024;

type Cell = number | string;

export interface Table {
  readonly file: string;
  readonly rows: readonly Readonly<Record<string, Cell>>[];
}

export function readTable(file: string): Table {
  const decoded = decodeText(bytesOf(resolve(file), file, BYTES), BYTES);
  if (!decoded.ok) throw new BadInput([{ file, ...decoded.problem }]);
  const read = readPoints(decoded.text, 'row of data');
  if (!read.ok) throw new BadInput(read.problems.map((problem) => ({ file, ...problem })));
  return { file, rows: read.points };
}

/** Refuses a column that the file does not have. */
export function needed({ file, rows }: Table, option: string, column: string): string {
  if (Object.hasOwn(rows[0], column)) return column;
  const near = nearest(column, Object.keys(rows[0]));
  return refuse(
    option,
    `${file} has no column "${column}"; ${near === undefined ? `it has ${Object.keys(rows[0]).join(', ')}` : `did you mean "${near}"?`}`,
  );
}

/** A cell as a number; undefined where it is empty (or NA). Row 0 is the first below the header. */
export function numberAt({ file, rows }: Table, row: number, column: string): number | undefined {
  const cell = rows[row][column];
  if (cell === '' || cell === 'NA') return undefined;
  return typeof cell === 'number'
    ? cell
    : refuse(file, `row ${row + 2}: ${column}: found "${cell}", expected a number, or nothing where it is not known`);
}

/** Groups by the values of some columns; without columns one group that is named after all. */
export function grouped({ rows }: Table, columns: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const groups = new Map<string, number[]>();
  for (const [r, row] of rows.entries()) {
    const name = columns.length === 0 ? 'all' : columns.map((column) => String(row[column])).join(', ');
    groups.set(name, [...(groups.get(name) ?? []), r]);
  }
  return groups;
}
