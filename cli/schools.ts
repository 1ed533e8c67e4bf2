/** Schools, or people and their ties, from the files that a scenario names; and what was missing or assumed, in plain lines. */
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { decodeText, type Mapping, type RowProblem, readNetwork, readSchools, type Tally } from '../formats/index.ts';
import type { Scenario, SchoolTable } from '../sim/index.ts';
import { BadInput, type FileProblem, refuse } from './problems.ts';

/** The largest table that is read: 512 MiB, about ten times the largest register of schools. */
const TABLE_BYTES = 512 * 1024 * 1024;

export interface ReadFile {
  /** As the scenario names it. */
  readonly name: string;
  /** From the root. */
  readonly path: string;
  readonly sha256: string;
}

export interface SchoolsGiven {
  readonly table: SchoolTable;
  readonly files: readonly ReadFile[];
  /** What was missing, doubtful or assumed. */
  readonly report: readonly string[];
  /** A column that could name regions, where the scenario names none. */
  readonly couldBeRegion?: string | undefined;
}

/** The schools that a scenario takes from files beside it; undefined where they are made up. Throws BadInput. */
export function schoolsOf({ system }: Scenario, folder: string): SchoolsGiven | undefined {
  if ('preset' in system) return undefined;
  if ('file' in system) {
    const [file, text] = read(system.file, folder);
    const { table, problems, tallies, assumed, counts, couldBeRegion } = readSchools(text, {
      name: `Schools of ${system.file.replace(/^.*[\\/]/, '')}`,
      ...(system.columns && { mapping: system.columns as Mapping }),
    });
    if (!table) throw new BadInput(problemsOf(system.file, problems));
    const districts = `${counts.districts} districts${counts.regions > 1 ? ` of ${counts.regions} regions` : ''}`;
    const found = `${counts.schools} schools in ${districts} from ${counts.rows} rows of ${system.file}`;
    const hint = `The column "${couldBeRegion}" could name regions of districts; say so with region under system.columns for measures and rollouts by region.`;
    const report = [...reportOf(found, tallies, assumed), ...(couldBeRegion === null ? [] : [`  ${hint}`])];
    return { table, files: [file], report, couldBeRegion: couldBeRegion ?? undefined };
  }
  const [nodeFile, nodes] = read(system.nodes, folder);
  const [edgeFile, edges] = read(system.edges, folder);
  const { table, problems, tallies, assumed, counts } = readNetwork(nodes, edges);
  if (!table) throw new BadInput(problemsOf(`${system.nodes}, ${system.edges}`, problems));
  const found = `${counts.educators} educators in ${counts.schools} schools with ${counts.ties} ties from ${system.nodes} and ${system.edges}`;
  return { table, files: [nodeFile, edgeFile], report: reportOf(found, tallies, assumed) };
}

function read(name: string, folder: string): [ReadFile, string] {
  const path = resolve(folder, name);
  const bytes = bytesOf(path, name, TABLE_BYTES);
  const decoded = decodeText(bytes, TABLE_BYTES);
  if (!decoded.ok) throw new BadInput([{ file: name, ...decoded.problem }]);
  return [{ name, path, sha256: createHash('sha256').update(bytes).digest('hex') }, decoded.text];
}

/** The bytes of a file; refused before they are read where there are too many, or none. */
export function bytesOf(path: string, name: string, limit: number): Uint8Array {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return refuse(name, 'there is no such file');
  if (!found.isFile()) return refuse(name, 'is not a file');
  if (found.size > limit) return refuse(name, `the file has ${found.size} bytes, expected at most ${limit}`);
  return readFileSync(path);
}

const problemsOf = (file: string, problems: readonly RowProblem[]): readonly FileProblem[] =>
  problems.map(({ path, message }) => ({ file, path, message }));

const reportOf = (found: string, tallies: readonly Tally[], assumed: readonly string[]): readonly string[] => [
  found,
  ...tallies.map(
    ({ fault, column, rows }) => `  ${rows} ${rows === 1 ? 'row' : 'rows'}: ${fault}${column === null ? '' : ` in "${column}"`}`,
  ),
  ...assumed.map((sentence) => `  assumed: ${sentence}`),
];
