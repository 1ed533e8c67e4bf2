/** What runs have found about the model's numbers: the tables of docs/data, which come with the program. */
import { existsSync, readFileSync } from 'node:fs';
import { readPoints } from '../formats/index.ts';
import type { LedgerFiles } from '../words/index.ts';
import { BadInput } from './problems.ts';
import { shippedTablePath } from './shipped.ts';

/** Rows of a table by the names of its columns; none where it has not been written yet. */
function rowsOf(name: string): LedgerFiles[keyof LedgerFiles] {
  const path = shippedTablePath(name);
  if (!existsSync(path)) return [];
  const read = readPoints(readFileSync(path, 'utf8'));
  if (!read.ok) throw new BadInput(read.problems.map((problem) => ({ ...problem, file: path })));
  return read.points;
}

export const ledgerFiles = (): LedgerFiles => ({
  futures: rowsOf('futures'),
  sensitivity: rowsOf('sensitivity'),
  company: rowsOf('company'),
  calibration: rowsOf('calibration'),
});
