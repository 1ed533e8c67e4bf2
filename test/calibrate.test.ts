import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type NodesWish, nodesOf } from '../cli/calibrate/nodes.ts';
import { seriesOf } from '../cli/calibrate/series.ts';
import { posteriorLines } from '../cli/calibrate/told.ts';
import { untilOf } from '../cli/calibrate/until.ts';
import { bassAt, fitChain, fitCurve } from '../study/fitting/bass.ts';
import { shares } from '../study/fitting/counts.ts';
import { luckOf } from '../study/fitting/luck.ts';
import { crps, intervalScore } from '../study/fitting/scores.ts';
import { stoppingRates } from '../study/fitting/stopping.ts';
import { calibratePeople, calibrateSeries } from '../study/index.ts';

const SHARED = new URL('../../shared/data/', import.meta.url).pathname;
const shared = (path: string) => readFileSync(join(SHARED, path), 'utf8');
const isThere = existsSync(join(SHARED, 'stats/scores.json'));

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'calibrate-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, ...lines: string[]): string {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

const wish: NodesWish = {
  ...{ node: 'node', time: 'time', group: ['group'], everyone: undefined, edges: undefined, source: 'source', target: 'target' },
  ...{ weight: undefined, layer: 'layer', layers: undefined, influence: 'both', stopped: undefined, still: undefined },
  ...{ stillAt: undefined, from: undefined, end: undefined, to: undefined, until: untilOf(undefined), step: 1 },
};

describe('scores', () => {
  test('CRPS of an ensemble, by hand', () => {
    expect(crps([1, 2, 3, 4, 5], 3)).toBeCloseTo(0.4, 12);
    expect(crps([5, 3, 1, 2, 4], 3, true)).toBeCloseTo(0.2, 12);
    expect(crps([2], 0)).toBe(2);
    expect(() => crps([2], 0, true)).toThrow('expected 2');
  });

  test.skipIf(!isThere)('as others give them (scores.json)', () => {
    const { crps_ensemble, interval_score } = JSON.parse(shared('stats/scores.json'));
    for (const { y, members, crps: expected, crps_fair } of crps_ensemble) {
      expect(crps(members, y)).toBeCloseTo(expected, 10);
      if (crps_fair !== null) expect(crps(members, y, true)).toBeCloseTo(crps_fair, 10);
    }
    for (const { y, low, high, alpha, score } of interval_score)
      expect(intervalScore(low, high, y, alpha)).toBeCloseTo(score, 10);
  });
});

describe('Bass', () => {
  test('the closed form from nothing, and on from any point of itself', () => {
    const curve = { p: 0.03, q: 0.38, m: 1 };
    const e = Math.exp(-0.41 * 5);
    expect(bassAt(curve, 0, 5)).toBeCloseTo((1 - e) / (1 + (0.38 / 0.03) * e), 12);
    expect(bassAt(curve, bassAt(curve, 0, 3), 2)).toBeCloseTo(bassAt(curve, 0, 5), 12);
  });

  test.skipIf(!isThere)('estimates as others give them (bass_recovery)', () => {
    const { answers } = JSON.parse(shared('contagion/bass_recovery/answers.json'));
    const rows = shared('contagion/bass_recovery/series.csv')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(',').map(Number));
    for (const { series, N, mle_discrete, nls_continuous } of answers) {
      const counts = rows.filter(([s]) => s === series).map(([, , count]) => count);
      const { p, q } = fitChain({ population: N, counts });
      expect(Math.abs(p / mle_discrete.p - 1)).toBeLessThan(1e-3);
      expect(Math.abs(q / mle_discrete.q - 1)).toBeLessThan(1e-3);
      const curve = fitCurve({ times: counts.map((_, t) => t), values: counts, most: 2 * N });
      expect(Math.abs(curve.m / nls_continuous.m - 1)).toBeLessThan(1e-3);
      expect(Math.abs(curve.q / nls_continuous.q - 1)).toBeLessThan(1e-2);
    }
  });
});

/** Two rings of people whose adoption only ties carry, or nothing but chance does. */
function ringOfPeople(contagion: boolean) {
  const luck = luckOf('rings', String(contagion));
  return ['north', 'south'].map((name) => {
    const size = 60;
    const adopted = new Float64Array(size).fill(Number.NaN);
    adopted[0] = 0;
    for (let t = 1; t <= 14; t++) {
      const before = adopted.slice();
      for (let i = 0; i < size; i++) {
        if (before[i] < t) continue;
        const near = [i - 1, i + 1, i - 2, i + 2].filter((j) => before[(j + size) % size] < t).length / 4;
        if (luck.uniform() < (contagion ? 0.005 + 0.9 * near : 0.12)) adopted[i] = t;
      }
    }
    const ties = Array.from({ length: size }, (_, i) =>
      [1, 2, size - 1, size - 2].map((d) => ({ from: i, to: (i + d) % size, weight: 1 })),
    );
    const seen = 9;
    return {
      ...{ name, size, ties: ties.flat(), seen, later: adopted, known: 14, horizon: 14 },
      adopted: adopted.map((t) => (t <= seen ? t : Number.NaN)),
      stopped: new Float64Array(size).fill(Number.NaN),
      timeOf: (step: number) => 2000 + step,
    };
  });
}

const fit = { kernel: 'linear', stepsPerYear: 1, draws: 100, seed: '1', uses: [] } as const;

describe('nodes', () => {
  test('ties that carry adoption are found, and predict better than Bass', () => {
    const { ties, scores, posterior } = calibratePeople(ringOfPeople(true), fit);
    expect(ties!.againstTies).toBeLessThan(1 / 3);
    expect(scores!.of[0].crps).toBeLessThan(scores!.of[1].crps);
    expect(posterior.find(({ parameter }) => parameter === 'tieShare')!.mean).toBeGreaterThan(0.5);
  });

  test('ties that carry nothing are given no weight', () => {
    const { ties, posterior } = calibratePeople(ringOfPeople(false), fit);
    expect(ties!.againstTies).toBeGreaterThan(1 / 3);
    const p = posterior.find(({ parameter, group }) => parameter === 'p' && group === '')!;
    expect(p.low).toBeLessThan(0.14);
    expect(p.high).toBeGreaterThan(0.06);
  });

  test('the same seed gives the same bits, another seed others', () => {
    const short = { ...fit, draws: 20 };
    const one = calibratePeople(ringOfPeople(true), short);
    expect(calibratePeople(ringOfPeople(true), short)).toEqual(one);
    expect(calibratePeople(ringOfPeople(true), { ...short, seed: '2' }).posterior).not.toEqual(one.posterior);
  });

  test('whoever has not adopted is not known to, and nothing later than --until is seen', () => {
    const path = file('people.csv', 'node,group,time', 'a,x,2000', 'b,x,2003', 'c,x,', 'd,x,2008');
    const { groups } = nodesOf(path, { ...wish, until: untilOf('2004') });
    expect([...groups[0].adopted]).toEqual([0, 3, Number.NaN, Number.NaN]);
    expect([...groups[0].later]).toEqual([0, 3, Number.NaN, 8]);
    expect(groups[0]).toMatchObject({ seen: 4, known: 8, size: 4 });
  });

  test('ties influence both ways, or whom they name', () => {
    const people = file('people.csv', 'node,group,time', 'a,x,2000', 'b,x,2003');
    const edges = file('ties.csv', 'source,target', 'a,b', 'a,b', 'a,elsewhere');
    const tiesOf = (influence: NodesWish['influence']) => nodesOf(people, { ...wish, edges, influence }).groups[0].ties;
    expect(tiesOf('both')).toHaveLength(2);
    expect(tiesOf('target')).toEqual([{ from: 1, to: 0, weight: 1 }]);
    expect(tiesOf('source')).toEqual([{ from: 0, to: 1, weight: 1 }]);
  });

  test.each([
    ['another column', { time: 'tme' }, 'did you mean "time"'],
    ['an unknown layer', { edges: 'ties', layers: ['kin'] }, 'no tie of the layer "kin"'],
    ['a node twice', { group: [] }, 'is there twice'],
  ] as const)('%s is refused by name', (_, change, message) => {
    const people = file('people.csv', 'node,group,time', 'a,x,2000', 'b,x,2003', 'a,y,2001');
    const edges = file('ties.csv', 'source,target,layer', 'a,b,trust');
    const given = { ...wish, ...change, ...('edges' in change && { edges }) };
    expect(() => nodesOf(people, given)).toThrow(message);
  });

  test('a time that is no number is refused with its row', () => {
    const people = file('people.csv', 'node,group,time', 'a,x,2000', 'b,x,soon');
    expect(() => nodesOf(people, wish)).toThrow('row 3: time: found "soon"');
  });
});

describe('stopping', () => {
  test('a rate is found, from times and from one look at the end', () => {
    const luck = luckOf('stopping');
    const lives = Array.from({ length: 400 }, () => -Math.log(luck.uniform()) / 0.1);
    const exact = lives.map((life) => ({ group: 'a', time: Math.min(life, 8), stopped: life < 8, exact: true }));
    const looked = lives.map((life) => ({ group: 'a', time: 8, stopped: life < 8, exact: false }));
    // Some 220 of 400 stop: a standard error of about 0.007 of the rate, and 4 of them either way.
    for (const uses of [exact, looked]) {
      const { rates, weights } = stoppingRates(uses, 1);
      const mean = shares(weights).reduce((sum, weight, i) => sum + weight * rates[i], 0);
      expect(Math.abs(mean - 0.1)).toBeLessThan(0.03);
    }
  });
});

describe('series', () => {
  const times = Array.from({ length: 16 }, (_, t) => 1990 + t);
  const shares = times.map((time) => bassAt({ p: 0.02, q: 0.5, m: 0.9 }, 0.01, time - 1990));

  test('what comes of a smooth curve lies in the range', () => {
    const series = { name: 'all', size: null, times, shares, seen: 9, beyond: [2006] };
    const { groups, scores } = calibrateSeries([series], { perYear: 1, draws: 200, seed: '1' });
    expect(groups[0].points).toHaveLength(8);
    expect(groups[0].points.at(-1)!.truth).toBeNull();
    expect(scores!.of[0].inNine!).toBeGreaterThan(0.7);
    expect(scores!.of[0].crps).toBeLessThan(scores!.of[2].crps);
  });

  const series = {
    time: 'year',
    group: [],
    kind: 'share',
    columns: ['users'],
    population: undefined,
    to: undefined,
    step: 1,
  } as const;

  test('read from columns or rows; a percentage is not taken for a share', () => {
    const wide = file('wide.csv', 'year,users,others', '2000,0.1,0.2', '2001,0.3,0.4');
    const { groups } = seriesOf(wide, { ...series, columns: ['users', 'others'], until: untilOf(undefined) });
    expect(groups.map(({ name, shares }) => [name, ...shares])).toEqual([
      ['users', 0.1, 0.3],
      ['others', 0.2, 0.4],
    ]);
    const percent = file('percent.csv', 'year,users', '2000,10', '2001,30');
    expect(() => seriesOf(percent, { ...series, until: untilOf(undefined) })).toThrow('row 2: users: found 10');
    expect(() => seriesOf(percent, { ...series, kind: 'count', until: untilOf(undefined) })).toThrow('--population: is needed');
  });
});

test('on the screen stand what groups have in common, and what one group alone has', () => {
  const row = (parameter: string, group: string) => ({
    ...{ parameter, group, label: '', mean: 1, low: 1, high: 1, priorLow: 1, priorHigh: 1 },
  });
  const shown = (...rows: ReturnType<typeof row>[]) => posteriorLines(rows).slice(1);
  expect(shown(row('p', ''), row('p', 'a'), row('p', 'b'), row('pace', '')).map(([name]) => name)).toEqual(['p', 'pace']);
  expect(shown(row('p', 'all'), row('pace', '')).map(([name]) => name)).toEqual(['p', 'pace']);
});

describe('--until', () => {
  test('a year, units after the beginning, a part of the span', () => {
    expect(['1958', '+10', '50%'].map((text) => untilOf(text).at(1950, 1970))).toEqual([1958, 1960, 1960]);
  });
  test.each(['soon', '0%', '100%', '+5%'])('%s is refused', (text) => expect(() => untilOf(text)).toThrow('--until'));
});

test('this file’s checks against others are skipped where their data are not beside this folder', () => {
  expect(isThere).toBe(existsSync(SHARED) && readdirSync(SHARED).includes('stats'));
});
