/** One pool of workers for all jobs: futures are handed out in batches and handed back as they come. */
import type { RecordWish, Results, Scenario, SchoolTable } from '../sim/index.ts';
import { type Client, connect, type OpenLine } from './client.ts';
import type { PlanFacts } from './service.ts';

export interface Job {
  readonly scenario: Scenario;
  /** The schools of a scenario that takes them from a file. */
  readonly table?: SchoolTable;
  /** The scenario's where absent. */
  readonly seed?: string;
  /** Numbers of the futures wanted. */
  readonly replicates: readonly number[];
  readonly record?: RecordWish;
  /** Names of the metric columns wanted; all of them where absent. */
  readonly columns?: readonly string[];
  /** Most futures asked of a worker at once: 1 where work may become stale at any moment. */
  readonly batch?: number;
  /** Milliseconds that a future is likely to take: it decides how many workers are opened for it. */
  readonly pace?: number;
  /** Waits while any other job has futures that nobody has taken. */
  readonly background?: boolean;
}

export interface JobOptions {
  /** Aborting rejects at once; what was handed back by then is whole. */
  readonly signal?: AbortSignal;
  readonly onReplicate?: (results: Results, facts: PlanFacts) => void;
}

export interface JobDone {
  readonly facts: PlanFacts;
  /** In the order asked for. */
  readonly results: readonly Results[];
}

/** Milliseconds that a batch should take: messages stay few, and news frequent. */
const BATCH = 100;
/** Milliseconds of a future that nobody has guessed the length of. */
const GUESS = 50;
/** Milliseconds of work that are worth opening one more worker. */
const WORTH_A_WORKER = 250;

interface Task {
  readonly number: number;
  readonly job: Job;
  readonly options: JobOptions;
  readonly results: Map<number, Results>;
  /** Milliseconds of one future: a guess, then as measured. */
  pace: number;
  /** Futures handed out so far. */
  given: number;
  over: boolean;
  readonly settle: (done: JobDone) => void;
  readonly fail: (why: unknown) => void;
  /** Stops listening to the job's signal. */
  readonly deafen: () => void;
}

interface Lane {
  readonly client: Client;
  /** Plans that this worker holds. */
  readonly ready: Map<number, Promise<PlanFacts>>;
  table: SchoolTable | undefined;
}

export class Pool {
  readonly #open: OpenLine;
  readonly #most: number;
  readonly #idle: Lane[] = [];
  readonly #lanes = new Set<Lane>();
  /** Workers that may work at the moment. */
  #allowed: number;
  #tasks: Task[] = [];
  #numbers = 0;

  constructor(open: OpenLine, most: number) {
    if (!(Number.isInteger(most) && most >= 1)) throw new RangeError(`expected one worker or more, got ${most}`);
    this.#open = open;
    this.#most = most;
    this.#allowed = most;
  }

  run(job: Job, options: JobOptions = {}): Promise<JobDone> {
    return new Promise((settle, fail) => {
      const { signal } = options;
      if (signal?.aborted) return fail(signal.reason);
      if (job.replicates.length === 0 || new Set(job.replicates).size < job.replicates.length)
        return fail(new RangeError('expected one future or more, each once'));
      const { pace = GUESS } = job;
      const stop = (): void => {
        this.#end(task, () => task.fail(signal?.reason));
        for (const lane of this.#lanes) this.#forget(lane, task.number);
      };
      const task: Task = {
        number: this.#numbers++,
        job,
        options,
        results: new Map(),
        pace,
        given: 0,
        over: false,
        settle,
        fail,
        deafen: () => signal?.removeEventListener('abort', stop),
      };
      signal?.addEventListener('abort', stop);
      this.#tasks.push(task);
      this.#start();
    });
  }

  /** Lets so many workers work from here on, one at the least; those beyond that rest after their batch. */
  allow(workers: number): void {
    this.#allowed = Math.min(this.#most, Math.max(1, workers));
    this.#start();
  }

  /** Ends all workers; jobs that are still running are rejected. */
  close(): void {
    for (const task of [...this.#tasks]) this.#end(task, () => task.fail(new Error('the pool was closed')));
    for (const { client } of this.#lanes) client.close();
    this.#lanes.clear();
    this.#idle.length = 0;
  }

  /** Sets workers to work: those that are idle first, then as many more as the work that nobody has taken is worth. */
  #start(): void {
    while (this.#idle.length > 0 && this.#busy < this.#allowed && this.#next()) this.#work(this.#idle.pop()!);
    while (this.#busy < this.#allowed && (this.#lanes.size === 0 || this.#untaken() >= WORTH_A_WORKER) && this.#next())
      this.#work(this.#opened());
  }

  get #busy(): number {
    return this.#lanes.size - this.#idle.length;
  }

  /** Milliseconds of one worker that the futures which nobody has taken are likely to cost. */
  #untaken(): number {
    return this.#tasks.reduce((sum, { job, given, pace }) => sum + (job.replicates.length - given) * pace, 0);
  }

  #opened(): Lane {
    const lane: Lane = { client: connect(this.#open), ready: new Map(), table: undefined };
    this.#lanes.add(lane);
    return lane;
  }

  /** The first task with futures that nobody has taken; one in the background only when there is no other. */
  #next(): Task | undefined {
    const waiting = this.#tasks.filter(({ job, given }) => given < job.replicates.length);
    return waiting.find(({ job }) => !job.background) ?? waiting[0];
  }

  async #work(lane: Lane): Promise<void> {
    for (let task = this.#next(); task && this.#busy <= this.#allowed; task = this.#next()) {
      const batch = this.#take(task);
      try {
        await this.#runBatch(lane, task, batch);
      } catch (error) {
        this.#end(task, () => task.fail(error));
        return this.#drop(lane);
      }
    }
    if (this.#lanes.has(lane)) this.#idle.push(lane);
  }

  /** The next futures of a task: one to begin with, then as many as fill a batch, and few towards the end so that all finish together. */
  #take(task: Task): readonly number[] {
    const { replicates, batch: most = Number.POSITIVE_INFINITY } = task.job;
    const even = Math.ceil((replicates.length - task.given) / (2 * this.#most));
    const size = task.results.size === 0 ? 1 : Math.max(1, Math.min(even, most, Math.floor(BATCH / task.pace)));
    const batch = replicates.slice(task.given, task.given + size);
    task.given += batch.length;
    return batch;
  }

  async #runBatch(lane: Lane, task: Task, replicates: readonly number[]): Promise<void> {
    const { number, job, options } = task;
    const { seed, record, columns } = job;
    let began = 0;
    const ready = this.#facts(lane, task).then((facts) => {
      began = performance.now();
      return facts;
    });
    // Asked for before the plan is known to be ready: a worker answers in turn, and a busy page is slow to hear it.
    const run = lane.client.call((service) =>
      service.run(number, {
        replicates,
        ...(seed !== undefined && { seed }),
        ...(record && { record }),
        ...(columns && { columns }),
      }),
    );
    const [facts, results] = await Promise.all([ready, run]);
    task.pace = Math.max(0.01, (performance.now() - began) / replicates.length);
    for (const result of results) {
      if (task.over) return;
      task.results.set(result.replicate, result);
      options.onReplicate?.(result, facts);
    }
    if (task.results.size < job.replicates.length) return;
    this.#end(task, () => task.settle({ facts, results: job.replicates.map((replicate) => task.results.get(replicate)!) }));
  }

  /** Makes a worker ready for a task, and rid of plans whose tasks are over; all of it is asked before this returns. */
  #facts(lane: Lane, { number, job: { scenario, table } }: Task): Promise<PlanFacts> {
    const { client, ready } = lane;
    const known = ready.get(number);
    if (known) return known;
    const asked: Promise<unknown>[] = [];
    for (const old of [...ready.keys()].filter((plan) => !this.#tasks.some((task) => task.number === plan)))
      asked.push(this.#forget(lane, old));
    if (table && table !== lane.table) asked.push(client.call((service) => service.bring(table)));
    lane.table = table ?? lane.table;
    const prepared = client.call((service) => service.prepare(number, scenario));
    const facts = Promise.all([prepared, ...asked]).then(([facts]) => facts);
    ready.set(number, facts);
    return facts;
  }

  /** Rids a worker of a plan, and of what it runs of it: nobody waits for that any more. */
  async #forget({ client, ready }: Lane, plan: number): Promise<void> {
    if (ready.delete(plan)) await client.call((service) => service.forget(plan)).catch(() => {}); // a dead worker has forgotten
  }

  #end(task: Task, say: () => void): void {
    if (task.over) return;
    task.over = true;
    task.deafen();
    this.#tasks = this.#tasks.filter((other) => other !== task);
    say();
  }

  /** A worker that failed is not used again; the jobs of others go on with the rest. */
  #drop(lane: Lane): void {
    lane.client.close();
    this.#lanes.delete(lane);
    this.#start();
  }
}
