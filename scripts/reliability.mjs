/** Runs every test that is named after a fault or a scheduler, and writes what came of it to docs/reliability.md. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { faults } from './faults.mjs';
import { install, root } from './install.mjs';

const NAMES = /fault (\d+):|engine ([a-z]+):/g;

install();
const tests = [...run(quick()), ...run(long(), '--config', 'vitest.long.config.ts')];
const rows = faults.map((row) => ({ ...row, tests: tests.filter(({ faults }) => faults.includes(row.number)) }));
const schedulers = [...new Set(tests.flatMap(({ engines }) => engines))]
  .sort()
  .map((name) => ({ name, tests: tests.filter(({ engines }) => engines.includes(name)) }));
writeFileSync(`${root}docs/reliability.md`, page());
const open = [...rows, ...schedulers].filter(({ tests }) => verdictOf(tests) !== 'passed');
for (const { number, name, tests } of open) console.error(`${name ?? `fault ${number}`}: ${verdictOf(tests)}`);
process.exitCode = open.length > 0 ? 1 : 0;

/** Test files that have such names in them. */
function named() {
  const paths = readdirSync(`${root}test`, { recursive: true }).map((path) => `test/${path.replaceAll('\\', '/')}`);
  return paths.filter((path) => path.endsWith('.test.ts') && readFileSync(root + path, 'utf8').search(NAMES) >= 0);
}
function quick() {
  return named().filter((path) => !path.startsWith('test/long/'));
}
function long() {
  return named().filter((path) => path.startsWith('test/long/'));
}

/** Runs the named tests of some files. */
function run(files, ...options) {
  const folder = mkdtempSync(join(tmpdir(), 'reliability-'));
  const report = join(folder, 'report.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const words = ['run', ...options, ...files, '-t', NAMES.source, ...reporters];
  spawnSync(process.execPath, [`${root}node_modules/vitest/vitest.mjs`, ...words], { cwd: root, stdio: 'inherit' });
  const { testResults } = JSON.parse(readFileSync(report, 'utf8'));
  rmSync(folder, { recursive: true });
  return testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ ancestorTitles, title, status, duration = 0 }) => {
      const titles = [...ancestorTitles, title];
      const found = [...titles.join(' ').matchAll(NAMES)];
      return {
        // The outermost words that name what is tested; tests below them are told together.
        title: (titles.find((words) => words.search(NAMES) >= 0) ?? title).replaceAll(NAMES, '').trim(),
        file: relative(root, name),
        status: status === 'passed' || status === 'failed' ? status : 'skipped',
        seconds: duration / 1000,
        faults: found.flatMap(([, fault]) => (fault ? [Number(fault)] : [])),
        engines: found.flatMap(([, , engine]) => (engine ? [engine] : [])),
      };
    }),
  );
}

function verdictOf(tests) {
  if (tests.length === 0) return 'no test';
  return ['failed', 'skipped'].find((status) => tests.some((test) => test.status === status)) ?? 'passed';
}

function page() {
  const cell = (text) => text.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ');
  const testsOf = (tests) => {
    const counts = new Map();
    for (const { title, file } of tests) {
      const told = `${cell(title)} ([${file.split('/').at(-1)}](../${file}))`;
      counts.set(told, (counts.get(told) ?? 0) + 1);
    }
    return [...counts].map(([told, count]) => (count > 1 ? `${told}, ${count} tests` : told)).join('<br>');
  };
  const seconds = (tests) => tests.reduce((sum, { seconds }) => sum + seconds, 0).toFixed(1);
  const table = (head, lines) => [head, head.replaceAll(/[^|]+/g, '---'), ...lines].join('\n');
  return `# What a study survives

Written by \`npm run reliability\`, which runs every test below on this version of the program. Exit codes: 0 all is there; 2 bad
input, do not try again; 3 the folder holds another study; 4 something is missing or damaged, run again; 5 another arithmetic; 75 the
disk or the machine, try later; 130 and 143 interrupted.

${table(
  '| | What happens | What is promised | Tests | Result | Seconds |',
  rows.map(
    ({ number, fault, promise, tests }) =>
      `| ${number} | ${fault} | ${promise} | ${testsOf(tests)} | ${verdictOf(tests)} | ${seconds(tests)} |`,
  ),
)}

## Schedulers

Each runs the file that \`taking-root submit\` prints, and the digest has to be that of a run in one process that met with nothing.

${table(
  '| Scheduler | Tests | Result | Seconds |',
  schedulers.map(({ name, tests }) => `| ${name} | ${testsOf(tests)} | ${verdictOf(tests)} | ${seconds(tests)} |`),
)}

## What this does not show

- A network file system: row 29 moves a file away and back on a local disk.
- A loss of power: the order in which files are made safe is tested, the disk’s word that they are is taken.
- A Kubernetes cluster: the manifest is checked against Kubernetes’ schema, and its command is killed and tried again as an Indexed Job would.
- Slurm’s limit of memory, which needs control groups that the test cluster does without.
- Snakemake 8 and later, whose form of a Snakefile is the same but which Debian does not have yet.
`;
}
