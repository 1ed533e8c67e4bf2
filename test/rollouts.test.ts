/** Districts and networks of schools that choose a rollout of their own. */
import { describe, expect, test } from 'vitest';
import { parseScenario, problemsWith, type Scenario, simulate } from '../sim/index.ts';
import { strategies } from '../sim/strategies/index.ts';
import { atEnd, begin, differing, futuresOf, mean, planOf, type Wish } from './futures.ts';

const made = { preset: 'made-up' };
const districtCount = planOf({ system: made }).system.districtCount;
const all = Array.from({ length: districtCount }, (_, d) => d);
const plan = (wish: Wish) => planOf({ system: made, years: 5, localVariants: 0, strategy: { kind: 'organic' }, ...wish });

describe('a rollout that every district has chosen', () => {
  test.each(strategies.map(({ name }) => name))('%s is the same as one for all, to the last bit', (kind) => {
    const chosen = simulate(plan({ rollouts: [{ kind, districts: all }] }));
    const forAll = simulate(plan({ strategy: { kind } }));
    expect(differing(chosen, forAll)).toEqual([]);
    expect(chosen.columns['schoolsFollowing.own1'].at(-1)).toBe(1);
    expect(chosen.columns['schoolsInUse.own1']).toEqual(chosen.columns.schoolsInUse);
    expect(chosen.columns['schoolsInUse.plan'].every(Number.isNaN)).toBe(true);
  });

  test('who chooses nothing has the columns there were', () => {
    expect(Object.keys(simulate(plan({})).columns).some((name) => name.startsWith('schoolsFollowing'))).toBe(false);
  });
});

describe('some districts that have chosen', () => {
  /** Share of schools with a formal tie after two years, by whether the test says so. */
  function tied(wish: Wish, of: (s: number, d: number) => boolean): number {
    const future = begin(plan(wish));
    for (let step = 0; step < 6; step++) future.step();
    const { schools, system } = future.model;
    const which = [...system.schoolDistrict].flatMap((d, s) => (of(s, d) ? [s] : []));
    return which.filter((s) => schools.affiliation[s] > 0).length / which.length;
  }

  test('are alone with it: a mandate binds the schools that follow it and no other', () => {
    const wish = { rollouts: [{ kind: 'mandate', districts: [1, 2] }] };
    expect(tied(wish, (_, d) => d === 1 || d === 2)).toBeGreaterThan(0.9);
    expect(tied(wish, (_, d) => d !== 1 && d !== 2)).toBe(0);
  });

  test('leave out the schools of a network that has chosen otherwise, wherever they lie', () => {
    const network = [5, 60, 120, 200];
    const wish = {
      rollouts: [
        { kind: 'mandate', districts: all },
        { kind: 'organic', schools: network },
      ],
    };
    expect(tied(wish, (s) => network.includes(s))).toBe(0);
    expect(tied(wish, (s) => !network.includes(s))).toBeGreaterThan(0.9);
  });

  test('set only clusters to work that have schools of theirs', () => {
    const quiet = { parameters: { ties: { clusterShare: 0 } }, strategy: { kind: 'organic', clusters: { first: 1 } } };
    const future = begin(plan({ ...quiet, rollouts: [{ kind: 'clusters', districts: [0] }] }));
    for (let step = 0; step < 3; step++) future.step();
    const { clusters, system } = future.model;
    const theirs = new Set([...system.schoolCluster].filter((_, s) => system.schoolDistrict[s] === 0));
    expect([...clusters.active].flatMap((on, c) => (on ? [c] : []))).toEqual([...theirs].sort((a, b) => a - b));
    expect(theirs.size).toBeLessThan(system.clusterCount);
  });
});

describe('districts that look around', () => {
  const wish = (imitation: number): Wish => ({
    years: 8,
    strategy: { kind: 'organic', seedSchools: 1, imitation },
    rollouts: [{ kind: 'mandate', districts: [0] }],
  });
  const following = (imitation: number) => futuresOf(plan(wish(imitation)), 6);

  test('stay where they are unless they do look', () => {
    for (const { columns } of following(0)) expect(new Set(columns['schoolsFollowing.own1']).size).toBe(1);
  });

  test('take what does better elsewhere, the sooner the more they look, and nobody goes back to what does worse', () => {
    const [slow, fast] = [following(0.1), following(2)];
    const share = (runs: typeof slow, row: number) => mean(atEnd(runs, 'schoolsFollowing.own1', row));
    expect(share(fast, -1)).toBeGreaterThan(0.95);
    expect(share(fast, 3 * 3)).toBeGreaterThan(share(slow, 3 * 3));
    // Where few use it and a mandate has most, no district has a reason to leave the mandate while it is enforced.
    for (const { columns } of fast) {
      const rows = [...columns['schoolsFollowing.own1'].subarray(0, 5 * 3)];
      expect(rows.every((x, i) => i === 0 || x >= rows[i - 1])).toBe(true);
    }
  });
});

describe('a file of chosen rollouts', () => {
  const problems = (wish: Wish) => {
    const parsed = parseScenario({ version: 1, title: 'x', system: made, years: 5, ...wish });
    return parsed.ok ? problemsWith(parsed.value as Scenario, plan({}).system) : parsed.problems;
  };

  test.each<[string, Wish, string, RegExp]>([
    ['nobody who chooses', { rollouts: [{ kind: 'waves' }] }, 'rollouts[0]', /expected regions, districts or schools/],
    [
      'a district with two',
      {
        rollouts: [
          { kind: 'waves', districts: [1] },
          { kind: 'lab', districts: [2, 1] },
        ],
      },
      'rollouts[1].districts',
      /district 1, which rollouts\[0\] has too/,
    ],
    [
      'a plan in stages',
      { strategy: [{ kind: 'waves' }, { kind: 'lab', from: 2 }], rollouts: [{ kind: 'waves', districts: [1] }] },
      'rollouts',
      /expected one stage/,
    ],
    ['a district that is not there', { rollouts: [{ kind: 'waves', districts: [99] }] }, 'rollouts[0].districts[0]', /below 8/],
    ['a kind that is none', { rollouts: [{ kind: 'wave', districts: [1] }] }, 'rollouts[0].kind', /did you mean waves/],
  ])('%s is told', (_, wish, path, message) => {
    expect(problems(wish)).toEqual([{ path, message: expect.stringMatching(message) }]);
  });
});
