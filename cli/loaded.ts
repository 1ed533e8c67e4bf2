/** A scenario as it came from a file, with the schools it names. */
import type { Scenario } from '../sim/index.ts';
import type { SchoolsGiven } from './schools.ts';

export interface LoadedScenario {
  /** Short, from the file's name: what its results are called. */
  readonly name: string;
  readonly scenario: Scenario;
  /** The folder that files of the scenario are named from. */
  readonly folder: string;
  /** SHA-256 of the scenario file's bytes. */
  readonly sha256: string;
  readonly schools: SchoolsGiven | undefined;
}
