/**
 * Runs the studies of the ingredients, or goes on with those that are there, and writes docs/ingredients.md and its pictures from
 * them. `--folder DIR`: where study folders are kept (out/ingredients); `--replicates N`: futures of each mix (20); `--design
 * fraction`: 256 mixes in place of all 16,384; `--docs DIR`: where it is written (docs); `--workers K`: processes (one a core).
 */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { call, install, root } from './install.mjs';

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
const folder = resolve(given.folder);
// Apart from dist/, which may be built anew while this runs for hours.
const program = join(folder, 'program');
await build();
// Small designs take minutes, and say in how many of ten futures something holds: they get the futures for it.
const few = given.design === 'factorial' ? Math.max(20, replicates) : replicates;
const folders = [
  run(`ingredients-${given.design}`, replicates),
  run('ingredients-company', few),
  run('ingredients-rollouts', few),
];
call(process.execPath, [join(program, 'document', 'main.mjs'), ...folders, resolve(given.docs)]);

/** The program, and what writes the document; the program looks for its scenarios one folder above itself. */
async function build() {
  const { build } = await import('vite');
  mkdirSync(program, { recursive: true });
  for (const name of ['package.json', 'scenarios']) cpSync(`${root}${name}`, join(program, name), { recursive: true });
  const shared = { root, logLevel: 'error' };
  await build({ ...shared, configFile: `${root}vite.node.config.ts`, build: { outDir: join(program, 'dist') } });
  await build({
    ...shared,
    configFile: false,
    ssr: { noExternal: true },
    build: {
      ssr: 'cli/ingredients/main.ts',
      target: 'node20',
      minify: false,
      outDir: join(program, 'document'),
      emptyOutDir: false,
      rolldownOptions: { output: { entryFileNames: '[name].mjs' } },
    },
  });
}

/** Makes the runs of a study that comes with the program, with so many futures; hands back its folder. */
function run(name, futures) {
  const study = JSON.parse(readFileSync(`${root}scenarios/studies/${name}.json`, 'utf8'));
  const path = join(folder, `${name}-${futures}`);
  writeFileSync(`${path}.json`, `${JSON.stringify({ ...study, replicates: futures }, null, 2)}\n`);
  const workers = given.workers ? ['--workers', given.workers] : [];
  call(process.execPath, [join(program, 'dist', 'cli.mjs'), 'study', `${path}.json`, '-o', path, ...workers]);
  return path;
}
