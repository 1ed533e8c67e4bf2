/** A CSV of schools -> the table that a system is made from, with all that was missing, doubtful or assumed. */

import type { SchoolTable } from '../sim/index.ts';
import { createLedger, type RowProblem, type Tally } from './ledger.ts';
import type { Mapping, Role } from './schools/columns.ts';
import { disadvantageOf } from './schools/disadvantage.ts';
import { groundOf } from './schools/ground.ts';
import { type RawSchools, readRaw } from './schools/raw.ts';
import { regionsOf } from './schools/regions.ts';
import { remotenessOf } from './schools/remoteness.ts';
import { type SizeAssumptions, sizeQuantities, sizesOf } from './schools/sizes.ts';

export interface SchoolOptions {
  /** The table's name; "Schools from a file" where absent. */
  readonly name?: string;
  /** Columns by what they mean; what it leaves out is guessed from the header. */
  readonly mapping?: Mapping;
  /** What a file without pupils or teachers is given, instead of the rows' defaults. */
  readonly assume?: Partial<SizeAssumptions>;
}

export interface SchoolsRead {
  /** Null where the file cannot be used at all; `problems` says why. */
  readonly table: SchoolTable | null;
  /** By row, the first of each kind, with a sentence for the rest of its kind. */
  readonly problems: readonly RowProblem[];
  /** How often each kind of problem was met, shown or not. */
  readonly tallies: readonly Tally[];
  /** What the file leaves open and was decided here, one sentence each. */
  readonly assumed: readonly string[];
  /** The file's names of all its columns, in their order; empty where it has none. */
  readonly header: readonly string[];
  /** The file's names of the columns that were read. */
  readonly columns: { readonly [R in Role]?: readonly string[] };
  /** The column that could name the regions of districts, where the mapping names none: a level that a plan has to ask for. */
  readonly couldBeRegion: string | null;
  readonly counts: {
    /** Rows below the header. */
    readonly rows: number;
    readonly schools: number;
    readonly districts: number;
    /** 0 where no column of them was asked for. */
    readonly regions: number;
    /** Rows that are no school of the table. */
    readonly leftOut: number;
    /** Sums of what the file says, before anything is assumed or rounded. */
    readonly pupils: number;
    readonly educators: number;
  };
}

/** Reads the text of a CSV file, header first. Nothing is filled in without a sentence in `assumed`. */
export function readSchools(text: string, options: SchoolOptions = {}): SchoolsRead {
  const ledger = createLedger();
  const { mapping = {} } = options;
  const { raw, rows, header } = readRaw(text, mapping, ledger);
  const made = raw && tableOf(raw, options, ledger);
  const schools = raw?.row.length ?? 0;
  return {
    table: made?.table ?? null,
    problems: ledger.problems(),
    tallies: ledger.tallies(),
    assumed: ledger.assumed,
    header,
    columns: raw?.used ?? {},
    couldBeRegion: (!('region' in mapping) && raw?.couldBeRegion) || null,
    counts: {
      rows,
      schools,
      districts: raw?.districts.length ?? 0,
      regions: made?.table.regions?.names.length ?? 0,
      leftOut: rows - schools,
      pupils: made?.read.pupils ?? 0,
      educators: made?.read.educators ?? 0,
    },
  };
}

function tableOf(
  raw: RawSchools,
  { name = 'Schools from a file', assume = {} }: SchoolOptions,
  ledger: ReturnType<typeof createLedger>,
) {
  const defaults = {
    pupilsPerSchool: sizeQuantities.pupilsPerSchool.default,
    pupilsPerEducator: sizeQuantities.pupilsPerEducator.default,
  };
  const { pupils, educators, read } = sizesOf(raw, { ...defaults, ...assume }, ledger);
  const ground = groundOf(raw, ledger);
  const regions = regionsOf(raw, ledger);
  const table: SchoolTable = {
    name,
    about: `${raw.row.length} schools in ${raw.districts.length} districts, read from a file.`,
    ids: raw.ids,
    names: raw.names,
    districts: raw.districts,
    district: Int32Array.from(raw.district),
    ...(regions && { regions }),
    pupils,
    educators,
    disadvantage: disadvantageOf(raw, ledger),
    remoteness: remotenessOf(raw, ground, ledger),
    x: ground.x,
    y: ground.y,
  };
  return { table, read };
}
