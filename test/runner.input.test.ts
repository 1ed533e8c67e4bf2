import { mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BadInput } from '../cli/problems.ts';
import { loadStudy } from '../cli/study/load.ts';
import { plan } from '../cli/study/plan.ts';
import { csvTable, parquetTable } from '../cli/study/tables.ts';
import { newStudyFolder, studyFile, tiny } from './study.ts';

/** What a study file is refused with, a line a problem; empty where it is taken. */
function refusal(content: unknown | Uint8Array): string {
  const file = studyFile(content instanceof Uint8Array ? '' : content);
  if (content instanceof Uint8Array) writeFileSync(file, content);
  return refusalOf(file);
}

function refusalOf(file: string): string {
  try {
    loadStudy(file);
    return '';
  } catch (error) {
    if (error instanceof BadInput) return error.message.replaceAll(file, 'FILE');
    throw error;
  }
}

const changed = (changes: object): object => ({ ...tiny, ...changes });
const factor = (one: object): object => changed({ factors: [one, tiny.factors[1]] });
const outcome = (one: object): object => changed({ outcomes: [one] });
const base = (changes: object): object => changed({ base: { ...tiny.base, ...changes } });
const without = (name: string): object => Object.fromEntries(Object.entries(tiny).filter(([key]) => key !== name));
const levels = [0, 1];

/** A broken study, and where it must say so. */
const broken: readonly (readonly [what: string, study: unknown, place: RegExp])[] = [
  ['a list', [], /expected a study/],
  ['a number', 7, /expected a study/],
  ['null', null, /empty|expected/],
  ['a newer version', changed({ version: 2 }), /version: /],
  ['a version as text', changed({ version: '1' }), /version: /],
  ...['version', 'title', 'base', 'factors', 'design', 'replicates', 'outcomes'].map(
    (name) => [`no ${name}`, without(name), new RegExp(`${name}: |FILE: ${name}`)] as const,
  ),
  ['an unknown name', changed({ replicats: 3 }), /replicats: unknown name; did you mean replicates/],
  ['an empty title', changed({ title: '' }), /title: /],
  ['a title of a million letters', changed({ title: 'x'.repeat(1e6) }), /title: /],
  ['no futures', changed({ replicates: 0 }), /replicates: /],
  ['half a future', changed({ replicates: 2.5 }), /replicates: /],
  ['too many futures', changed({ replicates: 1e9 }), /replicates: /],
  ['futures as text', changed({ replicates: 'ten' }), /replicates: /],
  ['an unknown kind of luck', changed({ luck: 'good' }), /luck: /],
  ['a seed that is a list', changed({ seed: [1] }), /seed: /],
  ['a base that is not there', changed({ base: 'defualt' }), /defualt/],
  ['a base that is a number', changed({ base: 3 }), /base: /],
  ['a base without years', base({ years: undefined }), /base\.years/],
  ['a base with too many years', base({ years: 1000 }), /base\.years/],
  ['a base with an unknown ingredient', base({ ingredients: { coachign: 1 } }), /base\.ingredients\.coachign/],
  ['a base with an unknown preset', base({ system: { preset: 'atlantis' } }), /base\.system/],
  ['a base with a file that is not there', base({ system: { file: 'nowhere.csv' } }), /nowhere\.csv/],
  ['a base with a bad formula', base({ ingredients: { alliances: '0.2 +' } }), /base\.ingredients\.alliances/],
  ['a base with a place that is not there', base({ pilots: [9999] }), /pilots/],
  ['no factors', changed({ factors: [] }), /factors/],
  ['factors that are a text', changed({ factors: 'all' }), /factors/],
  ['a factor with an unknown path', factor({ path: 'ingredients.champion', levels }), /factors\[0\].*ingredients\.champions/],
  ['a factor with no path', factor({ levels }), /factors\[0\]/],
  ['a factor with a level too high', factor({ path: 'ingredients.champions', levels: [0, 1.5] }), /factors\[0\]/],
  ['a factor with a level too low', factor({ path: 'ingredients.champions', levels: [-0.5, 1] }), /factors\[0\]/],
  ['a factor with one level', factor({ path: 'ingredients.champions', levels: [1] }), /factors\[0\]/],
  ['a factor with a level twice', factor({ path: 'ingredients.champions', levels: [1, 1] }), /factors\[0\]/],
  ['a factor with text for a number', factor({ path: 'ingredients.champions', levels: ['low', 'high'] }), /factors\[0\]/],
  ['a factor with an unknown rollout', factor({ path: 'strategy.kind', levels: ['waves', 'tides'] }), /factors\[0\].*tides/],
  ['a factor with range and levels', factor({ path: 'ingredients.champions', levels, range: [0, 1] }), /factors\[0\]/],
  ['a range that falls', factor({ path: 'ingredients.champions', range: [1, 0] }), /factors\[0\]/],
  ['a range beyond bounds', factor({ path: 'ingredients.champions', range: [0, 2] }), /factors\[0\]/],
  ['a factor twice', changed({ factors: [tiny.factors[0], tiny.factors[0]] }), /factors\[1\]/],
  ['a name that heads no column', factor({ name: 'a b', path: 'ingredients.champions', levels }), /factors\[0\]\.name/],
  ['an unknown design', changed({ design: { kind: 'guess' } }), /design/],
  ['a design without its numbers', changed({ design: { kind: 'grid' } }), /design\.steps/],
  ['a design with a name too many', changed({ design: { kind: 'factorial', steps: 3 } }), /design\.steps/],
  [
    'far too many points',
    changed({ factors: { all: 'ingredients', range: [0, 1] }, design: { kind: 'grid', steps: 100 } }),
    /design: .*points/,
  ],
  ['no outcomes', changed({ outcomes: [] }), /outcomes/],
  ['an unknown measure', outcome({ name: 'x', metric: 'schoolsWel', year: 2 }), /outcomes\[0\]\.metric: .*schoolsWell/],
  ['a measure and a formula', outcome({ name: 'x', metric: 'schoolsWell', formula: 'schoolsWell', year: 2 }), /outcomes\[0\]/],
  ['neither measure nor formula', outcome({ name: 'x', year: 2 }), /outcomes\[0\]/],
  ['no year', outcome({ name: 'x', metric: 'schoolsWell' }), /outcomes\[0\]/],
  ['a year after the end', outcome({ name: 'x', metric: 'schoolsWell', year: 40 }), /outcomes\[0\]\.year/],
  ['a year before the start', outcome({ name: 'x', metric: 'schoolsWell', year: -1 }), /outcomes\[0\]\.year/],
  ['an outcome twice', changed({ outcomes: [tiny.outcomes[0], tiny.outcomes[0]] }), /outcomes\[1\]\.name/],
  ['an outcome called as a factor', outcome({ name: 'champions', metric: 'schoolsWell', year: 2 }), /outcomes\[0\]\.name/],
  [
    'an outcome called as a factor in other letters',
    outcome({ name: 'Champions', metric: 'schoolsWell', year: 2 }),
    /outcomes\[0\]\.name/,
  ],
  ['a factor called as another column', factor({ name: 'Run', path: 'ingredients.champions', levels }), /factors\[0\]\.name/],
  ['an outcome called as another column', outcome({ name: 'digest', metric: 'schoolsWell', year: 2 }), /outcomes\[0\]\.name/],
];

describe('fault 17: a broken study is refused when it is planned, with its place', () => {
  test.each(broken)('%s', (_, study, place) => expect(refusal(study)).toMatch(place));

  test('and there are fifty of them', () => expect(broken.length).toBeGreaterThanOrEqual(50));

  test('all problems at once, each at its line', () => {
    const text =
      'version: 1\ntitle: ""\nbase: default\nfactors: { all: ingredients }\ndesign: { kind: guess }\nreplicates: 0\noutcomes: [{ name: x, metric: nothing, year: 1 }]\n';
    const lines = refusal(text).split('\n');
    for (const place of [/:2:\d+: title/, /:5:\d+: design/, /:6:\d+: replicates/, /:7:\d+: outcomes/])
      expect(
        lines.some((line) => place.test(line)),
        String(place),
      ).toBe(true);
  });

  test('while the study itself is taken', () => expect(refusal(tiny)).toBe(''));
});

describe('fault 18: texts that are not UTF-8', () => {
  const text = JSON.stringify({ ...tiny, title: 'Fächer' });
  test('are taken with a byte order mark', () => expect(refusal(Buffer.from(`\ufeff${text}`))).toBe(''));
  test.each([
    ['UTF-16', Buffer.from(`\ufeff${text}`, 'utf16le'), /byte 0: .*UTF-16.*save as UTF-8/],
    ['UTF-16, big end first', Buffer.from(`\ufeff${text}`, 'utf16le').swap16(), /byte 0: .*UTF-16.*save as UTF-8/],
    ['Latin-1', Buffer.from(text, 'latin1'), new RegExp(`byte ${text.indexOf('ä')}: .*save as UTF-8`)],
  ])('are refused as %s, by the byte', (_, bytes, message) => expect(refusal(bytes)).toMatch(message));
});

describe('fault 19: a huge file', () => {
  test('of 600 MB is refused without being read', () => {
    const file = studyFile('');
    truncateSync(file, 600 * 1024 * 1024);
    const before = process.memoryUsage().rss;
    const began = performance.now();
    expect(refusalOf(file)).toMatch(/629145600 bytes, expected at most 16777216/);
    expect(performance.now() - began).toBeLessThan(1000);
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
  });
});

describe('fault 20: JSON that readers let through', () => {
  test.each([65, 1000, 100_000])('lists %d deep are refused', (depth) => {
    const text = `{"version":1,"title":${'['.repeat(depth)}${']'.repeat(depth)}}`;
    expect(refusal(text)).toMatch(/more than 64 deep/);
  });

  test.each([
    ['a name twice', '{"version":1,"title":"a","title":"b"}', /title: .*twice/],
    ['a number that is not finite', '{"version":1,"replicates":1e999}', /replicates: .*finite/],
    ['a whole number that is not exact', '{"version":1,"replicates":9007199254740993}', /replicates: .*2\^53/],
  ])('%s', (_, text, message) => expect(refusal(text)).toMatch(message));
});

describe('fault 21: names that reach into every object', () => {
  const names = ['__proto__', 'constructor', 'prototype'];
  test.each(names)('%s is refused as a name, as a path and as a part of one', (name) => {
    expect(refusal(JSON.stringify(tiny).replace('"title"', `"${name}":{"polluted":1},"title"`))).not.toBe('');
    for (const path of [name, `${name}.polluted`, `ingredients.${name}`, `ingredients.${name}.polluted`, `strategy.${name}.x`])
      expect(refusal(factor({ path, levels })), path).toMatch(/factors\[0\]/);
    const plans = [
      { name: 'a', set: JSON.parse(`{"${name}.polluted": 1}`) },
      { name: 'b', set: { 'ingredients.champions': 1 } },
    ];
    expect(refusal(factor({ name: 'which', plans }))).not.toBe('');
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  test('whatever else surrounds them', () => {
    const word = fc.oneof(fc.constantFrom(...names, 'ingredients', 'strategy', 'events', '0'), fc.string({ maxLength: 8 }));
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), fc.constantFrom(...names), fc.nat(3), (words, name, at) => {
        const path = [...words.slice(0, at), name, ...words.slice(at)].join('.');
        expect(refusal(factor({ path, levels }))).not.toBe('');
        expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
      }),
      { numRuns: 30 },
    );
  });
});

describe('fault 22: names that are no file names', () => {
  const odd = ['../../escaped', '/tmp/escaped', 'nul\0byte', 'con', 'a:b', 'x'.repeat(200), '-rf', 'e\u0301', '*', 'a\nb'];
  test.each(odd.map((name) => [JSON.stringify(name.slice(0, 20)), name] as const))(
    '%s changes nothing outside the folder',
    (_, name) => {
      const place = newStudyFolder();
      mkdirSync(join(place, 'studies'));
      const file = join(place, 'studies', 'study.json');
      const plans = [
        { name: name.slice(0, 60), set: { 'ingredients.champions': 0.2 } },
        { name: 'b', set: { 'ingredients.champions': 0.8 } },
      ];
      const study = {
        ...tiny,
        title: name,
        description: name,
        base: { ...tiny.base, title: name.slice(0, 100) },
        factors: [{ name: 'which', plans }],
        replicates: 1,
      };
      writeFileSync(file, JSON.stringify(study));
      const { folder } = plan(loadStudy(file), join(place, 'plan'), { chunk: '1' });
      expect(folder.study.title).toBe(name);
      expect(readdirSync(place).sort()).toEqual(['plan', 'studies']);
      expect(readdirSync(join(place, 'studies'))).toEqual(['study.json']);
      expect(readdirSync(folder.dir).sort()).toEqual(['logs', 'manifest.json']);
    },
  );
});

describe('fault 23: formulas that are hostile or an accident', () => {
  const hostile = [
    'random()',
    'range(0,1e8)',
    '1:1e8',
    'setPowerset(1:22)',
    'inv(random([900,900]))',
    'rationalize("(x+y+z+w)^30")',
    'format(pi,1e8)',
    'createUnit("x")',
    'config({})',
    'import({}, {})',
    'constructor.constructor("return process")()',
    'schoolsWell = 3',
    'f(x) = x',
    '[1,2,3]',
    '2 m',
    '"text"',
    'schoolsWell; schoolsInUse',
    '('.repeat(200) + '1' + ')'.repeat(200),
    '1+'.repeat(200) + '1',
  ];
  // The first one also pays for what is made once.
  refusal(outcome({ name: 'x', formula: 'nothing', year: 2 }));
  test.each(hostile)('%s', (formula) => {
    const study = outcome({ name: 'x', formula, year: 2 });
    const began = process.cpuUsage();
    expect(refusal(study)).toMatch(/outcomes\[0\]/);
    const { user, system } = process.cpuUsage(began);
    expect((user + system) / 1000).toBeLessThan(500); // the whole file, on any machine; the formula is a small part of it
  });
});

describe('fault 24: cells that a spreadsheet would take for formulas', () => {
  test('get an apostrophe in CSV and stay as they are in Parquet, and numbers are never touched', () => {
    const dir = newStudyFolder();
    const payloads = ['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '＝1', 'plain'];
    const facts = {
      factors: [
        { name: 'which', label: '', range: [0, 7], choices: payloads, grade: 'D' },
        { name: 'level', label: '', range: [-3, 3], grade: 'D' },
      ],
      outcomes: [{ name: 'gap', label: '', unit: '' }],
      about: () => new Map(),
    } as const;
    const rows = payloads.map((reason, i) => ({
      run: i,
      point: i,
      replicate: 0,
      status: 'threw',
      reason,
      factors: [i, -2.5],
      outcomes: [-i],
      digest: '',
    }));
    const [csv, parquet] = [csvTable, parquetTable].map((open, i) => {
      const path = join(dir, `results-${i}`);
      const table = open(path, facts);
      table.add(rows);
      table.commit();
      return readFileSync(path, 'latin1');
    });
    const lines = Buffer.from(csv, 'latin1').toString('utf8').split('\n').slice(1);
    expect(lines[0]).toBe("0,0,0,threw,'=1+1,'=1+1,-2.5,0,");
    expect(lines[2]).toBe("2,2,0,threw,'-1,'-1,-2.5,-2,");
    for (const payload of payloads.slice(0, -1)) expect(csv).toContain(Buffer.from(`'${payload}`).toString('latin1'));
    expect(csv).not.toContain("'plain");
    expect(csv).not.toMatch(/'-2\.5/);
    expect(parquet).not.toContain("'=1+1");
    expect(parquet).toContain('=1+1');
  });
});
