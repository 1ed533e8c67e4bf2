import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { analyzeCommand } from '../cli/commands/analyze.ts';
import { collectCommand } from '../cli/commands/collect.ts';
import { BadInput } from '../cli/problems.ts';
import { screenLines } from '../cli/report/answertable.ts';
import { hubverseColumns } from '../formats/index.ts';
import { quantile } from '../sim/index.ts';
import type { MattersAnswer, TogetherAnswer } from '../study/index.ts';
import { filled, made, mixes } from './filled.ts';
import { newStudyFolder } from './study.ts';

afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = 0;
});

/** What a command prints, called as from a terminal. */
async function said(command: { parseAsync: typeof analyzeCommand.parseAsync }, ...words: readonly string[]): Promise<string> {
  let text = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((piece) => {
    text += piece;
    return true;
  });
  await command.parseAsync([...words], { from: 'user' });
  return text;
}

const { dir } = filled(mixes, made);

interface Told {
  readonly sentence: string;
  readonly cautions: readonly string[];
}

const answered = async <A>(...words: readonly string[]): Promise<A & Told> =>
  JSON.parse(await said(analyzeCommand, dir, '--json', ...words)) as A & Told;

describe('analyze', () => {
  test('which inputs matter: effects as they were put in, with ranges that hold them', async () => {
    const { inputs, sentence } = await answered<MattersAnswer>('-q', 'matters');
    expect(inputs.slice(0, 2).map(({ name }) => name)).toEqual(['champions', 'alliances']);
    const [champions, alliances, ...others] = inputs;
    // Luck is the same at every point, so that it leaves effects alone.
    expect(champions.alone.value).toBeCloseTo(0.3, 9);
    expect(champions.withOthers.value).toBeCloseTo(0.3 + 0.16 / 2, 9);
    expect(alliances.withOthers.value).toBeCloseTo(0.12 + 0.16 / 2, 9);
    for (const { withOthers } of others) expect(withOthers.value).toBeCloseTo(0, 9);
    expect(sentence).toMatch(/Champions, leaders.*\+38 in 100/);
  });

  test('what works together: the one pair that was put in', async () => {
    const { pairs } = await answered<TogetherAnswer>('-q', 'together');
    const [first, ...others] = pairs;
    expect([first.a.name, first.b.name].sort()).toEqual(['alliances', 'champions']);
    expect(first.effect.value).toBeCloseTo(0.16, 9);
    expect(first.isBeyondNoise).toBe(true);
    for (const { effect } of others) expect(effect.value).toBeCloseTo(0, 9);
  });

  test('prints sentence, table and what to bear in mind; writes picture, table and numbers', async () => {
    const out = newStudyFolder();
    const text = await said(analyzeCommand, dir, '-q', 'matters', '--out', out);
    expect(text).toMatch(/^“Schools that use it well, year 2” is moved most by Champions, leaders/);
    expect(text).toMatch(/champions .*0\.38 \(0\.38 to 0\.38\)/);
    expect(text).toContain('The order has settled');
    const [header, ...rows] = readFileSync(join(out, 'answer.csv'), 'utf8').trim().split('\n');
    expect(header.split(',').slice(0, 4)).toEqual(['input', 'label', 'grade', 'alone']);
    expect(rows).toHaveLength(mixes.factors.length);
    expect(JSON.parse(readFileSync(join(out, 'answer.json'), 'utf8')).question).toBe('matters');
    const svg = readFileSync(join(out, 'answer.svg'), 'utf8');
    expect(svg).toMatch(/^<svg xmlns/);
    // Other viewers of SVG than browsers know no variables.
    expect(svg).not.toContain('var(');
  });

  test.each([
    [['-q', 'matters', '--outcome', 'wel'], /outcome.*well, gap/],
    [['-q', 'fails', '--target', 'much'], /--target: found "much", expected a number/],
    [['-q', 'takes', '--reliability', '90'], /--reliability: found 90, expected a share/],
    [['-q', 'holds'], /--question holds: /],
  ])('refuses %j in a sentence', async (words, sentence) => {
    await expect(said(analyzeCommand, dir, ...words)).rejects.toThrow(BadInput);
    await expect(said(analyzeCommand, dir, ...words)).rejects.toThrow(sentence);
  });

  test('a long table is cut on the screen, and says by how much', () => {
    const rows = Array.from({ length: 91 }, (_, i) => [`pair ${i}`, i]);
    const lines = screenLines({ columns: ['pair', 'effect'], rows });
    expect(lines.at(-1)).toMatch(/^… and 67 rows more/);
    expect(lines).toHaveLength(1 + 24 + 1);
  });
});

describe('hubverse', () => {
  const facts = { model: 'TakingRoot-1', inputs: ['champions'], outcomes: ['well'] };
  const futures = [0.5, 0.1, 0.9, 0.3, Number.NaN];
  const columns = hubverseColumns(facts, [{ point: 3, inputs: [0.2], outcomes: [futures] }]);
  const column = (name: string): (number | string | null)[] => [...columns.find((one) => one.name === name)!.values];

  test('a row a level: quantiles over the futures that have a value', () => {
    expect(columns.map(({ name }) => name)).toEqual([
      ...['model_id', 'scenario_id', 'champions', 'target', 'output_type', 'output_type_id', 'value'],
    ]);
    expect(column('output_type')).toEqual(Array(5).fill('quantile'));
    const sorted = Float64Array.of(0.1, 0.3, 0.5, 0.9);
    const levels = column('output_type_id') as number[];
    expect(column('value')).toEqual(levels.map((level) => quantile(sorted, level)));
  });

  test('an outcome that no future has gives no rows', () => {
    expect(hubverseColumns(facts, [{ point: 0, inputs: [1], outcomes: [[Number.NaN]] }])[0].values).toHaveLength(0);
  });

  /** The table as collect writes it: its names, and the cells of each row. */
  async function collected(): Promise<{ readonly names: readonly string[]; readonly cells: readonly string[][] }> {
    await said(collectCommand as never, dir, '--format', 'hubverse');
    const [names, ...cells] = readFileSync(join(dir, 'results-hubverse.csv'), 'utf8')
      .trim()
      .split('\n')
      .map((row) => row.split(','));
    return { names, cells };
  }

  test('collect writes it where it is asked for, and says what its columns mean', async () => {
    const { names, cells } = await collected();
    expect(cells).toHaveLength(16 * 2 * 5);
    const at = (name: string) => names.indexOf(name);
    // All futures of the mix with champions and alliances high lie around 78 in 100.
    const high = cells.filter(
      (row) => row[at('champions')] === '0.8' && row[at('alliances')] === '0.8' && row[at('target')] === 'well',
    );
    for (const row of high) expect(Math.abs(Number(row[at('value')]) - 0.78)).toBeLessThanOrEqual(0.02);
    const dictionary = readFileSync(join(dir, 'dictionary.csv'), 'utf8');
    for (const name of names) expect(dictionary).toMatch(new RegExp(`^${name},`, 'm'));
  });

  test('its rows pass what hubs check of a submission of quantiles', async () => {
    const { names, cells } = await collected();
    const tasks = new Map<string, { readonly level: number; readonly value: number }[]>();
    for (const row of cells) {
      const { output_type_id, value, ...task } = Object.fromEntries(row.map((text, i) => [names[i], text]));
      // What splits a model's name into its team's and its own allows nothing else.
      expect(task.model_id).toMatch(/^[a-zA-Z0-9_+]{1,15}-[a-zA-Z0-9_+]{1,15}$/);
      expect(task.output_type).toBe('quantile');
      const key = JSON.stringify(task);
      tasks.set(key, [...(tasks.get(key) ?? []), { level: Number(output_type_id), value: Number(value) }]);
    }
    const [first] = tasks.values();
    for (const [task, quantiles] of tasks) {
      // Every task has the same levels, each once and inside (0, 1), and no quantile lies below one of a lower level.
      expect(
        quantiles.map(({ level }) => level),
        task,
      ).toEqual(first.map(({ level }) => level));
      for (const [i, { level, value }] of quantiles.entries()) {
        expect(Number.isFinite(value) && level > (quantiles[i - 1]?.level ?? 0) && level < 1, task).toBe(true);
        if (i > 0) expect(value, task).toBeGreaterThanOrEqual(quantiles[i - 1].value);
      }
    }
  });

  test('an input with the name of a column of its own is refused', async () => {
    const clash = { ...mixes, factors: [{ name: 'value', path: 'ingredients.champions', levels: [0.2, 0.8] }] };
    const folder = filled(clash, () => ({ outcomes: [0, 0] }));
    await expect(said(collectCommand as never, folder.dir, '--format', 'hubverse')).rejects.toThrow(/column "value" of its own/);
  });
});
