import { describe, expect, test } from 'vitest';
import { eventKinds } from '../sim/levers.ts';
import { simulate } from '../sim/run.ts';
import { strategies } from '../sim/strategies/index.ts';
import { differing, planOf, type Wish } from './futures.ts';

const base: Wish = { years: 4, strategy: { kind: 'waves' } };
const digest = (wish: Wish): string => simulate(planOf({ ...base, ...wish })).digest;
const parent = digest({});

/** Rows that every rollout but one leaves unread, each moved. */
const elsewhere = (mine: string): Wish =>
  Object.fromEntries(
    strategies
      .filter(({ name, parameters }) => name !== mine && Object.keys(parameters).length > 0)
      .map(({ name, parameters }) => [
        name,
        Object.fromEntries(Object.entries(parameters).map(([row, { range }]) => [row, range[1]])),
      ]),
  );

describe('what does nothing changes no byte', () => {
  const events = Object.keys(eventKinds).map((kind) => ({ year: 2, kind, size: 0 }));

  test.each<[string, Wish]>([
    ['events of size 0, of every kind', { events }],
    ['a rule that never fires', { rules: [{ when: 'year > 100', set: { 'strategy.kind': 'mandate' } }] }],
    ['a rule about a measure that is missing', { rules: [{ when: 'sustainability5 < 1', set: { 'strategy.kind': 'mandate' } }] }],
    ['a rule that sets what is set', { rules: [{ when: 'year >= 1', once: false, set: { 'ingredients.alliances': 0.5 } }] }],
    ['a change to the value that stands', { changes: [{ year: 1, set: { 'strategy.kind': 'waves', 'finance.pilotYears': 3 } }] }],
    ['a change after the end', { changes: [{ year: 50, set: { 'strategy.kind': 'mandate' } }] }],
    ['the settings of rollouts that are not in force', { strategy: { kind: 'waves', ...elsewhere('waves') } }],
    [
      'defaults said aloud',
      { fragmentation: 0.4, collaboration: { compelled: 0 }, stepsPerYear: 3, localVariants: 2, seed: '1' },
    ],
    ['a title', { title: 'another', description: 'words', lookFor: 'more words' }],
    ['a seed as a number', { seed: 1 }],
  ])('%s', (_, wish) => {
    expect(digest(wish)).toBe(parent);
  });

  test('what is kept beside the metrics', () => {
    const plan = planOf(base);
    for (const record of ['metrics', 'schools', { story: [0, 1, 2] }] as const)
      expect(simulate(plan, { record }).digest).toBe(parent);
  });

  test('which futures were run before', () => {
    const plan = planOf(base);
    const alone = simulate(planOf(base), { replicate: 3 }).digest;
    for (let replicate = 0; replicate < 3; replicate++) simulate(plan, { replicate });
    expect(simulate(plan, { replicate: 3 }).digest).toBe(alone);
    expect(alone).not.toBe(parent);
  });

  test('room for local variants that nobody makes', () => {
    const parameters = { creation: { rate: 0 } };
    const none = digest({ localVariants: 0, parameters });
    for (const localVariants of [1, 2, 5]) expect(digest({ localVariants, parameters })).toBe(none);
  });

  test('the order in which a file says things', () => {
    const changes = [
      { year: 1, set: { 'ingredients.alliances': 0.9 } },
      { year: 2, set: { 'ingredients.windows': 0.1 } },
      { year: 2, set: { 'fragmentation.policy': 0.8 } },
    ];
    const levels = Object.entries({ windows: 0.9, betterData: 0.2, technology: 0.7 });
    const said = digest({ changes, ingredients: Object.fromEntries(levels) });
    expect(digest({ changes: changes.toReversed(), ingredients: Object.fromEntries(levels.toReversed()) })).toBe(said);
  });

  test('an innovation that nobody begins with and nobody hears of', () => {
    const first = { name: 'first' };
    const alone = simulate(planOf({ ...base, innovations: [first] }));
    const beside = simulate(planOf({ ...base, innovations: [first, { name: 'unseen', visibility: 0 }] }));
    expect(differing(alone, beside)).toEqual([]);
    expect(beside.columns['educatorsUsing.innovation2'].every((x) => x === 0)).toBe(true);
  });

  test('and what does something changes some', () => {
    for (const wish of [
      { events: [{ year: 2, kind: 'budgetCut', size: 0.5 }] },
      { rules: [{ when: 'year >= 2', set: { 'strategy.kind': 'mandate' } }] },
      { strategy: { kind: 'waves', waves: { size: 20 } } },
    ])
      expect(digest(wish)).not.toBe(parent);
  });
});
