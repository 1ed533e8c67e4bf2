/** Small studies, and what their tests need: folders, children built from the sources, and the program. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import type { StudyFolder } from '../cli/study/folder.ts';
import { loadStudy } from '../cli/study/load.ts';
import { plan } from '../cli/study/plan.ts';

export const newStudyFolder = (): string => mkdtempSync(join(tmpdir(), 'taking-root-study-'));

/** Twelve points of five futures on some ten made-up schools: a run takes a few milliseconds. */
export const tiny = {
  version: 1,
  title: 'A tiny study',
  base: { version: 1, title: 'tiny', system: { preset: 'made-up', sample: 0.05 }, years: 2 },
  factors: [
    { name: 'champions', path: 'ingredients.champions', levels: [0.2, 0.8] },
    { path: 'ingredients.alliances', levels: [0.2, 0.5, 0.8] },
    { path: 'strategy.kind', levels: ['mandate', 'waves'] },
  ],
  design: { kind: 'factorial' },
  replicates: 5,
  outcomes: [
    { name: 'well', metric: 'schoolsWell', year: 2 },
    { name: 'inUse', metric: 'schoolsInUse', year: 2 },
  ],
} as const;

/** The tiny study with its base called so, which is how a faulty model knows what to do. */
export const tinyOf = (title: string, changes: object = {}): object => ({ ...tiny, ...changes, base: { ...tiny.base, title } });

/** The path of a file with a study in it. */
export function studyFile(study: unknown = tiny): string {
  const file = join(newStudyFolder(), 'study.json');
  writeFileSync(file, typeof study === 'string' ? study : JSON.stringify(study));
  return file;
}

/** A study planned into a new folder. */
export const planned = (study: unknown = tiny, chunk = 7, dir = join(newStudyFolder(), 'plan')): StudyFolder =>
  plan(loadStudy(studyFile(study)), dir, { chunk: String(chunk) }).folder;

/** A child process built from the sources: the program's own, or the faulty one of the fixtures. */
export async function builtChild(entry: 'cli/study/endpoint.ts' | 'test/fixtures/study/faulty.ts'): Promise<string> {
  const outDir = newStudyFolder();
  const output = { entryFileNames: 'child.mjs', chunkFileNames: 'part-[name].mjs' };
  await build({
    configFile: false,
    logLevel: 'silent',
    ssr: { noExternal: true },
    build: { ssr: true, target: 'node20', outDir, minify: false, rolldownOptions: { input: { child: entry }, output } },
  });
  return join(outDir, 'child.mjs');
}
