/** What the page's own study runs, in which order, and what files of results become; its answers are the questions' own tests. */
import { describe, expect, test } from 'vitest';
import { writeCsv, writeParquet } from '../formats/index.ts';
import { parseScenario, type Results, type Scenario } from '../sim/index.ts';
import { refining, SUBSETS } from '../study/refining.ts';
import { Kept } from '../viz/matters/kept.ts';
import { mixesOf, numberOf, onesAmong } from '../viz/matters/parts.ts';
import { piecesOf, roundsOf, wholeRound } from '../viz/matters/rounds.ts';
import { StudyDesk } from '../workers/studydesk.ts';
import { readResults } from '../workers/studyread.ts';

const column = (rows: Float64Array, width: number, j: number, count: number): number[] =>
  Array.from({ length: count }, (_, point) => rows[point * width + j]);
const sumOfProducts = (...columns: readonly number[][]): number =>
  columns[0].reduce((sum, _, i) => sum + columns.reduce((product, one) => product * one[i], 1), 0);

describe('the points of the mixes', () => {
  const SETTINGS = 16;
  const { signs } = new StudyDesk().design(SETTINGS, 8);

  test('are 256 in which no setting or pair of settings can be taken for another', () => {
    expect(signs.length).toBe(256 * SETTINGS);
    const columns = Array.from({ length: SETTINGS }, (_, j) => column(signs, SETTINGS, j, 256));
    for (let a = 0; a < SETTINGS; a++) {
      expect(sumOfProducts(columns[a])).toBe(0);
      for (let b = 0; b < a; b++) {
        expect(sumOfProducts(columns[a], columns[b])).toBe(0);
        for (let c = 0; c < b; c++) {
          expect(sumOfProducts(columns[a], columns[b], columns[c])).toBe(0);
          for (let d = 0; d < c; d++) expect(sumOfProducts(columns[a], columns[b], columns[c], columns[d])).toBe(0);
        }
      }
    }
  });

  test('come in an order whose first 64 and 128 points already tell each setting from every other', () => {
    for (const size of SUBSETS) {
      const columns = Array.from({ length: SETTINGS }, (_, j) => column(signs, SETTINGS, j, size));
      for (let a = 0; a < SETTINGS; a++) {
        expect(sumOfProducts(columns[a]), `${size} points`).toBe(0);
        for (let b = 0; b < a; b++) expect(sumOfProducts(columns[a], columns[b]), `${size} points`).toBe(0);
      }
    }
  });

  test('are each run once, and points of no fraction keep their order', () => {
    const order = refining(signs, SETTINGS);
    expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: 256 }, (_, point) => point));
    const odd = Float64Array.from({ length: 3 * 2 }, (_, at) => (at % 2 === 0 ? -1 : 1));
    expect([...refining(odd, 2)]).toEqual([0, 1, 2]);
  });
});

const plan: Scenario = (() => {
  const parsed = parseScenario({
    version: 1,
    title: 'Any',
    system: { preset: 'made-up' },
    years: 3,
    ingredients: { champions: 0.9 },
  });
  if (!parsed.ok) throw new Error('expected a sound plan');
  return parsed.value;
})();
const paths = ['ingredients.champions', 'ingredients.alliances'];
const mix = (one: Scenario, levels: Readonly<Record<string, number>>): Scenario => ({
  ...one,
  ingredients: {
    ...one.ingredients,
    ...Object.fromEntries(Object.entries(levels).map(([path, level]) => [path.slice('ingredients.'.length), level])),
  },
});
const part = (from: Scenario, sameLuck = false) =>
  mixesOf('mixes', from, paths, onesAmong(2, 0.2, 0.8), { replicates: 4, sameLuck }, mix);

describe('a part of the study', () => {
  test('is the same for plans that differ only in what it varies, and another for any other change', () => {
    const champions = mix(plan, { 'ingredients.champions': 0.1 });
    expect(part(champions).key).toBe(part(plan).key);
    expect(part({ ...plan, title: 'Another title' }).key).toBe(part(plan).key);
    expect(part({ ...plan, years: 4 }).key).not.toBe(part(plan).key);
    expect(part({ ...plan, seed: '2' }).key).not.toBe(part(plan).key);
  });

  test('puts its levels into the plan, all weak first and then each strong', () => {
    const levels = [0, 1, 2].map((point) => part(plan).planAt(point).ingredients);
    expect(levels.map((one) => [one?.champions, one?.alliances])).toEqual([
      [0.2, 0.2],
      [0.8, 0.2],
      [0.2, 0.8],
    ]);
  });

  test('gives every future its own luck, or future k of every point the same', () => {
    const numbers = (sameLuck: boolean): number[] =>
      [0, 1, 2].flatMap((point) => [0, 1, 2, 3].map((k) => numberOf(part(plan, sameLuck), point, k)));
    expect(new Set(numbers(false)).size).toBe(12);
    expect(numbers(true)).toEqual([0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3]);
  });
});

const future = (replicate: number, value: number): Results => ({
  replicate,
  seed: '1',
  years: Float64Array.from({ length: 10 }, (_, row) => row / 3),
  columns: { schoolsWell: Float64Array.from({ length: 10 }, (_, row) => value + row / 3) },
  digest: `digest of ${replicate}`,
});

test('what is kept is read by whole years, points and futures; what was not run is missing', () => {
  const kept = new Kept(part(plan), ['schoolsWell'], 3);
  kept.keep(1, 0, future(4, 10));
  kept.keep(1, 1, future(5, 20));
  expect(kept.count).toBe(2);
  expect([kept.has(1, 1), kept.has(0, 0)]).toEqual([true, false]);
  expect([...kept.values('schoolsWell', 2, 2, 2, 1)]).toEqual([Number.NaN, Number.NaN, 12, 22]);
  expect([...kept.values('schoolsWell', 0, 2, 1, -1)]).toEqual([Number.NaN, -10]);
});

test('rounds grow, nothing is run twice, and a round is whole only when all of it is there', () => {
  const rounds = roundsOf({ mixes: { pointCount: 256, replicates: 4 }, anywhere: { pointCount: 512, replicates: 1 } });
  const sizes = rounds.filter((round) => round.part === 'mixes').map(({ points, replicates }) => points * replicates);
  expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
  expect(sizes.at(-1)).toBe(1024);
  const done = new Set<string>();
  const has = (point: number, k: number): boolean => done.has(`${point} ${k}`);
  expect(wholeRound('mixes', rounds, has)).toBeNull();
  for (const round of rounds.filter((one) => one.part === 'mixes')) {
    for (const { point, replicates } of piecesOf(round, has)) {
      for (const k of replicates) {
        expect(has(point, k)).toBe(false);
        done.add(`${point} ${k}`);
      }
    }
    expect(wholeRound('mixes', rounds, has)).toEqual(round);
  }
  expect(done.size).toBe(1024);
});

describe('files of results', () => {
  const [points, replicates] = [3, 2];
  const runs = Array.from({ length: points * replicates }, (_, run) => run);
  const columns = [
    { name: 'run', values: Int32Array.from(runs) },
    { name: 'point', values: Int32Array.from(runs, (run) => Math.floor(run / replicates)) },
    { name: 'replicate', values: Int32Array.from(runs, (run) => run % replicates) },
    { name: 'status', values: runs.map((run) => (run === 5 ? 'limit' : 'ok')) },
    { name: 'reason', values: runs.map(() => '') },
    { name: 'champions', values: Float64Array.from(runs, (run) => [0.2, 0.8, 0.8][Math.floor(run / replicates)]) },
    { name: 'rollout', values: runs.map((run) => ['waves', 'mandate', 'waves'][Math.floor(run / replicates)]) },
    { name: 'well', values: Float64Array.from(runs, (run) => run / 10) },
    { name: 'digest', values: runs.map((run) => `d${run}`) },
  ];
  const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
  const csv = { name: 'results.csv', bytes: bytesOf(writeCsv(columns)) };

  test('become the table that was written, as CSV and as Parquet alike', async () => {
    const parquet = { name: 'results.parquet', bytes: writeParquet(columns, new Map()) };
    for (const file of [csv, parquet]) {
      const read = await readResults([file]);
      if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join());
      const { table } = read;
      expect([table.pointCount, table.replicates]).toEqual([points, replicates]);
      expect(table.factors.map(({ name }) => name)).toEqual(['champions', 'rollout']);
      expect(table.factors[1].choices).toEqual(['waves', 'mandate']);
      expect([...table.points]).toEqual([0.2, 0, 0.8, 1, 0.8, 0]);
      expect(table.outcomes.map(({ name }) => name)).toEqual(['well']);
      expect([...table.values.well]).toEqual([0, 0.1, 0.2, 0.3, 0.4, Number.NaN]);
    }
  });

  const without = (name: string) => columns.filter((one) => one.name !== name);
  const refusals: readonly (readonly [string, { name: string; bytes: Uint8Array }, RegExp])[] = [
    ['another kind of file', { name: 'plan.json', bytes: bytesOf('{}') }, /no file of results/],
    ['no digest', { name: 'results.csv', bytes: bytesOf(writeCsv(without('digest'))) }, /no column named digest/],
    ['no rows', { name: 'results.csv', bytes: bytesOf('run,point,replicate,status,reason,a,b,digest\n') }, /no rows/],
    ['a broken row', { name: 'results.csv', bytes: bytesOf(`${writeCsv(columns)}7,8\n`) }, /has 2 cells, expected 9/],
    ['no Parquet inside', { name: 'results.parquet', bytes: bytesOf('not at all') }, /could not be read as Parquet/],
    [
      'a point that is no place',
      { name: 'results.csv', bytes: bytesOf(writeCsv(columns).replace('\n1,0,1,', '\n1,0.5,1,')) },
      /not both whole numbers/,
    ],
  ];
  test.each(refusals)('are refused in a sentence: %s', async (_, file, words) => {
    const read = await readResults([file]);
    expect(read.ok).toBe(false);
    if (!read.ok) expect(read.problems.map(({ message }) => message).join()).toMatch(words);
  });
});
