/** Where the chunks of a study lie and which runs are theirs; worked out one at a time, as there may be very many. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from './canonical.ts';
import { type ChunkState, type Seal, stateOf } from './chunk.ts';
import type { StudyManifest } from './manifest.ts';

/** A chunk: its number, and its runs from `from` to before `to`. */
export interface Span {
  readonly chunk: number;
  readonly from: number;
  readonly to: number;
}

/** Which part of the chunks: those whose number leaves `index` after division by `of`. */
export interface Shard {
  readonly index: number;
  readonly of: number;
}

export const whole: Shard = { index: 0, of: 1 };

export const runsOf = ({ points, replicates }: StudyManifest): number => points * replicates;

export const chunksOf = (manifest: StudyManifest): number => Math.ceil(runsOf(manifest) / manifest.chunk);

export const spanOf = (manifest: StudyManifest, chunk: number): Span => ({
  chunk,
  from: chunk * manifest.chunk,
  to: Math.min((chunk + 1) * manifest.chunk, runsOf(manifest)),
});

/** The chunks of a shard, in order. */
export function* spansOf(manifest: StudyManifest, { index, of }: Shard = whole): Generator<Span> {
  const count = chunksOf(manifest);
  for (let chunk = index; chunk < count; chunk += of) yield spanOf(manifest, chunk);
}

const chunkId = ({ studyId }: StudyManifest, { from, to }: Span): string => sha256(`${studyId} ${from} ${to}`);

export function chunkPath(dir: string, manifest: StudyManifest, span: Span): string {
  const id = chunkId(manifest, span);
  return join(dir, 'chunks', id.slice(0, 2), `${id}.ndjson`);
}

export const sealOf = (manifest: StudyManifest, span: Span): Seal => ({
  id: chunkId(manifest, span),
  rows: span.to - span.from,
  numerics: manifest.numerics,
  model: manifest.takingRoot.model,
});

/** The file of a chunk as it is now; without bytes where it is missing. */
export function readChunk(
  dir: string,
  manifest: StudyManifest,
  span: Span,
): { readonly state: ChunkState; readonly bytes: Buffer } | { readonly state: 'missing' } {
  const bytes = bytesAt(chunkPath(dir, manifest, span));
  return bytes ? { state: stateOf(bytes, sealOf(manifest, span)), bytes } : { state: 'missing' };
}

/** Bytes of the largest chunk that is believed: 50,000 rows of a thousand columns. */
const MOST = 1024 * 1024 * 1024;

function bytesAt(path: string): Buffer | undefined {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  try {
    const bytes = Buffer.alloc(Math.min(fstatSync(file).size, MOST));
    let done = 0;
    while (done < bytes.length) {
      const count = readSync(file, bytes, done, bytes.length - done, done);
      if (count === 0) break;
      done += count;
    }
    return bytes.subarray(0, done);
  } finally {
    closeSync(file);
  }
}
