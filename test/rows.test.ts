import { describe, expect, test } from 'vitest';
import { type Ingredient, ingredients } from '../sim/ingredients.ts';
import { metrics } from '../sim/metrics/index.ts';
import { layers } from '../sim/network.ts';
import { processes } from '../sim/processes/index.ts';
import { boundsOf, type Quantity } from '../sim/quantity.ts';
import { conventions, defaultSettings, makeBoard, parameterGroups, settings, slotOf } from '../sim/settings.ts';
import { strategies } from '../sim/strategies/index.ts';
import { descendants, type Source, type Syntax, sourcesIn } from './source.ts';

const isSaid = (text: string | undefined): boolean => text !== undefined && text.trim() !== '' && text === text.trim();
const isGraded = ({ grade, source }: { readonly grade: string; readonly source: string }): boolean =>
  ['A', 'B', 'C', 'D'].includes(grade) && isSaid(source);
const twice = (names: readonly string[]): string[] => names.filter((name, i) => names.indexOf(name) !== i);

/** What is wrong with a row, in words. */
function faults({ label, unit, range: [low, high], default: value, choices, ...row }: Quantity): string[] {
  const [min, max] = boundsOf({ label, unit, range: [low, high], default: value, ...row });
  return [
    !isSaid(label) && 'no label',
    !isSaid(unit) && 'no unit',
    !isGraded(row) && 'no grade or source',
    !(low < high) && `range from ${low} to ${high}`,
    !(low <= value && value <= high) && `default ${value} outside ${low} to ${high}`,
    !(min <= low && high <= max) && `range ${low} to ${high} outside bounds ${min} to ${max}`,
    choices && (low !== 0 || high !== choices.length - 1) && `range ${low} to ${high} of ${choices.length} choices`,
  ].filter((fault) => typeof fault === 'string');
}

const faultsOf = (rows: readonly { readonly path: string; readonly quantity: Quantity }[]): string[] =>
  rows.flatMap(({ path, quantity }) => faults(quantity).map((fault) => `${path}: ${fault}`));

describe('every number that can be set', () => {
  test('has a label, a unit, a grade, a source, and a default inside a range inside its bounds', () => {
    expect(settings.length).toBeGreaterThan(200);
    expect(faultsOf(settings)).toEqual([]);
    expect(faultsOf(conventions)).toEqual([]);
  });

  test('and a row without any of these would be found', () => {
    const row: Quantity = { label: 'x', unit: 'share', range: [0, 1], default: 0.5, grade: 'D', source: 'assumed' };
    expect(faults(row)).toEqual([]);
    const broken: Quantity[] = [
      { ...row, label: '' },
      { ...row, unit: ' ' },
      { ...row, source: '' },
      { ...row, default: 2 },
      { ...row, range: [0, 2], bounds: [0, 1] },
      { ...row, range: [1, 0] },
      { ...row, choices: ['a', 'b', 'c'] },
    ];
    for (const wrong of broken) expect(faults(wrong)).not.toEqual([]);
  });

  test('has one path', () => {
    expect(twice(settings.map(({ path }) => path))).toEqual([]);
  });

  const text = sourcesIn(['sim'])
    .map((source) => source.text)
    .join('\n');
  /** Read as a field of something, or taken out of it by name. */
  const isRead = (name: string, of = '[\\w\\])]'): boolean =>
    new RegExp(`(${of})\\.${name}\\b|\\{[^{}]*\\b${name}\\b[^{}]*\\} = `).test(text);
  const unread = (under: RegExp): string[] =>
    settings
      .filter(({ path }) => under.test(path))
      .map(({ path }) => path.split('.').at(-1)!)
      .filter((name) => !isRead(name));

  test('is read somewhere: a slider that does nothing is worse than none', () => {
    const byIndex: readonly string[] = layers; // decision reads p[layers[l]]
    const rows = Object.entries(parameterGroups).flatMap(([group, row]) => Object.keys(row).map((name) => ({ group, name })));
    // A process calls its parameters p, and q where p is taken; the loop reads two by the name of their process.
    const dead = rows.filter(({ name }) => !byIndex.includes(name) && !isRead(name, "\\bp|\\bq|\\btraits|'\\)"));
    expect(dead.map(({ group, name }) => `${group}.${name}`)).toEqual([]);
    expect(unread(/^(fragmentation|collaboration|finance|strategy|innovations\.0)\./)).toEqual([]);
  });
});

describe('the 14 ingredients', () => {
  const effects = ingredients.flatMap((ingredient) => ingredient.effects.map((effect) => ({ ingredient, effect })));

  test('are four of design, five of delivery, three of finance and two that enable', () => {
    const inGroup = (group: Ingredient['group']) => ingredients.filter((i) => i.group === group).length;
    expect([inGroup('design'), inGroup('delivery'), inGroup('finance'), inGroup('enabling')]).toEqual([4, 5, 3, 2]);
    for (const key of ['name', 'label', 'term', 'definition'] as const) expect(twice(ingredients.map((i) => i[key]))).toEqual([]);
  });

  test('each have a definition, a level, a cost inside its range, and at least one effect', () => {
    for (const { name, label, term, definition, level, cost, costRange, grade, source, effects } of ingredients) {
      expect([label, term, definition].every(isSaid) && isGraded({ grade, source }), name).toBe(true);
      expect(level >= 0 && level <= 1 && 0 <= costRange[0] && costRange[0] <= cost && cost <= costRange[1], name).toBe(true);
      expect(effects.length, name).toBeGreaterThan(0);
    }
  });

  test('act on parameters that exist, by a form and a gain that are graded and sourced', () => {
    for (const { ingredient, effect } of effects) {
      const where = `${ingredient.name} on ${effect.target}`;
      expect(slotOf(`parameters.${effect.target}`), where).toBeGreaterThanOrEqual(0);
      expect(['add', 'scale'], where).toContain(effect.form);
      expect(effect.gain, where).not.toBe(0);
      expect(effect.range[0] <= effect.gain && effect.gain <= effect.range[1] && isGraded(effect), where).toBe(true);
    }
    for (const { name, effects } of ingredients) expect(twice(effects.map(({ target }) => target)), name).toEqual([]);
  });

  test('are felt to the last step of the slider: no bound swallows an effect while the others stand in the middle', () => {
    const at = (name: string, level: number, target: string): number => {
      const plan = defaultSettings();
      plan[slotOf(`ingredients.${name}`)] = level;
      const [process, parameter] = target.split('.');
      return makeBoard(plan).parameters(process)[parameter];
    };
    for (const { ingredient, effect } of effects) {
      const [low, middle, high] = [0, 0.9, 1].map((level) => at(ingredient.name, level, effect.target));
      // Where each tenth adds as much as any other, the last adds a ninth of the first nine together.
      expect(high - middle, `${ingredient.name} on ${effect.target}`).toBeCloseTo((middle - low) / 9, 9);
      expect(Math.sign(high - low)).toBe(Math.sign(effect.gain));
    }
  });
});

describe('the lists', () => {
  test('processes, strategies and metrics have names of their own, labels and descriptions', () => {
    for (const list of [processes, strategies, metrics]) {
      expect(twice(list.map(({ name }) => name))).toEqual([]);
      for (const { name, label, about } of list) expect(isSaid(label) && isSaid(about), name).toBe(true);
    }
    for (const { name, unit } of metrics) expect(isSaid(unit), name).toBe(true);
  });
});

/**
 * Numbers of consequence belong in rows with a source. What still stands inside functions is held here, file by file: a count
 * may only fall, and a file that is not named has none. Lower a ceiling when its count has fallen.
 */
const ceilings: Readonly<Record<string, number>> = {
  'init.ts': 1, // the fourth word of a block of draws
  'traits.ts': 1, // likewise
};

/** The files that are held: what acts in a run, and how people and practices begin. */
const held = /^sim\/(processes\/|strategies\/|(beginning|init|traits|use)\.ts$)/;

const plain = [0, 1, 2, 0.5];

/** Numbers inside functions that are neither 0, 1, 2, a half nor a tolerance such as 1e-9. */
function literals({ tree }: Source): Syntax[] {
  const functions = [...descendants(tree)].filter(({ type }) => /^(Arrow)?Function/.test(type));
  const inside = new Set(functions.flatMap((node) => [...descendants(node)]));
  return [...inside].filter(
    ({ type, value, raw }) =>
      type === 'Literal' && typeof value === 'number' && !plain.includes(value) && !/^1e-\d+$/.test(String(raw)),
  );
}

describe('numbers inside formulas', () => {
  test('grow fewer, never more', () => {
    const counts = Object.fromEntries(
      sourcesIn(['sim'])
        .filter(({ path }) => held.test(path))
        .map((source) => [source.path.replace('sim/', ''), literals(source).length] as const)
        .filter(([, n]) => n > 0),
    );
    const over = Object.entries(counts).filter(([path, n]) => n > (ceilings[path] ?? 0));
    expect(over.map(([path, n]) => `${path}: ${n}, expected at most ${ceilings[path] ?? 0}`)).toEqual([]);
  });
});
