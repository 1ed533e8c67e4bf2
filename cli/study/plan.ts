/** Makes a study folder: everything that its runs rest on, checked before the first of them is made anywhere. */
import { existsSync, mkdirSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { numericsFingerprint } from '../../sim/index.ts';
import { createWhole, writeWhole } from '../atomic.ts';
import { codes, Halt } from './ending.ts';
import { openFolder, readyStudy, type StudyFolder } from './folder.ts';
import type { LoadedStudy } from './load.ts';
import { manifestOf, manifestPath, manifestText, readManifest, studyIdOf } from './manifest.ts';
import { probe } from './probe.ts';
import { chunkFrom, type Pace, type Proposal, paceOf, proposalOf } from './propose.ts';

export interface Planned {
  readonly folder: StudyFolder;
  readonly pace: Pace;
  readonly proposal: Proposal;
  /** False where the folder held this study already. */
  readonly isNew: boolean;
}

/**
 * Plans a study into a folder. A folder that holds the same study already is left as it is, whatever its chunks; one that
 * holds another is refused with its own exit code.
 */
export function plan(loaded: LoadedStudy, out: string, wish: { readonly chunk?: string | undefined } = {}): Planned {
  const ready = readyStudy(loaded.study);
  const runs = ready.design.pointCount * loaded.study.replicates;
  const asked = wish.chunk === undefined ? undefined : chunkFrom(wish.chunk, runs);
  probe(out);
  const dir = realpathSync(out);
  const files = Object.fromEntries([...loaded.files].map(([name, { sha256 }]) => [name, sha256]));
  const study = JSON.parse(JSON.stringify(loaded.study)) as Record<string, unknown>;
  const studyId = studyIdOf(study, files);
  if (existsSync(manifestPath(dir))) same(dir, studyId, asked);
  for (const [name, { path }] of loaded.files) writeWhole(join(dir, name), [readFileSync(path)]);
  const pace = paceOf(ready, dir, runs);
  const proposal = proposalOf(pace, runs);
  const manifest = manifestOf({
    study,
    files,
    points: ready.design.pointCount,
    replicates: loaded.study.replicates,
    chunk: asked ?? proposal.chunk,
    numerics: numericsFingerprint(),
  });
  const isNew = !existsSync(manifestPath(dir)) && createWhole(manifestPath(dir), manifestText(manifest));
  if (!isNew) same(dir, studyId, asked);
  mkdirSync(join(dir, 'logs'), { recursive: true });
  return { folder: openFolder(dir), pace, proposal, isNew };
}

/** Refuses a folder that holds another study, or this one in chunks of another size than was asked for. */
function same(dir: string, studyId: string, chunk: number | undefined): void {
  const { manifest } = readManifest(dir);
  if (manifest.studyId !== studyId)
    throw new Halt(codes.otherStudy, `${dir} holds another study ("${manifest.study.title}"); plan this one into a new folder`);
  if (chunk !== undefined && manifest.chunk !== chunk)
    throw new Halt(
      codes.otherStudy,
      `${dir} holds this study in chunks of ${manifest.chunk} runs, not ${chunk}; plan it into a new folder`,
    );
}
