/** Makes some chunks of a study again, here, and compares them with what is in the folder to the last byte. */
import { randomInt } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { sealed } from './chunk.ts';
import { chunksOf, readChunk, type Span, sealOf, spanOf } from './chunks.ts';
import { crewOf } from './crew.ts';
import type { StudyFolder } from './folder.ts';
import { studyProgress } from './progress.ts';
import { defaults, type WorkOptions } from './work.ts';

export interface Verified {
  /** Chunks that were made again. */
  readonly made: number;
  /** Of them, those that differ. */
  readonly different: readonly Span[];
  /** Chosen, but not whole in the folder. */
  readonly absent: number;
  /** Chosen, but given up. */
  readonly left: number;
}

/** `sample` chunks, each as likely as any other. */
export async function verify(folder: StudyFolder, sample: number, options: WorkOptions = {}): Promise<Verified> {
  const { workers = availableParallelism(), memory = defaults.memory, seconds = defaults.seconds, program } = options;
  const { dir, manifest } = folder;
  const chosen = sampleOf(chunksOf(manifest), sample).map((chunk) => spanOf(manifest, chunk));
  const there = chosen.filter((span) => readChunk(dir, manifest, span).state === 'ok');
  const progress = studyProgress(
    there.reduce((sum, { from, to }) => sum + to - from, 0),
    0,
  );
  const crew = crewOf({
    dir,
    id: manifest.id,
    workers: Math.max(1, Math.min(workers, there.length)),
    memory,
    seconds,
    ...(program !== undefined && { program }),
    onRows: progress.add,
  });
  const different: Span[] = [];
  let made = 0;
  const { left } = await crew
    .make(there, (span, rows) => {
      const read = readChunk(dir, manifest, span);
      made++;
      if (read.state !== 'ok' || !read.bytes.equals(sealed(rows, sealOf(manifest, span)))) different.push(span);
    })
    .finally(progress.stop);
  return { made, different, absent: chosen.length - there.length, left: left.length };
}

/** Some of the numbers below `count`, each at most once, in order (Floyd's method). */
function sampleOf(count: number, wanted: number): readonly number[] {
  const chosen = new Set<number>();
  for (let most = Math.max(0, count - wanted); most < count; most++) {
    const one = randomInt(most + 1);
    chosen.add(chosen.has(one) ? most : one);
  }
  return [...chosen].sort((a, b) => a - b);
}
