/** Every language says what English says: the same messages with the same fillings and marks, and none left in English. */
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { type Ensemble, ensembleOf, type Results } from '../sim/index.ts';
import { factsOf } from '../viz/controls/facts.ts';
import { inWords, languageOf } from '../viz/state/labels.ts';
import { count, filled, preferredLanguage, speak, whole } from '../viz/state/language.ts';
import { eventName } from '../viz/state/named.ts';
import { catalogue } from '../viz/state/store.ts';
import { fill, languages, leadOfTwo, type Messages, panels, sentence, sentenceOfTwo, winLines } from '../words/index.ts';
import { catalogue as lists } from '../workers/catalogue.ts';
import { isLever } from '../workers/index.ts';

vi.mock('../viz/first/index.ts', async () => {
  const { catalogue } = await import('../workers/catalogue.ts');
  return { first: { plan: { title: '', years: 1 }, runs: [], record: null, ground: {}, levers: catalogue() } };
});

beforeAll(() => {
  vi.stubGlobal('document', { documentElement: {} });
  catalogue.value = lists();
});

/** Every text of a tree of messages, by its path. */
function textsOf(node: unknown, path = ''): readonly (readonly [path: string, text: string])[] {
  if (typeof node === 'string') return [[path, node]];
  return Object.entries(node as object).flatMap(([key, child]) => textsOf(child, path === '' ? key : `${path}.${key}`));
}

/** What the languages have in common with English: not what the simulation's lists are called, which English takes from them. */
const shared = ({ catalogue: _, ...messages }: Messages) => messages;

async function messagesOf(tag: string): Promise<ReadonlyMap<string, string>> {
  const { load, loadPanels } = languages[tag];
  return new Map([...textsOf(shared(await load())), ...textsOf((await loadPanels?.()) ?? panels, 'panels')]);
}

const found = (pattern: RegExp, text: string): readonly string[] =>
  [...new Set([...text.matchAll(pattern)].map(([, name]) => name))].sort();
const fillingsIn = (text: string): readonly string[] => found(/\{(\w+)/g, text);
const marksIn = (text: string): readonly string[] => found(/<(\w+)>/g, text);

/** Messages that are right as they are in every language: names, formats, signs, and words that the languages share. */
const SAME = new Set(
  [
    'CSV, SVG, PNG, Taking Root, Plan, Plans, plan, District, {n} district, {n} districts, Pause, Innovation, Collaboration, Latitude',
    'Longitude, absent, dollars, six, {n} minute, {n} minutes, {n}, {n} {unit}, {n} points, {n} USD, {label} {value}, {label} {change}',
  ].flatMap((line) => line.split(', ')),
)
  .add('{name}, {sub}')
  .add('{value}; plan {plan}: {other}')
  .add('Plan A, {plan}')
  .add('Plan B, {plan}');
const isWordless = (text: string): boolean => !/\p{L}{2}/u.test(text.replace(/\{\w+\}|<\/?\w+>/g, ''));

const others = Object.keys(languages).filter((tag) => tag !== 'en');

describe.each(others)('%s', (tag) => {
  test('fills and marks every message as English does', async () => {
    const [english, own] = [await messagesOf('en'), await messagesOf(tag)];
    expect([...own.keys()].sort()).toEqual([...english.keys()].sort());
    for (const [path, text] of english) {
      expect(fillingsIn(own.get(path)!), path).toEqual(fillingsIn(text));
      expect(marksIn(own.get(path)!), path).toEqual(marksIn(text));
    }
  });

  test('leaves no message in English', async () => {
    const [english, own] = [await messagesOf('en'), await messagesOf(tag)];
    const left = [...english].filter(([path, text]) => own.get(path) === text && !SAME.has(text) && !isWordless(text));
    expect(left.map(([path, text]) => `${path}: ${text}`)).toEqual([]);
  });

  test('tells one from several wherever English does, and leaves no form open', async () => {
    const [english, own] = [await messagesOf('en'), await messagesOf(tag)];
    for (const [path, one] of english) {
      const other = path.replace(/\.one$/, '.other');
      if (other === path || !english.has(other) || english.get(other) === one) continue;
      expect(own.get(other), path).not.toBe(own.get(path));
    }
    for (const text of own.values()) expect(text.replace(/\{\w+(\|[^|{}]+\|[^|{}]+)?\}/g, '')).not.toMatch(/[{}|]/);
  });

  test('opens and closes every mark', async () => {
    for (const text of (await messagesOf(tag)).values()) expect(text.replace(/<(\w+)>[^<]*<\/\1>/g, '')).not.toMatch(/<\w+>|<\//);
  });

  test('names every lever, its unit and its choices, every event, system and rollout', async () => {
    const words = (await languages[tag].load()).catalogue;
    const english = lists();
    const own = inWords(english, words);
    const levers = english.settings.filter(({ path }) => isLever(path));
    await speak(tag);
    expect(levers.filter(({ path }) => languageOf(path)).map(({ path }) => path)).toEqual([]);
    for (const { path, quantity } of own.settings.filter(({ path }) => isLever(path))) {
      const before = english.settings.find((one) => one.path === path)!.quantity;
      expect(words.units, path).toHaveProperty([before.unit]);
      if (before.about) expect(quantity.about, path).not.toBe(before.about);
      if (path !== 'strategy.kind')
        for (const choice of before.choices ?? []) expect(words.choices, path).toHaveProperty([choice]);
    }
    const names = (all: readonly { readonly label: string; readonly about: string }[] | undefined): readonly string[] =>
      (all ?? []).map(({ about }) => about);
    for (const list of ['events', 'presets', 'strategies'] as const)
      for (const about of names(own[list])) expect(names(english[list])).not.toContain(about);
    expect(Object.keys(words.ingredients!).sort()).toEqual(english.ingredients.map(({ name }) => name).sort());
    await speak('en');
  });

  test('keeps the English names of what the model assumes, and says that they are English', async () => {
    await speak(tag);
    const { path, quantity } = lists().settings.find(({ path }) => path.startsWith('parameters.'))!;
    expect(factsOf(path)!.label).toBe(quantity.label);
    expect(languageOf(path)).toBe('en');
    await speak('en');
    expect(languageOf(path)).toBeUndefined();
  });
});

test('French sets its marks apart by spaces that do not break', async () => {
  for (const text of (await messagesOf('fr')).values()) {
    expect(text).not.toMatch(/ [:;?!%»]|« /);
    expect(text.replaceAll(/https?:|\{\w+\|[^}]*\}/g, '')).not.toMatch(/\p{L}[:;?!]/u);
  }
});

describe('words on the screen', () => {
  test('a lever, its note and an event have the words of the language chosen', async () => {
    await speak('fr');
    expect(factsOf('ingredients.betterData')).toMatchObject({
      label: 'Données utilisables',
      term: 'De meilleures données éducatives',
    });
    expect(factsOf('ingredients.betterData')!.about).toMatch(/Coûte 0,25\s\$ par élève/);
    expect(factsOf('finance.pilotYears')).toMatchObject({ label: 'Années d’argent du pilote', quantity: { unit: 'ans' } });
    expect(factsOf('innovations.1.training')!.label).toBe('Formation');
    await speak('es');
    expect(eventName({ kind: 'budgetCut', year: 1 })).toBe('Recorte presupuestario');
    await speak('en');
    expect(eventName({ kind: 'budgetCut', year: 1 })).toBe('Budget cut');
  });

  test('the document says its language', async () => {
    await speak('es');
    expect(document.documentElement.lang).toBe('es');
    await speak('en');
    expect(document.documentElement.lang).toBe('en');
  });

  test('a language asked for while another is on its way is the one that is shown', async () => {
    await Promise.all([speak('fr'), speak('es'), speak('en')]);
    expect(document.documentElement.lang).toBe('en');
    expect(filled('{n|one|other}', { n: 0 })).toBe('other');
  });

  test('numbers and counts follow the language: nought is singular in French', async () => {
    const message = { one: '{n} école', other: '{n} écoles' };
    await speak('fr');
    expect([0, 1, 2, 1234].map((n) => count(message, n))).toEqual(['0 école', '1 école', '2 écoles', `${whole(1234)} écoles`]);
    expect(whole(1234)).toBe('1\u202f234');
    expect(filled('{n} {n|utilise|utilisent}', { n: whole(1) })).toBe('1 utilise');
    await speak('es');
    expect(filled('{n} {n|la usa|la usan}', { n: 0 })).toBe('0 la usan');
    await speak('en');
    expect(whole(1234)).toBe('1,234');
  });

  test('the browser’s languages are heard in their order, and English where none is spoken', () => {
    expect(preferredLanguage(['es-419', 'fr'])).toBe('es');
    expect(preferredLanguage(['de', 'fr-CA', 'en'])).toBe('fr');
    expect(preferredLanguage(['sw', 'de'])).toBe('en');
    expect(preferredLanguage([])).toBe('en');
  });

  test('markup in a filling stays text', () => {
    expect(fill('{n} <b>x</b>', { n: '<script>{a|b|c}</script>' })).toBe('<script>{a|b|c}</script> <b>x</b>');
  });
});

/** Columns that the sentences read, each a share that ends somewhere. */
const COLUMNS = [
  ...['schoolsInUse', 'schoolsWell', 'schoolsOwned', 'schoolsInUse.fifth1', 'schoolsInUse.fifth5', 'retention3', 'reachGap'],
  ...['educatorsReporting', 'educatorsUsing', 'spentPerLearner'],
];

/** Ensembles of every kind: shares from nought to all, by a sequence that does not repeat. */
function ensembleNumber(i: number, futures: number): Ensemble {
  const runs = Array.from({ length: futures }, (_, k): Results => {
    const columns = Object.fromEntries(
      COLUMNS.map((name, c) => {
        const share = ((i * 37 + c * 61 + (i % 3) * k * 7) % 101) / 100;
        return [name, Float64Array.of(0, name === 'spentPerLearner' ? 3000 * share : share)];
      }),
    );
    return { replicate: k, seed: '1', years: Float64Array.of(0, 9.5), columns, digest: `${i} ${k}` };
  });
  return ensembleOf('A plan', runs);
}

describe.each(Object.keys(languages))('the sentences in %s', (tag) => {
  const names = { a: 'L’été {x} & co', b: 'Plan | B' };
  const all = Array.from({ length: 60 }, (_, i) => ensembleNumber(i, i % 2 === 0 ? 64 : 20));

  test('fill without anything left over', async () => {
    const words = await languages[tag].load();
    for (const [i, ensemble] of all.entries()) {
      const other = all[(i + 7) % all.length];
      const said = [
        sentence(ensemble, undefined, words).text,
        sentenceOfTwo(ensemble, other, names, undefined, words).text,
        leadOfTwo(ensemble, other, names, 9.5, words),
        ...winLines(ensemble, other, names, undefined, words),
      ];
      for (const text of said) {
        const rest = text.replaceAll(names.a, 'A').replaceAll(names.b, 'B');
        expect(rest).not.toMatch(/[{}|]|undefined|NaN| {2}|<\/?\w|\( |\.\./);
      }
    }
  });
});

test('the panels’ English is the shape of the others', () => expect(textsOf(panels).length).toBeGreaterThan(200));
