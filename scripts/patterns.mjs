/**
 * Runs the documented patterns on all cores and writes docs/patterns.md with its pictures. `--quick`: fewer futures; `--set path=number`,
 * as often as wanted: under other settings; names of patterns: only those. With any of these nothing is written.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { overCores } from './cores.mjs';
import { call, install, root } from './install.mjs';

/** Futures in one order: large enough that making the plan is little of it. */
const CHUNK = 8;

install();
const { values, positionals: asked } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean', default: false }, set: { type: 'string', multiple: true, default: [] } },
});
const set = Object.fromEntries(values.set.map(setting));
const isWhole = !values.quick && values.set.length === 0 && asked.length === 0;
const out = mkdtempSync(join(tmpdir(), 'taking-root-patterns-'));
try {
  const vite = `${root}node_modules/vite/bin/vite.js`;
  call(process.execPath, [vite, 'build', '--config', 'test/patterns/vite.config.ts', '--outDir', out, '--logLevel', 'error']);
  const known = await import(pathToFileURL(join(out, 'patterns.mjs')).href);
  const strange = asked.filter((id) => !known.patterns.some((pattern) => pattern.id === id));
  if (strange.length > 0) throw new Error(`patterns: expected names such as ${known.patterns[0].id}, got ${strange.join(', ')}`);
  const judged = await run(known);
  console.log(known.summary(judged.map(({ judgement }) => judgement)));
  if (isWhole) write(known, judged);
} finally {
  rmSync(out, { recursive: true });
}

/** A path and its number from the words of an option. */
function setting(text) {
  const [path, number, ...rest] = text.split('=');
  if (!path || !number || rest.length > 0 || !Number.isFinite(Number(number)))
    throw new Error(`patterns: expected --set path=number, got --set ${text}`);
  return [path, Number(number)];
}

/** Every pattern asked for, with its picture; each core runs the next futures that wait, and futures that nobody needs any more are let go. */
async function run({ patterns, jobsOf, jobsOfAll, judge, picture, bandText, estimateText }) {
  const chosen = patterns.filter(({ id }) => asked.length === 0 || asked.includes(id));
  const options = { set, ...(values.quick && { futures: (n) => Math.max(8, Math.ceil(n / 8)) }) };
  const jobs = jobsOfAll(chosen, options);
  const runs = new Map(jobs.map(({ key, futures }) => [key, new Array(futures)]));
  const missing = new Map(jobs.map(({ key, futures }) => [key, futures]));
  const orders = jobs.flatMap((job) =>
    Array.from({ length: Math.ceil(job.futures / CHUNK) }, (_, i) => ({
      job,
      from: i * CHUNK,
      until: Math.min(job.futures, (i + 1) * CHUNK),
    })),
  );
  const waiting = new Map(
    chosen.map((pattern) => [pattern, new Set(Object.values(jobsOf(pattern, options)).map(({ key }) => key))]),
  );
  const done = new Map();
  const settle = () => {
    for (const [pattern, keys] of waiting) {
      if ([...keys].some((key) => missing.get(key) > 0)) continue;
      const judgement = judge(pattern, runs, options);
      const shown = pattern.curve && runs.get(jobsOf(pattern, options)[pattern.curve.arm].key);
      done.set(pattern, { judgement, svg: picture(judgement, shown) });
      waiting.delete(pattern);
      for (const key of keys) if (![...waiting.values()].some((others) => others.has(key))) runs.delete(key);
      console.log(`${done.size} of ${chosen.length}: ${pattern.id}, ${pattern.title}: ${judgement.verdict}`);
      for (const { statistic, estimate, verdict } of judgement.findings)
        console.log(
          `    ${statistic.label}: ${estimateText(estimate)} ${statistic.unit}; band ${bandText(statistic.band)}; ${verdict}`,
        );
    }
  };
  await overCores('patterns', join(out, 'arm.mjs'), orders, ({ key, from, runs: made }) => {
    made.forEach((result, i) => {
      runs.get(key)[from + i] = result;
    });
    missing.set(key, missing.get(key) - made.length);
    if (missing.get(key) === 0) settle();
  });
  return chosen.map((pattern) => done.get(pattern));
}

function write({ page, PICTURES, fileOf }, judged) {
  const folder = `${root}docs/${PICTURES}/`;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const { judgement, svg } of judged) writeFileSync(folder + fileOf(judgement), svg);
  writeFileSync(`${root}docs/patterns.md`, page(judged.map(({ judgement }) => judgement)));
}
