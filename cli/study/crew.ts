/** Child processes that make chunks: worker threads would not do, as memory that runs out in one of them ends the whole program. */
import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Delivery, Order } from './child.ts';
import type { Span } from './chunks.ts';

export interface CrewOptions {
  /** The study folder and the identity of its study. */
  readonly dir: string;
  readonly id: string;
  readonly workers: number;
  /** Most MB that a child may take, all in all. */
  readonly memory: number;
  /** Most seconds that a run may take before its child is given up. */
  readonly seconds: number;
  /** What a child runs. */
  readonly program?: string;
  /** Called as rows come; the rows of a chunk that is given up count too. */
  onRows?(count: number, faulty: number): void;
  onDeath?(span: Span, why: string): void;
}

/** Deaths of children on one chunk after which it is left. */
const DEATHS = 3;

/** Children that end before they are ready, one after another, after which no more are opened. */
const STILLBORN = 3;

export interface CrewDone {
  /** Chunks that were given up, in the order in which they were. */
  readonly left: readonly Span[];
  /** Why no child starts at all; undefined where they do. */
  readonly stillborn?: string;
}

export interface Crew {
  /** Has chunks made; `made` gets the rows of each. Resolves when all are made or given up, or the crew was stopped. */
  make(spans: Iterable<Span>, made: (span: Span, rows: readonly string[]) => void): Promise<CrewDone>;
  /** Begins no more chunks. */
  finish(): void;
  /** Ends all children at once; what they were making is dropped. */
  end(): void;
}

/** The built child: beside the built program, or in dist where the program runs from its sources. */
const built = (here: string): string =>
  fileURLToPath(new URL(here.endsWith('.ts') ? '../../dist/child.mjs' : './child.mjs', here));

export function crewOf(options: CrewOptions): Crew {
  const children = new Set<Child>();
  let stopping = false;
  let stillborn = 0;
  let hopeless: string | undefined;

  async function make(spans: Iterable<Span>, made: (span: Span, rows: readonly string[]) => void): Promise<CrewDone> {
    const waiting = spans[Symbol.iterator]();
    const again: Span[] = [];
    const deaths = new Map<number, number>();
    const left: Span[] = [];
    const next = (): Span | undefined => {
      if (stopping || hopeless !== undefined) return undefined;
      const { value, done } = waiting.next();
      return done ? again.shift() : value;
    };
    const lane = async (): Promise<void> => {
      let child: Child | undefined;
      for (let span = next(); span; span = next()) {
        if (!child) {
          child = new Child(options);
          children.add(child);
        }
        const result = await child.make(span);
        if ('rows' in result) {
          stillborn = 0;
          made(span, result.rows);
          continue;
        }
        children.delete(child);
        if (child.wasReady) stillborn = 0;
        else if (++stillborn >= STILLBORN) hopeless = result.death;
        child = undefined;
        if (stopping) break;
        options.onDeath?.(span, result.death);
        const count = (deaths.get(span.chunk) ?? 0) + 1;
        deaths.set(span.chunk, count);
        if (count < DEATHS) again.push(span);
        else left.push(span);
      }
      if (child) children.delete(child);
      child?.end();
    };
    try {
      await Promise.all(Array.from({ length: options.workers }, lane));
    } finally {
      end();
    }
    return { left, ...(hopeless !== undefined && { stillborn: hopeless }) };
  }

  function end(): void {
    stopping = true;
    for (const child of children) child.end();
    children.clear();
  }

  return {
    make,
    finish() {
      stopping = true;
    },
    end,
  };
}

type Made = { readonly rows: readonly string[] } | { readonly death: string };

/** Milliseconds between looks at a child. Looks are counted, not read from a clock: a machine that slept has not waited. */
const LOOK = 500;

/** How much of what a child complained of is kept. */
const LAST_WORDS = 4000;

class Child {
  wasReady = false;
  readonly #process: ChildProcess;
  readonly #options: CrewOptions;
  readonly #watch: NodeJS.Timeout;
  #order: Order | undefined;
  #rows: string[] = [];
  #quiet = 0;
  #lastWords = '';
  #verdict: string | undefined;
  #settle: ((made: Made) => void) | undefined;
  #gone = false;

  constructor(options: CrewOptions) {
    const { dir, id, memory, program = built(import.meta.url) } = options;
    this.#options = options;
    this.#process = fork(program, [dir, id], {
      // The rest is for code and for arrays of numbers, which lie outside the heap.
      execArgv: [`--max-old-space-size=${Math.max(64, Math.round(memory * 0.75))}`],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.#process.stderr!.on('data', (text) => {
      this.#lastWords = (this.#lastWords + text).slice(-LAST_WORDS);
    });
    this.#process.on('message', (message) => this.#hear(message as Delivery | 'ready'));
    this.#process.on('error', (error) => this.#over(error.message));
    this.#process.on('exit', (code, signal) => this.#over(this.#causeOf(code, signal)));
    this.#watch = setInterval(() => this.#look(), LOOK);
  }

  make(span: Span): Promise<Made> {
    this.#rows = [];
    this.#quiet = 0;
    return new Promise((settle) => {
      this.#settle = settle;
      this.#order = { from: span.from, to: span.to };
      if (this.#gone) this.#over('it ended between two chunks');
      else if (this.wasReady) this.#ask();
    });
  }

  /** A child that is gone says so by its exit. */
  #ask(): void {
    this.#process.send(this.#order!, () => {});
  }

  end(): void {
    clearInterval(this.#watch);
    this.#process.kill('SIGKILL');
  }

  #hear(message: Delivery | 'ready'): void {
    this.#quiet = 0;
    if (message === 'ready') {
      this.wasReady = true;
      if (this.#order) this.#ask();
      return;
    }
    for (const row of message.rows) this.#rows.push(row);
    this.#options.onRows?.(message.rows.length, message.faulty);
    if (!message.done) return;
    const settle = this.#settle;
    this.#settle = undefined;
    settle?.({ rows: this.#rows });
  }

  #look(): void {
    if (!this.#settle) return;
    const { seconds, memory } = this.#options;
    this.#quiet += LOOK / 1000;
    const found = residentOf(this.#process.pid);
    if (this.#quiet > seconds) this.#condemn(`a run took more than ${seconds} s (--seconds-a-run)`);
    else if (found > memory) this.#condemn(`it took ${Math.round(found)} MB, expected at most ${memory} (--memory)`);
  }

  #condemn(verdict: string): void {
    this.#verdict = verdict;
    this.#process.kill('SIGKILL');
  }

  #causeOf(code: number | null, signal: string | null): string {
    if (this.#verdict !== undefined) return this.#verdict;
    if (/heap out of memory|allocation failed|out of memory/i.test(this.#lastWords))
      return `its memory of ${this.#options.memory} MB ran out (--memory)`;
    const said = this.#lastWords.split('\n').find((line) => /Error/.test(line));
    return `it ended with ${signal ?? `code ${code}`}${said === undefined ? '' : `: ${said.trim()}`}`;
  }

  #over(why: string): void {
    this.#gone = true;
    clearInterval(this.#watch);
    const settle = this.#settle;
    this.#settle = undefined;
    settle?.({ death: this.#rows.length > 0 ? `${why}, after ${this.#rows.length} of its runs` : why });
  }
}

const PAGE = 4096;

/** MB of memory that a process holds; 0 where the system does not tell. */
function residentOf(pid: number | undefined): number {
  if (process.platform !== 'linux' || pid === undefined) return 0;
  try {
    return (Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * PAGE) / 2 ** 20;
  } catch {
    return 0; // it has just ended
  }
}
