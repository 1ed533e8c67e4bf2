/** What a person can move: every lever says in the plan what the hand set it to, and the engine hears it. */
import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { boundsOf, compile, ingredients, parseScenario, type Scenario, settings, slotOf, strategies } from '../sim/index.ts';
import { JOINED } from '../viz/controls/facts.ts';
import { FIVE, groups } from '../viz/controls/groups.ts';
import { planOfSide, questions } from '../viz/controls/questions.ts';
import { read, stilled, variation, withJoined } from '../viz/controls/reading.ts';
import { caught, keyed, levelWord, placeOn, scaleOf, settled } from '../viz/controls/scale.ts';
import { withOneMore } from '../viz/panels/morechosen.ts';
import { groupsOf } from '../viz/panels/moregroups.ts';
import { withSchedule, withStep } from '../viz/panels/moresteps.ts';
import { atPlace, type Value, valueAt, withValue } from '../viz/state/plan.ts';
import { catalogue } from '../viz/state/store.ts';
import { en } from '../words/index.ts';
import { catalogue as lists } from '../workers/catalogue.ts';
import { isLever } from '../workers/index.ts';

vi.mock('../viz/first/index.ts', async () => {
  const { catalogue } = await import('../workers/catalogue.ts');
  const { readFileSync } = await import('node:fs');
  const plan = JSON.parse(readFileSync(`${import.meta.dirname}/../scenarios/default.json`, 'utf8'));
  return { first: { plan, runs: [], record: null, ground: {}, levers: catalogue() } };
});

const folder = `${import.meta.dirname}/../scenarios`;
const scenario = (file: string): Scenario => sound(JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')));

function sound(value: unknown): Scenario {
  const parsed = parseScenario(value);
  if (!parsed.ok) throw new Error(parsed.problems.map(({ path, message }) => `${path}: ${message}`).join('\n'));
  return parsed.value;
}

const first = scenario('default.json');
/** With as many innovations as there may be, so that the settings of each can be set. */
const crowded: Scenario = { ...first, localVariants: 0, innovations: Array.from({ length: 8 }, (_, i) => ({ name: `No ${i}` })) };

beforeAll(() => {
  catalogue.value = lists();
});

/** A value that is not the default, inside the bounds. */
function another({ quantity }: (typeof settings)[number]): Value {
  if (quantity.choices) return quantity.choices[(quantity.default + 1) % quantity.choices.length];
  const [low, high] = boundsOf(quantity);
  const value = low + (high - low) * (quantity.default === low ? 0.25 : 0);
  return quantity.whole ? Math.ceil(value) : value;
}

const numberOf = (value: Value, path: string): number =>
  typeof value === 'number' ? value : settings[slotOf(path)].quantity.choices!.indexOf(value);

describe('a lever', () => {
  const levers = settings.filter(({ path }) => isLever(path));

  test.each(levers)('$path is read back as it was set, and the engine has it', (setting) => {
    const { path } = setting;
    const value = another(setting);
    const plan = withValue(crowded, path, value);
    expect(valueAt(plan, path)).toBe(value);
    expect(compile(sound(plan)).settings[slotOf(path)]).toBeCloseTo(numberOf(value, path), 12);
  });

  test.each(levers.filter(({ quantity }) => !quantity.fixed))(
    '$path set from year 4 on leaves the years before alone',
    (setting) => {
      const { path } = setting;
      const value = another(setting);
      const plan = withValue(crowded, path, value, 4);
      expect(valueAt(plan, path, 3.9)).toBe(valueAt(crowded, path, 3.9));
      expect(valueAt(plan, path, 4)).toBe(value);
      const { changes } = compile(sound(plan));
      expect(changes.filter(({ slot, step }) => slot === slotOf(path) && step === 12).at(-1)?.value).toBe(numberOf(value, path));
    },
  );

  test('says the default where the plan is silent', () => {
    const silent: Scenario = { version: 1, title: 'x', system: { preset: 'made-up' }, years: 5 };
    for (const { path, quantity } of levers) {
      expect(read(silent, path), path).toBe(quantity.choices ? quantity.choices[quantity.default] : quantity.default);
    }
  });

  test('every ingredient of the simulation has one, in its group; the first five are among them', () => {
    const shown = groups.value.flatMap(({ paths }) => paths);
    expect(shown.filter((path) => path.startsWith('ingredients.'))).toEqual(
      [...new Set(ingredients.map(({ group }) => group))].flatMap((group) =>
        ingredients.filter((one) => one.group === group).map(({ name }) => `ingredients.${name}`),
      ),
    );
    expect(FIVE.every((path) => shown.includes(path))).toBe(true);
  });

  test('whatever is no lever of the column is among the further settings, once', () => {
    const rest = strategies.flatMap(({ name }) => groupsOf(lists(), crowded, name).flatMap(({ paths }) => paths));
    const column = groups.value.flatMap(({ paths }) => paths);
    const missing = levers.map(({ path }) => path).filter((path) => !rest.includes(path) && !column.includes(path));
    expect(missing).toEqual(['strategy.kind', 'strategy.innovation']);
    const once = groupsOf(lists(), crowded, 'waves').flatMap(({ paths }) => paths);
    expect(new Set(once).size).toBe(once.length);
  });

  test('a rollout that others choose has its own settings beside those of the plan’s', () => {
    const plan = withOneMore(withOneMore(crowded, 'lab', 0), 'gated', 1);
    const own = groupsOf(lists(), plan, 'gated').filter(({ name }) => name === 'ownStrategy');
    expect(own.map(({ rollout }) => rollout)).toEqual(['gated', 'lab']);
    for (const { rollout, paths } of own) expect(paths.every((path) => path.startsWith(`strategy.${rollout}.`))).toBe(true);
  });
});

describe('the joined-up system', () => {
  test('is fragmentation turned round: 0.7 joined up is 0.3 in all three parts', () => {
    const plan = withJoined(first, 0.7, null);
    expect(read(plan, JOINED)).toBe(0.7);
    const { settings: values } = compile(sound(plan));
    for (const part of ['structural', 'initiative', 'policy']) expect(values[slotOf(`fragmentation.${part}`)]).toBe(0.3);
  });

  test('from a year on it is a change of the three parts', () => {
    const plan = sound(withJoined(first, 1, 6));
    expect(read(plan, JOINED, 5)).toBe(0.6);
    expect(read(plan, JOINED, 6)).toBe(1);
  });

  test('of parts that differ it is the mean', () => {
    expect(read({ ...first, fragmentation: { structural: 0.1, initiative: 0.2, policy: 0.6 } }, JOINED)).toBe(0.7);
  });

  test('a part that is moved leaves the others where the dial was', () => {
    const plan = sound(withValue(withJoined(first, 0.7, null), 'fragmentation.policy', 0.9));
    expect(plan.fragmentation).toEqual({ structural: 0.3, initiative: 0.3, policy: 0.9 });
  });
});

describe('what changes over the years', () => {
  const data = 'ingredients.betterData';

  test('is said to: a schedule, a formula, a dated change', () => {
    expect(variation(scenario('competing-ideas.json'), data)).toBe('schedule');
    expect(variation({ ...first, ingredients: { betterData: '0.2 + 0.02 * year' } }, data)).toBe('formula');
    expect(variation(withValue(first, data, 0.9, 4), data)).toBe('changes');
    expect(variation(first, data)).toBeNull();
    expect(variation(withJoined(first, 0.2, 3), JOINED)).toBe('changes');
  });

  test('a plan that departs in year 4 changes nothing after year 4 by that', () => {
    expect(variation(withValue(first, data, 0.9, 4), data, 4)).toBeNull();
  });

  test('is replaced by one level', () => {
    for (const plan of [scenario('competing-ideas.json'), withValue(first, data, 0.9, 4)]) {
      const still = withValue(stilled(plan, data), data, 0.35);
      expect(variation(still, data)).toBeNull();
      expect(compile(sound(still)).changes.some(({ slot }) => slot === slotOf(data))).toBe(false);
    }
  });

  test('the editor keeps years in order and a year once', () => {
    const steps = [
      { year: 0, level: 0.1 },
      { year: 5, level: 0.8 },
    ];
    expect(withStep(steps, null, { year: 2, level: 0.4 }).map(({ year }) => year)).toEqual([0, 2, 5]);
    expect(withStep(steps, steps[1], { year: 0, level: 0.8 })).toEqual([{ year: 0, level: 0.8 }]);
    expect(withStep(steps, steps[0], null)).toEqual([steps[1]]);
    expect(steps).toHaveLength(2);
  });

  test('a schedule made there is one that the engine follows', () => {
    const steps = [
      { year: 0, level: 0.1 },
      { year: 5, level: 0.8 },
    ];
    const plan = sound(withSchedule(first, data, steps));
    expect(atPlace(plan, data)).toEqual(steps);
    expect(compile(plan).settings[slotOf(data)]).toBe(0.1);
    expect(compile(plan).changes).toContainEqual({ step: 15, slot: slotOf(data), value: 0.8 });
  });
});

describe('a track', () => {
  const level = { min: 0, max: 1, step: 0.01 };

  test('levels have words', () => {
    expect([0, 0.04, 0.05, 0.25, 0.44, 0.6, 0.64, 0.75, 0.87, 0.9, 1].map(levelWord)).toEqual([
      'absent',
      'absent',
      'weak',
      'weak',
      'some',
      'some',
      'strong',
      'strong',
      'strong',
      'veryStrong',
      'veryStrong',
    ]);
  });

  test('keys: arrows by 1 of 100, pages by 5, Home, End, Backspace to the start, b to the other plan', () => {
    const press = (key: string, other: number | null = null) => keyed(key, 0.6, level, 0.5, other);
    expect(['ArrowRight', 'ArrowUp', 'ArrowLeft', 'ArrowDown'].map((key) => press(key))).toEqual([0.61, 0.61, 0.59, 0.59]);
    expect(['PageUp', 'PageDown', 'Home', 'End', 'Backspace'].map((key) => press(key))).toEqual([0.65, 0.55, 0, 1, 0.5]);
    expect(press('b', 0.37)).toBe(0.37);
    expect([press('b'), press('Enter'), press('Tab')]).toEqual([undefined, undefined, undefined]);
    expect([keyed('ArrowRight', 1, level, 0.5, null), keyed('PageDown', 0.02, level, 0.5, null)]).toEqual([1, 0]);
  });

  test('a touch near the start or the other plan is exactly there; elsewhere it is the nearest step', () => {
    expect(caught(0.512, [0.5, 0.333], level)).toBe(0.5);
    expect(caught(0.34, [0.5, 0.333], level)).toBe(0.333);
    expect(caught(0.4249, [0.5, 0.333], level)).toBe(0.42);
  });

  test('hundred steps from end to end, whole numbers by one', () => {
    for (const { quantity } of settings.filter(({ quantity }) => !quantity.choices)) {
      const scale = scaleOf(quantity);
      const [min, max] = boundsOf(quantity);
      expect([settled(min, scale), settled(max, scale)]).toEqual([min, max]);
      expect([placeOn(min, scale), placeOn(max, scale)]).toEqual([0, 1]);
      if (quantity.whole) expect(scale.step).toBe(1);
    }
  });
});

describe('words and questions', () => {
  test('every rollout has its words, the same in the page as in files and documents', () => {
    expect(en.levers.rollouts).toEqual(Object.fromEntries(strategies.map(({ name, label }) => [name, label])));
  });

  test.each(questions)('$message sets two sound plans side by side that differ', ({ message, a, b }) => {
    const [one, two] = [a, b].map((side) => planOfSide(first, side));
    expect(en.levers.starters[message]).toMatch(/\?$/);
    expect(compile(sound(one)).settings).not.toEqual(compile(sound(two)).settings);
    expect(one.title).not.toBe(two.title);
    expect(one.system).toEqual(first.system);
  });

  test('every plan that ships can be read by the levers', () => {
    const files = readdirSync(folder).filter((file) => file.endsWith('.json') && !file.endsWith('.schema.json'));
    for (const plan of files.map(scenario))
      for (const path of groups.value.flatMap(({ paths }) => paths))
        expect(read(plan, path), `${plan.title} ${path}`).toBeDefined();
  });
});
