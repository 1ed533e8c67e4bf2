import { describe, expect, test } from 'vitest';
import { boundsOf } from '../sim/quantity.ts';
import type { Results } from '../sim/results.ts';
import { simulate } from '../sim/run.ts';
import type { Plan } from '../sim/scenario/compile.ts';
import { settings, slotOf } from '../sim/settings.ts';
import { begin, columnsOf, differing, planOf, sameBytes, type Wish } from './futures.ts';

const wholeRecord = (plan: Plan): Results => simulate(plan, { record: 'schools' });

/** What schools were in the rows up to and with `row`, and the adoptions of the steps before it. */
function schoolsUntil({ schools }: Results, row: number): unknown {
  const { schools: count, use, well, owned, affiliation, adoptions } = schools!;
  const end = (row + 1) * count;
  const early: number[] = [];
  for (let i = 0; i < adoptions.length; i += 4) if (adoptions[i] <= row) early.push(...adoptions.subarray(i, i + 4));
  return [use, well, owned, affiliation].map((column) => column.slice(0, end)).concat(Uint8Array.from(early));
}

/** The first step after which any column of state differs; Infinity when none does. */
function parting(a: Plan, b: Plan): number {
  const [one, other] = [begin(a), begin(b)];
  for (let step = 0; step < a.years * a.stepsPerYear; step++) {
    one.step();
    other.step();
    const theirs = columnsOf(other.model);
    for (const [name, column] of columnsOf(one.model)) if (!sameBytes(column, theirs.get(name)!)) return step;
  }
  return Number.POSITIVE_INFINITY;
}

const base: Wish = {
  years: 5,
  strategy: { kind: 'waves' },
  ingredients: { alliances: 0.3, betterData: 0.3 },
  innovations: [{ name: 'first' }, { name: 'second', visibility: 0.4 }],
};

/** Each says what begins to be different, and in which step. */
const forks: readonly (readonly [what: string, wish: Wish, step: number])[] = [
  ['a dated change', { changes: [{ year: 2, set: { 'ingredients.alliances': 0.9 } }] }, 6],
  ['a change of strategy by its name', { changes: [{ year: 3, set: { 'strategy.kind': 'mandate' } }] }, 9],
  ['an event', { events: [{ year: 2, kind: 'leaderLeaves', size: 1 }] }, 6],
  ['a later stage of the rollout', { strategy: [{ kind: 'waves' }, { kind: 'mandate', from: 3 }] }, 9],
  [
    'a schedule of an ingredient',
    {
      ingredients: {
        alliances: [
          { year: 0, level: 0.3 },
          { year: 2, level: 0.9 },
        ],
        betterData: 0.3,
      },
    },
    6,
  ],
  ['a formula in the year', { ingredients: { alliances: 'year < 2 ? 0.3 : 0.9', betterData: 0.3 } }, 6],
  ['a change between two steps', { changes: [{ year: 2.1, set: { 'fragmentation.policy': 0.9 } }] }, 7],
  ['a change a hair before a step', { changes: [{ year: 2.333, set: { 'fragmentation.policy': 0.9 } }] }, 7],
  ['a change a hair after a step', { changes: [{ year: 2.334, set: { 'fragmentation.policy': 0.9 } }] }, 8],
];

describe('a plan that changes later is its parent until then, byte for byte', () => {
  const parent = planOf(base);
  const before = wholeRecord(parent);

  test.each(forks)('%s', (_, wish, step) => {
    const child = planOf({ ...base, ...wish });
    const results = wholeRecord(child);
    expect(differing(before, results, step + 1)).toEqual([]);
    expect(schoolsUntil(results, step)).toEqual(schoolsUntil(before, step));
    expect(parting(parent, child)).toBe(step);
    expect(differing(before, results)).not.toEqual([]);
  });

  test('a rule, from the step in which it fires', () => {
    const rule = { when: 'year >= 2.5', set: { 'strategy.kind': 'mandate' } };
    const results = wholeRecord(planOf({ ...base, rules: [rule] }));
    // 2.5 years lies between steps 7 and 8.
    expect(differing(before, results, 9)).toEqual([]);
    expect(schoolsUntil(results, 8)).toEqual(schoolsUntil(before, 8));
    const changed = planOf({ ...base, changes: [{ year: 8 / 3, set: { 'strategy.kind': 'mandate' } }] });
    expect(results.digest).toBe(wholeRecord(changed).digest);
    expect(differing(before, results)).not.toEqual([]);
  });

  test('a longer run begins as the shorter', () => {
    const longer = wholeRecord(planOf({ ...base, years: 7 }));
    expect(differing(before, longer, before.years.length)).toEqual([]);
    expect(schoolsUntil(longer, 15)).toEqual(schoolsUntil(before, 15));
  });

  test('another seed is not', () => {
    expect(differing(before, wholeRecord(planOf({ ...base, seed: 'another' })), 4)).not.toEqual([]);
  });
});

describe('four ways to say one change are one change', () => {
  const said: readonly (readonly [string, Wish])[] = [
    ['a dated change', { ingredients: { alliances: 0.3 }, changes: [{ year: 2, set: { 'ingredients.alliances': 0.9 } }] }],
    [
      'a schedule',
      {
        ingredients: {
          alliances: [
            { year: 0, level: 0.3 },
            { year: 2, level: 0.9 },
          ],
        },
      },
    ],
    ['a formula', { ingredients: { alliances: 'year < 2 ? 0.3 : 0.9' } }],
    ['a rule', { ingredients: { alliances: 0.3 }, rules: [{ when: 'year >= 2', set: { 'ingredients.alliances': 0.9 } }] }],
  ];
  const digests = said.map(([, wish]) => simulate(planOf(wish)).digest);
  test.each(said.map(([what], i) => [what, digests[i]]))('%s', (_, digest) => {
    expect(digest).toBe(digests[0]);
  });
});

describe('nothing at the start looks ahead', () => {
  const parent = planOf({ ...base, years: 3, system: { preset: 'made-up', sample: 0.05 } });
  const before = simulate(parent);
  const END = 6;

  /** The parent with one setting moved to the end of its bounds that is farther away, from year 2 on. */
  const moved = (slot: number): Plan => {
    const [min, max] = boundsOf(settings[slot].quantity);
    const now = parent.settings[slot];
    return { ...parent, changes: [{ step: END, slot, value: max - now >= now - min ? max : min }] };
  };

  // The rollout's innovation names the one that figures are about: pointing it at a place that is not there is not allowed.
  const slots = settings.flatMap(({ path }, slot) => (path === 'strategy.innovation' ? [] : [slot]));

  test('any setting moved in year 2 leaves the first two years alone', () => {
    const early = slots.filter((slot) => differing(before, simulate(moved(slot)), END + 1).length > 0);
    expect(early.map((slot) => settings[slot].path)).toEqual([]);
  });

  test('and many of them change what comes after', () => {
    for (const path of [
      'ingredients.champions',
      'finance.pilotPerLearner',
      'parameters.turnover.leaving',
      'collaboration.depth',
    ]) {
      expect(differing(before, simulate(moved(slotOf(path)))), path).not.toEqual([]);
    }
  });
});
