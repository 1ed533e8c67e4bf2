/** Many scenarios over one pool of workers; stopped by Ctrl-C, with what is whole by then. */
import { setMaxListeners } from 'node:events';
import { availableParallelism } from 'node:os';
import { ensembleOf, type Results } from '../sim/index.ts';
import { openThread } from '../workers/node.ts';
import { Pool } from '../workers/pool.ts';
import { FUTURES, numbersOf } from '../workers/run.ts';
import type { PlanFacts } from '../workers/service.ts';
import { lengthOf } from '../workers/size.ts';
import { futuresOf } from './futures.ts';
import type { LoadedScenario } from './loaded.ts';
import type { Finished } from './output.ts';
import { refuse } from './problems.ts';
import { progressOf } from './progress.ts';

export interface EnsembleOptions {
  readonly replicates?: string | undefined;
  readonly from?: string | undefined;
  readonly workers?: string | undefined;
}

/** The seed that the futures of a scenario are drawn from, as text. */
const seedOf = ({ scenario }: LoadedScenario): string => String(scenario.seed ?? '1');

const whole = (option: string, text: string, least: number): number =>
  /^\d+$/.test(text) && Number(text) >= least
    ? Number(text)
    : refuse(option, `found "${text}", expected a whole number of ${least} or more`);

/** Futures that are there, and what is known of their plan once the first is. */
interface Whole {
  readonly runs: Results[];
  facts?: PlanFacts;
}

/**
 * Tells `each` of a scenario as soon as it is finished, in the order of the scenarios; after an interruption of those with a whole
 * future or more. Resolves to whether it was interrupted.
 */
export async function runAll(
  scenarios: readonly LoadedScenario[],
  { replicates, from = '0', workers }: EnsembleOptions,
  each: (finished: Finished) => void,
): Promise<boolean> {
  const first = whole('--from', from, 0);
  const most = workers === undefined ? availableParallelism() : whole('--workers', workers, 1);
  const numbers = scenarios.map(({ scenario }) =>
    replicates === undefined ? numbersOf(scenario.replicates ?? FUTURES).map((n) => n + first) : futuresOf(replicates, first),
  );
  const pool = new Pool(openThread, most);
  const progress = progressOf(numbers.reduce((sum, { length }) => sum + length, 0));
  const { signal, release } = stopOnInterrupt();
  const start = (loaded: LoadedScenario, i: number): { readonly whole: Whole; readonly over: Promise<void> } => {
    const there: Whole = { runs: [] };
    const onReplicate = (results: Results, facts: PlanFacts): void => {
      there.runs.push(results);
      there.facts = facts;
      progress.add();
    };
    const { scenario, schools } = loaded;
    const table = schools?.table;
    const pace = lengthOf(scenario, table);
    const job = { scenario, replicates: numbers[i], seed: seedOf(loaded), pace, ...(table && { table }) };
    const over = pool.run(job, { signal, onReplicate }).then(
      () => {},
      (error) => {
        if (!signal.aborted) throw error;
      },
    );
    over.catch(() => {}); // awaited below in the order of the scenarios; until then nobody listens
    return { whole: there, over };
  };
  try {
    // A few more scenarios than workers are under way, so that no worker waits and results do not pile up.
    const underWay = scenarios.slice(0, most + 1).map(start);
    for (const [i, loaded] of scenarios.entries()) {
      const job = underWay.shift()!;
      await job.over;
      const next = i + most + 1;
      if (next < scenarios.length) underWay.push(start(scenarios[next], next));
      const { runs, facts } = job.whole;
      if (facts)
        progress.aside(() => each({ loaded, facts, seed: seedOf(loaded), ensemble: ensembleOf(loaded.scenario.title, runs) }));
    }
    return signal.aborted;
  } finally {
    progress.stop();
    release();
    pool.close();
  }
}

/** The first Ctrl-C stops; a second one ends the program as it would anyway. */
function stopOnInterrupt(): { readonly signal: AbortSignal; release(): void } {
  const controller = new AbortController();
  setMaxListeners(0, controller.signal);
  const stop = (): void => controller.abort(new Error('interrupted'));
  process.once('SIGINT', stop);
  return { signal: controller.signal, release: () => void process.off('SIGINT', stop) };
}
