/** CSV text -> rows of cells, one at a time, so that a million rows need no table of texts. */
import Papa from 'papaparse/papaparse.min.js';

/** Cells without spaces at their ends; `row` counts as a spreadsheet does: the header is row 1. */
export interface Row {
  readonly row: number;
  readonly cells: readonly string[];
  /** False where quotation marks do not pair up, so that the cells cannot be believed. */
  readonly sound: boolean;
}

export interface RowReader {
  /** The names of columns, as written; false ends the reading. */
  header(names: readonly string[]): boolean;
  /** A row with something in it. */
  row(row: Row): void;
  /** A row with nothing in it, told only when another row follows: files end in empty lines. */
  empty(row: number): void;
}

/** Reads CSV (RFC 4180; comma, semicolon, tab or bar, whichever the file uses). Returns the number of rows read, header included. */
export function readRows(text: string, reader: RowReader): number {
  let row = 0;
  let header = false;
  let blank: number[] = [];
  Papa.parse(text, {
    step({ data, errors }, handle) {
      row++;
      const cells = data.map((cell) => cell.trim());
      if (cells.every((cell) => cell === '')) {
        blank.push(row);
        return;
      }
      for (const before of blank) reader.empty(before);
      blank = [];
      if (header) reader.row({ row, cells, sound: !errors.some(({ type }) => type === 'Quotes') });
      else {
        header = true;
        if (!reader.header(cells)) handle.abort();
      }
    },
  });
  return row - blank.length;
}
