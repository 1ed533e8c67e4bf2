/** A study folder that has been opened: its manifest, and its study ready to be run and read. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Results, Scenario } from '../../sim/index.ts';
import {
  type Design,
  designOf,
  type FactorColumn,
  factorColumns,
  type OutcomeColumn,
  outcomeColumns,
  outcomesOf,
  parseStudy,
  type ResolvedStudy,
  scenarioAt,
} from '../../study/index.ts';
import { refuse } from '../problems.ts';
import { manifestPath, readManifest, type StudyManifest } from './manifest.ts';

/** A study with what its runs need; the folder is where its files of schools are. */
export interface ReadyStudy {
  readonly study: ResolvedStudy;
  readonly design: Design;
  readonly factors: readonly FactorColumn[];
  readonly outcomes: readonly OutcomeColumn[];
  scenarioAt(point: number): Scenario;
  outcomesOf(results: Results): Float64Array;
}

export interface StudyFolder extends ReadyStudy {
  /** From the root, with links followed. */
  readonly dir: string;
  readonly manifest: StudyManifest;
}

export function readyStudy(study: ResolvedStudy): ReadyStudy {
  const design = designOf(study);
  return {
    study,
    design,
    factors: factorColumns(study),
    outcomes: outcomeColumns(study),
    scenarioAt: (point) => scenarioAt(study, study.base, design.at(point)),
    outcomesOf: outcomesOf(study),
  };
}

/** Opens a folder that `plan` made; refused where anything in it that runs rest on is not as it was planned. */
export function openFolder(given: string): StudyFolder {
  const { dir, manifest } = readManifest(given);
  for (const [name, sha256] of Object.entries(manifest.files)) {
    const found = createHash('sha256')
      .update(readFileSync(join(dir, name)))
      .digest('hex');
    if (found !== sha256) refuse(join(dir, name), 'has changed since the study was planned');
  }
  const parsed = parseStudy(manifest.study);
  if (!parsed.ok) {
    const [{ path, message }] = parsed.problems;
    return refuse(manifestPath(dir), `this version of the program does not take its study: ${path}: ${message}`);
  }
  return { dir, manifest, ...readyStudy(parsed.value as ResolvedStudy) };
}
