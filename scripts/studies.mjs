/** Studies that come with the program, each made in a folder of its own, or gone on with where it is there already. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { call, root } from './install.mjs';

/** A copy of the program in a folder, apart from dist/, which may be built anew while this runs for hours; hands back where it lies. */
export async function programIn(folder) {
  const { build } = await import('vite');
  const program = join(folder, 'program');
  mkdirSync(program, { recursive: true });
  // It looks for its scenarios one folder above itself.
  for (const name of ['package.json', 'scenarios']) cpSync(`${root}${name}`, join(program, name), { recursive: true });
  const outDir = join(program, 'dist');
  await build({ root, logLevel: 'error', configFile: `${root}vite.node.config.ts`, build: { outDir } });
  return program;
}

/** What a study that comes with the program says of itself. */
export const studyNamed = (name) => JSON.parse(readFileSync(`${root}scenarios/studies/${name}.json`, 'utf8'));

/** Makes the runs of a study by a copy of the program in the same folder, with so many futures (its own number); hands back the study's folder. */
export function runStudy(folder, name, { replicates, workers }) {
  const study = studyNamed(name);
  const futures = replicates ?? study.replicates;
  const path = join(folder, `${name}-${futures}`);
  writeFileSync(`${path}.json`, `${JSON.stringify({ ...study, replicates: futures }, null, 2)}\n`);
  taking(folder, ['study', `${path}.json`, '-o', path, ...(workers ? ['--workers', workers] : [])]);
  return path;
}

/** The copy of the program in a folder does as it is told. */
export const taking = (folder, words) => call(process.execPath, [join(folder, 'program', 'dist', 'cli.mjs'), ...words]);
