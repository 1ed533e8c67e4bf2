/** One run of a study made again from its folder, beside the row that the folder holds of it. */
import type { Scenario } from '../../sim/index.ts';
import { refuse } from '../problems.ts';
import { rowsOf } from './chunk.ts';
import { readChunk, runsOf, spanOf } from './chunks.ts';
import type { StudyFolder } from './folder.ts';
import { type Row, rowOfText, textOfRow } from './row.ts';
import { runnerOf } from './runner.ts';

export interface Rebuilt {
  /** What runs there: the point's scenario with the seed of the study. */
  readonly scenario: Scenario;
  /** Number of the future under that seed. */
  readonly future: number;
  readonly made: Row;
  /** As it was kept; undefined where its chunk is not there. */
  readonly kept: Row | undefined;
  /** Whether both are the same to the last digit. */
  readonly same: boolean;
}

export function rebuild(folder: StudyFolder, run: number): Rebuilt {
  const { dir, manifest, study, factors } = folder;
  const runs = runsOf(manifest);
  if (run >= runs) refuse('run', `found ${run}, expected a number below ${runs}, the runs of the study`);
  const made = runnerOf(folder, dir).row(run);
  const span = spanOf(manifest, Math.floor(run / manifest.chunk));
  const read = readChunk(dir, manifest, span);
  const text = read.state === 'ok' ? rowsOf(read.bytes)[run - span.from] : undefined;
  return {
    scenario: { ...folder.scenarioAt(made.point), seed: study.seed },
    future: study.luck === 'same' ? made.replicate : run,
    made,
    kept: text === undefined ? undefined : rowOfText(text, factors.length),
    same: text === textOfRow(made),
  };
}
