import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fallNotes, fallsOf } from '../cli/calibrate/falls.ts';
import { type NodesWish, nodesOf } from '../cli/calibrate/nodes.ts';
import { heldOutOf, rulesOf, stoppingColumns, stoppingLines, stoppingSentences } from '../cli/calibrate/stopping.ts';
import { untilOf } from '../cli/calibrate/until.ts';
import { bandOfChances, betaBinomial, crpsOfCounts, shares, sumOfChances } from '../study/fitting/counts.ts';
import type { StoppingScore } from '../study/fitting/holdOut.ts';
import { luckOf } from '../study/fitting/luck.ts';
import { crps } from '../study/fitting/scores.ts';
import {
  calibrateSeries,
  type HeldOut,
  type HoldOutRule,
  holdOutStopping,
  type StoppingWay,
  stoppingWays,
  type Watched,
} from '../study/index.ts';

const FARMERS = new URL('../../shared/data/diffusion/brazil_farmers_nodes.csv', import.meta.url).pathname;
const areThere = existsSync(FARMERS);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'stopping-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, ...lines: string[]): string {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

/** Users of six groups, looked at in 2000; `yearOf` and `rateOf` say when each of a group began, and how fast it stops. */
function usersOf(
  seed: string,
  size: number,
  yearOf: (group: number, uniform: number) => number,
  rateOf: (began: number) => number,
): Watched[] {
  const luck = luckOf('users', seed);
  return Array.from({ length: 6 * size }, (_, i) => {
    const group = i % 6;
    const began = yearOf(group, luck.uniform());
    const time = 2000 - began;
    return {
      ...{ group: `g${group}`, began, time, watched: time, exact: false },
      stopped: -Math.log(luck.uniform()) / rateOf(began) < time,
    };
  });
}

const anyYear = (_: number, uniform: number) => 1999 - Math.floor(16 * uniform);
const always = () => 0.08;

const heldOf = (uses: readonly Watched[], rule: HoldOutRule) => holdOutStopping(uses, rule, 1)!;
const scoresOf = ({ scores }: ReturnType<typeof heldOf>) =>
  Object.fromEntries(scores.map((score) => [score.way, score])) as Record<StoppingWay, StoppingScore>;
const groupsOf = (held: ReturnType<typeof heldOf>) => held.folds.flatMap(({ groups }) => groups);

/** Mean over worlds, and its standard error. */
function meanOf(values: readonly number[]) {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  const squares = values.reduce((sum, x) => sum + (x - mean) * (x - mean), 0);
  return { mean, error: Math.sqrt(squares / (values.length - 1) / values.length) };
}

describe('chances of counts', () => {
  test('of equal chances the binomial distribution, of two unequal ones by hand', () => {
    expect([...sumOfChances([0.5, 0.5, 0.5])]).toEqual([0.125, 0.375, 0.375, 0.125]);
    const two = [...sumOfChances([0.2, 0.9])];
    for (const [k, expected] of [0.08, 0.74, 0.18].entries()) expect(two[k]).toBeCloseTo(expected, 12);
  });

  test('of many there are as many as ever, spread as they should be; who is sure or cannot only moves them', () => {
    const chances = [0, 1, ...Array.from({ length: 3000 }, (_, i) => (i % 10) / 10)];
    const mass = sumOfChances(chances);
    const total = (of: (k: number) => number) => mass.reduce((sum, chance, k) => sum + chance * of(k), 0);
    const mean = chances.reduce((sum, chance) => sum + chance, 0);
    expect(total(() => 1)).toBeCloseTo(1, 12);
    expect(total((k) => k)).toBeCloseTo(mean, 6);
    const variance = chances.reduce((sum, chance) => sum + chance * (1 - chance), 0);
    expect(total((k) => (k - mean) ** 2)).toBeCloseTo(variance, 6);
  });

  test('of a chance that may be anything every count is as likely, and of a well-known one it is the binomial', () => {
    for (const chance of betaBinomial(4, 1, 1)) expect(chance).toBeCloseTo(0.2, 12);
    const known = betaBinomial(3, 5e8, 5e8);
    for (const [k, expected] of [0.125, 0.375, 0.375, 0.125].entries()) expect(known[k]).toBeCloseTo(expected, 6);
  });

  test('the score is that of an ensemble in which each count comes as often as is likely', () => {
    const chances = shares(Float64Array.of(1, 3, 0, 4, 2));
    const ensemble = [0, 0.25, 0.25, 0.25, 0.75, 0.75, 0.75, 0.75, 1, 1];
    for (const k of [0, 1, 2, 3, 4]) expect(crpsOfCounts(chances, k)).toBeCloseTo(crps(ensemble, k / 4), 12);
  });

  test('a quantile is the first value at which the sum of chances reaches it', () => {
    const band = bandOfChances([0, 1, 2, 3], Float64Array.of(0.05, 0.2, 0.5, 0.25));
    expect(band).toEqual({ low: 0, lowMiddle: 1, median: 2, highMiddle: 2, high: 3, mean: 1.95 });
  });
});

describe('stopping that was held out', () => {
  // Thirty worlds in which the model is true; what is said of each is said without the users it is said of.
  const worlds = Array.from({ length: 30 }, (_, w) => usersOf(`world ${w}`, 20, anyYear, always));
  const known = new Map<HoldOutRule, readonly HeldOut[]>();
  const heldWorlds = (rule: HoldOutRule) => {
    const held = known.get(rule) ?? worlds.map((uses) => heldOf(uses, rule));
    known.set(rule, held);
    return held;
  };

  test.each(['groups', 'later'] as const)('%s: the rate is found, and its ranges hold as often as they claim', (rule) => {
    const held = heldWorlds(rule);
    // Prior and skewness move the mean of a world by a hundredth or two of the rate; the rest is luck between worlds, 4 of its errors.
    const rates = meanOf(held.map(({ folds }) => folds.reduce((sum, { rate }) => sum + rate.mean, 0) / folds.length));
    expect(Math.abs(rates.mean - 0.08)).toBeLessThan(4 * rates.error + 0.0015);
    const scores = held.map(scoresOf);
    const cover = meanOf(scores.map(({ rate }) => rate.inNine! - rate.claimed!));
    expect(Math.abs(cover.mean)).toBeLessThan(4 * cover.error);
    for (const { rate, model } of scores) {
      expect(rate.claimed).toBeGreaterThanOrEqual(0.9);
      expect(model.claimed).toBeGreaterThanOrEqual(0.9);
    }
    // What the model believes of groups that differ makes its ranges too wide where none do, never too narrow.
    const wide = meanOf(scores.map(({ model }) => model.inNine! - model.claimed!));
    expect(wide.mean).toBeGreaterThan(-4 * wide.error);
  });

  test('where groups began at other times, a rate says more than a share; where all began at once, it can say no more', () => {
    const apart = heldOf(
      usersOf('apart', 60, (group) => 1999 - 4 * group, always),
      'groups',
    );
    expect(apart.gains.share.isSure).toBe(true);
    expect(stoppingSentences([apart])[0]).toContain('does better than the plain share of the others who still use it: ');
    expect(stoppingSentences([apart])[0]).not.toContain('It does better than one constant rate');
    for (const way of ['model', 'rate'] as const)
      expect(scoresOf(apart)[way].crps).toBeLessThan(0.7 * scoresOf(apart).share.crps);
    const together = Array.from({ length: 10 }, (_, w) =>
      heldOf(
        usersOf(`together ${w}`, 30, () => 1990, always),
        'groups',
      ),
    );
    for (const { rate, share } of together.map(scoresOf)) expect(Math.abs(rate.crps - share.crps)).toBeLessThan(0.1 * share.crps);
  });

  test('where those who began late stop faster, their range misses, and it is told', () => {
    const held = heldOf(
      usersOf('faster', 60, anyYear, (began) => (began > 1992 ? 0.3 : 0.02)),
      'later',
    );
    expect(held.folds[0].faster).toBeGreaterThan(0.99);
    expect(scoresOf(held).rate.inNine!).toBeLessThan(0.5);
    expect(stoppingSentences([held])[1]).toContain('does not do for both');
    const same = heldWorlds('later').map(({ folds }) => folds[0].faster);
    // Where the rate is constant the chance is any number alike: a mean of 1/2, a standard deviation of 0.29.
    expect(Math.abs(meanOf(same).mean - 0.5)).toBeLessThan((4 * 0.29) / Math.sqrt(worlds.length));
  });

  test('what became of those held out changes no word of what is said of them', () => {
    const uses = worlds[0];
    const turned = uses.map((use) => (use.group === 'g2' ? { ...use, stopped: !use.stopped } : use));
    const [one, other] = [uses, turned].map((list) => heldOf(list, 'groups').folds.find(({ heldOut }) => heldOut === 'g2')!);
    expect(other.groups[0].bands).toEqual(one.groups[0].bands);
    expect(other.rate).toEqual(one.rate);
    expect(other.groups[0].still).toBeCloseTo(1 - one.groups[0].still, 12);
  });

  test('each user is held out once by groups; by time those after it, of every group that has some', () => {
    const uses = worlds[0];
    const [byGroups, later, after] = (['groups', 'later', 1990] as const).map((rule) => heldOf(uses, rule));
    const sum = (held: typeof later) => groupsOf(held).reduce((total, { users }) => total + users, 0);
    expect(sum(byGroups)).toBe(uses.length);
    expect(sum(later)).toBeLessThanOrEqual(uses.length / 2);
    expect(sum(after)).toBe(uses.filter(({ began }) => began > 1990).length);
    expect(after.folds[0].seen).toBe(uses.length - sum(after));
  });

  test('there is nothing to say of one group alone, or where nobody began after', () => {
    const one = worlds[0].filter(({ group }) => group === 'g1');
    expect(holdOutStopping(one, 'groups', 1)).toBeNull();
    expect(holdOutStopping(one, 2000, 1)).toBeNull();
    expect(holdOutStopping(one, 1900, 1)).toBeNull();
    expect(holdOutStopping([], 'later', 1)).toBeNull();
    expect(() => heldOutOf(one, ['groups'], 1)).toThrow('--hold-out: groups: expected two groups or more');
    expect(() => heldOutOf([], ['groups'], 1)).toThrow('--hold-out: nobody was watched');
  });

  test('times of stopping say the same as a look, where all of them are known', () => {
    const exact = worlds[0].map((use) => ({ ...use, time: use.stopped ? use.watched / 2 : use.watched, exact: true }));
    const [look, times] = [worlds[0], exact].map((uses) => groupsOf(heldOf(uses, 'groups')));
    expect(times.map(({ users, still }) => [users, still])).toEqual(look.map(({ users, still }) => [users, still]));
  });
});

describe('--hold-out', () => {
  test('names groups, the later half or a time, or several', () => {
    expect(rulesOf('groups, later,1960')).toEqual(['groups', 'later', 1960]);
  });
  test.each(['villages', '', 'groups,'])('"%s" is refused', (text) =>
    expect(() => rulesOf(text)).toThrow('expected groups, later, or a time'),
  );

  const wish: NodesWish = {
    ...{
      node: 'node',
      time: 'time',
      group: ['group'],
      everyone: undefined,
      edges: undefined,
      source: 'source',
      target: 'target',
    },
    ...{ weight: undefined, layer: 'layer', layers: undefined, influence: 'both', stopped: undefined, still: 'still' },
    ...{ stillAt: 2006, from: undefined, end: 2006, to: undefined, until: untilOf(undefined), step: 1 },
  };

  test('users are read with when they began and how long they were watched', () => {
    const lines = ['node,group,time,still', 'a,x,2000,1', 'b,x,2003,0', 'c,x,,', 'd,y,2001,1', 'e,y,2006,1'];
    const { uses, groups } = nodesOf(file('still.csv', ...lines), wish);
    expect(uses.map(({ group, began, watched, stopped }) => [group, began, watched, stopped])).toEqual([
      ['x', 2000, 6, false],
      ['x', 2003, 3, true],
      ['y', 2001, 5, false],
    ]);
    // A forecast begins without those who were gone by then; what the fit saw before is as it was.
    expect([...groups[0].stopped]).toEqual([Number.NaN, groups[0].seen, Number.NaN]);
  });

  test('a user who stopped at a known time was watched beyond it', () => {
    const lines = ['node,group,time,end', 'a,x,2000,2002', 'b,x,2003,'];
    const { uses } = nodesOf(file('stopped.csv', ...lines), { ...wish, still: undefined, stillAt: undefined, stopped: 'end' });
    expect(uses.map(({ watched, time, stopped, exact }) => [watched, time, stopped, exact])).toEqual([
      [6, 2, true, true],
      [3, 3, false, true],
    ]);
  });

  test.skipIf(!areThere)('farmers: tables, columns and sentences speak of every village of a practice', () => {
    const given = { ...wish, time: 'practice_H_year', group: ['village'], still: 'practice_H_current', stillAt: 1966, end: 1966 };
    const held = heldOutOf(nodesOf(FARMERS, given).uses, ['groups', 'later'], 1);
    const [byGroup, byWay] = stoppingLines(held[0]);
    expect(byGroup).toHaveLength(7);
    expect(byWay.map(([way]) => way)).toEqual(['forecast', 'by time and group', 'constant rate', 'plain share', 'nobody stops']);
    // 199 have a year; 3 of them began in the year of the look, which is too late to have stopped before it.
    expect(groupsOf(held[0]).reduce((sum, { users }) => sum + users, 0)).toBe(196);
    for (const { values } of stoppingColumns(held)) expect(values).toHaveLength(2 * 6 * stoppingWays.length);
    expect(stoppingSentences(held)).toHaveLength(3);
  });
});

describe('series that fall', () => {
  const shown = (shares: readonly number[], seen: number) => {
    const times = shares.map((_, t) => 2000 + t);
    const series = { name: 'phones', size: null, times, shares, seen, beyond: [] };
    return calibrateSeries([series], { perYear: 1, draws: 40, seed: '1' }).groups;
  };
  const falling = [0.5, 0.7, 0.9, 0.8, 0.6, 0.4, 0.1, 0];

  test.each([2, 4, 6, 8])('known for %i steps, are fitted without an accident: every range is in order and a share', (seen) => {
    for (const { bands } of shown(falling, seen).flatMap(({ points }) => points))
      for (const { low, lowMiddle, median, highMiddle, high } of [bands.model, bands.bass]) {
        const inOrder = [0, low, lowMiddle, median, highMiddle, high, 1];
        expect(inOrder).toEqual([...inOrder].sort((a, b) => a - b));
      }
  });

  test('are named, with whether the fit has seen it', () => {
    const before = fallsOf(shown(falling, 5));
    expect(before.map(({ high, end, range }) => [high.time, end.time, range === null])).toEqual([
      [2002, 2004, true],
      [2004, 2007, false],
    ]);
    const [seen, heldOut] = fallNotes(before);
    expect(seen).toContain('phones (90.0 in 2002, 60.0 in 2004)');
    expect(heldOut).toContain('phones (60.0 in 2004, 0.0 in 2007; the range of 9 in 10');
  });

  test('by less than a twentieth are not', () => {
    expect(fallsOf(shown([0.2, 0.5, 0.8, 0.78, 0.77], 3))).toEqual([]);
  });
});
