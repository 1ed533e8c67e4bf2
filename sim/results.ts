/** What one future leaves behind: a column a metric, and a digest by which anybody can tell that it is the same future. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { FactorName, PracticeName } from './life.ts';
import type { Cycle } from './model.ts';
import { MODEL_VERSION } from './version.ts';

/** What schools were, byte by byte, for the map: rows are steps, schools in order within a row. */
export interface SchoolRecord {
  readonly schools: number;
  /** Share of educators using the innovation rolled out, 0 to 255. */
  readonly use: Uint8Array;
  /** Users' mean fidelity less harmful adaptation, 0 to 255. */
  readonly well: Uint8Array;
  /** Users' mean ownership, 0 to 255. */
  readonly owned: Uint8Array;
  /** A place in affiliations. */
  readonly affiliation: Uint8Array;
  /** Each adoption in order: step, school, school it was seen in (-1: no tie, a programme, a mandate), reason. */
  readonly adoptions: Int32Array;
}

/** One thing that happened at a school whose story was asked for. */
export interface StoryEvent {
  readonly year: number;
  readonly school: number;
  readonly kind: string;
  /** Post in the school, or -1 for the school as a whole. */
  readonly post: number;
  /** What depends on the kind: a reason, an affiliation, an innovation; of who left, 1 for a user. */
  readonly detail: number;
  /** Of an adoption, the school it was seen in; -1 where no tie tipped it. */
  readonly source?: number;
}

/** The way of a school whose story was asked for: a number a step, from the first day on. */
export interface SchoolLife {
  readonly school: number;
  /** Shares from 0 to 1. */
  readonly practice: Readonly<Record<PracticeName, Float64Array>>;
  /** What the school met. */
  readonly met: Readonly<Record<FactorName, Float64Array>>;
  /** What schools with users met on average; the same for every school of a future. NaN while nobody uses it. */
  readonly metByUsers: Readonly<Record<FactorName, Float64Array>>;
}

export interface Results {
  readonly replicate: number;
  readonly seed: string;
  /** Steps + 1 years, from 0. */
  readonly years: Float64Array;
  /** By metric name, a number a year. NaN: missing. */
  readonly columns: Readonly<Record<string, Float64Array>>;
  /** SHA-256 of model version, metric names and columns, in hexadecimal. */
  readonly digest: string;
  /** The log of the learning loop, in the order of years; absent where results were not made by a run. */
  readonly cycles?: readonly Cycle[];
  readonly schools?: SchoolRecord;
  readonly story?: readonly StoryEvent[];
  /** In the order in which the schools were asked for. */
  readonly lives?: readonly SchoolLife[];
}

/** The digest of one replicate: nothing recorded beside the metric columns enters it. */
export function digestOf(columns: Readonly<Record<string, Float64Array>>): string {
  const hash = sha256.create();
  const names = Object.keys(columns);
  hash.update(utf8ToBytes(`${MODEL_VERSION}\n${names.join('\n')}\n`));
  for (const name of names) hash.update(littleEndian(columns[name]));
  return bytesToHex(hash.digest());
}

/** The digest of an ensemble: of its runs' digests in the order of replicates. */
export function digestOfRuns(digests: readonly string[]): string {
  return bytesToHex(sha256(utf8ToBytes(digests.join('\n'))));
}

const NAN_BITS = 0x7ff80000;

/** Float64 bytes, little end first, with one bit pattern for every NaN. */
function littleEndian(column: Float64Array): Uint8Array {
  const bytes = new Uint8Array(column.length * 8);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < column.length; i++) {
    if (Number.isNaN(column[i])) view.setUint32(i * 8 + 4, NAN_BITS, true);
    else view.setFloat64(i * 8, column[i], true);
  }
  return bytes;
}
