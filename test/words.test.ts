import { describe, expect, test } from 'vitest';
import { type Ensemble, ensembleOf, ingredients, metrics, processes, type Results, settings, strategies } from '../sim/index.ts';
import { fanOf } from '../viz/charts/fan.ts';
import {
  figure,
  modelDocument,
  pairOf,
  rowOf,
  sentence,
  sentenceOfTwo,
  summaryRows,
  summaryTable,
  textFan,
  winLines,
} from '../words/index.ts';

/** Metrics that are 0 or missing unless a test says otherwise. */
const SILENT = [
  'schoolsInUse.fifth1',
  'schoolsInUse.fifth5',
  'educatorsReporting',
  'educatorsUsing',
  'reachGap',
  'spentPerLearner',
  'schoolsOwned',
  'qualityReach',
  'gainPoints',
];

/** Futures over years 0 and 10 that end with the given numbers; a list has one for each future. */
function futures(count: number, ends: Readonly<Record<string, number | readonly number[]>>): Ensemble {
  const missing = Object.fromEntries(['retention3', 'sustainability3'].map((name) => [name, Number.NaN]));
  const all = { ...Object.fromEntries(SILENT.map((name) => [name, 0])), ...missing, schoolsInUse: 0, schoolsWell: 0, ...ends };
  const runs = Array.from(
    { length: count },
    (_, k): Results => ({
      replicate: k,
      seed: '1',
      years: Float64Array.of(0, 10),
      columns: Object.fromEntries(
        Object.entries(all).map(([name, end]) => [name, Float64Array.of(0, typeof end === 'number' ? end : end[k])]),
      ),
      digest: String(k),
    }),
  );
  return ensembleOf('A plan', runs);
}

/** 0, 1/(n-1), ..., 1: quantiles of it are themselves. */
const ramp = (count: number): readonly number[] => Array.from({ length: count }, (_, k) => k / (count - 1));

describe('the sentence of one plan', () => {
  test('says the middle and nine in ten futures, in 100', () => {
    const { text } = sentence(futures(101, { schoolsInUse: ramp(101), schoolsWell: 0.25, schoolsOwned: 0.12 }));
    expect(text).toContain('By year 10, about 50 in 100 schools use it (5–95) and 25 use it well. 12 run it locally.');
  });

  test('is rough under 64 futures', () => {
    expect(sentence(futures(63, {})).text).toContain('roughly');
    expect(sentence(futures(64, {})).text).toContain('about');
  });

  test.each([
    [
      { 'schoolsInUse.fifth5': 0.6, 'schoolsInUse.fifth1': 0.3, retention3: 0.8 },
      'Where pupils are poorest 30 in 100 schools use it, where they are least poor 60.',
    ],
    [
      { 'schoolsInUse.fifth5': 0.6, 'schoolsInUse.fifth1': 0.5, retention3: 0.4 },
      'Of 100 schools that ran it, 60 had stopped three years on.',
    ],
    [{ educatorsReporting: 0.9, educatorsUsing: 0.2, retention3: 0.4 }, '70 in 100 teachers count as users and do not use it.'],
    [{ retention3: 0.95, spentPerLearner: 47.4 }, 'It has cost 47 dollars a pupil.'],
  ])('ends with the worst side effect: %j', (ends, end) => {
    expect(sentence(futures(64, ends)).text.endsWith(` ${end}`)).toBe(true);
  });

  test('carries colours on the words that the map shows', () => {
    const { text, segments } = sentence(futures(64, { schoolsInUse: 0.5 }));
    expect(segments.filter(({ role }) => role).map(({ text: words, role }) => [role, words])).toEqual([
      ['year', 'year 10'],
      ['uses', '50'],
      ['uses', 'use it'],
      ['well', '0'],
      ['well', 'use it well'],
    ]);
    expect(segments.map(({ text: words }) => words).join('')).toBe(text);
  });

  test('can be about an earlier year, and refuses a later one', () => {
    expect(sentence(futures(64, { schoolsInUse: 0.5 }), 0).text).toContain('By year 0, about 0 in 100');
    expect(() => rowOf(futures(1, {}), 11)).toThrow(RangeError);
  });
});

describe('the sentence of two plans', () => {
  const wide = futures(64, { schoolsInUse: 0.7, schoolsWell: 0.1, spentPerLearner: 60 });
  const deep = futures(64, { schoolsInUse: 0.4, schoolsWell: 0.3, spentPerLearner: 20 });

  test('leads with the trade-off and ends with the biggest cost, whichever way round', () => {
    expect(sentenceOfTwo(wide, deep).text).toBe(
      'By year 10, A reaches more schools than B (about 70 in 100 use it, against 40), but fewer use it well (10 against 30). A costs more.',
    );
    expect(sentenceOfTwo(deep, wide).text).toMatch(
      /A reaches fewer schools than B \(.*\), but more use it well \(30 against 10\)\. B costs more/,
    );
  });

  test('does not lead with a difference of next to nothing', () => {
    const hardly = futures(64, { schoolsInUse: 0.71, schoolsWell: 0.1 });
    expect(sentenceOfTwo(wide, hardly).text).toMatch(/A and B are too close to call: about 70 and 71 in 100/);
  });

  test('names fairness or staying power where they differ most', () => {
    const unfair = futures(64, { reachGap: -0.3, retention3: 0.8 });
    const fickle = futures(64, { reachGap: -0.1, retention3: 0.1 });
    const fair = futures(64, { reachGap: 0, retention3: 0.8 });
    expect(sentenceOfTwo(unfair, fair).text).toContain('Poorer schools lag more in A.');
    expect(sentenceOfTwo(fair, fickle).text).toContain('Fewer keep it up in B.');
    expect(sentenceOfTwo(fair, fair).text).toContain('hardly differ');
  });

  test.each([
    [0.96, 'in nearly every future'],
    [0.94, 'in most futures'],
    [0.8, 'in most futures'],
    [0.79, 'more often than not'],
    [0.6, 'more often than not'],
    [0.59, 'too close to call'],
  ])('puts a win rate of %f into words', (rate, words) => {
    const ahead = Array.from({ length: 100 }, (_, k) => (k < Math.round(100 * rate) ? 0.5 : 0.1));
    const [reach] = winLines(futures(100, { schoolsInUse: ahead }), futures(100, { schoolsInUse: 0.3 }));
    expect(reach).toContain(words);
    expect(reach).toContain(`${Math.round(100 * rate)} of 100`);
    expect(reach).toMatch(/\bA\b/);
  });

  test('tells no win rate under 64 futures', () => expect(winLines(futures(63, {}), futures(63, {}))).toEqual([]));
});

describe('key numbers', () => {
  test('have their unit once, and say when few futures have something to measure', () => {
    const rows = summaryRows(futures(5, { schoolsInUse: ramp(5), retention3: [0.5, 0.5, Number.NaN, Number.NaN, Number.NaN] }));
    const row = (name: string) => rows.find(({ metric }) => metric === name)!;
    expect(row('schoolsInUse')).toMatchObject({ median: '50 in 100', middle: '25 to 75 in 100', wide: '5 to 95 in 100' });
    expect(row('retention3').median).toBe('50 in 100 (2 of 5 futures)');
    expect(row('sustainability3')).toMatchObject({ median: 'nothing to measure', middle: '', wide: '' });
    const starts = summaryTable(rows).map((line, i) => line.indexOf(i === 0 ? 'middle' : rows[i - 1].median));
    expect(new Set(starts)).toEqual(new Set([starts[0]]));
  });

  test('are as short as they can be', () => {
    expect(figure(0.614, 'share of schools')).toBe('61 in 100');
    expect(figure(1234.5, 'USD since the start')).toBe('1235 USD');
    expect(figure(0.0123, 'SD')).toBe('0.012');
    expect(pairOf(-0.31, 0.03, 'share of schools', '±')).toBe('-31 ± 3 in 100');
  });
});

test('the chart in characters fills what a band touches, within its width', () => {
  const chart = textFan(futures(101, { schoolsInUse: ramp(101) }), 'schoolsInUse', { width: 60, height: 10 });
  for (const line of chart.slice(1, 11)) expect(line.length).toBeLessThanOrEqual(60);
  // The last column, from the top: nine in ten from 95 to 5, the middle half from 75 to 25.
  const ends = chart.slice(1, 11).map((line) => line.at(-1));
  expect(ends.join('')).toBe('░░██████░░');
});

describe('the description of the model', () => {
  const text = modelDocument();

  test.each([
    ['processes', processes.map(({ label }) => label)],
    ['parameters', processes.flatMap(({ parameters }) => Object.values(parameters).map(({ label }) => label))],
    [
      'settings’ sources',
      settings
        .filter(({ path }) => /^(fragmentation|collaboration|finance|foundations|forces|strategy)\./.test(path))
        .map(({ quantity }) => quantity.source),
    ],
    ['ingredients', ingredients.map(({ definition }) => definition)],
    ['effects', ingredients.flatMap(({ effects }) => effects.map(({ target }) => target))],
    ['strategies', strategies.map(({ about }) => about)],
    ['measures', metrics.map(({ name }) => name)],
  ])('names all %s', (_, names) => {
    for (const name of names) expect(text).toContain(name.replaceAll('|', '\\|'));
  });

  test('has tables of even width', () => {
    const cells = (line: string) => line.replaceAll('\\|', '').split('|').length;
    for (const table of text.split('\n\n').filter((part) => part.startsWith('| '))) {
      const lines = table.trimEnd().split('\n');
      expect(new Set(lines.map(cells)).size, lines[0]).toBe(1);
    }
  });
});

describe('the fan', () => {
  const ensemble = futures(64, { schoolsInUse: ramp(64), schoolsWell: 0.2 });

  test('is the same picture twice, with the sentence as its name', () => {
    const text = sentence(ensemble);
    expect(fanOf(ensemble, text)).toBe(fanOf(ensemble, text));
    expect(fanOf(ensemble, text)).toContain(`aria-label="${text.text}"`);
  });

  test('names its bands beside them, apart from each other', () => {
    const close = futures(64, { schoolsInUse: 0.21, schoolsWell: 0.2 });
    const heights = [...fanOf(close, sentence(close)).matchAll(/y="([\d.]+)" class="label"/g)].map(([, y]) => Number(y));
    expect(heights).toHaveLength(2);
    expect(Math.abs(heights[1] - heights[0])).toBeGreaterThanOrEqual(36);
  });

  test('takes a title as text, never as markup', () => {
    const svg = fanOf(ensemble, { text: 'a < b & "c"', segments: [{ text: 'a < b & "c"' }] });
    expect(svg).toContain('a &lt; b &amp; &quot;c&quot;');
  });
});
