/** Makes the chunks of a study that are not there yet, in child processes. Nothing is locked: a chunk made twice is the same file. */
import { randomBytes } from 'node:crypto';
import { renameSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { writeWhole } from '../atomic.ts';
import { note } from '../print.ts';
import { sealed } from './chunk.ts';
import { chunkPath, readChunk, type Shard, type Span, sealOf, whole } from './chunks.ts';
import { crewOf } from './crew.ts';
import { codes } from './ending.ts';
import type { StudyFolder } from './folder.ts';
import { probe } from './probe.ts';
import { lengthText, studyProgress } from './progress.ts';
import { asideName, doneIn } from './survey.ts';

export interface WorkOptions {
  readonly shard?: Shard;
  readonly workers?: number;
  /** MB of each child. */
  readonly memory?: number;
  /** Most seconds of a run. */
  readonly seconds?: number;
  /** What a child runs in place of the program's own. */
  readonly program?: string;
}

export const defaults = { memory: 1024, seconds: 600 } as const;

/** Seconds that chunks under way are given to end after an interruption. */
const GRACE = 10;

const signals = { SIGINT: 130, SIGTERM: 143 } as const;

/** Resolves to an exit code. Throws what the disk refuses. */
export async function work(folder: StudyFolder, options: WorkOptions = {}): Promise<number> {
  const { dir, manifest } = folder;
  const {
    shard = whole,
    workers = availableParallelism(),
    memory = defaults.memory,
    seconds = defaults.seconds,
    program,
  } = options;
  probe(dir);
  const before = doneIn(dir, manifest, shard);
  if (before.left.length === 0) return codes.complete;
  const left = before.left.reduce((sum, { from, to }) => sum + to - from, 0);
  const progress = studyProgress(before.runs + left, before.runs);
  const crew = crewOf({
    dir,
    id: manifest.id,
    workers: Math.min(workers, before.left.length),
    memory,
    seconds,
    ...(program !== undefined && { program }),
    onRows: (count, faulty) => progress.add(count, faulty),
    onDeath: (span, why) => progress.aside(`a process that made ${nameOf(span)} died: ${why}`),
  });
  const interrupted = interruptions(crew.finish, crew.end);
  let refused: unknown;
  const made = (span: Span, rows: readonly string[]): void => {
    try {
      keep(folder, span, rows);
    } catch (error) {
      refused ??= error;
      crew.end();
    }
  };
  const done = await crew.make(unmade(folder, before.left), made).finally(() => {
    progress.stop();
    interrupted.release();
  });
  if (refused !== undefined) throw refused;
  if (done.stillborn !== undefined) {
    note(`no process can be started to make runs: ${done.stillborn}`);
    return codes.environment;
  }
  if (interrupted.by()) {
    note('Interrupted: the chunks that are whole were kept; the same command goes on from here.');
    return signals[interrupted.by()!];
  }
  for (const span of done.left) note(`${nameOf(span)} was left: its process died three times`);
  return done.left.length > 0 ? codes.incomplete : codes.complete;
}

const nameOf = ({ chunk, from, to }: Span): string => `chunk ${chunk} (runs ${from} to ${to - 1})`;

/** Chunks that nobody has made meanwhile; one that is damaged is kept aside. */
function* unmade({ dir, manifest }: StudyFolder, spans: readonly Span[]): Generator<Span> {
  for (const span of spans) {
    const { state } = readChunk(dir, manifest, span);
    if (state === 'ok') continue;
    if (state !== 'missing') setAside(chunkPath(dir, manifest, span));
    yield span;
  }
}

function setAside(path: string): void {
  const aside = asideName(path, randomBytes(4).toString('hex'));
  try {
    renameSync(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return; // another process has just done it
    throw error;
  }
  note(`${path} was damaged, is kept as ${aside} and made again`);
}

const keep = ({ dir, manifest }: StudyFolder, span: Span, rows: readonly string[]): void =>
  writeWhole(chunkPath(dir, manifest, span), [sealed(rows, sealOf(manifest, span))]);

type Signal = keyof typeof signals;

/** The first Ctrl-C or SIGTERM lets what is under way end, for a while; the second ends the program at once. */
function interruptions(finish: () => void, end: () => void): { by(): Signal | undefined; release(): void } {
  let by: Signal | undefined;
  let timer: NodeJS.Timeout | undefined;
  const hear = (signal: Signal): void => {
    if (by) {
      end();
      process.exit(signals[by]);
    }
    by = signal;
    note(`Stopping: chunks under way have ${lengthText(GRACE)} to end; once more stops at once.`);
    finish();
    timer = setTimeout(end, GRACE * 1000);
  };
  for (const signal of Object.keys(signals)) process.on(signal, hear);
  return {
    by: () => by,
    release() {
      clearTimeout(timer);
      for (const signal of Object.keys(signals)) process.off(signal, hear);
    },
  };
}
