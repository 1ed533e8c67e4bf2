import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { CommandUnknownOpts } from '@commander-js/extra-typings';
import { describe, expect, test } from 'vitest';
import { commands as allCommands } from '../cli/commands/index.ts';
import { parseStructured, readSchools } from '../formats/index.ts';
import { ingredients, parseScenario, settings, slotOf } from '../sim/index.ts';
import { generatorsOf } from '../study/designs/fraction.ts';
import { parseStudy } from '../study/index.ts';

const guides = readdirSync('docs/guides').map((file) => `docs/guides/${file}`);
const documents = ['README.md', 'CHANGELOG.md', 'docs/decisions.md', 'docs/concepts.md', ...guides];
const textOf = (file: string): string => readFileSync(file, 'utf8');

interface Block {
  readonly file: string;
  readonly language: string;
  readonly text: string;
}

const blocks: readonly Block[] = documents.flatMap((file) =>
  [...textOf(file).matchAll(/^```(\w*)\n([\s\S]*?)^```/gm)].map(([, language, text]) => ({ file, language, text })),
);
const ofLanguage = (...languages: readonly string[]): readonly Block[] =>
  blocks.filter(({ language }) => languages.includes(language));

const studyGuide = 'docs/guides/studies.md';

describe('examples of scenarios', () => {
  const scenarios = ofLanguage('json', 'yaml').filter(({ file }) => file !== studyGuide);

  test('there are some in the README and in a guide', () => {
    expect(scenarios.filter(({ file }) => file === 'README.md').length).toBeGreaterThan(0);
    expect(scenarios.length).toBeGreaterThan(6);
  });

  test.each(scenarios.map(({ file, text }, i) => [`${file}, ${i}`, text] as const))('%s is a scenario', (_, text) => {
    const read = parseStructured(text);
    expect(read).toMatchObject({ ok: true });
    if (read.ok) expect(parseScenario(read.value)).toMatchObject({ ok: true });
  });
});

describe('examples of studies', () => {
  const studies = ofLanguage('json', 'yaml').filter(({ file }) => file === studyGuide);

  test.each(studies.map(({ text }, i) => [i, text] as const))('%i is a study', (_, text) => {
    const read = parseStructured(text);
    expect(read).toMatchObject({ ok: true });
    if (read.ok) expect(parseStudy(read.value)).toMatchObject({ ok: true });
  });

  test('the generators of the fraction are those of the code', () => {
    const shown = ofLanguage('text').find(({ file }) => file === studyGuide);
    const names = ingredients.map(({ name }) => name);
    expect(shown?.text.trim().split('\n')).toEqual(generatorsOf(names, 5));
  });
});

describe('the file of schools that the guide shows', () => {
  const [csv] = ofLanguage('csv');
  const [report] = ofLanguage('text').filter(({ file }) => file === csv.file);

  test('is read with what the guide says is assumed', () => {
    const { counts, assumed } = readSchools(csv.text);
    expect(counts).toMatchObject({ rows: 4, schools: 4, districts: 2 });
    const shown = report.text
      .split('\n')
      .flatMap((line) => (line.includes('assumed: ') ? [line.trim().slice('assumed: '.length)] : []));
    expect([...assumed].sort()).toEqual([...shown].sort());
  });
});

describe('what the guide calls fixed on the first day', () => {
  const [, section] = /## What is fixed on the first day\n\n([^#]*)/.exec(textOf('docs/guides/writing-scenarios.md'))!;
  const names = [...section.matchAll(/`([\w.]+)`/g)].map(([, name]) => (name.includes('.') ? name : `innovations.0.${name}`));
  const problemsOf = (set: Readonly<Record<string, number>>): string[] => {
    const parsed = parseScenario({
      version: 1,
      title: 'x',
      system: { preset: 'made-up' },
      years: 4,
      changes: [{ year: 1, set }],
    });
    return parsed.ok ? [] : parsed.problems.map(({ message }) => message);
  };

  test.each(names)('%s is refused in a dated change', (path) => {
    expect(problemsOf({ [path]: settings[slotOf(path)].quantity.default })).toEqual([
      expect.stringContaining('settled on the first day'),
    ]);
  });

  test('and nothing else is', () => {
    const fixed = settings
      .filter(({ path, quantity }) => path.startsWith('innovations.0.') && quantity.fixed)
      .map(({ path }) => path);
    expect([...names].sort()).toEqual(fixed.sort());
    expect(problemsOf({ 'innovations.0.coaching': 0 })).toEqual([]);
  });
});

const commands: readonly CommandUnknownOpts[] = allCommands;

/** The words of each command line shown, without the comment after it. */
const lines = ofLanguage('sh').flatMap(({ file, text }) =>
  text.split('\n').flatMap((line) => {
    const words = line
      .replace(/\s+#.*$/, '')
      .trim()
      .split(/\s+/);
    return words[0] === 'npx' && words[1] === 'taking-root' ? [[`${file}: ${words.join(' ')}`, words.slice(2)] as const] : [];
  }),
);

describe('command lines', () => {
  test('every command of the program is shown', () => {
    const shown = new Set(lines.map(([, [name]]) => name));
    expect(commands.map((command) => command.name()).filter((name) => !shown.has(name))).toEqual([]);
  });

  test.each(lines)('%s is one that the program knows', (_, [name, ...words]) => {
    const command = commands.find((one) => one.name() === name);
    expect(command, name).toBeDefined();
    const options = new Map(
      command!.options.flatMap((option) => [option.short, option.long].map((flag) => [flag, option] as const)),
    );
    const places: string[] = [];
    for (let i = 0; i < words.length; i++) {
      if (!words[i].startsWith('-')) {
        places.push(words[i]);
        continue;
      }
      expect([...options.keys()]).toContain(words[i]);
      if (!options.get(words[i])!.required) continue;
      if (words[i] === '--set') expect(slotOf(words[i + 1].split('=')[0])).toBeGreaterThanOrEqual(0);
      i++;
    }
    const shelves: Readonly<Record<string, string>> = {
      scenario: 'scenarios',
      a: 'scenarios',
      b: 'scenarios',
      study: 'scenarios/studies',
    };
    const lost = places.filter((place, i) => {
      const argument = command!.registeredArguments[Math.min(i, command!.registeredArguments.length - 1)];
      const shelf = shelves[argument.name()];
      return shelf !== undefined && !/[./]/.test(place) && !existsSync(`${shelf}/${place}.json`);
    });
    expect(lost).toEqual([]);
    if (name === 'list') expect(command!.registeredArguments[0].argChoices).toContain(places[0]);
  });
});

describe('the README', () => {
  const readme = textOf('README.md');

  test('names the rooms that stand', () => {
    const [tree] = blocks.filter(({ file, language }) => file === 'README.md' && language === '');
    const rooms = tree.text.split('\n').flatMap((line) => line.split(' ')[0] || []);
    expect(rooms.length).toBeGreaterThan(8);
    expect(rooms.filter((room) => !existsSync(room))).toEqual([]);
  });

  test('uses what the library exports', async () => {
    const [example] = ofLanguage('js');
    const names = /import \{ ([^}]+) \}/.exec(example.text)![1].split(', ');
    const library = await import('../cli/library.ts');
    expect(names.filter((name) => !(name in library))).toEqual([]);
  });

  test('counts the shipped scenarios', () => {
    const count = readdirSync('scenarios').filter((file) => file.endsWith('.json') && file !== 'scenario.schema.json').length;
    expect(readme).toContain(
      `${['nineteen', 'twenty', 'twenty-one', 'twenty-two', 'twenty-three', 'twenty-four', 'twenty-five'][count - 19]} that are ready to run`,
    );
  });
});

describe('what the README says has been checked', () => {
  const [, table] = /^## What has been checked.*?\n(\|.*?)\n\n/ms.exec(textOf('README.md'))!;
  const rows = table
    .split('\n')
    .slice(2)
    .map((line) => ({
      document: /\]\(([^)]+)\)/.exec(line)![1],
      commands: [...line.matchAll(/npm run (\w+)/g)].map(([, name]) => name),
    }));

  test('names every document that is not written by hand', () => {
    const byHand = documents.filter((file) => file.startsWith('docs/'));
    const written = readdirSync('docs')
      .map((file) => `docs/${file}`)
      .filter((file) => file.endsWith('.md') && !byHand.includes(file));
    expect(rows.map(({ document }) => document).sort()).toEqual(written.sort());
  });

  test('names commands that there are', () => {
    const { scripts } = JSON.parse(textOf('package.json')) as { readonly scripts: object };
    const commands = rows.flatMap(({ commands }) => commands);
    expect(commands.length).toBeGreaterThanOrEqual(rows.length);
    expect(commands.filter((name) => !(name in scripts))).toEqual([]);
  });
});

test.each(documents)('every link of %s leads somewhere', (file) => {
  const links = [...textOf(file).matchAll(/\]\(([^)\s]+)\)/g)].map(([, to]) => to).filter((to) => !/^[a-z]+:/.test(to));
  const lost = links.filter((to) => {
    const [path, anchor] = to.split('#');
    const target = path === '' ? file : join(dirname(file), path);
    if (!existsSync(target)) return true;
    const heads = [...textOf(target).matchAll(/^#+ (.+)$/gm)].map(([, head]) =>
      head
        .toLowerCase()
        .replace(/[^\w ]/g, '')
        .replaceAll(' ', '-'),
    );
    return anchor !== undefined && !heads.includes(anchor);
  });
  expect(lost).toEqual([]);
});
