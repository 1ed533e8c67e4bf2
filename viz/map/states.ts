/** What a school is at a moment, from the bytes that a future leaves of it: the one place where a degree becomes a picture. */
import type { Quantity, SchoolRecord } from '../../sim/index.ts';

/** Not using; using in name, part way (one third, two thirds) or well; used it before and no longer does. */
const stages = ['none', 'name', 'low', 'high', 'well', 'stopped'] as const;
export type Stage = (typeof stages)[number];

export interface SchoolState {
  readonly stage: Stage;
  /** Run locally: a second ring, whatever the stage of use. */
  readonly owned: boolean;
}

/** Shares from which a school counts as in use, as using well and as owning. */
export interface Thresholds {
  readonly inUse: number;
  readonly well: number;
  readonly owned: number;
}

export const thresholdsOf = ({ inUse, well, owned }: Readonly<Record<string, Quantity>>): Thresholds => ({
  inUse: inUse.default,
  well: well.default,
  owned: owned.default,
});

/** States as bytes: the place of the stage, and a bit for owned. */
const OWNED = 8;
const WELL = stages.indexOf('well');
const STOPPED = stages.indexOf('stopped');
const table: readonly SchoolState[] = Array.from({ length: 2 * OWNED }, (_, code) => ({
  stage: stages[code % OWNED] ?? 'none',
  owned: code >= OWNED,
}));

export const codeOf = ({ stage, owned }: SchoolState): number => stages.indexOf(stage) + (owned ? OWNED : 0);
export const stateOf = (code: number): SchoolState => table[code];

/** Whether a stage is one of use. */
export const isUse = (stage: Stage): boolean => stage !== 'none' && stage !== 'stopped';

/** How full a school of a stage is drawn: 0, a third, two thirds, 1. */
export const fillOf = (stage: Stage): number => (isUse(stage) ? (stages.indexOf(stage) - 1) / 3 : 0);

interface Known {
  /** The first row at which each school is in use; the number of rows where it never is. */
  readonly begun: Uint16Array;
  readonly rows: Uint8Array[];
}

const known = new WeakMap<SchoolRecord, WeakMap<Thresholds, Known>>();

export const rowsOf = ({ use, schools }: SchoolRecord): number => (schools > 0 ? use.length / schools : 0);

const empty = new Map<number, SchoolRecord>();

/** A record of schools in which nothing has happened, one row long. */
export function emptyRecord(schools: number): SchoolRecord {
  const none = new Uint8Array(schools);
  const record = empty.get(schools) ?? {
    schools,
    use: none,
    well: none,
    owned: none,
    affiliation: none,
    adoptions: new Int32Array(0),
  };
  empty.set(schools, record);
  return record;
}

/** The state of every school at a row, as bytes for `stateOf`. A row past the last is the last. Kept, so that a row costs once. */
export function statesAt(record: SchoolRecord, row: number, thresholds: Thresholds): Uint8Array {
  const { begun, rows } = knownOf(record, thresholds);
  const at = Math.max(0, Math.min(row, rowsOf(record) - 1));
  rows[at] ??= begun.reduce((codes, first, s) => {
    codes[s] = codeAt(record, s, at, first, thresholds);
    return codes;
  }, new Uint8Array(record.schools));
  return rows[at];
}

/** The state of one school at a row. */
export const stateAt = (record: SchoolRecord, school: number, row: number, thresholds: Thresholds): SchoolState =>
  stateOf(statesAt(record, row, thresholds)[school]);

function codeAt({ schools, use, well, owned }: SchoolRecord, s: number, row: number, begun: number, t: Thresholds): number {
  const at = row * schools + s;
  if (use[at] < 255 * t.inUse) return begun < row ? STOPPED : 0;
  const third = Math.min(3, Math.floor((3 * well[at]) / (255 * t.well)));
  return 1 + third + (owned[at] >= 255 * t.owned ? OWNED : 0);
}

function knownOf(record: SchoolRecord, thresholds: Thresholds): Known {
  const byThresholds = known.get(record) ?? new WeakMap<Thresholds, Known>();
  known.set(record, byThresholds);
  const found = byThresholds.get(thresholds) ?? { begun: begunOf(record, thresholds), rows: [] };
  byThresholds.set(thresholds, found);
  return found;
}

function begunOf(record: SchoolRecord, { inUse }: Thresholds): Uint16Array {
  const { schools, use } = record;
  const rows = rowsOf(record);
  const begun = new Uint16Array(schools).fill(rows);
  const least = 255 * inUse;
  for (let row = rows - 1; row >= 0; row--) {
    for (let s = 0, at = row * schools; s < schools; s++, at++) if (use[at] >= least) begun[s] = row;
  }
  return begun;
}

export interface Counts {
  readonly using: number;
  readonly well: number;
  readonly owned: number;
  readonly stopped: number;
}

/** How many schools are what. */
export function countsOf(states: Uint8Array): Counts {
  const by = new Uint32Array(2 * OWNED);
  for (const code of states) by[code]++;
  const sum = (is: (state: SchoolState) => boolean): number =>
    by.reduce((n, count, code) => (is(table[code]) ? n + count : n), 0);
  return {
    using: sum(({ stage }) => isUse(stage)),
    well: sum(({ stage }) => stage === stages[WELL]),
    owned: sum(({ stage, owned }) => owned && isUse(stage)),
    stopped: sum(({ stage }) => stage === 'stopped'),
  };
}
