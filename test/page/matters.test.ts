/** What matters in the built page: on a small system the first answer is there in seconds; files of results are read and refused. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeLink } from '../../formats/link.ts';
import { MODEL_VERSION } from '../../sim/index.ts';
import { axed } from './axed.ts';
import { firstPlan, lever, soon } from './deeds.ts';
import { type House, isThere, openHouse, skipped } from './open.ts';

const SMALL = 0.12;

/** An address that opens What matters on a small part of the first plan's schools. */
function address(): string {
  const a = { ...firstPlan(), system: { preset: 'made-up' as const, sample: SMALL }, years: 6 };
  return `#${writeLink({ model: MODEL_VERSION, a, year: 6, future: 0, at: 'matters', asked: 'depth' })}`;
}

/** A full factorial of four ingredients, in which champions do most, the second nothing, and the last two only together. */
function results(): string {
  const names = ['champions', 'technology', 'alliances', 'betterData'];
  const rows = Array.from({ length: 32 }, (_, run) => {
    const [point, k] = [Math.floor(run / 2), run % 2];
    const bits = names.map((_, j) => (point >> j) & 1);
    const well = 0.1 + 0.4 * bits[0] + 0.2 * bits[2] * bits[3] + 0.001 * ((run * 7) % 5) + 0.0001 * k;
    return [run, point, k, 'ok', '', ...bits.map((bit) => (bit ? 0.8 : 0.2)), well, `d${run}`].join(',');
  });
  return `${['run,point,replicate,status,reason', ...names, 'well,digest'].join(',')}\n${rows.join('\n')}\n`;
}

const file = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
const choose = (page: Page, given: ReturnType<typeof file>): Promise<void> =>
  page.locator('.matters-tools input[type=file]').setInputFiles(given);
const rows = (page: Page) => page.locator('.moves-row .chart-said').allInnerTexts();

describe.skipIf(!isThere)(`what matters${skipped}`, () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house?.close());

  test('is one step from Explore and one step back, and its address opens it again', async () => {
    const { page, faults } = await house.open({ reducedMotion: 'reduce' });
    const place = page.getByRole('navigation', { name: 'Parts of the page' });
    await place.getByRole('button', { name: 'What matters' }).click();
    await page.getByRole('heading', { name: 'What moves it most' }).waitFor();
    await expect.poll(() => new URL(page.url()).hash, soon).not.toBe('');
    const link = new URL(page.url()).hash;
    await page.goBack();
    await page.getByRole('heading', { name: 'What moves it most' }).waitFor({ state: 'detached' });
    const other = await house.open({}, link);
    await other.page.getByRole('heading', { name: 'What moves it most' }).waitFor();
    expect([...faults, ...other.faults]).toEqual([]);
    await Promise.all([page.context().close(), other.page.context().close()]);
  });

  test('ranks every setting after its first mixes, and leads back to the plan with one of them changed', async () => {
    const { page, faults } = await house.open({}, address());
    await page.locator('.moves-row').first().waitFor({ timeout: 90_000 });
    expect(await rows(page)).toHaveLength(16);
    const pause = page.getByRole('button', { name: 'Pause' });
    if (await pause.isVisible()) await pause.click();
    const row = page.getByRole('button', { name: /Money that can flex: try it in the plan$/ });
    await row.click();
    await page.locator('.matters-try').getByRole('button', { name: 'strong', exact: true }).click();
    await page.locator('.explore').waitFor();
    const all = page.getByRole('button', { name: /^All \d+ ingredients/ });
    if (await all.isVisible()) await all.click();
    expect(Number(await lever(page, 'ingredients.flexibleFinancing').inputValue())).toBe(0.8);
    await page.getByRole('button', { name: 'What matters' }).click();
    // What was varied may be changed in the plan without anything being run again.
    await page.locator('.moves-row').first().waitFor({ timeout: 5000 });
    expect(faults).toEqual([]);
    await page.context().close();
  }, 150_000);

  test('reads a file of results in place of its own study, and refuses others in words', async () => {
    const { page, faults } = await house.open({}, address());
    await page.getByRole('button', { name: 'Open results' }).waitFor();
    await choose(page, file('results.csv', results()));
    await page.getByText('32 futures of 16 points, from results.csv.').waitFor();
    await expect.poll(() => rows(page), soon).toHaveLength(4);
    expect((await rows(page))[0]).toBe('Champions, leaders');
    await page.getByText(/Partners pull together \+ Data teachers can use/).waitFor();
    await choose(page, file('results.csv', results().replace('digest', 'sum')));
    const notice = page.getByRole('status').filter({ hasText: 'could not be used' });
    expect(await notice.innerText()).toContain('no column named digest');
    await page.getByRole('button', { name: 'Back to the page’s own study' }).click();
    await page.getByRole('button', { name: 'Change the mix' }).waitFor();
    expect(faults).toEqual([]);
    await page.context().close();
  }, 60_000);

  test('has a table behind every picture that says what the picture says', async () => {
    const { page } = await house.open({}, address());
    await page.getByRole('button', { name: 'Open results' }).waitFor();
    await choose(page, file('results.csv', results()));
    await page.getByRole('button', { name: 'Table: What moves it most' }).click();
    const table = page.locator('.moves table');
    await table.waitFor();
    const [setting, , , change] = await table.locator('tbody tr').first().locator('th, td').allInnerTexts();
    expect(setting).toBe('Champions, leaders');
    expect(Number(change)).toBeCloseTo(0.4, 2);
    await page.context().close();
  });

  test('fits every width, and axe finds nothing in any look', async () => {
    const { page } = await house.open({ reducedMotion: 'reduce' }, address());
    await page.locator('.moves-row').first().waitFor({ timeout: 90_000 });
    const pause = page.getByRole('button', { name: 'Pause' });
    if (await pause.isVisible()) await pause.click();
    await page.locator('.moves-name').first().click();
    const lines: string[] = [];
    for (const width of [320, 390, 1024, 1440, 1920]) {
      await page.setViewportSize({ width, height: 900 });
      await page.evaluate(() => new Promise((settle) => requestAnimationFrame(() => requestAnimationFrame(settle))));
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (wide > 0) lines.push(`${width}: ${wide} pixels too wide`);
      if (width !== 390 && width !== 1440) continue;
      await page.evaluate(() => scrollTo(0, 0)); // what has gone half under the bar is no smaller target
      lines.push(...(await axed(page, String(width))));
    }
    expect(lines).toEqual([]);
    await page.context().close();
  }, 180_000);
});
