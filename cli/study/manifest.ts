/** What a study folder is about, written once and never changed: the study with all it rests on, and how it is cut into chunks. */
import { lstatSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { MODEL_VERSION } from '../../sim/index.ts';
import { refuse } from '../problems.ts';
import { programVersion } from '../shipped.ts';
import { canonical, sha256 } from './canonical.ts';

/** Version of the folder's form: rows, chunks and this manifest. */
const FORM = 1;

export interface StudyManifest {
  readonly form: number;
  readonly takingRoot: { readonly program: string; readonly model: string };
  /** The study file with every scenario written out and schools named from this folder. */
  readonly study: Readonly<Record<string, unknown>>;
  /** SHA-256 by name of the files of schools in this folder. */
  readonly files: Readonly<Record<string, string>>;
  readonly points: number;
  readonly replicates: number;
  /** Runs of a chunk; the last one may have fewer. */
  readonly chunk: number;
  /** Of the arithmetic that the study was planned with. */
  readonly numerics: string;
  /** Of what is run, whatever it is cut into. */
  readonly studyId: string;
  /** Of that, the chunk and the arithmetic. */
  readonly id: string;
  /** SHA-256 of all the above. */
  readonly check: string;
}

export type ManifestFacts = Pick<StudyManifest, 'study' | 'files' | 'points' | 'replicates' | 'chunk' | 'numerics'>;

/** What a study is, by what it runs: the same for the same study, schools and model. */
export const studyIdOf = (study: unknown, files: unknown): string =>
  sha256(canonical({ form: FORM, model: MODEL_VERSION, study, files }));

export function manifestOf({ study, files, points, replicates, chunk, numerics }: ManifestFacts): StudyManifest {
  const studyId = studyIdOf(study, files);
  const unchecked = {
    form: FORM,
    takingRoot: { program: programVersion(), model: MODEL_VERSION },
    study,
    files,
    points,
    replicates,
    chunk,
    numerics,
    studyId,
    id: sha256(canonical({ studyId, chunk, numerics })),
  };
  return { ...unchecked, check: sha256(canonical(unchecked)) };
}

export const manifestPath = (dir: string): string => join(dir, 'manifest.json');
export const manifestText = (manifest: StudyManifest): string => `${JSON.stringify(manifest, null, 1)}\n`;

/** Bytes of the largest manifest: a study of written-out points, and its scenarios. */
const MOST = 512 * 1024 * 1024;

/** The folder's real path and its manifest; refused where there is none, or it is not as it was written. */
export function readManifest(given: string): { readonly dir: string; readonly manifest: StudyManifest } {
  const path = manifestPath(given);
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (!found) return refuse(given, 'there is no manifest.json, expected a folder that `taking-root plan` made');
  if (found.size > MOST) return refuse(path, `the file has ${found.size} bytes, expected at most ${MOST}`);
  const manifest = believed(readFileSync(path, 'utf8'));
  if (!manifest)
    return refuse(path, 'is not as it was planned: it was changed or damaged since; plan the study into a new folder');
  if (manifest.form !== FORM)
    return refuse(path, `has form ${manifest.form}, expected ${FORM}: another version of the program made it`);
  return { dir: realpathSync(given), manifest };
}

/** The manifest of a text, if its check holds and it holds together. */
function believed(text: string): StudyManifest | undefined {
  try {
    const manifest = JSON.parse(text) as StudyManifest;
    const { check, ...unchecked } = manifest;
    return sha256(canonical(unchecked)) === check ? manifest : undefined;
  } catch {
    return undefined;
  }
}
