/** The reference files that stand beside the checkout, as rows and columns, and their folders as cases of our own. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { type AdaptedFolder, adaptFolder } from '../../../cli/caseFolder.ts';

export const CONTAGION = '../shared/data/contagion';
const DERIVED = '../shared/design/evidence/verification_reference.csv';

export type Row = Readonly<Record<string, string>>;
export type Columns = Readonly<Record<string, readonly number[]>>;

/** A row of known results: numbers as printed, several in one cell parted by semicolons. */
export interface Known {
  readonly test: string;
  readonly model: string;
  readonly parameters: string;
  readonly quantity: string;
  readonly expected: string;
  readonly tolerance: string;
  readonly basis: string;
  readonly source: string;
}

export const isThere = (): boolean => existsSync(CONTAGION) && existsSync(DERIVED);

export const rowsOf = (path: string): Row[] =>
  Papa.parse<Row>(readFileSync(path, 'utf8'), { header: true, skipEmptyLines: true }).data;

/** The rows of known results; one that says "same" is about the model of the row before. */
export function knownResults(): Known[] {
  let model = '';
  return (rowsOf(DERIVED) as unknown as Known[]).map((row) => {
    model = row.model === 'same' ? model : row.model;
    return { ...row, model };
  });
}

const names = (): string[] => (existsSync(CONTAGION) ? readdirSync(CONTAGION).sort() : []);
/** Folders of one case each, and tables that lie beside them. */
export const folders = (): string[] => names().filter((name) => !name.endsWith('.csv'));
export const tables = (): string[] => names().filter((name) => name.endsWith('.csv'));

export const has = (id: string, file: string): boolean => existsSync(`${CONTAGION}/${id}/${file}`);

export const folderRows = (id: string, file = 'reference.csv'): Row[] => rowsOf(`${CONTAGION}/${id}/${file}`);

export const columnsOf = (rows: readonly Row[]): Columns =>
  Object.fromEntries(Object.keys(rows[0] ?? {}).map((name) => [name, rows.map((row) => Number(row[name]))]));

export const adapted = (id: string): AdaptedFolder =>
  adaptFolder((file) => (has(id, file) ? readFileSync(`${CONTAGION}/${id}/${file}`, 'utf8') : null));

/** The facts that a case file states beside what our own case takes over. */
export const factsOf = (id: string): Record<string, unknown> => JSON.parse(readFileSync(`${CONTAGION}/${id}/case.json`, 'utf8'));

/** Numbers by name from "beta=1,n=100,seed 2"; "n>=10000" is 10000. */
export function numbersIn(parameters: string): Readonly<Record<string, number>> {
  const found = [...parameters.matchAll(/([A-Za-z]\w*)\s*(?:[<>]?=|\s)\s*(\d+(?:\.\d+)?)/g)];
  return Object.fromEntries(found.map(([, name, value]) => [name, Number(value)]));
}

/** Cells of "0.5489; 0.5803"; an empty cell is null. */
export const cellsOf = (expected: string): (number | null)[] =>
  expected.split(';').map((cell) => (cell.trim() === '' ? null : Number(cell)));
