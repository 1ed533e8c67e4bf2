/** How long a study takes, and into which parts it is best cut: worked out from a few of its runs. */
import { availableParallelism } from 'node:os';
import { refuse } from '../problems.ts';
import type { ReadyStudy } from './folder.ts';
import { type Row, textOfRow } from './row.ts';
import { runnerOf } from './runner.ts';

export interface Pace {
  /** Of one run: the median of three that are spread over the design. */
  readonly seconds: number;
  /** Of a row. */
  readonly bytes: number;
  /** Runs among them that fail. */
  readonly faulty: readonly Row[];
}

export interface Proposal {
  readonly chunk: number;
  readonly shards: number;
}

/** Seconds that a chunk should take, so that little is lost with it and its file costs nothing beside it. */
const CHUNK = 60;
/** Seconds that a shard should take: between what schedulers call too short and too long. */
const SHARD = 30 * 60;
const MOST_SHARDS = 1000;
/** Rows that a chunk may have, and files that a folder may have. */
const MOST_ROWS = 50_000;
const MOST_CHUNKS = 100_000;

/** Times runs here and now. The first is not counted: it makes the schools. */
export function paceOf(ready: ReadyStudy, dir: string, runs: number): Pace {
  const runner = runnerOf(ready, dir);
  const rows = [runner.row(0)];
  const times: number[] = [];
  for (const share of [0, 0.5, 1]) {
    const began = performance.now();
    rows.push(runner.row(Math.floor(share * (runs - 1))));
    times.push((performance.now() - began) / 1000);
  }
  return {
    seconds: times.sort((a, b) => a - b)[1],
    bytes: rows.reduce((sum, row) => sum + textOfRow(row).length + 1, 0) / rows.length,
    faulty: rows.slice(1).filter(({ status }) => status !== 'ok'),
  };
}

/** Chunks of a minute, but so small that each core of this machine gets eight; shards of half an hour. */
export function proposalOf({ seconds }: Pace, runs: number, cores = availableParallelism()): Proposal {
  const even = Math.ceil(runs / (8 * cores));
  const chunk = Math.max(1, Math.ceil(runs / MOST_CHUNKS), Math.min(even, MOST_ROWS, Math.floor(CHUNK / seconds)));
  const shards = Math.min(MOST_SHARDS, Math.ceil(runs / chunk), Math.max(1, Math.round((seconds * runs) / SHARD)));
  return { chunk, shards };
}

/** The size of chunks that somebody asks for. */
export function chunkFrom(text: string, runs: number): number {
  const least = Math.ceil(runs / MOST_CHUNKS);
  const size = Number(text);
  if (/^\d+$/.test(text) && size >= Math.max(1, least) && size <= MOST_ROWS) return size;
  return refuse('--chunk', `found "${text}", expected a whole number from ${Math.max(1, least)} to ${MOST_ROWS}`);
}
