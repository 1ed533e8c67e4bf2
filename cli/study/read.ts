/** A study folder as the table that every analysis reads, straight from its chunks. */
import type { ResolvedStudy, StudyTable } from '../../study/index.ts';
import { rowsOf } from './chunk.ts';
import { readChunk, runsOf, spansOf } from './chunks.ts';
import { codes, Halt } from './ending.ts';
import { openFolder } from './folder.ts';
import type { StudyManifest } from './manifest.ts';
import { type Row, rowOfText } from './row.ts';

export interface StudyResults {
  readonly dir: string;
  readonly manifest: StudyManifest;
  readonly study: ResolvedStudy;
  readonly table: StudyTable;
  readonly runs: number;
  /** Runs that are not there yet: NaN in the table. */
  readonly missing: number;
  /** Runs that failed, at most a hundred of them as rows: NaN in the table. */
  readonly failed: number;
  readonly failures: readonly Row[];
}

/** Failures that are kept to be shown. */
const SHOWN = 100;

/** Reads a whole study; without `partial` one with missing or damaged chunks is refused with exit code 4. */
export async function readStudyFolder(given: string, { partial = false } = {}): Promise<StudyResults> {
  const { dir, manifest, study, design, factors, outcomes } = openFolder(given);
  const runs = runsOf(manifest);
  const points = new Float64Array(manifest.points * factors.length);
  for (let point = 0; point < manifest.points; point++) points.set(design.at(point), point * factors.length);
  const values = Object.fromEntries(outcomes.map(({ name }) => [name, new Float64Array(runs).fill(Number.NaN)]));
  const failures: Row[] = [];
  let [there, failed] = [0, 0];
  for (const span of spansOf(manifest)) {
    const read = readChunk(dir, manifest, span);
    if (read.state !== 'ok') {
      if (partial) continue;
      throw new Halt(
        codes.incomplete,
        `${dir}: chunk ${span.chunk} is ${read.state === 'missing' ? 'missing' : 'damaged'}; run \`taking-root work\` first`,
      );
    }
    for (const line of rowsOf(read.bytes)) {
      const row = rowOfText(line, factors.length);
      there++;
      points.set(row.factors, row.point * factors.length); // what was run counts, whatever the design gives now
      if (row.status === 'ok') for (const [j, { name }] of outcomes.entries()) values[name][row.run] = row.outcomes[j];
      else if (++failed <= SHOWN) failures.push(row);
    }
  }
  const table: StudyTable = {
    title: study.title,
    factors,
    outcomes,
    design: design.facts,
    pointCount: manifest.points,
    replicates: manifest.replicates,
    points,
    values,
  };
  return { dir, manifest, study, table, runs, missing: runs - there, failed, failures };
}
