/** A session with a room: its course, its tokens, the plans of its rounds, and what of it an address is believed. */
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { Room } from '../formats/linkstate.ts';
import { ingredients, parseScenario, type Scenario } from '../sim/index.ts';
import { dotsInRoom, lieOf, middleOf, saidBy } from '../viz/present/model.ts';
import { planOfRound, SHOCK, withTokens } from '../viz/present/plans.ts';
import { allTokens, heldBy, leftTo, roles, spentByAll, withGift, withToken } from '../viz/present/roles.ts';
import { type Phase, problemsInRoom, rounds, stepBy } from '../viz/present/script.ts';
import { catalogue } from '../viz/state/store.ts';
import { catalogue as lists } from '../workers/catalogue.ts';
import { futuresOf, planOf } from './futures.ts';

vi.mock('../viz/first/index.ts', async () => {
  const { catalogue } = await import('../workers/catalogue.ts');
  return { first: { plan: { title: '', years: 1 }, runs: [], record: null, ground: {}, levers: catalogue() } };
});

beforeAll(() => {
  catalogue.value = lists();
});

const START: Room = { round: 0, phase: 'predict', guesses: rounds.map(() => []), held: {}, spent: {}, shock: 'budgetCut' };
const titles = { budget: 'Your budget', shock: 'A shock' };
const [ministry, funders] = roles;

const plan: Scenario = {
  title: 'Grow from clusters',
  years: 12,
  version: 1,
  system: { preset: 'made-up', sample: 0.25 },
  strategy: { kind: 'clusters' },
  ingredients: {
    longTermFinancing: 0.5,
    windows: [
      { year: 0, level: 0.1 },
      { year: 5, level: 0.9 },
    ],
  },
} as unknown as Scenario;

describe('the course of a session', () => {
  test('goes from a prediction to the debrief, showing a range before its middle in every round', () => {
    const seen: string[] = [];
    let step = { round: 0, phase: 'predict' as Phase };
    for (let next = step; seen.at(-1) !== `${next.round} ${next.phase}`; next = stepBy(step, 1)) {
      step = next;
      seen.push(`${step.round} ${step.phase}`);
    }
    const each = ['predict', 'range', 'middle', 'discuss'];
    expect(seen).toEqual([...[0, 1, 2, 3].flatMap((round) => each.map((phase) => `${round} ${phase}`)), '3 debrief']);
    expect(stepBy({ round: 0, phase: 'predict' }, -1)).toEqual({ round: 0, phase: 'predict' });
  });

  test('is taken from an address only where all of it is sound', () => {
    expect(problemsInRoom(undefined)).toEqual([]);
    expect(problemsInRoom({ ...START, guesses: [[0, 100], [37], [], []] })).toEqual([]);
    for (const broken of [
      null,
      'x',
      { ...START, phase: 'debrief' },
      { ...START, round: 4 },
      { ...START, guesses: [[101], [], [], []] },
      { ...START, guesses: [[]] },
      { ...START, spent: { windows: -1 } },
      { ...START, held: { ministry: 0.5 } },
      { ...START, shock: 3 },
      { ...START, shock: 'rain' },
    ])
      expect(problemsInRoom(broken)).not.toEqual([]);
  });
});

describe('tokens', () => {
  test('every ingredient is one role’s own, and twelve tokens are shared out', () => {
    const owned = roles.flatMap((role) => role.ingredients);
    expect([...owned].sort()).toEqual(ingredients.map(({ name }) => name).sort());
    expect(allTokens).toBe(12);
    expect(roles.map(({ tokens }) => tokens)).toEqual([4, 3, 2, 2, 1]);
  });

  test('are spent as far as a role has any, and come back', () => {
    let room = START;
    for (let i = 0; i < 9; i++) room = withToken(room, ministry, 'windows', 1);
    expect(room.spent).toEqual({ windows: 4 });
    expect(leftTo(room, ministry)).toBe(0);
    room = withToken(room, ministry, 'windows', -1);
    expect(spentByAll(room)).toBe(3);
    expect(withToken(START, ministry, 'windows', -1)).toEqual(START);
  });

  test('may be traded while they are not spent, and none is lost by it', () => {
    const given = withGift(START, ministry, funders);
    expect([heldBy(given, ministry), heldBy(given, funders)]).toEqual([3, 4]);
    expect(roles.reduce((sum, role) => sum + heldBy(given, role), 0)).toBe(allTokens);
    const spent = [1, 2, 3].reduce((room) => withToken(room, funders, 'longTermFinancing', 1), START);
    expect(withGift(spent, funders, ministry)).toEqual(spent);
  });

  test('take an ingredient a word further for all years, at most to its top', () => {
    const richer = withTokens(plan, { longTermFinancing: 1, windows: 4, champions: 0 });
    expect(richer.ingredients).toMatchObject({ longTermFinancing: 0.75, windows: 1 });
    expect(richer.ingredients).not.toHaveProperty('champions');
    expect(parseScenario(richer).ok).toBe(true);
  });
});

describe('the plans of the rounds', () => {
  const room: Room = { ...START, spent: { longTermFinancing: 2, elevatingTeachers: 2 } };
  const planIn = (round: number): Scenario => planOfRound(round, plan, room, titles);

  test('are the plan itself, the same rolled out to everyone at once, the same with tokens, and that with a shock', () => {
    expect(planIn(0)).toBe(plan);
    expect(planIn(1)).toEqual({ ...plan, title: 'Everyone at once', strategy: { kind: 'mandate' } });
    expect(planIn(2)).toEqual({ ...withTokens(plan, room.spent), title: titles.budget });
    expect(planIn(3)).toMatchObject({ ingredients: planIn(2).ingredients, events: [{ kind: 'budgetCut', year: SHOCK }] });
    for (const round of rounds.keys()) expect(parseScenario(planIn(round))).toMatchObject({ ok: true });
  });

  test('a plan that everyone follows already is set against pilot waves, and stages give way to one rollout', () => {
    const mandate = { ...plan, strategy: { kind: 'mandate' } } as Scenario;
    expect(planOfRound(1, mandate, room, titles).strategy).toEqual({ kind: 'waves' });
    const staged = {
      ...plan,
      strategy: [{ kind: 'waves' }, { kind: 'cascade', from: 4 }],
      changes: [{ year: 6, set: { 'strategy.kind': 'organic' } }],
    } as unknown as Scenario;
    const one = planOfRound(1, staged, room, titles);
    expect(one.strategy).toEqual({ kind: 'mandate' });
    expect(one.changes).toBeUndefined();
  });
});

describe('what the model says to a room', () => {
  test('is the middle and the spread of its futures, in whole schools of 100', () => {
    const runs = futuresOf(planOf({ years: 10, strategy: { kind: 'mandate' } }), 20);
    const row = 10 * 3;
    const said = saidBy(runs, row)!;
    const sorted = runs.map(({ columns }) => 100 * columns.schoolsWell[row]).sort((a, b) => a - b);
    expect(said.futures).toBe(20);
    expect(said.dots).toHaveLength(20);
    expect(said.median).toBe(Math.round((sorted[9] + sorted[10]) / 2));
    for (const [low, high] of [said.half, said.wide]) expect(low <= said.median && said.median <= high).toBe(true);
    expect(said.wide[0]).toBeLessThanOrEqual(said.half[0]);
    expect(saidBy([], row)).toBeNull();
  });

  test('guesses lie above it, below it or about there, by where most of them are', () => {
    const said = { futures: 64, dots: [], median: 20, half: [10, 30], wide: [5, 60] } as const;
    expect(lieOf([40, 50, 20], said)).toEqual({ side: 'above', n: 2 });
    expect(lieOf([1, 2, 20], said)).toEqual({ side: 'below', n: 2 });
    expect(lieOf([1, 20, 10, 30, 90], said)).toEqual({ side: 'there', n: 3 });
    expect(middleOf([40, 10, 20])).toBe(20);
    expect(middleOf([])).toBeNull();
  });

  test('a dot for each guess, one over the other where two are alike', () => {
    expect(dotsInRoom([50, 51, 100]).map(({ bin, place }) => [bin, place])).toEqual([
      [12, 0],
      [12, 1],
      [24, 0],
    ]);
  });
});
