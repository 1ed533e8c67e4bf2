import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  brokenDown,
  clusterColumns,
  districtColumns,
  educatorColumns,
  innovationColumns,
  metrics,
  schoolColumns,
  settings,
  systemColumns,
  systemQuantities,
  timeColumn,
  timesTo,
} from '../sim/index.ts';
import { parseStudy } from '../study/index.ts';

const tables = {
  educators: educatorColumns,
  schools: schoolColumns,
  districts: districtColumns,
  clusters: clusterColumns,
  innovations: innovationColumns,
  state: systemColumns,
};

/** Names of the scenarios or studies of a folder. */
function namesIn(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((file) => /^([\w-]+)\.json$/.exec(file)?.[1] ?? []);
}

/** Measures that only some runs have. */
const rare = brokenDown({
  scenarioInnovations: 1,
  system: { districtNames: [''], regionNames: ['', ''] },
  moved: { has: () => true },
  picked: { rollouts: [] },
});

/** What each column of a home may name. */
const known = {
  'set by': new Set([
    ...settings.map(({ path }) => path),
    ...Object.keys(systemQuantities).map((name) => `system.statistics.${name}`),
  ]),
  'held in': new Set(
    Object.entries(tables).flatMap(([table, columns]) => Object.keys(columns).map((name) => `${table}.${name}`)),
  ),
  'measured by': new Set([...[...metrics, ...rare].map(({ name }) => name), ...timesTo.map(timeColumn)]),
  'seen in': new Set(['scenarios', 'scenarios/studies'].flatMap(namesIn)),
} as const;

type Row = Readonly<Record<string, string>>;

/** The rows of all tables of a document, by the heads of their columns. */
function rowsOf(text: string): readonly Row[] {
  const rows: Row[] = [];
  let heads: readonly string[] | undefined;
  for (const line of text.split('\n')) {
    if (!line.startsWith('|')) heads = undefined;
    else if (!/^\|[-| ]+$/.test(line)) {
      const cells = line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim());
      if (heads) rows.push(Object.fromEntries(heads.map((head, i) => [head, cells[i] ?? ''])));
      else heads = cells;
    }
  }
  return rows;
}

const quoted = (text: string): readonly string[] => [...text.matchAll(/`([^`]+)`/g)].map(([, name]) => name);
const listed = (text: string): readonly string[] => text.split(', ').filter((name) => name !== '');

const text = readFileSync('docs/concepts.md', 'utf8');
const rows = rowsOf(text);
const homes = rows.filter((row) => 'code' in row);
const owed = rows.filter((row) => 'what is missing' in row);

describe('docs/concepts.md names what is there', () => {
  test('it has homes and debts', () => {
    expect(homes.length).toBeGreaterThan(100);
    expect(owed.length).toBeGreaterThan(0);
  });

  test('every file of a home exists, and every home has one', () => {
    const lost = homes.flatMap(({ id, code }) => {
      const files = quoted(code);
      return files.length === 0 ? [`${id}: no file`] : files.filter((file) => !existsSync(file)).map((file) => `${id}: ${file}`);
    });
    expect(lost).toEqual([]);
  });

  test.each(Object.entries(known))('every name under “%s” exists', (head, names: ReadonlySet<string>) => {
    const namesOf = head === 'seen in' ? listed : quoted;
    const lost = homes.flatMap((row) => namesOf(row[head]).flatMap((name) => (names.has(name) ? [] : [`${row.id}: ${name}`])));
    expect(lost).toEqual([]);
  });

  test('a study in which a concept is seen moves a setting that the concept is set by', () => {
    const studies = new Map(namesIn('scenarios/studies').map((name) => [name, pathsOf(name)]));
    const still = homes.flatMap((row) =>
      listed(row['seen in']).flatMap((name) => {
        const moved = studies.get(name);
        return !moved || quoted(row['set by']).some((path) => moved.has(path)) ? [] : [`${row.id}: ${name}`];
      }),
    );
    expect(still).toEqual([]);
  });

  test('what a debt names exists, too', () => {
    const all = new Set(Object.values(known).flatMap((names) => [...names]));
    const lost = owed
      .flatMap((row) => [...quoted(row['what there is']), ...quoted(row['what is missing'])])
      .filter((name) => name !== 'parameters.' && !all.has(name) && !existsSync(name));
    expect(lost).toEqual([]);
  });

  test('no concept is homed twice, or both at home and owed', () => {
    const ids = rows.map(({ id }) => id);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  });
});

/** Settings that a shipped study moves. */
function pathsOf(name: string): ReadonlySet<string> {
  const parsed = parseStudy(JSON.parse(readFileSync(`scenarios/studies/${name}.json`, 'utf8')));
  if (!parsed.ok) throw new Error(`${name}: expected a study`);
  return new Set(parsed.value.factors.flatMap((factor) => ('paths' in factor ? factor.paths : [])));
}

const LIST = '../shared/design/evidence/concepts.csv';

describe.skipIf(!existsSync(LIST))(`docs/concepts.md is complete (needs ${LIST})`, () => {
  const required = existsSync(LIST)
    ? readFileSync(LIST, 'utf8')
        .split('\n')
        .filter((line) => /,[MS]\r?$/.test(line))
        .map((line) => line.slice(0, line.indexOf(',')))
    : [];

  test('the list of concepts has been read', () => expect(required.length).toBeGreaterThan(170));

  test('every concept that must or should exist has a home or is owed', () => {
    const answered = new Set(rows.map(({ id }) => id));
    expect(required.filter((id) => !answered.has(id))).toEqual([]);
  });

  test('every such home names a scenario or a study in which it is seen', () => {
    const unseen = homes.filter((row) => required.includes(row.id) && listed(row['seen in']).length === 0);
    expect(unseen.map(({ id }) => id)).toEqual([]);
  });
});
