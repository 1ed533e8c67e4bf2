/** The cells of a file of results, CSV or Parquet, column by column. */
import { readParquet } from '../formats/parquetRows.ts';
import { readRows } from '../formats/rows.ts';
import { decodeText } from '../formats/text.ts';
import type { Problem } from '../sim/index.ts';
import type { ResultsFile } from './studyread.ts';

type Cell = number | string | null;

export interface Cells {
  readonly rows: number;
  readonly columns: ReadonlyMap<string, readonly Cell[]>;
  /** What the file says of itself. */
  readonly about: ReadonlyMap<string, string>;
}

export type CellsRead =
  | { readonly ok: true; readonly value: Cells }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** The largest file of results that a page reads: 256 MiB. */
const MOST = 256 * 1024 * 1024;

const refused = (path: string, message: string): CellsRead => ({ ok: false, problems: [{ path, message }] });

export async function cellsOf({ name, bytes }: ResultsFile): Promise<CellsRead> {
  if (bytes.length > MOST) return refused(name, `has ${bytes.length} bytes, expected at most ${MOST}.`);
  if (!/\.parquet$/i.test(name)) return csvCells(name, bytes);
  try {
    return { ok: true, value: await readParquet(bytes) };
  } catch (error) {
    return refused(name, `could not be read as Parquet: ${(error as Error).message}.`);
  }
}

function csvCells(name: string, bytes: Uint8Array): CellsRead {
  const decoded = decodeText(bytes, MOST);
  if (!decoded.ok) return { ok: false, problems: [{ ...decoded.problem, path: name }] };
  let names: readonly string[] = [];
  let columns: Cell[][] = [];
  let wrong: Problem | null = null;
  let rows = 0;
  readRows(decoded.text, {
    header(given) {
      names = given;
      columns = given.map(() => []);
      const twice = given.find((one, i) => given.indexOf(one) !== i);
      if (twice !== undefined) wrong = { path: name, message: `has two columns named ${twice}, expected each once.` };
      return twice === undefined;
    },
    row({ row, cells, sound }) {
      if (wrong) return;
      if (!sound || cells.length !== names.length) {
        wrong = { path: `${name}, row ${row}`, message: `has ${cells.length} cells, expected ${names.length}.` };
        return;
      }
      rows++;
      cells.forEach((cell, c) => {
        columns[c].push(cell);
      });
    },
    empty() {},
  });
  if (wrong) return { ok: false, problems: [wrong] };
  return { ok: true, value: { rows, columns: new Map(names.map((one, c) => [one, columns[c]])), about: new Map() } };
}
