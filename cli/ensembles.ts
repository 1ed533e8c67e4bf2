/** Many scenarios over one pool of workers; stopped by Ctrl-C, with what is whole by then. */
import { setMaxListeners } from 'node:events';
import { availableParallelism } from 'node:os';
import PQueue from 'p-queue';
import { ensembleOf, type Results } from '../sim/index.ts';
import { openThread } from '../workers/node.ts';
import { Pool } from '../workers/pool.ts';
import { FUTURES, numbersOf } from '../workers/run.ts';
import type { PlanFacts } from '../workers/service.ts';
import type { LoadedScenario } from './files.ts';
import { futuresOf } from './futures.ts';
import type { Finished } from './output.ts';
import { refuse } from './problems.ts';
import { progressOf } from './progress.ts';

export interface EnsembleOptions {
  readonly replicates?: string | undefined;
  readonly from?: string | undefined;
  readonly workers?: string | undefined;
}

export interface Ran {
  /** In the order of the scenarios; after an interruption those with a whole future or more. */
  readonly finished: readonly Finished[];
  readonly interrupted: boolean;
}

/** The seed that the futures of a scenario are drawn from, as text. */
const seedOf = ({ scenario }: LoadedScenario): string => String(scenario.seed ?? '1');

const whole = (option: string, text: string, least: number): number =>
  /^\d+$/.test(text) && Number(text) >= least ? Number(text) : refuse(option, `found "${text}", expected a whole number of ${least} or more`);

/** `each` is told of a scenario as soon as it is finished, in the order of the scenarios. */
export async function runAll(
  scenarios: readonly LoadedScenario[],
  { replicates, from = '0', workers }: EnsembleOptions,
  each: (finished: Finished) => void = () => {},
): Promise<Ran> {
  const first = whole('--from', from, 0);
  const most = workers === undefined ? availableParallelism() : whole('--workers', workers, 1);
  const numbers = scenarios.map(({ scenario }) =>
    replicates === undefined ? numbersOf(scenario.replicates ?? FUTURES).map((n) => n + first) : futuresOf(replicates, first),
  );
  const pool = new Pool(openThread, most);
  const progress = progressOf(numbers.reduce((sum, { length }) => sum + length, 0));
  const stopping = stopOnInterrupt();
  // A few more scenarios than workers are under way, so that no worker waits and results do not pile up.
  const queue = new PQueue({ concurrency: most + 1 });
  const whatIsWhole = scenarios.map((): { runs: Results[]; facts?: PlanFacts } => ({ runs: [] }));
  const finish = (i: number): Finished | undefined => {
    const { runs, facts } = whatIsWhole[i];
    const loaded = scenarios[i];
    return facts && { loaded, facts, seed: seedOf(loaded), ensemble: ensembleOf(loaded.scenario.title, runs) };
  };
  const jobs = scenarios.map((loaded, i) =>
    queue.add(() =>
      pool.run(
        { scenario: loaded.scenario, replicates: numbers[i], seed: seedOf(loaded), ...(loaded.schools && { table: loaded.schools.table }) },
        {
          signal: stopping.signal,
          onReplicate(results, facts) {
            whatIsWhole[i].runs.push(results);
            whatIsWhole[i].facts = facts;
            progress.add();
          },
        },
      ),
    ),
  );
  for (const job of jobs) job.catch(() => {}); // each is awaited below; until then nobody listens
  const finished: Finished[] = [];
  try {
    for (const [i, job] of jobs.entries()) {
      await job.catch((error) => {
        if (!stopping.signal.aborted) throw error;
      });
      const done = finish(i);
      if (!done) continue;
      progress.stop();
      finished.push(done);
      each(done);
    }
    return { finished, interrupted: stopping.signal.aborted };
  } finally {
    progress.stop();
    stopping.release();
    queue.clear();
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
