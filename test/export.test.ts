import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadScenario } from '../cli/files.ts';
import { zipPieces } from '../formats/index.ts';
import { readRows } from '../formats/rows.ts';
import {
  bandAt,
  compile,
  differenceAt,
  type Ensemble,
  ensembleOf,
  parseScenario,
  type Scenario,
  simulate,
} from '../sim/index.ts';
import { outcomeRows, saidIn } from '../viz/panels/brief/facts.ts';
import { sayingOfTwo } from '../viz/panels/brief/saying.ts';
import { filesOf, type Packed } from '../viz/panels/export/files.ts';
import { outcomes } from '../viz/state/outcomes.ts';
import { cited, en, panels } from '../words/index.ts';
import { catalogue } from '../workers/catalogue.ts';
import { Service } from '../workers/service.ts';
import { newFolder } from './program.ts';

const FUTURES = 3;

function planOf(more: object): Scenario {
  const parsed = parseScenario({
    version: 1,
    title: 'Small',
    system: { preset: 'made-up', sample: 0.2 },
    years: 3,
    seed: 'coffee',
    ...more,
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}

const runsOf = (plan: Scenario, futures = FUTURES): Ensemble =>
  ensembleOf(
    plan.title,
    Array.from({ length: futures }, (_, replicate) => simulate(compile(plan), { replicate })),
  );

const packed = (name: string, plan: Scenario): Packed => ({
  name,
  plan,
  ensemble: runsOf(plan),
  measures: new Service().prepare(0, plan).columns,
});

const about = {
  model: catalogue().model,
  link: 'https://example.org/#1.abc',
  settings: 'setting\n',
  schools: {},
  messages: { ...en, ...panels },
  language: 'en',
};

/** Cells by the names of their columns. */
function tableOf(text: string): Record<string, string>[] {
  const rows: Record<string, string>[] = [];
  let names: readonly string[] = [];
  readRows(text, {
    header: (found) => {
      names = found;
      return true;
    },
    row: ({ cells }) => rows.push(Object.fromEntries(cells.map((cell, i) => [names[i], cell]))),
    empty: () => {},
  });
  return rows;
}

describe('a zip of everything', () => {
  let plans: readonly Packed[];
  let files: Record<string, Uint8Array>;
  const bytesOf = (): Uint8Array => new Uint8Array(Buffer.concat([...zipPieces(filesOf(plans, about))]));
  const textOf = (path: string): string => strFromU8(files[path]);

  beforeAll(() => {
    plans = [
      packed('clusters', planOf({ strategy: { kind: 'clusters' } })),
      packed('everyone', planOf({ strategy: { kind: 'mandate' } })),
    ];
    files = unzipSync(bytesOf());
  });

  test('opens, and is the same to the last byte when made again', () => {
    expect(Object.keys(files)).toEqual([
      'README.md',
      ...['clusters', 'everyone'].flatMap((name) =>
        [
          ...[`${name}.json`, 'runs.csv', 'runs.parquet', 'summary.csv', 'recommendations.csv'],
          ...['summary.svg', 'manifest.json'],
        ].map((file) => `${name}/${file}`),
      ),
      'difference.csv',
      'dictionary.csv',
      'settings.csv',
    ]);
    expect(bytesOf()).toEqual(bytesOf());
  });

  test('holds the numbers of the runs, every measure of every future', () => {
    const { ensemble, measures } = plans[0];
    const rows = tableOf(textOf('clusters/runs.csv'));
    expect(rows).toHaveLength(FUTURES * ensemble.years.length);
    for (const { name } of measures) {
      const said = rows.map((row) => (row[name] === '' ? Number.NaN : Number(row[name])));
      expect(said, name).toEqual(ensemble.runs.flatMap(({ columns }) => [...columns[name]]));
    }
    const explained = tableOf(textOf('dictionary.csv')).map(({ column }) => column);
    expect(explained).toEqual(expect.arrayContaining(Object.keys(rows[0])));
  });

  test('holds every cycle of the learning loops, in numbers and in words', () => {
    const { ensemble } = plans[1];
    const cycles = ensemble.runs.flatMap(({ cycles }) => cycles!);
    const rows = tableOf(textOf('everyone/recommendations.csv'));
    expect(rows.map(({ year, measuredChange, trueChange }) => [year, measuredChange, trueChange].map(Number))).toEqual(
      cycles.map(({ year, measured, tried }) => [year, measured, tried]),
    );
    for (const [i, { inWords }] of rows.entries()) expect(inWords).toMatch(cycles[i].kept ? / was kept; / : / was dropped; /);
    const explained = tableOf(textOf('dictionary.csv')).map(({ column }) => column);
    expect(explained).toEqual(expect.arrayContaining(Object.keys(rows[0])));
  });

  test('its plan and its manifest are read by the command line, and run to the digests they tell', () => {
    const folder = newFolder();
    for (const [path, bytes] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), bytes);
    }
    const manifest = JSON.parse(textOf('clusters/manifest.json'));
    for (const file of ['clusters.json', 'manifest.json']) {
      const { scenario, name, sha256 } = loadScenario(join(folder, 'clusters', file));
      const again = runsOf(scenario);
      expect(name).toBe('clusters');
      expect(again.digest).toBe(manifest.digest);
      expect(again.runs.map(({ digest }) => digest)).toEqual(Object.values(manifest.digests));
      if (file === 'clusters.json') expect(sha256).toBe(manifest.scenarioFile);
    }
    expect(textOf('README.md')).toContain(manifest.digest);
  });

  test('the difference is that of the same futures', () => {
    const [a, b] = plans.map(({ ensemble }) => ensemble);
    const row = a.years.length - 1;
    const { mean, aAhead } = differenceAt(a, b, 'schoolsWell', row);
    const last = tableOf(textOf('difference.csv')).filter(({ metric }) => metric === 'schoolsWell')[row];
    expect([Number(last.mean), Number(last.aAhead)]).toEqual([mean, aAhead]);
  });

  test('pieces come one by one', () => {
    const pieces = [...zipPieces([{ path: 'a/b.txt', pieces: ['one ', new TextEncoder().encode('two'), ' three'] }])];
    expect(strFromU8(unzipSync(new Uint8Array(Buffer.concat(pieces)))['a/b.txt'])).toBe('one two three');
  });

  test('it is cited as CITATION.cff says', () => {
    const facts = parse(readFileSync('CITATION.cff', 'utf8'));
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(cited).toEqual({ authors: facts.authors[0].name, title: facts.title, version: facts.version, license: facts.license });
    expect(cited.version).toBe(version);
  });
});

describe('the brief', () => {
  const [a, b] = [planOf({ strategy: { kind: 'clusters' } }), planOf({ strategy: { kind: 'mandate' } })];
  const [ofA, ofB] = [runsOf(a, 64), runsOf(b, 64)];
  const row = ofA.years.length - 1;

  test('its table holds the numbers of the ensembles, in the unit shown', () => {
    const rows = outcomeRows([
      { id: 'a', runs: ofA.runs, row },
      { id: 'b', runs: ofB.runs, row },
    ]);
    expect(rows.map(({ outcome }) => outcome.name)).toEqual(outcomes.map(({ name }) => name));
    for (const { outcome, of, win } of rows) {
      for (const [i, ensemble] of [ofA, ofB].entries()) {
        const { median, low, high } = bandAt(ensemble.runs, outcome.metric, row);
        const [from, to] = outcome.scale > 0 ? [low, high] : [high, low];
        const short = (n: number): number => Math.round(n * 1e9) / 1e9 + 0;
        expect([of[i].median, of[i].low, of[i].high].map(short), outcome.name).toEqual(
          [median, from, to].map((n) => short(n * outcome.scale)),
        );
      }
      const { aAhead } = differenceAt(ofA, ofB, outcome.metric, row);
      if (!Number.isNaN(aAhead)) expect(win!.share, outcome.name).toBeCloseTo(Math.max(aAhead, 1 - aAhead), 9);
    }
  });

  test('the headline is what the sentence would begin with, and is not said twice', () => {
    const { headline, sentence } = sayingOfTwo(ofA.runs, ofB.runs, { a: 'Clusters', b: 'Everyone at once' }, 3);
    const text = sentence.map((part) => part.text).join('');
    expect(headline).toMatch(/Clusters|Everyone at once/);
    expect(text).toMatch(/^By year 3/);
    expect(text).not.toContain(headline);
  });

  test('what a plan says is what it departs in from the defaults', () => {
    const plan = planOf({ ingredients: { alliances: 0.7, champions: 0.5, betterData: '0.2 + 0.1 * year' }, fragmentation: 0.4 });
    expect(saidIn(plan, catalogue())).toEqual([
      { path: 'ingredients.alliances', value: 0.7 },
      { path: 'ingredients.betterData', value: undefined },
    ]);
  });
});
