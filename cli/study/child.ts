/** A child process: makes the chunks it is asked for and hands their rows to its parent, without whom it ends. */
import { setImmediate } from 'node:timers/promises';
import { openFolder } from './folder.ts';
import { textOfRow } from './row.ts';
import { type Engine, engine, type Runner, runnerOf } from './runner.ts';

/** Asked: the runs from `from` to before `to`. */
export interface Order {
  readonly from: number;
  readonly to: number;
}

/** Answered, in the order of runs: some rows, how many of them are faulty, and whether they were the last. */
export interface Delivery {
  readonly rows: readonly string[];
  readonly faulty: number;
  readonly done: boolean;
}

/** Milliseconds between deliveries: often enough for a clock to see that the child lives, seldom enough to cost nothing. */
const EVERY = 250;

/** Serves the parent of this process. The folder and the identity of its study are the process's arguments. */
export function serve(made: Engine = engine): void {
  // Ctrl-C reaches every process of a terminal; whether to stop is the parent's to say.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => {});
  process.on('disconnect', () => process.exit(0));
  const [dir, id] = process.argv.slice(2);
  const folder = openFolder(dir);
  if (folder.manifest.id !== id) throw new Error(`${dir}: expected the study ${id}, found ${folder.manifest.id}`);
  const runner = runnerOf(folder, folder.dir, made);
  process.on('message', (order: Order) => {
    fill(runner, order).catch((error) => {
      console.error(error);
      process.exit(1);
    });
  });
  process.send!('ready');
}

async function fill(runner: Runner, { from, to }: Order): Promise<void> {
  let rows: string[] = [];
  let faulty = 0;
  let last = performance.now();
  const deliver = (done: boolean): void => {
    process.send!({ rows, faulty, done } satisfies Delivery);
    rows = [];
    faulty = 0;
    last = performance.now();
  };
  for (let run = from; run < to; run++) {
    const row = runner.row(run);
    rows.push(textOfRow(row));
    if (row.status !== 'ok') faulty++;
    if (performance.now() - last < EVERY) continue;
    deliver(false);
    await setImmediate(); // hears that the parent is gone
  }
  deliver(true);
}
