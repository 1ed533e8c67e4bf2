import { describe, expect, test } from 'vitest';
import { compile, parseScenario, problemsWith, type Scenario, simulate } from '../sim/index.ts';
import { strategies } from '../sim/strategies/index.ts';
import { begin } from './futures.ts';

const PILOTS = [17, 3, 101, 3];
const FIRST = 4;

const plan = (wish: object): ReturnType<typeof compile> => {
  const parsed = parseScenario({ version: 1, title: 'x', system: { preset: 'made-up' }, years: 6, ...wish });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return compile(parsed.value);
};

/** Schools with somebody who uses it after the first step. */
function begun(wish: object): number[] {
  const future = begin(plan(wish));
  future.step();
  const { schools, innovationCount } = future.model;
  return Array.from(schools.affiliation, (_, s) => s).filter((s) => schools.users[s * innovationCount] > 0);
}

describe('schools that a plan names as pilots', () => {
  test.each(strategies.map(({ name }) => name))('are where %s begins, and hardly anywhere else', (kind) => {
    const where = begun({ strategy: { kind }, pilots: PILOTS });
    expect(where).toEqual(expect.arrayContaining([3, 17, 101]));
    expect(begun({ strategy: { kind } })).not.toEqual(expect.arrayContaining([3, 17, 101]));
  });

  test('are named once each, in whatever order', () => {
    const digest = (pilots: readonly number[]): string => simulate(plan({ pilots })).digest;
    expect(digest(PILOTS)).toBe(digest([3, 17, 101]));
    expect(digest(PILOTS)).not.toBe(simulate(plan({})).digest);
  });

  test('must be there', () => {
    const wish = { version: 1, title: 'x', system: { preset: 'made-up' }, years: 1, pilots: [0, 212], coachedFirst: [8] };
    const { system } = plan({});
    expect(problemsWith(wish as Scenario, system)).toEqual([
      { path: 'pilots[1]', message: 'found 212, expected a place below 212: the system has 212 schools.' },
      { path: 'coachedFirst[0]', message: 'found 8, expected a place below 8: the system has 8 districts.' },
    ]);
  });
});

describe('a district that is coached first', () => {
  /** Share of schools in a programme at the end of year 3, in the district and elsewhere. */
  function shares(coachedFirst: readonly number[]): readonly [there: number, elsewhere: number] {
    const future = begin(plan({ strategy: { kind: 'waves' }, coachedFirst }));
    for (let step = 0; step < 9; step++) future.step();
    const { schools, system } = future.model;
    const share = (inside: boolean): number => {
      const which = Array.from(system.schoolDistrict, (d, s) => ({ d, s })).filter(({ d }) => (d === FIRST) === inside);
      return which.filter(({ s }) => schools.affiliation[s] > 0).length / which.length;
    };
    return [share(true), share(false)];
  }

  test('is in the programme sooner than the others, and sooner than without', () => {
    const [there, elsewhere] = shares([FIRST]);
    expect(there).toBeGreaterThan(2 * elsewhere);
    expect(there).toBeGreaterThan(shares([])[0]);
  });
});
