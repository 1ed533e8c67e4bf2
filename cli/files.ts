/** Scenario files: bytes -> text -> value -> scenario, with every problem at its line, and the schools they name. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, relative, resolve } from 'node:path';
import { decodeText, parseStructured, SCENARIO_BYTES, type Structured } from '../formats/index.ts';
import { nearest, type Problem, parseScenario, type Scenario, withSetting } from '../sim/index.ts';
import { placesOf } from '../workers/places.ts';
import type { LoadedScenario } from './loaded.ts';
import { isManifest } from './manifest.ts';
import { settingOf } from './overrides.ts';
import { BadInput, type FileProblem, refuse } from './problems.ts';
import { bytesOf, schoolsOf } from './schools.ts';
import { shippedPath, shippedScenarios } from './shipped.ts';

/** What the command line puts in place of a file's own. */
export interface Overrides {
  readonly set?: readonly string[] | undefined;
  readonly years?: string | undefined;
  readonly seed?: string | undefined;
  /** A CSV of schools in place of the scenario's system, and its columns as field=column. */
  readonly schools?: string | undefined;
  readonly columns?: readonly string[] | undefined;
}

/** Reads all files, or throws BadInput with the problems of all. */
export function loadScenarios(files: readonly string[], overrides: Overrides = {}): readonly LoadedScenario[] {
  const problems: FileProblem[] = [];
  const loaded: LoadedScenario[] = [];
  for (const file of files) {
    try {
      loaded.push(loadScenario(file, overrides));
    } catch (error) {
      if (!(error instanceof BadInput)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new BadInput(problems);
  return distinct(loaded);
}

export function loadScenario(file: string, overrides: Overrides = {}): LoadedScenario {
  const path = pathOf(file);
  const bytes = bytesOf(path, file, SCENARIO_BYTES);
  const decoded = decodeText(bytes);
  if (!decoded.ok) throw new BadInput([{ file, ...decoded.problem }]);
  const structured = parseStructured(decoded.text);
  if (!structured.ok) throw new BadInput(structured.problems.map((problem) => ({ ...problem, file })));
  const folder = dirname(path);
  const manifest = isManifest(structured.value) ? structured.value : undefined;
  const value = manifest ? manifest.scenario : structured.value;
  const { changed, value: wanted } = override(value, overrides, folder);
  const parsed = parseScenario(wanted);
  if (!parsed.ok) throw new BadInput(parsed.problems.map((problem) => placed(file, problem, structured, changed)));
  const { scenario, schools } = withSchools(parsed.value, folder, overrides.schools !== undefined);
  const nowhere = placesOf(scenario, schools?.table);
  if (nowhere.length > 0) throw new BadInput(nowhere.map((problem) => placed(file, problem, structured, changed)));
  for (const [name, sha256] of Object.entries(manifest?.files ?? {})) {
    const read = schools?.files.find((one) => one.name === name);
    if (read && read.sha256 !== sha256) refuse(file, `${name} has changed since the runs of this manifest`);
  }
  const name = manifest?.name ?? basename(path).replace(/\.(json|ya?ml)$/i, '');
  return { name, scenario, folder, sha256: createHash('sha256').update(bytes).digest('hex'), schools };
}

/** A scenario with the schools that it names. Of a file given by hand the column that names regions is taken as theirs, and said to be. */
function withSchools(scenario: Scenario, folder: string, byHand: boolean): Pick<LoadedScenario, 'scenario' | 'schools'> {
  const schools = schoolsOf(scenario, folder);
  const { system } = scenario;
  if (!byHand || !schools?.couldBeRegion || !('file' in system)) return { scenario, schools };
  const divided = { ...scenario, system: { ...system, columns: { ...system.columns, region: schools.couldBeRegion } } };
  return { scenario: divided, schools: schoolsOf(divided, folder) };
}

/** A path, or the name of a scenario that comes with the program. */
function pathOf(file: string): string {
  if (existsSync(file)) return resolve(file);
  const shipped = shippedScenarios();
  if (shipped.includes(file)) return shippedPath(file);
  const folder = dirname(resolve(file));
  const beside = existsSync(folder) ? readdirSync(folder) : [];
  const close = nearest(basename(file), [...beside, ...shipped]);
  return refuse(
    file,
    `there is no such file${close === undefined ? '' : `; did you mean ${beside.includes(close) ? relative('.', resolve(folder, close)) : close}?`}`,
  );
}

/** A value read from a file, changed, and the paths changed, for problems to be told by. */
function override(
  given: unknown,
  { set = [], years, seed, schools, columns = [] }: Overrides,
  folder: string,
): { readonly value: unknown; readonly changed: ReadonlyMap<string, string> } {
  const changed = new Map<string, string>();
  let value = given;
  const change = (path: string, to: unknown, option: string): void => {
    value = withSetting(value, path, to);
    changed.set(path, option);
  };
  for (const text of set) {
    const { path, value: to } = settingOf(text);
    change(path, to, '--set');
  }
  if (years !== undefined) change('years', /^\d+$/.test(years) ? Number(years) : years, '--years');
  if (seed !== undefined) change('seed', seed, '--seed');
  if (schools !== undefined) change('system', { file: relative(folder, resolve(schools)) }, '--schools');
  for (const text of columns) {
    const { path, value: to } = settingOf(text);
    change(`system.columns.${path}`, String(to).includes(',') ? String(to).split(',') : String(to), '--columns');
  }
  return { value, changed };
}

function placed(file: string, problem: Problem, structured: Structured, changed: ReadonlyMap<string, string>): FileProblem {
  const option = [...changed].find(([path]) => problem.path === path || problem.path.startsWith(`${path}.`))?.[1];
  if (option !== undefined) return { ...problem, file: option };
  return { ...problem, file, ...(structured.ok && (structured.locate(problem.path) ?? {})) };
}

/** Scenarios of one name in different folders are numbered, so that their results do not overwrite each other. */
function distinct(loaded: readonly LoadedScenario[]): readonly LoadedScenario[] {
  const seen = new Map<string, number>();
  return loaded.map((one) => {
    const count = (seen.get(one.name) ?? 0) + 1;
    seen.set(one.name, count);
    return count === 1 ? one : { ...one, name: `${one.name}-${count}` };
  });
}
