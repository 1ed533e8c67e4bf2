/**
 * Runs the studies of the ingredients, or goes on with those that are there, and writes docs/ingredients.md and its pictures from
 * them. `--folder DIR`: where study folders are kept (out/ingredients); `--replicates N`: futures of each mix (20); `--design
 * fraction`: 256 mixes in place of all 16,384; `--docs DIR`: where it is written (docs); `--workers K`: processes (one a core).
 */
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { call, install, root } from './install.mjs';
import { programIn, runStudy } from './studies.mjs';

const { values: given } = parseArgs({
  options: {
    folder: { type: 'string', default: 'out/ingredients' },
    replicates: { type: 'string', default: '20' },
    design: { type: 'string', default: 'factorial' },
    docs: { type: 'string', default: 'docs' },
    workers: { type: 'string' },
  },
});
const replicates = Number(given.replicates);
if (!Number.isInteger(replicates) || replicates < 2)
  throw new Error(`--replicates: found ${given.replicates}, expected a whole number of 2 or more`);
if (!['factorial', 'fraction'].includes(given.design))
  throw new Error(`--design: found ${given.design}, expected factorial or fraction`);

install();
const { build } = await import('vite');
const folder = resolve(given.folder);
const program = await programIn(folder);
await build({
  root,
  logLevel: 'error',
  configFile: false,
  ssr: { noExternal: true },
  build: {
    ssr: 'cli/ingredients/main.ts',
    target: 'node20',
    minify: false,
    outDir: join(program, 'document'),
    rolldownOptions: { output: { entryFileNames: '[name].mjs' } },
  },
});
// Small designs take minutes, and say in how many of ten futures something holds: they get the futures for it.
const few = given.design === 'factorial' ? Math.max(20, replicates) : replicates;
const { workers } = given;
const folders = [
  runStudy(folder, `ingredients-${given.design}`, { replicates, workers }),
  runStudy(folder, 'ingredients-company', { replicates: few, workers }),
  runStudy(folder, 'ingredients-rollouts', { replicates: few, workers }),
];
call(process.execPath, [join(program, 'document', 'main.mjs'), ...folders, resolve(given.docs)]);
