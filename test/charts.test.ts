import { scaleLinear } from 'd3';
import { describe, expect, test } from 'vitest';
import { thresholds as quantities, type Results, type SchoolRecord } from '../sim/index.ts';
import { bandsOf, differenceBandsOf, pairsOf } from '../viz/charts/bands.ts';
import { type Chart, csvOf, slug } from '../viz/charts/chart.ts';
import { differenceTable } from '../viz/charts/differencetable.ts';
import { BINS, binWidth, DOTS, dotsOf, edgeNear, packingFor, passing, stacked } from '../viz/charts/dots.ts';
import { fanTable } from '../viz/charts/fantable.ts';
import { apart, bandPath } from '../viz/charts/geometry.ts';
import { happeningsOf } from '../viz/charts/happenings.ts';
import { newsUpTo } from '../viz/charts/news.ts';
import { outcomeTable } from '../viz/charts/outcometable.ts';
import { shapeOf } from '../viz/charts/shape.ts';
import { keyedTo } from '../viz/charts/slide.tsx';
import { winAt, winOf } from '../viz/charts/wins.ts';
import { movedEvent, placedEvent, withEvent, withoutEvent } from '../viz/explore/planevents.ts';
import { thresholdsOf } from '../viz/map/states.ts';
import { outcomes } from '../viz/state/outcomes.ts';
import { en } from '../words/index.ts';
import { catalogue } from '../workers/catalogue.ts';
import { cpuTime } from './cpu.ts';

const YEARS = 15;
const STEPS = 3;
const ROWS = YEARS * STEPS + 1;
const years = Float64Array.from({ length: ROWS }, (_, row) => row / STEPS);

/** Futures whose metric at a row is what a formula of future and row says. */
const futures = (count: number, columns: Readonly<Record<string, (k: number, row: number) => number>>): readonly Results[] =>
  Array.from({ length: count }, (_, replicate) => ({
    replicate,
    seed: '',
    digest: String(replicate).padStart(64, '0'),
    years,
    columns: Object.fromEntries(
      Object.entries(columns).map(([name, of]) => [name, Float64Array.from(years, (_, row) => of(replicate, row))]),
    ),
  }));

/** Every metric of the outcomes, each future at its number. */
const everything = (of: (k: number, row: number) => number) =>
  Object.fromEntries([...outcomes.map(({ metric }) => metric), 'schoolsInUse', 'schoolsWell'].map((metric) => [metric, of]));

describe('bands', () => {
  test('are the quantiles of the futures, row by row', () => {
    const [band] = bandsOf(futures(101, { reach: (k) => (100 - k) / 100 }), 'reach').slice(-1);
    expect(band).toEqual({ low: 0.05, lowerMiddle: 0.25, median: 0.5, upperMiddle: 0.75, high: 0.95, n: 101 });
  });

  test('leave out futures with nothing to measure', () => {
    const bands = bandsOf(futures(10, { staying: (k, row) => (row === 0 || k % 2 === 0 ? Number.NaN : k) }), 'staying');
    expect(bands[0].n).toBe(0);
    expect(bands[1]).toMatchObject({ n: 5, median: 5 });
  });

  test('are reckoned once for a list of futures, within 5 ms for both series of 200', () => {
    const of = (k: number, row: number) => ((k * 7919 + row * 31) % 997) / 997;
    bandsOf(futures(200, everything(of)), 'schoolsInUse'); // once, to have the code ready
    const runs = futures(200, everything(of));
    const start = performance.now();
    const first = [bandsOf(runs, 'schoolsInUse'), bandsOf(runs, 'schoolsWell')];
    const cost = performance.now() - start;
    const again = performance.now();
    expect(bandsOf(runs, 'schoolsInUse')).toBe(first[0]);
    expect(bandsOf(runs, 'schoolsWell')).toBe(first[1]);
    expect(performance.now() - again).toBeLessThan(1);
    expect(cost).toBeLessThan(5 * SLOW);
  });

  test('of a difference pair each future with itself, whatever else is known', () => {
    const a = futures(40, { reach: (k, row) => k + row });
    const b = futures(60, { reach: (k) => k }).filter(({ replicate }) => replicate % 2 === 0);
    const pairs = pairsOf(a, b);
    expect(pairs.a.map(({ replicate }) => replicate)).toEqual(pairs.b.map(({ replicate }) => replicate));
    expect(pairs.a).toHaveLength(20);
    expect(pairsOf(a, b)).toBe(pairs);
    expect(differenceBandsOf(pairs, 'reach')[9]).toMatchObject({ low: 9, high: 9, n: 20 });
  });

  test('are drawn as far as there is something to measure', () => {
    const bands = bandsOf(futures(3, { staying: (_, row) => (row < 2 ? Number.NaN : 1) }), 'staying');
    const path = bandPath(bands, 'wide', years, scaleLinear([0, YEARS], [0, 45]), scaleLinear([0, 1], [100, 0]));
    expect(path).toMatch(/^M2,0/);
    expect(path).not.toContain('NaN');
  });
});

/** Room for a machine that does other things as well. */
const SLOW = 4;

describe('dots', () => {
  const axis = [0, 100] as const;
  const hundred = Float64Array.from({ length: 101 }, (_, k) => k);

  test.each([1, 2, 16, 64, 200])('are twenty for %i futures', (count) => {
    expect(
      dotsOf(
        Float64Array.from({ length: count }, (_, k) => k),
        axis,
      ),
    ).toHaveLength(DOTS);
  });

  test('are none where there is nothing to measure', () => expect(dotsOf([], axis)).toEqual([]));

  test('are the middles of twentieths', () => {
    for (const [i, { value }] of dotsOf(hundred, axis).entries()) expect(value).toBeCloseTo(2.5 + 5 * i);
  });

  test('pass a threshold exactly where their values do', () => {
    for (let edge = 0; edge <= BINS; edge++) {
      const threshold = axis[0] + edge * binWidth(axis);
      const dots = dotsOf(hundred, axis);
      expect(passing(dots, threshold, axis)).toBe(dots.filter(({ value }) => value >= threshold - 1e-9).length);
    }
    expect(passing(dotsOf(hundred, axis), 50, axis)).toBe(10);
  });

  test('stand at the end of the axis, marked, where their values lie beyond it', () => {
    const dots = dotsOf([-50, 250], axis);
    expect(dots[0]).toMatchObject({ bin: 0, beyond: -1 });
    expect(dots[DOTS - 1]).toMatchObject({ bin: BINS - 1, beyond: 1 });
  });

  test('never stand on each other, and keep inside their room', () => {
    for (const values of [[5], [5, 50], [...hundred]]) {
      const dots = dotsOf(values, axis);
      const packing = packingFor(dots, 6, 26);
      const marks = stacked(dots, packing, 6);
      for (const [i, one] of marks.entries()) {
        expect(one.y + packing.pitch / 2).toBeLessThanOrEqual(26 + 1e-9);
        for (const other of marks.slice(i + 1))
          expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThanOrEqual(packing.pitch - 1e-9);
      }
    }
  });

  test('a threshold stands between bins', () => {
    expect(edgeNear(51, axis)).toBe(50);
    expect(edgeNear(-3, axis)).toBe(0);
    expect(edgeNear(1000, [-2, 10])).toBeCloseTo(10);
  });
});

describe('who is ahead', () => {
  test.each([
    [0.39, 'b', 'more', 0.61],
    [0.4, 'b', 'more', 0.6],
    [0.41, 'b', 'close', 0.59],
    [0.5, 'a', 'close', 0.5],
    [0.59, 'a', 'close', 0.59],
    [0.6, 'a', 'more', 0.6],
    [0.79, 'a', 'more', 0.79],
    [0.8, 'a', 'most', 0.8],
    [0.94, 'a', 'most', 0.94],
    [0.95, 'a', 'nearlyEvery', 0.95],
  ] as const)('A in %d of futures', (share, plan, words, of) => {
    expect(winOf(share)).toEqual({ plan, words, share: expect.closeTo(of, 9) });
  });

  const fairness = outcomes.find(({ name }) => name === 'fairness')!;

  test('nobody under 64 futures that both plans have', () => {
    const many = futures(
      64,
      everything((k) => k),
    );
    expect(
      winAt(
        pairsOf(
          many,
          futures(
            63,
            everything(() => 0),
          ),
        ),
        outcomes[0],
        5,
      ),
    ).toBeNull();
    expect(
      winAt(
        pairsOf(
          many,
          futures(
            64,
            everything(() => -1),
          ),
        ),
        outcomes[0],
        5,
      ),
    ).toEqual({ plan: 'a', share: 1, words: 'nearlyEvery' });
  });

  test('the plan with the wider gap has more of it, though the engine writes the gap below nought', () => {
    const wide = futures(
      64,
      everything(() => -0.3),
    );
    const narrow = futures(
      64,
      everything(() => -0.1),
    );
    expect(winAt(pairsOf(narrow, wide), fairness, 5)).toMatchObject({ plan: 'b', share: 1 });
  });

  test('nobody where nothing is measured', () => {
    const nothing = futures(
      64,
      everything(() => Number.NaN),
    );
    expect(winAt(pairsOf(nothing, nothing), outcomes[0], 5)).toBeNull();
  });
});

describe('tables', () => {
  const runs = futures(
    20,
    everything((k, row) => (k * row) / 1000),
  );
  const drawn = { runs, map: runs[3], year: 5, hidden: false, thin: runs.slice(0, 2) };
  const column = ({ columns, rows }: Chart, part: string) => {
    const at = columns.findIndex(({ name }) => name.includes(part));
    expect(at, part).toBeGreaterThan(0);
    return rows.map((row) => row[at]);
  };

  test('of a fan hold the edges that are drawn, in 100', () => {
    const table = fanTable(drawn, en);
    expect(table.rows).toHaveLength(ROWS);
    expect(column(table, 'use it: 9 in 10, high')).toEqual(bandsOf(runs, 'schoolsInUse').map(({ high }) => 100 * high));
    expect(column(table, 'use it well: half, low')).toEqual(
      bandsOf(runs, 'schoolsWell').map(({ lowerMiddle }) => 100 * lowerMiddle),
    );
    expect(column(table, 'use it: future 2')).toEqual([...runs[1].columns.schoolsInUse].map((share) => 100 * share));
  });

  test('of a fan end the future on the map where its line ends', () => {
    const map = column(fanTable(drawn, en), 'use it: future on the map') as number[];
    expect(map.filter((cell) => !Number.isNaN(cell))).toHaveLength(5 * STEPS + 1);
    expect(map[15]).toBe(100 * runs[3].columns.schoolsInUse[15]);
  });

  test('of a fan whose years to come are hidden hold none of them', () => {
    const { columns, rows } = fanTable({ ...drawn, hidden: true }, en);
    expect(columns).toHaveLength(3);
    expect(rows).toHaveLength(5 * STEPS + 1);
  });

  test('of a difference hold its edges, A minus B in the same future', () => {
    const pairs = pairsOf(
      runs,
      futures(
        20,
        everything(() => 0.01),
      ),
    );
    const [uses, well] = ['schoolsInUse', 'schoolsWell'].map((metric) => differenceBandsOf(pairs, metric));
    const table = differenceTable({ years, futures: 20, bands: { uses, well } }, en);
    expect(column(table, 'use it well: 9 in 10, low')).toEqual(well.map(({ low }) => 100 * low));
    expect(table.rows).toHaveLength(ROWS);
  });

  test('of the outcomes hold the twenty marks of each plan', () => {
    const dots = dotsOf([1, 2, 3], [0, 10]);
    const of = [{ plan: 'a' as const, dots, median: 2, low: 1.1, high: 2.9, n: 3, all: 3 }];
    const { columns, rows } = outcomeTable([{ outcome: outcomes[6], of, win: null }], en, () => 'Waves');
    expect(rows[0].slice(-DOTS)).toEqual(dots.map(({ value }) => value));
    expect(columns).toHaveLength(rows[0].length);
  });

  test('as files hold the same numbers, and nothing where there is nothing', () => {
    const chart = {
      columns: [{ name: 'Year' }, { name: 'a, b' }],
      rows: [
        [1 / 3, Number.NaN],
        [2, 0.5],
      ],
    };
    expect(csvOf(chart)).toBe('Year,"a, b"\n0.3333333333333333,\n2,0.5\n');
  });

  test('files have plain names', () => {
    expect(slug('Grow from clusters: % of schools')).toBe('grow-from-clusters-of-schools');
    expect(slug('???')).toBe('chart');
  });
});

describe('what is said of a pattern', () => {
  const over = (of: (year: number) => number) => shapeOf(Array.from(years, of), years);
  test('rises', () => expect(over((year) => year / 15)).toEqual({ kind: 'rises' }));
  test('levels off', () => expect(over((year) => Math.min(0.5, year / 10))).toEqual({ kind: 'levels' }));
  test('falls back', () => expect(over((year) => 0.6 - Math.abs(year - 6) / 20)).toEqual({ kind: 'falls', peak: 6 }));
  test('nothing', () => expect(over(() => 0.01)).toEqual({ kind: 'nothing' }));
});

describe('labels', () => {
  test('are moved apart only where they are too near, and stay above the floor', () => {
    expect(apart(10, 60, 20, 100)).toEqual([10, 60]);
    expect(apart(50, 50, 20, 100)).toEqual([40, 60]);
    expect(apart(98, 98, 20, 100)).toEqual([80, 100]);
  });
});

describe('what stands on the years of a plan', () => {
  const lists = catalogue();
  const plan = { version: 1, title: 'A plan', system: { preset: 'made-up' }, years: 15 } as const;

  test('the end of pilot money, where a plan is silent', () => {
    expect(happeningsOf(plan, lists, en.charts.fan, ({ kind }) => kind)).toEqual([
      { year: 3, kind: 'funding', label: 'pilot money ends' },
    ]);
  });

  test('events and the stop of all money, in the order of years', () => {
    const more = withEvent({ ...plan, finance: { stopYear: 8, pilotYears: 10 } }, 'budgetCut', 6);
    expect(happeningsOf(more, lists, en.charts.fan, ({ kind }) => `A ${kind}`).map(({ label }) => label)).toEqual([
      'A budgetCut',
      'funding ends',
      'pilot money ends',
    ]);
  });

  test('events are dropped, moved and taken away again', () => {
    const dropped = withEvent(plan, 'windowOpens', 4);
    expect(dropped.events).toEqual([{ year: 4, kind: 'windowOpens', size: 1 }]);
    expect(movedEvent(dropped, 0, 9).events).toMatchObject([{ year: 9 }]);
    expect(withoutEvent(dropped, 0)).toEqual(plan);
    const there = placedEvent(withEvent(dropped, 'leaderLeaves', 5), 1, { region: 2 });
    expect(there.events).toEqual([...dropped.events!, { year: 5, kind: 'leaderLeaves', size: 0.5, region: 2 }]);
    expect(placedEvent(there, 1, { district: 0 }).events![1]).toEqual({ year: 5, kind: 'leaderLeaves', size: 0.5, district: 0 });
    expect(placedEvent(there, 1, {}).events![1]).toEqual({ year: 5, kind: 'leaderLeaves', size: 0.5 });
  });
});

describe('what just happened', () => {
  const thresholds = thresholdsOf(quantities);
  /** Four schools over four rows: shares of use, fidelity and ownership as bytes. */
  const record: SchoolRecord = {
    schools: 4,
    use: Uint8Array.from([0, 255, 0, 0, 255, 255, 0, 0, 255, 255, 255, 0, 255, 0, 255, 0]),
    well: Uint8Array.from([0, 0, 0, 0, 0, 0, 0, 0, 255, 0, 0, 0, 255, 0, 0, 0]),
    owned: Uint8Array.from([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 0, 0, 0]),
    affiliation: new Uint8Array(16),
    adoptions: Int32Array.from([1, 0, 1, 5, 2, 2, -1, 9]),
  };

  test('is told newest first, a kind once a step, with where it was seen', () => {
    const news = newsUpTo(record, 3, thresholds);
    expect(news.map(({ school, kind, row }) => ({ school, kind, row }))).toEqual([
      { school: 0, kind: 'owned', row: 3 },
      { school: 1, kind: 'stopped', row: 3 },
      { school: 2, kind: 'required', row: 2 },
    ]);
    expect(newsUpTo(record, 1, thresholds)).toMatchObject([{ school: 0, kind: 'visited', from: 1 }]);
  });

  test('is nothing on the first day', () => expect(newsUpTo(record, 0, thresholds)).toEqual([]));
});

describe('keys of a handle', () => {
  const props = { value: 5, step: 1 / 3, page: 1, min: 0, max: 15 } as Parameters<typeof keyedTo>[2];
  test.each([
    ['ArrowRight', false, 5 + 1 / 3],
    ['ArrowLeft', true, 4],
    ['PageUp', false, 6],
    ['Home', false, 0],
    ['End', false, 15],
  ] as const)('%s', (key, shift, to) => expect(keyedTo(key, shift, props)).toBeCloseTo(to));
  test('other keys are left alone', () => expect(keyedTo('a', false, props)).toBeUndefined());
});

describe('a year on', () => {
  test('costs the page less than a frame: rows of every outcome for both plans of 200 futures', () => {
    const [a, b] = [
      futures(
        200,
        everything((k, row) => k * row),
      ),
      futures(
        200,
        everything((k, row) => k + row),
      ),
    ];
    const pairs = pairsOf(a, b);
    const step = (row: number) =>
      outcomes.map((outcome) => [winAt(pairs, outcome, row), dotsOf(bandSorted(a, outcome.metric, row), outcome.axis)]);
    step(0); // once, to have the pairs made
    const costs = Array.from({ length: 30 }, (_, i) => cpuTime(() => step(i + 1))).sort((x, y) => x - y);
    expect(costs[15]).toBeLessThan(16);
  });
});

const bandSorted = (runs: readonly Results[], metric: string, row: number): Float64Array =>
  Float64Array.from(runs, ({ columns }) => columns[metric][row]).sort();
