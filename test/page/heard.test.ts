import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { futures, lever, linkOfTwo, saying, soon } from './deeds.ts';
import { type House, isThere, openHouse, skipped } from './open.ts';

const plain = (text: string | null): string => (text ?? '').replace(/\s+/g, ' ').trim();

/** The rows of a chart's table as text, the head first; the chart shows its picture again afterwards. */
async function tableOf(figure: Locator): Promise<string[][]> {
  await figure.getByRole('button', { name: /^Table: / }).click();
  const rows = await figure
    .getByRole('table')
    .first()
    .evaluate((table) => [...(table as HTMLTableElement).rows].map((row) => [...row.cells].map(({ innerText }) => innerText)));
  await figure.getByRole('button', { name: 'Close' }).click();
  return rows;
}

describe.skipIf(!isThere)(`the page as it is heard${skipped}`, () => {
  let house: House;
  let page: Page;
  beforeAll(async () => {
    house = await openHouse();
    ({ page } = await house.open());
    await page.getByRole('button', { name: 'Play from year 5' }).waitFor();
  });
  afterAll(() => house?.close());

  test('the sentence is spoken when a lever is let go, not while it is held', async () => {
    const spoken = page.locator('.explore-saying > [aria-live=polite]');
    await expect.poll(async () => plain(await spoken.textContent()), soon).toBe(plain(await saying(page)));
    const before = await spoken.textContent();
    const box = (await lever(page, 'ingredients.elevatingTeachers').boundingBox())!;
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    for (let x = 0; x < 6; x++) {
      await page.mouse.move(box.x + box.width * (0.5 + x / 12), box.y + box.height / 2);
      await page.waitForTimeout(60);
    }
    await futures(page);
    await page.waitForTimeout(1000);
    expect(plain(await saying(page))).not.toBe(plain(before));
    expect(await spoken.textContent()).toBe(before);
    await page.mouse.up();
    await expect.poll(async () => plain(await spoken.textContent()), soon).not.toBe(plain(before));
    await futures(page, 200);
    await expect.poll(async () => plain(await spoken.textContent()), soon).toBe(plain(await saying(page)));
  });

  test('the map has a name that says how things stand, and one tab stop', async () => {
    const map = page.getByRole('application');
    expect(await map.getAttribute('aria-label')).toMatch(
      /^Map\. Year 5: of 212 schools, \d+ use it, \d+ use it well, .+ Arrow keys/,
    );
    expect(await page.locator('.map').locator('a, button, input, select, [tabindex="0"]').count()).toBe(1);
  });

  test('every slider says its value in words', async () => {
    const levers = await page
      .locator('[data-path] input[type=range]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('aria-valuetext')));
    expect(levers.length).toBeGreaterThanOrEqual(5);
    for (const said of levers) expect(said).toMatch(/^(absent|weak|some|strong|very strong), \d+ of 100/);
    const others = await page.getByRole('slider').evaluateAll((all) => all.map((one) => one.getAttribute('aria-valuetext')));
    for (const said of others) expect(said).toMatch(/[a-z]/);
  });

  test('every figure of two plans has a name, a summary and a table', async () => {
    await page.goto(house.address + linkOfTwo());
    await page.getByRole('tab').nth(1).waitFor();
    await futures(page, 200);
    const figures = page.getByRole('figure');
    const count = await figures.count();
    expect(count).toBeGreaterThanOrEqual(3);
    const snapshot = await page.locator('main').ariaSnapshot();
    expect(snapshot.match(/figure "/g)).toHaveLength(count);
    for (let i = 0; i < count; i++) {
      const figure = figures.nth(i);
      const summaries = await figure
        .getByRole('img')
        .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''));
      expect(summaries.some((said) => said.length > 30)).toBe(true);
      const [head, ...rows] = await tableOf(figure);
      expect(rows.length).toBeGreaterThan(1);
      for (const row of rows) expect(row).toHaveLength(head.length);
    }
  });

  test('the table of a fan has the numbers that are drawn and said', async () => {
    const fan = page.locator('figure.fan').first();
    const drawn = await fan.evaluate((figure) => {
      const numbers = (d: string | null): number[] => (d?.match(/-?\d+(\.\d+)?(e-\d+)?/g) ?? []).map(Number);
      const grid = [...figure.querySelectorAll('.chart-grid')].map((path) => numbers(path.getAttribute('d'))[1]);
      const [top, bottom] = [Math.min(...grid), Math.max(...grid)];
      const ends = [...figure.querySelectorAll('.fan-thin.fan-uses')].map((path) => numbers(path.getAttribute('d')).at(-1)!);
      return ends.map((y) => (100 * (bottom - y)) / (bottom - top));
    });
    const summary = await fan.getByRole('img').first().getAttribute('aria-label');
    const [head, ...rows] = await tableOf(fan);
    const last = rows.at(-1)!.map(Number);
    const written = head.flatMap((name, i) => (/^use it: future \d/.test(name) ? [last[i]] : []));
    expect(drawn).toHaveLength(written.length);
    expect(written.length).toBeGreaterThan(3);
    const sorted = (values: number[]): number[] => [...values].sort((a, b) => a - b);
    sorted(drawn).forEach((value, i) => {
      expect(value).toBeCloseTo(sorted(written)[i], 0);
    });
    const [, year, low, high] = /By year (\d+), \d+ in 100 use it \((\d+) to (\d+) in 9/.exec(summary!)!.map(Number);
    const then = rows.map((row) => row.map(Number)).find(([at]) => at === year)!;
    // Said in whole numbers, written to a tenth, each from the same number: apart by what both roundings leave.
    const roundings = 0.5 + 0.05 + 1e-9;
    expect(Math.abs(then[head.indexOf('use it: 9 in 10, low')] - low)).toBeLessThanOrEqual(roundings);
    expect(Math.abs(then[head.indexOf('use it: 9 in 10, high')] - high)).toBeLessThanOrEqual(roundings);
  });

  test('marks that are counted are those of the table', async () => {
    const figure = page.locator('figure.outcomes');
    const [head, ...rows] = await tableOf(figure);
    const marks = (row: string[]): number[] => row.filter((_, i) => head[i].startsWith('Mark')).map(Number);
    const [a, b] = rows.filter(([outcome]) => outcome.startsWith('Reach')).map(marks);
    const outcome = figure.locator('.outcome').first();
    expect(await outcome.locator('.dots-a > path').count()).toBeGreaterThanOrEqual(20);
    const threshold = outcome.getByRole('slider');
    await threshold.press('ArrowRight');
    await outcome.getByText(/in 20 pass/).waitFor();
    const said = (await outcome.locator('.outcome-win').textContent())!;
    expect(await threshold.getAttribute('aria-valuetext')).toBe(said);
    const edge =
      (100 * Number(await threshold.getAttribute('aria-valuenow'))) / Number(await threshold.getAttribute('aria-valuemax'));
    const [, ofA, ofB] = /A (\d+), B (\d+) in 20 pass/.exec(said)!.map(Number);
    // The table is rounded to a tenth.
    const passing = (of: number[], from: number): number => of.filter((mark) => mark >= from).length;
    for (const [counted, of] of [
      [ofA, a],
      [ofB, b],
    ] as const) {
      expect(counted).toBeLessThanOrEqual(passing(of, edge - 0.051));
      expect(counted).toBeGreaterThanOrEqual(passing(of, edge + 0.051));
    }
  });
});
