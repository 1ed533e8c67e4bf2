/** Brings the chunks of a study together: tidy tables in run order, what their columns mean, and one digest over all rows. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { hubverseDictionary, writeDictionary } from '../../formats/index.ts';
import { writeWhole } from '../atomic.ts';
import { note } from '../print.ts';
import { refuse } from '../problems.ts';
import { rowsOf } from './chunk.ts';
import { chunksOf, readChunk, runsOf, type Span, spansOf } from './chunks.ts';
import { dictionaryOf } from './dictionary.ts';
import { codes, Halt } from './ending.ts';
import type { StudyFolder } from './folder.ts';
import { tableKinds } from './kinds.ts';
import { probe } from './probe.ts';
import { rowOfText } from './row.ts';

export interface CollectOptions {
  /** Names of table kinds. */
  readonly formats: readonly string[];
  /** Takes what is there; the files say so in their names. */
  readonly partial: boolean;
  /** Refuses where a run has failed. */
  readonly strict: boolean;
  /** Seconds to look again for chunks that a network folder may show late. */
  readonly wait: number;
}

export interface Collected {
  readonly files: readonly string[];
  /** SHA-256 of the rows in run order, a line each. */
  readonly digest: string;
  readonly rows: number;
  readonly faulty: number;
  readonly missing: number;
}

/** Seconds between looks for a chunk that is not there. */
const AGAIN = 1;

export async function collect(folder: StudyFolder, { formats, partial, strict, wait }: CollectOptions): Promise<Collected> {
  const { dir, manifest, study, factors, outcomes } = folder;
  probe(dir);
  const holes = await settled(folder, partial ? 0 : wait);
  if (!partial) refuseHoles(folder, holes);
  const name = partial && holes.size > 0 ? 'results-partial' : 'results';
  const hash = createHash('sha256');
  let digest = '';
  let [rows, faulty] = [0, 0];
  const about = (): ReadonlyMap<string, string> =>
    new Map([
      ['study', JSON.stringify(study)],
      ['manifest', manifest.check],
      ['program', manifest.takingRoot.program],
      ['model', manifest.takingRoot.model],
      ['seed', study.seed],
      ['digest', digest],
      ['complete', String(rows === runsOf(manifest))],
    ]);
  const paths = formats.map((format) => join(dir, `${name}${tableKinds[format].ending}`));
  const tables = formats.map((format, i) => tableKinds[format].open(paths[i], { factors, outcomes, about }));
  try {
    for (const span of spansOf(manifest)) {
      if (holes.has(span.chunk)) continue;
      const lines = linesOf(folder, span);
      for (const line of lines) hash.update(`${line}\n`);
      const read = lines.map((line) => rowOfText(line, factors.length));
      rows += read.length;
      faulty += read.filter(({ status }) => status !== 'ok').length;
      if (strict && faulty > 0) refuseFaulty(dir, read.find(({ status }) => status !== 'ok')!);
      for (const table of tables) table.add(read);
    }
    digest = hash.digest('hex');
    for (const table of tables) table.commit();
  } catch (error) {
    for (const table of tables) table.abandon();
    throw error;
  }
  writeWhole(join(dir, `${name}.sha256`), [`${digest}\n`]);
  writeWhole(join(dir, 'dictionary.csv'), [
    writeDictionary([...dictionaryOf(folder), ...(formats.includes('hubverse') ? hubverseDictionary : [])]),
  ]);
  const missing = runsOf(manifest) - rows;
  return { files: [...paths, join(dir, `${name}.sha256`), join(dir, 'dictionary.csv')], digest, rows, faulty, missing };
}

/** Chunks that are not ok, by their numbers, after looking again for a while where some are missing. */
async function settled({ dir, manifest }: StudyFolder, wait: number): Promise<ReadonlyMap<number, string>> {
  const holes = new Map<number, string>();
  for (const span of spansOf(manifest)) {
    const { state } = readChunk(dir, manifest, span);
    if (state !== 'ok') holes.set(span.chunk, state);
  }
  const isMissing = (): boolean => [...holes.values()].includes('missing');
  if (wait > 0 && isMissing())
    note(`${holes.size} of ${chunksOf(manifest)} chunks are not there; looking again for up to ${wait} s`);
  for (let waited = 0; waited < wait && isMissing(); waited += AGAIN) {
    await pause(AGAIN * 1000);
    for (const span of spansOf(manifest)) {
      if (!holes.has(span.chunk)) continue;
      const { state } = readChunk(dir, manifest, span);
      if (state === 'ok') holes.delete(span.chunk);
      else holes.set(span.chunk, state);
    }
  }
  return holes;
}

function refuseHoles({ dir, manifest }: StudyFolder, holes: ReadonlyMap<number, string>): void {
  const states = [...holes.values()];
  if (states.length === 0) return;
  if (states.includes('other'))
    throw new Halt(
      codes.otherNumbers,
      `${dir}: some chunks were made by another arithmetic or model than the study was planned with; \`taking-root work\` on a machine like the one that planned it sets them aside and makes them again`,
    );
  const count = (state: string): number => states.filter((one) => one === state).length;
  throw new Halt(
    codes.incomplete,
    `${dir}: of ${chunksOf(manifest)} chunks ${count('missing')} are missing and ${count('damaged')} damaged; run \`taking-root work\` again, or collect what is there with --partial`,
  );
}

function refuseFaulty(dir: string, { run, status, reason }: { run: number; status: string; reason: string }): never {
  return refuse(dir, `run ${run} failed (${status}: ${reason}), and --strict expects that none does`);
}

/** Rows of a chunk that was ok a moment ago. */
function linesOf({ dir, manifest }: StudyFolder, span: Span): readonly string[] {
  const read = readChunk(dir, manifest, span);
  if (read.state !== 'ok')
    throw new Halt(codes.incomplete, `${dir}: chunk ${span.chunk} changed while it was collected; collect again`);
  return rowsOf(read.bytes);
}
