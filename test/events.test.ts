import { describe, expect, test } from 'vitest';
import { affiliation } from '../sim/agents/schools.ts';
import type { Model } from '../sim/model.ts';
import { simulate } from '../sim/run.ts';
import { parseScenario } from '../sim/scenario/parse.ts';
import { begin, planOf, type Wish, yearsIn } from './futures.ts';

/** Two futures with the same luck, one with the events, looked at after the step in which they fall. */
function beside(year: number, events: readonly Wish[], wish: Wish = {}): { readonly plain: Model; readonly struck: Model } {
  const base = { years: Math.ceil(year) + 1, strategy: { kind: 'waves' }, ...wish };
  const steps = Math.round(year * 3) + 1;
  const [plain, struck] = [planOf(base), planOf({ ...base, events: events.map((event) => ({ year, ...event })) })].map((plan) => {
    const future = begin(plan);
    for (let i = 0; i < steps; i++) future.step();
    return future.model;
  });
  return { plain, struck };
}

const inDistrict = ({ system }: Model, d: number): number[] =>
  Array.from({ length: system.schoolCount }, (_, s) => s).filter((s) => system.schoolDistrict[s] === d);

describe('leaders leave', () => {
  test('everywhere, with size 1: every school has a new leader', () => {
    const { plain, struck } = beside(2, [{ kind: 'leaderLeaves' }]);
    expect(struck.schools.leaderTenure.every((years) => years === 0)).toBe(true);
    expect(plain.schools.leaderTenure.filter((years) => years === 0).length).toBeLessThan(plain.system.schoolCount / 2);
    expect(struck.state.leaderDepartures[0] - plain.state.leaderDepartures[0]).toBe(
      plain.schools.leaderTenure.filter((years) => years > 0).length,
    );
  });

  test('in one district, and in one school, and nowhere else', () => {
    const { plain, struck } = beside(2, [{ kind: 'leaderLeaves', district: 1 }]);
    for (let s = 0; s < plain.system.schoolCount; s++) {
      expect(struck.schools.leaderTenure[s]).toBe(plain.system.schoolDistrict[s] === 1 ? 0 : plain.schools.leaderTenure[s]);
    }
    const one = beside(2, [{ kind: 'leaderLeaves', school: 5 }]);
    const gone = [...one.struck.schools.leaderTenure].flatMap((years, s) =>
      years !== one.plain.schools.leaderTenure[s] ? [s] : [],
    );
    expect(gone).toEqual(one.plain.schools.leaderTenure[5] === 0 ? [] : [5]);
  });

  test('at the share that was said: a half is a half', () => {
    const { struck } = beside(2, [{ kind: 'leaderLeaves', size: 0.5 }], { system: { preset: 'made-up' } });
    const schools = struck.system.schoolCount;
    const gone = struck.schools.leaderTenure.filter((years) => years === 0).length;
    expect(Math.abs(gone / schools - 0.5)).toBeLessThan(4 * Math.sqrt(0.25 / schools));
  });

  test('and a successor keeps more of it where educators own it', () => {
    const { plain, struck } = beside(3, [{ kind: 'leaderLeaves' }], {
      strategy: { kind: 'clusters' },
      parameters: { environment: { leaderSupport: 0, dropping: 1, survival: 0 } },
      ingredients: { champions: 0, alliances: 0 },
    });
    // With nothing of their own, what a successor supports is what ownership keeps: none where nobody uses it.
    for (let s = 0; s < plain.system.schoolCount; s++)
      if (plain.schools.ownership[s] === 0) expect(struck.schools.leaderSupport[s]).toBe(0);
  });
});

describe('districts and the ministry', () => {
  test('a district leader who leaves takes support along; the other districts do not notice', () => {
    const { plain, struck } = beside(2, [{ kind: 'districtLeaderLeaves', district: 0 }]);
    expect(struck.districts.policySupport[0]).toBeLessThan(plain.districts.policySupport[0]);
    expect(struck.districts.policySupport[1]).toBe(plain.districts.policySupport[1]);
  });

  test('a certain election brings projects in and takes support for the old priorities away, everywhere', () => {
    const { plain, struck } = beside(2, [{ kind: 'election' }], { parameters: { environment: { priorityYears: 50 } } });
    for (let d = 0; d < plain.system.districtCount; d++) {
      expect(struck.districts.policySupport[d]).toBeLessThan(plain.districts.policySupport[d]);
      expect(struck.districts.background[d]).toBeGreaterThan(plain.districts.background[d]);
    }
  });

  test('and with the minister priorities', () => {
    const digest = (wish: Wish): string => simulate(planOf({ years: 6, strategy: { kind: 'waves' }, ...wish })).digest;
    expect(digest({ events: [{ year: 2, kind: 'election' }] })).not.toBe(digest({}));
  });

  /** In which steps of five years a window that opens in year 2 for one year stands open, a digit a step. */
  function openSteps(stepsPerYear: number): string {
    const events = [{ year: 2, kind: 'windowOpens', size: 0.7 }];
    const future = begin(
      planOf({ years: 5, stepsPerYear, events, parameters: { environment: { windowRate: 0, windowYears: 1 } } }),
    );
    return Array.from({ length: 5 * stepsPerYear }, () => {
      future.step();
      const open = future.model.state.windowOpen[0];
      expect([0, 0.7]).toContain(open);
      return open > 0 ? 1 : 0;
    }).join('');
  }

  test('a window that is opened stands open for its years', () => {
    expect(openSteps(4)).toBe('00000000111100000000');
  });

  test('in terms as in quarters', () => {
    expect(openSteps(3)).toBe('000000111000000');
  });
});

describe('money, load and places', () => {
  test('a cut lowers income from its step on by its share, and a negative one restores it', () => {
    const wish = { years: 3, strategy: { kind: 'waves' } };
    const incomes = (events: readonly Wish[]): number[] => {
      const future = begin(planOf({ ...wish, events }));
      return Array.from({ length: 9 }, () => {
        future.step();
        return future.model.state.income[0];
      });
    };
    const full = incomes([]);
    const cut = incomes([
      { year: 1, kind: 'budgetCut', size: 0.4 },
      { year: 2, kind: 'budgetCut', size: -2 / 3 },
    ]);
    cut.forEach((income, step) => {
      expect(income / full[step]).toBeCloseTo(step < 3 || step >= 6 ? 1 : 0.6, 9);
    });
  });

  test('a reform adds its initiatives to what districts ask of schools, and overload follows', () => {
    const { plain, struck } = beside(2, [{ kind: 'curriculumReform', size: 3 }]);
    for (let d = 0; d < plain.system.districtCount; d++) {
      expect(struck.districts.background[d] - plain.districts.background[d]).toBeCloseTo(3, 5);
      for (const s of inDistrict(plain, d)) expect(struck.schools.load[s]).toBeGreaterThan(plain.schools.load[s]);
    }
    const total = ({ schools }: Model): number => schools.overload.reduce((sum, x) => sum + x, 0);
    expect(total(struck)).toBeGreaterThan(total(plain));
  });

  test('a closed school is out of the programme and out of every measure from then on, and no other school is', () => {
    const plan = (events: readonly Wish[]) => planOf({ years: 5, strategy: { kind: 'mandate' }, events });
    const { model } = yearsIn(5, plan([{ year: 2, kind: 'closure', school: 7 }]));
    expect([...model.schools.closed].flatMap((is, s) => (is ? [s] : []))).toEqual([7]);
    expect(model.schools.affiliation[7]).toBe(affiliation('withdrawn'));
    expect(model.schools.support[7]).toBe(0);
    const everywhere = simulate(plan([{ year: 2, kind: 'closure' }]));
    expect(everywhere.columns.schoolsInUse.subarray(1, 7).some((x) => x > 0)).toBe(true);
    expect(everywhere.columns.schoolsInUse.subarray(7).every(Number.isNaN)).toBe(true);
  });

  test('two events of one kind and step are refused: a kind is one pulse of its step', () => {
    const events = [3, 4].map((school) => ({ year: 1, kind: 'closure', school }));
    const parsed = parseScenario({ version: 1, title: 'x', system: { preset: 'made-up' }, years: 2, events });
    expect(parsed.ok ? [] : parsed.problems.map(({ path }) => path)).toEqual(['events[1]']);
  });
});

describe('rules', () => {
  const rising = (rules: readonly Wish[], wish: Wish = {}) =>
    simulate(planOf({ years: 6, strategy: { kind: 'mandate' }, rules, ...wish }));

  test('look at last step’s measures and act in the next', () => {
    const plain = rising([]);
    const first = plain.columns.schoolsInUse.findIndex((x) => x > 0.3);
    expect(first).toBeGreaterThan(0);
    const ruled = rising([{ when: 'schoolsInUse > 0.3', set: { 'finance.pilotPerLearner': 0 } }]);
    const moneyAt = ({ columns }: typeof plain, row: number): number => columns.spent[row] - columns.spent[row - 1];
    for (let row = 1; row <= first; row++) expect(moneyAt(ruled, row)).toBe(moneyAt(plain, row));
    expect(moneyAt(ruled, first + 1)).toBeLessThan(moneyAt(plain, first + 1));
  });

  test('fire once, unless they are to fire always', () => {
    const changes = [{ year: 3, set: { 'ingredients.alliances': 0.1 } }];
    const rule = { when: 'year >= 1', set: { 'ingredients.alliances': 0.9 } };
    const once = rising([{ ...rule, once: true }], { changes });
    const byDefault = rising([rule], { changes });
    const always = rising([{ ...rule, once: false }], { changes });
    const said = rising([], { changes: [{ year: 1, set: { 'ingredients.alliances': 0.9 } }, ...changes] });
    const kept = rising([], { changes: [{ year: 1, set: { 'ingredients.alliances': 0.9 } }] });
    expect(once.digest).toBe(said.digest);
    expect(byDefault.digest).toBe(said.digest);
    expect(always.digest).toBe(kept.digest);
    expect(once.digest).not.toBe(always.digest);
  });

  test('may read settings, and set off an event', () => {
    const quiet = rising([{ when: 'ingredients.alliances > 0.6', set: { 'events.closure.size': 1 } }]);
    expect(quiet.columns.schoolsReached.at(-1)).not.toBeNaN();
    const closed = rising([{ when: 'ingredients.alliances > 0.6', set: { 'events.closure.size': 1 } }], {
      ingredients: { alliances: 0.7 },
    });
    expect(closed.columns.schoolsReached.at(-1)).toBeNaN();
  });
});
