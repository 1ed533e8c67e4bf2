/** The library's way to many futures: the same in Node and in the browser, but for how a worker is opened. */
import {
  type Difference,
  differenceAt,
  type Ensemble,
  ensembleOf,
  type Results,
  type Scenario,
  type SchoolTable,
} from '../sim/index.ts';
import type { OpenLine } from './client.ts';
import { Pool } from './pool.ts';
import { lengthOf } from './size.ts';

export interface EnsembleOptions {
  /** How many futures, from number 0; or their numbers. The scenario's own count, or 64, where absent. */
  readonly replicates?: number | readonly number[];
  /** The scenario's where absent. */
  readonly seed?: string | number;
  /** At most so many workers; small jobs open fewer. */
  readonly workers?: number;
  /** The schools of a scenario that takes them from a file. */
  readonly table?: SchoolTable;
  /** Aborting rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Futures as they come, in no fixed order. */
  readonly onReplicate?: (results: Results) => void;
}

/** Futures where nobody says how many: enough for a win rate to mean something. */
export const FUTURES = 64;

export const numbersOf = (replicates: number | readonly number[]): readonly number[] =>
  typeof replicates === 'number' ? Array.from({ length: replicates }, (_, k) => k) : replicates;

/** `run` and `compare` for a kind of worker and a machine with so many cores. */
export function runsWith(open: OpenLine, cores: number) {
  /** Runs the futures of a scenario in workers that end with the call. */
  async function run(scenario: Scenario, options: EnsembleOptions = {}): Promise<Ensemble> {
    const { replicates = scenario.replicates ?? FUTURES, seed, workers = cores, table, signal, onReplicate } = options;
    const pool = new Pool(open, workers);
    try {
      const { results } = await pool.run(
        {
          scenario,
          replicates: numbersOf(replicates),
          pace: lengthOf(scenario, table),
          ...(table && { table }),
          ...(seed !== undefined && { seed: String(seed) }),
        },
        { ...(signal && { signal }), ...(onReplicate && { onReplicate }) },
      );
      return ensembleOf(scenario.title, results);
    } finally {
      pool.close();
    }
  }

  /** Two scenarios through the same futures, and the difference in each of some metrics at the last row both have. */
  async function compare(a: Scenario, b: Scenario, metrics: readonly string[], options: EnsembleOptions = {}): Promise<Compared> {
    const shared = { ...options, seed: options.seed ?? a.seed ?? '1', replicates: options.replicates ?? a.replicates ?? FUTURES };
    const [first, second] = [await run(a, shared), await run(b, shared)];
    const row = Math.min(first.years.length, second.years.length) - 1;
    return { a: first, b: second, differences: metrics.map((metric) => differenceAt(first, second, metric, row)) };
  }

  return { run, compare };
}

export interface Compared {
  readonly a: Ensemble;
  readonly b: Ensemble;
  /** In the order of the metrics asked for. */
  readonly differences: readonly Difference[];
}
