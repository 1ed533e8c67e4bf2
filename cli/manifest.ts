/** What was run, so that any single future can be made again: a manifest is itself a file that `run` takes. */
import { relative, resolve } from 'node:path';
import { MODEL_VERSION, type Results, type Scenario } from '../sim/index.ts';
import { rangesOf } from './futures.ts';
import type { LoadedScenario } from './loaded.ts';
import { programVersion } from './shipped.ts';

export interface Manifest {
  readonly takingRoot: { readonly program: string; readonly model: string; readonly node: string };
  readonly name: string;
  readonly seed: string;
  readonly replicates: string;
  /** As it was parsed, with everything that the command line put in; paths of files from the manifest's folder. */
  readonly scenario: Scenario;
  /** SHA-256 of the scenario file and, by name, of the files that it names. */
  readonly scenarioFile: string;
  readonly files: Readonly<Record<string, string>>;
  /** Of all futures, and of each by its number. */
  readonly digest: string;
  readonly digests: Readonly<Record<string, string>>;
}

export const isManifest = (value: unknown): value is Manifest =>
  typeof value === 'object' && value !== null && 'takingRoot' in value && 'scenario' in value;

export function manifestOf(
  loaded: LoadedScenario,
  seed: string,
  digest: string,
  runs: readonly Results[],
  folder: string,
): Manifest {
  const { name, sha256, schools } = loaded;
  const scenario = moved(loaded.scenario, loaded.folder, folder);
  const named = (schools?.files ?? []).map((file) => [relative(folder, file.path), file.sha256]);
  return {
    takingRoot: { program: programVersion(), model: MODEL_VERSION, node: process.version },
    name,
    seed,
    replicates: rangesOf(runs.map(({ replicate }) => replicate)),
    scenario: { ...scenario, seed },
    scenarioFile: sha256,
    files: Object.fromEntries(named),
    digest,
    digests: Object.fromEntries(runs.map((run) => [run.replicate, run.digest])),
  };
}

/** A scenario whose files are named from another folder. */
function moved(scenario: Scenario, from: string, to: string): Scenario {
  const { system } = scenario;
  if ('preset' in system) return scenario;
  const path = (name: string): string => relative(to, resolve(from, name));
  if ('file' in system) return { ...scenario, system: { ...system, file: path(system.file) } };
  return { ...scenario, system: { ...system, nodes: path(system.nodes), edges: path(system.edges) } };
}
