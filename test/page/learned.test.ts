/** What learning loops recommend, in the built page: the words of the engine's own log for the future on the map, and nothing where no loop turned. */
import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeLink } from '../../formats/link.ts';
import { compile, MODEL_VERSION, type Scenario, simulate } from '../../sim/index.ts';
import { recommendationsOf } from '../../words/index.ts';
import { firstPlan, futures, linkOfTwo, soon, tabTo } from './deeds.ts';
import { type House, isThere, openHouse, skipped } from './open.ts';

const NAMES = ['Reading together'];
const lab: Scenario = { ...firstPlan(), title: 'Learn and adjust yearly', strategy: { kind: 'lab' } };
const addressOf = (a: Scenario): string => `#${writeLink({ model: MODEL_VERSION, a, year: 10, future: 0 })}`;
const cyclesOf = (plan: Scenario, replicate: number) => simulate(compile(plan), { replicate }).cycles!;

/** The recommendations on the screen, a line each. */
const lines = (page: Page): Promise<string[]> => page.locator('.learned h4, .learned li').allInnerTexts();

/** The rows of the table behind them, the head first. */
const rowsOf = (table: Locator): Promise<string[][]> =>
  table.evaluate((one) => [...(one as HTMLTableElement).rows].map((row) => [...row.cells].map(({ innerText }) => innerText)));

describe.skipIf(!isThere)(`recommendations${skipped}`, () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house?.close());

  test('of a lab stand open, are those of the future on the map, and have a table', async () => {
    const { page, faults } = await house.open({}, addressOf(lab));
    for (const future of [0, 1]) {
      await page.getByRole('heading', { name: `What its learning loop recommends, in future ${future + 1}` }).waitFor();
      const expected = recommendationsOf(cyclesOf(lab, future), NAMES);
      expect(expected.length).toBeGreaterThan(4);
      await expect.poll(() => lines(page), soon).toEqual(expected);
      await page.getByRole('button', { name: 'Another possible future' }).click();
    }
    await futures(page, 64);
    expect(await page.locator('.learned figcaption').innerText()).toMatch(
      /Over \d+ futures \d\.\d changes are kept on average; \d+ in 100 of them do harm\./,
    );
    const title = 'What its learning loop recommends, in future 3';
    await page.getByRole('button', { name: `Table: ${title}` }).click();
    const cycles = cyclesOf(lab, 2);
    const [head, ...rows] = await rowsOf(page.locator('.learned table'));
    expect(head.slice(2, 4)).toEqual(['As measured, SD a year', 'In truth, SD a year']);
    expect(rows.map(([year, , , , was]) => [Number(year), was])).toEqual(
      cycles.map(({ year, kept }) => [year, kept ? 'kept' : 'dropped']),
    );
    expect(await page.getByRole('button', { name: `Save “${title}” as` }).allInnerTexts()).toEqual(['CSV']);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: `Save “${title}” as CSV` }).click(),
    ]);
    const [, ...saved] = readFileSync(await download.path(), 'utf8')
      .trim()
      .split('\n');
    expect(saved.map((line) => Number(line.split(',')[2]))).toEqual(cycles.map(({ measured }) => measured));
    expect(faults).toEqual([]);
  });

  test('of other plans are opened by key, both plans’ each under its name', async () => {
    const { page, faults } = await house.open({}, linkOfTwo());
    await futures(page);
    await page.locator('.learned').waitFor();
    expect(await lines(page)).toEqual([]);
    await tabTo(page, /^What its learning loop recommends, in future 1$/, 'Shift+Tab');
    await page.keyboard.press('Enter');
    const a = firstPlan();
    const both = [a, { ...a, strategy: { kind: 'mandate' } }].flatMap((plan) => recommendationsOf(cyclesOf(plan, 0), NAMES));
    await expect.poll(() => lines(page), soon).toEqual(both);
    expect(await page.locator('.learned h3').allInnerTexts()).toEqual(['A\nGrow from clusters', 'B\nEveryone at once']);
    expect(faults).toEqual([]);
  });

  test('are not there where no loop turned', async () => {
    const still: Scenario = { ...firstPlan(), parameters: { learning: { often: 0 } } };
    expect(cyclesOf(still, 0)).toEqual([]);
    const { page } = await house.open({}, addressOf(still));
    await futures(page, 64);
    expect(await page.locator('.outcomes').count()).toBe(1);
    expect(await page.locator('.learned').count()).toBe(0);
  });
});
