/**
 * Holds the engine against results that others derived and writes docs/verification.md. `--quick`: fewer replicates, and nothing is
 * written. Names of cases: only those, and nothing is written.
 */
import { fork } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { call, install, root } from './install.mjs';

const STATISTICS = `${root}../shared/data/stats`;

install();
const quick = process.argv.includes('--quick');
const asked = process.argv.slice(2).filter((word) => word !== '--quick');
const out = mkdtempSync(join(tmpdir(), 'taking-root-verify-'));
try {
  const { jobs, checks } = await verify();
  if (jobs.length === 0) throw new Error('verify: expected reference data in ../shared, beside this folder, and found none');
  const verdicts = [...checks.values()].flat();
  console.log(summary(verdicts));
  if (!quick && asked.length === 0) writeFileSync(`${root}docs/verification.md`, page(jobs, checks));
  process.exitCode = verdicts.some(({ verdict }) => verdict === 'fail') ? 1 : 0;
} finally {
  rmSync(out, { recursive: true });
}

/** All checks by the name of their case; each core makes the next that waits. */
async function verify() {
  const vite = `${root}node_modules/vite/bin/vite.js`;
  const config = 'test/patterns/vite.config.ts';
  call(process.execPath, [vite, 'build', '--config', config, '--outDir', out, '--logLevel', 'error']);
  const checks = new Map();
  let jobs;
  let waiting;
  const one = () =>
    new Promise((done, fail) => {
      const child = fork(join(out, 'check.mjs'), [quick ? 'quick' : 'full'], { cwd: root });
      const next = () => {
        const job = waiting.shift();
        if (job) child.send(job.name);
        else child.disconnect();
      };
      child.on('message', (told) => {
        if (told.jobs) {
          jobs ??= told.jobs.filter(({ name }) => asked.length === 0 || asked.includes(name));
          waiting ??= [...jobs];
        } else {
          checks.set(told.name, told.checks);
          console.error(`${checks.size} of ${jobs.length}: ${told.name}`);
          for (const { quantity, reference, ours, apart } of told.checks.filter(({ verdict }) => verdict === 'fail'))
            console.log(`${told.name} fails, ${quantity}: expected ${reference}, got ${ours}; ${apart}.`);
        }
        next();
      });
      child.on('exit', (code) => (code === 0 ? done() : fail(new Error(`verify: a process ended with exit code ${code}`))));
    });
  await Promise.all(Array.from({ length: availableParallelism() }, one));
  return { jobs, checks };
}

function summary(verdicts) {
  const count = (which) => verdicts.filter(({ verdict }) => verdict === which).length;
  return `${verdicts.length} checks: ${count('pass')} pass, ${count('fail')} fail, ${count('not run')} cannot be run.`;
}

function page(jobs, checks) {
  const of = (part) => jobs.filter((job) => job.part === part).flatMap(({ name }) => checks.get(name));
  const all = jobs.flatMap(({ name }) => checks.get(name));
  const failed = all.filter(({ verdict }) => verdict === 'fail');
  return `# Verification

\`npm run verify\` checks this and writes it. ${summary(all)}

The engine is held against results that others derived: exact chains, closed forms, cascades that leave nothing to chance, and other
people's simulations. Every case goes through the engine that the program ships, reduced to contagion by its own switches
(\`sim/contagion\`, which shares its kernels with the full model), so that nothing here is a second implementation. Where chance is at
work, 10,000 replicates are run and a mean must lie within 4 standard errors of the reference, the reference's own error included;
a case or row that states another rule is held to that. Of a curve, the row shows the point that lies nearest to its limit. With so
many points, one in some 16,000 would lie outside by luck alone.

${failed.length === 0 ? 'Nothing fails.' : `What fails:\n\n${listing(failed)}`}

## Reference cases

${table(of('contagion'))}

## Known results

${table(of('known'))}

## What cannot be run

${listing(all.filter(({ verdict }) => verdict === 'not run'))}

## Statistics

Independent answers to statistics, and the tests in the suite that hold what the program computes against them:

${statistics()}

## The whole model

What has no published answer is tested by what must hold anyway.

- \`test/meanfield.test.ts\` and \`test/long/meanfield.test.ts\`: the whole model, mixed well, against its own mean-field equations
  ([the model](model.md), section 9).
- \`test/metamorphic.test.ts\`: more seeds, other labels, two systems in one, shorter steps, ten times the size, an ingredient without
  effects, one future alone and among many, a plan beside itself.
- \`test/docking.test.ts\`: four ways to spread, after Rooney-Varga and others (2024), as \`scenarios/docking-*.json\`. Word of mouth alone
  achieves little; outreach adds little, even when prolonged; community-based propagation grows exponentially at first and far outpaces
  both. That it does nearly as well without outreach comes out in the end and not on the way: outreach is worth a year or two there.
`;
}

function table(checks) {
  const line = (cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  const run = checks.filter(({ verdict }) => verdict !== 'not run');
  return [
    line(['case', 'quantity', 'reference', 'ours', 'apart', 'rule', 'verdict', 'source']),
    line(Array(8).fill('---')),
    ...run.map(({ name, quantity, reference, ours, apart, rule, verdict, source }) =>
      line([name, quantity, reference, ours, apart, rule, verdict, source]),
    ),
  ].join('\n');
}

function listing(checks) {
  return checks.map(({ name, quantity, apart }) => `- ${name}, ${quantity}: ${apart}.`).join('\n');
}

/** Each file of answers, and the tests that name it. */
function statistics() {
  const tests = readdirSync(`${root}test`).filter((file) => file.endsWith('.test.ts'));
  const texts = new Map(tests.map((file) => [file, readFileSync(`${root}test/${file}`, 'utf8')]));
  const files = existsSync(STATISTICS) ? readdirSync(STATISTICS) : [];
  return files
    .sort()
    .map((file) => {
      const holders = tests.filter((test) => texts.get(test).includes(file));
      return `- \`${file}\`: ${holders.map((test) => `\`test/${test}\``).join(', ') || 'no test reads it'}`;
    })
    .join('\n');
}
