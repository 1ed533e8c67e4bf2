/** Study files: bytes -> a study that rests on no other file but its schools, with every problem at its line. */
import { existsSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { decodeText, parseStructured, readPoints, SCENARIO_BYTES } from '../../formats/index.ts';
import type { Problem, Scenario } from '../../sim/index.ts';
import { parseStudy, type ResolvedStudy, type Study } from '../../study/index.ts';
import { placesOf } from '../../workers/places.ts';
import { loadScenario } from '../files.ts';
import { BadInput } from '../problems.ts';
import { bytesOf, type SchoolsGiven, schoolsOf } from '../schools.ts';
import { shippedScenarios, shippedStudies, shippedStudyPath } from '../shipped.ts';
import { leading, trailing } from './common.ts';

export interface LoadedStudy {
  /** Short, from the file's name. */
  readonly name: string;
  readonly study: ResolvedStudy;
  /** Files of schools by their names in a study folder, each with where it is now. */
  readonly files: ReadonlyMap<string, { readonly path: string; readonly sha256: string }>;
}

/** Reads a study file, or throws BadInput with all its problems. */
export function loadStudy(file: string): LoadedStudy {
  const path = existsSync(file) || !shippedStudies().includes(file) ? resolve(file) : shippedStudyPath(file);
  const decoded = decodeText(bytesOf(path, file, SCENARIO_BYTES));
  if (!decoded.ok) throw new BadInput([{ file, ...decoded.problem }]);
  const structured = parseStructured(decoded.text);
  if (!structured.ok) throw new BadInput(structured.problems.map((problem) => ({ ...problem, file })));
  const parsed = parseStudy(structured.value);
  if (!parsed.ok)
    throw new BadInput(parsed.problems.map((problem) => ({ ...problem, file, ...(structured.locate(problem.path) ?? {}) })));
  const scenarios = new Scenarios(dirname(path));
  const study = { ...resolved(parsed.value, scenarios), design: readDesign(parsed.value.design, dirname(path)) };
  const clashes = columnClashes(study);
  if (clashes.length > 0)
    throw new BadInput(clashes.map((problem) => ({ ...problem, file, ...(structured.locate(problem.path) ?? {}) })));
  const again = parseStudy(study);
  if (!again.ok) throw new BadInput(again.problems.map((problem) => ({ ...problem, file })));
  return { name: basename(path).replace(/\.(json|ya?ml)$/i, ''), study: again.value as ResolvedStudy, files: scenarios.files };
}

/** Points that are listed in a CSV file are read from beside the study. */
function readDesign(design: Study['design'], folder: string): Study['design'] {
  if (design.kind !== 'list' || typeof design.rows !== 'string') return design;
  const file = design.rows;
  const decoded = decodeText(bytesOf(resolve(folder, file), file, SCENARIO_BYTES));
  if (!decoded.ok) throw new BadInput([{ file, ...decoded.problem }]);
  const read = readPoints(decoded.text);
  if (!read.ok) throw new BadInput(read.problems.map((problem) => ({ ...problem, file })));
  return { ...design, rows: [...read.points] };
}

/** Names that would head two columns of the results, or two that a database takes for one. */
function columnClashes({ factors, outcomes }: Study): readonly Problem[] {
  const taken = new Map<string, string>([...leading, ...trailing].map(({ name }) => [name, 'a column that all results have']));
  const named = [
    ...factors.map(({ name }, i) => [name, `factors[${i}]`] as const),
    ...outcomes.map(({ name }, i) => [name, `outcomes[${i}]`] as const),
  ];
  return named.flatMap(([name, path]) => {
    const other = taken.get(name.toLowerCase());
    taken.set(name.toLowerCase(), path);
    if (other === undefined) return [];
    return [{ path: `${path}.name`, message: `found ${name}, which is also the name of ${other}; expected another name.` }];
  });
}

function resolved(study: Study, scenarios: Scenarios): ResolvedStudy {
  const { base, factors } = study;
  return {
    ...study,
    base: scenarios.of(base),
    factors: factors.map((factor) => {
      if (!('scenarios' in factor)) return factor;
      const entries = factor.scenarios === 'all' ? shippedScenarios() : factor.scenarios;
      return {
        ...factor,
        scenarios: entries.map((entry) =>
          typeof entry === 'string'
            ? { name: basename(entry).replace(/\.(json|ya?ml)$/i, ''), scenario: scenarios.of(entry) }
            : { name: entry.name, scenario: scenarios.of(entry.scenario) },
        ),
      };
    }),
  };
}

/** The scenarios that a study names, read from beside it or from those that come with the program. */
class Scenarios {
  readonly files = new Map<string, { readonly path: string; readonly sha256: string }>();
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  of(scenario: string | Scenario): Scenario {
    if (typeof scenario === 'string') {
      const beside = resolve(this.#folder, scenario);
      const loaded = loadScenario(existsSync(beside) ? beside : scenario);
      return this.#carried(loaded.scenario, loaded.schools);
    }
    const schools = schoolsOf(scenario, this.#folder);
    const nowhere = placesOf(scenario, schools?.table);
    if (nowhere.length > 0) throw new BadInput(nowhere.map((problem) => ({ ...problem, file: scenario.title })));
    return this.#carried(scenario, schools);
  }

  /** A scenario whose files of schools are named as the study folder will have them: by what is in them. */
  #carried(scenario: Scenario, schools: SchoolsGiven | undefined): Scenario {
    if (!schools) return scenario;
    const carry = (name: string): string => {
      const { path, sha256 } = schools.files.find((file) => file.name === name)!;
      const carried = `schools/${sha256}.csv`;
      this.files.set(carried, { path, sha256 });
      return carried;
    };
    const { system } = scenario;
    if ('file' in system) return { ...scenario, system: { ...system, file: carry(system.file) } };
    if ('nodes' in system) return { ...scenario, system: { ...system, nodes: carry(system.nodes), edges: carry(system.edges) } };
    return scenario;
  }
}
