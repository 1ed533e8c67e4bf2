/**
 * Fits the free parameters to the documented patterns together and writes docs/calibration.md and docs/data/calibration.csv.
 * `--runs N`: as much as N runs of the default district, 45,000 unless said; fewer are a trial, and nothing is written. What is run is
 * kept in out/calibration until the program changes, so that a stopped calibration goes on where it was.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { overCores } from './cores.mjs';
import { call, install, root } from './install.mjs';

const FULL = 45_000;

install();
const { values } = parseArgs({ options: { runs: { type: 'string', default: String(FULL) } } });
const runs = Number(values.runs);
if (!Number.isInteger(runs) || runs < 1) throw new Error(`calibration: expected --runs with a whole number, got ${values.runs}`);
const out = mkdtempSync(join(tmpdir(), 'taking-root-calibration-'));
// However it ends, by a signal too.
process.on('exit', () => rmSync(out, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(130));
const vite = `${root}node_modules/vite/bin/vite.js`;
call(process.execPath, [vite, 'build', '--config', 'test/patterns/vite.config.ts', '--outDir', out, '--logLevel', 'error']);
const { calibrate, patterns, page, summary, table } = await import(pathToFileURL(join(out, 'calibration.mjs')).href);
const calibration = await calibrate(patterns, keeper(), runs);
console.log(summary(calibration));
const written = runs < FULL ? join(root, 'out', 'calibration-trial') : join(root, 'docs');
mkdirSync(join(written, 'data'), { recursive: true });
writeFileSync(join(written, 'calibration.md'), page(calibration, runs));
writeFileSync(join(written, 'data', 'calibration.csv'), table(calibration));
console.log(`Written: ${join(written, 'calibration.md')} and ${join(written, 'data', 'calibration.csv')}.`);

/** Runs orders that were not run before, each core the next that waits, and keeps what came out by what was asked and of which program. */
function keeper() {
  const program = createHash('sha256');
  for (const file of partsOf('point.mjs')) program.update(readFileSync(join(out, file)));
  const folder = join(root, 'out', 'calibration', program.digest('hex').slice(0, 16));
  mkdirSync(folder, { recursive: true });
  const fileOf = (order) => join(folder, `${createHash('sha256').update(JSON.stringify(order)).digest('hex')}.json`);
  const read = (order) =>
    JSON.parse(readFileSync(fileOf(order), 'utf8'), (_, value) => (typeof value === 'string' ? Number(value) : value));
  return async (orders) => {
    const waiting = orders.filter((order) => !existsSync(fileOf(order)));
    const step = orders[0].name.split('-')[0];
    console.error(`${step}: ${orders.length} points of ${orders[0].patterns.length} patterns, ${waiting.length} to run`);
    await runAll(waiting, (order, readings) => {
      // JSON has no word for what is not a finite number.
      const text = JSON.stringify(readings, (_, value) =>
        typeof value === 'number' && !Number.isFinite(value) ? String(value) : value,
      );
      writeFileSync(`${fileOf(order)}.part`, text);
      renameSync(`${fileOf(order)}.part`, fileOf(order));
    });
    return orders.map(read);
  };
}

/** A built file and all that it imports, whatever order they were written in. */
function partsOf(file, found = new Set()) {
  if (found.has(file)) return found;
  found.add(file);
  for (const [, part] of readFileSync(join(out, file), 'utf8').matchAll(/from "\.\/([^"]+)"/g)) partsOf(part, found);
  return found;
}

async function runAll(orders, keep) {
  const begun = Date.now();
  let done = 0;
  await overCores('calibration', join(out, 'point.mjs'), orders, ({ readings }, order) => {
    keep(order, readings);
    done++;
    const minutes = ((Date.now() - begun) / 60_000 / done) * (orders.length - done);
    if (done % 10 === 0) console.error(`${done} of ${orders.length}, ${minutes.toFixed(1)} minutes left`);
  });
}
