/** CSV text -> rows whose cells are asked for by what they mean. */
import { nearest } from '../../sim/index.ts';
import type { Ledger } from '../ledger.ts';
import { type Row, readRows } from '../rows.ts';
import { normal } from '../schools/columns.ts';

export interface NamedRow<C extends string> {
  readonly row: number;
  /** The cell of a column; undefined where the file lacks the column. */
  cell(column: C): string | undefined;
  /** The file's name of a column. */
  header(column: C): string;
}

/** The rows of a file by the names of its columns; false where a needed column is not there. */
export function readNamed<C extends string>(
  text: string,
  known: Readonly<Record<C, readonly string[]>>,
  mapping: { readonly [K in C]?: string },
  needed: readonly NoInfer<C>[],
  ledger: Ledger,
  row: (row: NamedRow<C>) => void,
): boolean {
  const places = new Map<C, number>();
  let written: readonly string[] = [];
  let complete = false;
  const header = (names: readonly string[]): boolean => {
    written = names;
    const plain = names.map(normal);
    for (const column of Object.keys(known) as C[]) {
      const own = mapping[column];
      const place = own === undefined ? known[column].map((name) => plain.indexOf(name)).find((i) => i >= 0) : names.indexOf(own);
      if (place !== undefined && place >= 0) places.set(column, place);
      else if (own !== undefined || needed.includes(column)) {
        const expected = own === undefined ? `one of ${known[column].join(', ')}` : `"${own}"`;
        const near = nearest(own ?? column, names);
        ledger.problem('column', 1, null, () => {
          return `found no column for ${column}, expected ${expected}${near === undefined ? '' : `; did you mean "${near}"?`}`;
        });
        return false;
      }
    }
    complete = true;
    return true;
  };
  const read = ({ row: number, cells, sound }: Row) => {
    if (sound && cells.length === written.length)
      row({
        row: number,
        cell: (column) => cells[places.get(column) ?? -1],
        header: (column) => written[places.get(column) ?? -1] ?? column,
      });
    else {
      const found = sound
        ? `${cells.length} cells, expected ${written.length} as in the header`
        : 'quotation marks that do not pair up, expected pairs';
      ledger.problem('shape', number, null, () => `found ${found}; the row was left out`);
    }
  };
  const rows = readRows(text, {
    header,
    row: read,
    empty: (at) => ledger.problem('empty', at, null, () => 'the row is empty and was left out'),
  });
  if (rows === 0) ledger.problem('column', 1, null, () => 'the file is empty, expected a header and rows');
  return complete;
}
