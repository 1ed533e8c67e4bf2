/** The numbers of a picture: what its table shows and its file holds are the numbers that were drawn. */
import { writeCsv } from '../../formats/csv.ts';

export interface ChartColumn {
  readonly name: string;
  /** Decimals shown in the table; the file holds every digit. Texts have none. */
  readonly digits?: number;
}

export type Cell = number | string;

export interface Chart {
  readonly columns: readonly ChartColumn[];
  /** A cell a column; NaN where there is nothing. */
  readonly rows: readonly (readonly Cell[])[];
  /** Whether they stand in words on the screen, and in no picture. */
  readonly inWords?: boolean;
}

/** Tidy CSV: a column of numbers as numbers, what is missing as an empty cell. */
export function csvOf({ columns, rows }: Chart): string {
  return writeCsv(
    columns.map(({ name }, c) => {
      const values = rows.map((row) => row[c]);
      const isNumbers = values.every((value) => typeof value === 'number');
      return { name, values: isNumbers ? (values as number[]) : values.map(String) };
    }),
  );
}

/** Letters, digits and dashes only: a part of a file's name. */
export const slug = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '') || 'chart';
