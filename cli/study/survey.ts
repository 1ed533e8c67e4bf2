/** What a study folder holds by now: its chunks one by one, and files that somebody did not finish or that were set aside. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { partOf } from '../atomic.ts';
import { chunksOf, readChunk, runsOf, type Shard, type Span, spansOf } from './chunks.ts';
import type { StudyManifest } from './manifest.ts';

export type Found = 'ok' | 'missing' | 'damaged' | 'other';

export interface Survey {
  readonly chunks: Readonly<Record<Found, number>>;
  readonly total: number;
  readonly runs: number;
  readonly runsDone: number;
  /** Files on their way, or left there by a process that was killed. */
  readonly unfinished: number;
  /** Damaged chunks that were kept beside their place. */
  readonly aside: number;
}

/** Looks at every chunk, each read whole; `each` hears of those that are not ok. */
export function surveyOf(dir: string, manifest: StudyManifest, each: (span: Span, found: Found) => void = () => {}): Survey {
  const chunks: Record<Found, number> = { ok: 0, missing: 0, damaged: 0, other: 0 };
  let runsDone = 0;
  for (const span of spansOf(manifest)) {
    const { state } = readChunk(dir, manifest, span);
    chunks[state]++;
    if (state === 'ok') runsDone += span.to - span.from;
    else each(span, state);
  }
  const names = [...filesIn(dir)].map((path) => basename(path));
  return {
    chunks,
    total: chunksOf(manifest),
    runs: runsOf(manifest),
    runsDone,
    unfinished: names.filter((name) => partOf(name)).length,
    aside: names.filter(isAside).length,
  };
}

/** The shards of so many in which something is left to do. */
export function shardsLeft(chunks: Iterable<number>, of: number): readonly number[] {
  const left = new Set<number>();
  for (const chunk of chunks) left.add(chunk % of);
  return [...left].sort((a, b) => a - b);
}

export const asideName = (path: string, mark: string): string => `${path}.bad-${mark}`;
export const isAside = (name: string): boolean => /\.bad-[0-9a-f]{8}$/.test(name);

/** The folder's own files and those of its chunks and schools. */
export function* filesIn(dir: string): Generator<string> {
  yield* plainFiles(dir);
  yield* plainFiles(join(dir, 'schools'));
  const chunks = join(dir, 'chunks');
  if (!existsSync(chunks)) return;
  for (const name of readdirSync(chunks)) yield* plainFiles(join(chunks, name));
}

function* plainFiles(folder: string): Generator<string> {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  for (const entry of readdirSync(folder, { withFileTypes: true })) if (!entry.isDirectory()) yield join(folder, entry.name);
}

/** How far a shard is, without a word on the rest. */
export function doneIn(
  dir: string,
  manifest: StudyManifest,
  shard: Shard,
): { readonly runs: number; readonly left: readonly Span[] } {
  const left: Span[] = [];
  let runs = 0;
  for (const span of spansOf(manifest, shard)) {
    if (readChunk(dir, manifest, span).state === 'ok') runs += span.to - span.from;
    else left.push(span);
  }
  return { runs, left };
}
