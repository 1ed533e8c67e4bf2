/** A file of people and a file of who turns to whom -> a school table with its ties. */
import type { SchoolTable } from '../sim/index.ts';
import { createLedger, type Ledger, type RowProblem, type Tally } from './ledger.ts';
import { type NodeMapping, type People, readPeople } from './networks/people.ts';
import { type Direction, type EdgeMapping, readTies, type Ties } from './networks/ties.ts';
import { gridOf } from './schools/ground.ts';
import { sizeQuantities } from './schools/sizes.ts';

export interface NetworkOptions {
  /** The table's name; "A network from two files" where absent. */
  readonly name?: string;
  /** Columns by what they mean; what it leaves out is guessed from the header. */
  readonly nodes?: NodeMapping;
  readonly edges?: EdgeMapping;
  /** "source asks target" where absent. */
  readonly direction?: Direction;
}

export interface NetworkRead {
  /** Null where one of the files cannot be used; `problems` says why. */
  readonly table: SchoolTable | null;
  /** First those of the nodes, then those of the edges. */
  readonly problems: readonly RowProblem[];
  readonly tallies: readonly Tally[];
  readonly assumed: readonly string[];
  readonly counts: { readonly educators: number; readonly schools: number; readonly ties: number };
}

/**
 * Reads both files (CSV, header first). Posts stand in the table's order: school by school in order of appearance, inside a
 * school as in the file.
 */
export function readNetwork(nodes: string, edges: string, options: NetworkOptions = {}): NetworkRead {
  const nodeLedger = createLedger('nodes');
  const edgeLedger = createLedger('edges');
  const people = readPeople(nodes, options.nodes ?? {}, nodeLedger);
  const ties = people && readTies(edges, people, options.edges ?? {}, options.direction ?? 'source asks target', edgeLedger);
  const table = people && ties && tableOf(people, ties, options.name ?? 'A network from two files', nodeLedger);
  return {
    table,
    problems: [...nodeLedger.problems(), ...edgeLedger.problems()],
    tallies: [...nodeLedger.tallies(), ...edgeLedger.tallies()],
    assumed: [...nodeLedger.assumed, ...edgeLedger.assumed],
    counts: { educators: people?.nodes.length ?? 0, schools: people?.schools.length ?? 0, ties: ties?.length ?? 0 },
  };
}

function tableOf({ nodes, schools, district, districts }: People, ties: Ties, name: string, ledger: Ledger): SchoolTable {
  const educators = new Int32Array(schools.length);
  for (const { school } of nodes) educators[school]++;
  const { default: perEducator, source } = sizeQuantities.pupilsPerEducator;
  ledger.assume(`The files have no pupils: ${perEducator} for each educator (${source}).`);
  ledger.assume('They say nothing of disadvantage and remoteness: 0.5 everywhere.');
  ledger.assume('They have no coordinates: schools stand on a grid, district beside district.');
  return {
    name,
    about: `${nodes.length} educators in ${schools.length} schools with ${ties.length} ties, read from two files.`,
    ids: new Set(schools).size === schools.length ? schools : null,
    names: schools,
    districts,
    district: Int32Array.from(district),
    pupils: Float64Array.from(educators, (count) => count * perEducator),
    educators,
    disadvantage: new Float64Array(schools.length).fill(0.5),
    remoteness: new Float64Array(schools.length).fill(0.5),
    ...gridOf(district, districts.length),
    ties,
  };
}
