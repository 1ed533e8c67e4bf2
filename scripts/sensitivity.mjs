/**
 * Moves every number of the model by itself to both ends of its plausible range, under three plans and through the same futures,
 * then the twenty assumptions that move most along Morris's walks; writes docs/data/{sensitivity,futures,company}.csv.
 * `--folder DIR`: where the runs are kept, so that a stopped one goes on. `--futures N`: of each point, 4 by default.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { csvFormat, csvParse, deviation, group, max, mean, rollup } from 'd3';
import { build } from './build.mjs';
import { install, root } from './install.mjs';

const PLANS = ['default', 'mandate', 'waves'];
/** Spread, depth, lasting, learning and equity, at the end of the fifteen years. */
const OUTCOMES = ['schoolsInUse', 'qualityReach', 'retention3', 'gainCumulative', 'reachGap'];
/** Futures by which an outcome's spread by luck alone is known. */
const FUTURES = 128;
const STRONGEST = 20;

const { values: asked } = parseArgs({
  options: { folder: { type: 'string' }, futures: { type: 'string', default: '4' } },
});
install();
build();
const folder = asked.folder ?? mkdtempSync(join(tmpdir(), 'taking-root-sensitivity-'));
const data = `${root}docs/data/`;
mkdirSync(data, { recursive: true });
mkdirSync(folder, { recursive: true });

const settings = JSON.parse(text('list', 'settings', '--json'));
const rollouts = JSON.parse(text('list', 'strategies', '--json')).map(({ name }) => name);
try {
  const spread = PLANS.flatMap(betweenFutures);
  const moved = PLANS.flatMap(oneAtATime);
  const strongest = strongestOf(moved, spread);
  const company = PLANS.flatMap((plan) => walks(plan, strongest));
  for (const [name, rows] of Object.entries({ futures: spread, sensitivity: moved, company }))
    writeFileSync(`${data}${name}.csv`, `${csvFormat(rows)}\n`);
} finally {
  if (asked.folder === undefined) rmSync(folder, { recursive: true });
}

/** What a plan can set: events and further innovations apart, other rollouts' own numbers, and what would make it another plan. */
function variedUnder({ strategy }) {
  const others = rollouts.filter((name) => name !== strategy.kind);
  return settings.filter(
    ({ path }) =>
      !/^events\.|^innovations\.[1-9]|^strategy\.(kind|innovation)$/.test(path) &&
      !others.some((name) => path.startsWith(`strategy.${name}.`)),
  );
}

/** The program, its errors on our screen. */
function run(words, stdout) {
  const options = { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 28, stdio: ['ignore', stdout, 'inherit'] };
  return spawnSync(process.execPath, [`${root}bin/taking-root.mjs`, ...words], options);
}

function text(...words) {
  const { status, stdout } = run(words, 'pipe');
  if (status !== 0) throw new Error(`sensitivity: taking-root ${words.join(' ')} ended with exit code ${status}`);
  return stdout;
}

/** How far luck alone spreads each outcome under a plan. */
function betweenFutures(plan) {
  text('run', plan, '--replicates', String(FUTURES), '--out', join(folder, 'futures'), '--json');
  const rows = csvParse(readFileSync(join(folder, 'futures', plan, 'runs.csv'), 'utf8'));
  const end = max(rows, ({ year }) => Number(year));
  const last = rows.filter(({ year }) => Number(year) === end);
  return OUTCOMES.map((outcome) => {
    const values = last.flatMap((row) => (row[outcome] === '' ? [] : [Number(row[outcome])]));
    return { plan, outcome, mean: short(mean(values)), sd: short(deviation(values)), futures: values.length };
  });
}

/** Runs a study, or goes on with it; its results. */
function study(name, plan, factors, design, replicates) {
  const file = join(folder, `${name}-${plan}.json`);
  const { years } = scenarioOf(plan);
  const outcomes = OUTCOMES.map((metric) => ({ name: metric, metric, year: years }));
  writeFileSync(
    file,
    JSON.stringify({ version: 1, title: `${name}, ${plan}`, base: plan, factors, design, replicates, seed: '1', outcomes }),
  );
  const dir = join(folder, `${name}-${plan}`);
  const { status } = run(['study', file, '-o', dir], 'ignore');
  if (status !== 0) throw new Error(`sensitivity: the study ${file} ended with exit code ${status}`);
  return join(dir, 'results.csv');
}

function scenarioOf(plan) {
  return JSON.parse(readFileSync(`${root}scenarios/${plan}.json`, 'utf8'));
}

/** What a setting is under a plan. */
function baselineOf({ path, choices, default: usual }, scenario) {
  const value = path.split('.').reduce((part, name) => part?.[name], scenario) ?? usual;
  return choices && typeof value === 'number' ? choices[value] : value;
}

function oneAtATime(plan) {
  const scenario = scenarioOf(plan);
  const factors = variedUnder(scenario).map((setting) => {
    const { path, choices, range } = setting;
    const baseline = baselineOf(setting, scenario);
    const [low, high] = choices ? [choices[0], choices.at(-1)] : range;
    const order = choices ? (a, b) => choices.indexOf(a) - choices.indexOf(b) : (a, b) => a - b;
    return { name: path, path, levels: [...new Set([low, high, baseline])].sort(order), baseline };
  });
  const rows = csvParse(readFileSync(study('one', plan, factors, { kind: 'oneAtATime' }, Number(asked.futures)), 'utf8'));
  const points = [...group(rows, ({ point }) => point).values()];
  const [start] = points;
  return factors.map(({ name, levels, baseline }) => {
    const moves = points.filter(([row]) => row[name] !== start[0][name]);
    const ends = [levels[0], levels.at(-1)];
    const changed = ends.map((level) => moves.find(([row]) => row[name] === String(level)) ?? start);
    const cells = OUTCOMES.flatMap((outcome) => {
      const [low, high] = changed.map((rows) => difference(rows, start, outcome));
      return [
        [`${outcome}.low`, short(low.mean)],
        [`${outcome}.high`, short(high.mean)],
        [`${outcome}.error`, short(Math.max(low.error, high.error))],
      ];
    });
    return { path: name, plan, futures: start.length, baseline, low: ends[0], high: ends[1], ...Object.fromEntries(cells) };
  });
}

/** Mean and standard error of what changed, future by future; missing where fewer than two futures have both. */
function difference(rows, start, outcome) {
  const pairs = rows.flatMap((row, k) =>
    row[outcome] === '' || start[k][outcome] === '' ? [] : [Number(row[outcome]) - Number(start[k][outcome])],
  );
  if (pairs.length < 2) return { mean: Number.NaN, error: Number.NaN };
  return { mean: mean(pairs), error: deviation(pairs) / Math.sqrt(pairs.length) };
}

/** Three digits that mean something; nothing where nothing could be measured. */
function short(x) {
  return x === undefined || Number.isNaN(x) ? '' : String(Number(x.toPrecision(3)));
}

/** The assumptions with a range that surely move most, in standard deviations between futures, on average over plans and outcomes. */
function strongestOf(rows, spread) {
  const sizes = rollup(
    rows.filter(({ path }) => /^(parameters|effects|innovations)\./.test(path) && !settingOf(path).choices),
    (ofPath) => mean(ofPath, (row) => mean(OUTCOMES, (outcome) => sizeOf(row, outcome, spread))),
    ({ path }) => path,
  );
  const order = [...sizes].sort(([, a], [, b]) => b - a);
  return order.slice(0, STRONGEST).map(([path]) => path);
}

function settingOf(path) {
  return settings.find((setting) => setting.path === path);
}

/** The whole span that a setting makes, less twice its standard error: what so few futures make sure of. */
function sizeOf(row, outcome, spread) {
  const { sd } = spread.find((one) => one.plan === row.plan && one.outcome === outcome);
  const ends = [0, Number(row[`${outcome}.low`]), Number(row[`${outcome}.high`])];
  const span = Math.max(...ends) - Math.min(...ends);
  return Math.max(0, span - 2 * Number(row[`${outcome}.error`])) / Number(sd);
}

/** The strongest along Morris's walks: how far each moves an outcome wherever the others stand. */
function walks(plan, strongest) {
  const factors = strongest.map((path) => ({ name: path, path, range: settingOf(path).range }));
  const dir = dirname(study('walks', plan, factors, { kind: 'morris', trajectories: 10, levels: 4 }, 4));
  return OUTCOMES.flatMap((outcome) => {
    const words = ['analyze', dir, '--question', 'matters', '--outcome', outcome, '--json'];
    const { status, stdout } = run(words, 'pipe');
    // An outcome that some walk leaves without anything to measure has no answer.
    if (status !== 0) return [];
    return JSON.parse(stdout).inputs.map(({ name, withOthers, sigma }) => ({
      path: name,
      plan,
      outcome,
      muStar: short(withOthers.value),
      low: short(withOthers.low),
      high: short(withOthers.high),
      sigma: short(sigma),
    }));
  });
}
