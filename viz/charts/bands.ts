/**
 * The spread of futures, row by row. A list of futures is asked once and answered from memory afterwards, so that only what
 * moves with the year is reckoned while it moves.
 */
import { type Band, bandOf, type Results } from '../../sim/index.ts';

const known = new WeakMap<readonly Results[], Map<string, readonly Band[]>>();

/** Bands of a metric at every row; a row where no future has anything to measure has n of 0. */
export function bandsOf(runs: readonly Results[], metric: string): readonly Band[] {
  const mine = known.get(runs) ?? new Map<string, readonly Band[]>();
  known.set(runs, mine);
  const bands = mine.get(metric) ?? reckoned(runs.map(({ columns }) => columns[metric]));
  mine.set(metric, bands);
  return bands;
}

/** Bands of columns of one length, over the columns. */
function reckoned(columns: readonly Float64Array[]): readonly Band[] {
  const scratch = new Float64Array(columns.length);
  return Array.from({ length: columns[0]?.length ?? 0 }, (_, row) => {
    let n = 0;
    for (const column of columns) if (!Number.isNaN(column[row])) scratch[n++] = column[row];
    return bandOf(scratch.subarray(0, n).sort());
  });
}

export interface Pairs {
  readonly a: readonly Results[];
  readonly b: readonly Results[];
}

const pairs = new WeakMap<readonly Results[], { readonly with: readonly Results[]; readonly pairs: Pairs }>();

/** Futures that both plans have, in the same order: future k of A beside future k of B. */
export function pairsOf(a: readonly Results[], b: readonly Results[]): Pairs {
  const last = pairs.get(a);
  if (last?.with === b) return last.pairs;
  const byNumber = new Map(b.map((run) => [run.replicate, run]));
  const both = a.filter(({ replicate }) => byNumber.has(replicate));
  const made = { a: both, b: both.map(({ replicate }) => byNumber.get(replicate)!) };
  pairs.set(a, { with: b, pairs: made });
  return made;
}

const differences = new WeakMap<Pairs, Map<string, readonly Band[]>>();

/** Bands of A minus B within the same future, at every row that both have. */
export function differenceBandsOf(of: Pairs, metric: string): readonly Band[] {
  const mine = differences.get(of) ?? new Map<string, readonly Band[]>();
  differences.set(of, mine);
  const bands = mine.get(metric) ?? reckoned(differencesOf(of, metric));
  mine.set(metric, bands);
  return bands;
}

/** A minus B, a column a future. */
function differencesOf({ a, b }: Pairs, metric: string): readonly Float64Array[] {
  return a.map(({ columns }, k) => {
    const [of, less] = [columns[metric], b[k].columns[metric]];
    return of.slice(0, Math.min(of.length, less.length)).map((value, row) => value - less[row]);
  });
}
