import { existsSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { focused, futures, saying, soon, tabTo } from './deeds.ts';
import { type House, isThere, openHouse, skipped } from './open.ts';

/** Schools of two provinces, where somebody put them beside the checkout. */
const FILE = '../shared/data/schools/south_africa_schools.csv';
const isHere = isThere && existsSync(FILE);
const why = isThere ? (isHere ? '' : ` (skipped: there is no ${FILE})`) : skipped;

const sizes = [
  { width: 1440, height: 900 },
  { width: 1024, height: 768 },
  { width: 390, height: 844 },
  { width: 1920, height: 1080 },
];

const press = (page: Page, key: string): Promise<void> => page.keyboard.press(key);

/** Goes to what has a name by Tab, and presses it. */
async function use(page: Page, name: RegExp): Promise<void> {
  await tabTo(page, name);
  await press(page, 'Enter');
}

/** Schools come from a file that is chosen by keyboard, from the menu on. */
async function bringSchools(page: Page): Promise<void> {
  await use(page, /^Look, language, schools and files$/);
  await use(page, /^Schools$/);
  await page.locator('.panel-systems').waitFor();
  const isAtField = () => page.evaluate(() => document.activeElement?.matches('.systems-drop input') ?? false);
  for (let pressed = 0; pressed < 60 && !(await isAtField()); pressed++) await press(page, 'Tab');
  expect(await isAtField()).toBe(true);
  await page.locator('.systems-drop input').setInputFiles(FILE); // what the system's own window for files would do
  await page.getByRole('button', { name: 'Use these schools' }).waitFor({ timeout: 60_000 });
  await use(page, /^Use these schools$/);
  await page.locator('.panel-systems').waitFor({ state: 'detached', timeout: 60_000 });
}

describe.skipIf(!isHere)(`a visitor with schools of their own${why}`, () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house?.close());

  test.each(sizes)(
    'by keyboard, with the network off, at $width by $height: own schools, a lever, a second plan, a school, the brief, a link',
    async (viewport) => {
      const { page, faults } = await house.open({ viewport, reducedMotion: 'reduce' });
      await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
      await page.context().setOffline(true);
      await page.reload();
      await page.getByRole('button', { name: 'One year on' }).waitFor({ state: 'attached' });
      await bringSchools(page);
      await page.getByText(/\d schools from your file/).waitFor();
      await futures(page, 4, 120_000);

      const isSmall = viewport.width < 900;
      const before = await saying(page);
      if (isSmall) await use(page, /^Change the plan$/);
      await tabTo(page, isSmall ? /^Everyone at once|^Grow from clusters/ : /^Teachers supported/);
      await press(page, isSmall ? 'ArrowLeft' : 'End');
      await expect.poll(() => saying(page), { timeout: 60_000 }).not.toBe(before);
      if (isSmall) await use(page, /^Done$/);
      await use(page, /^Compare with another plan$/);
      await page.getByText('Side by side').waitFor();
      await futures(page, 4, 120_000);

      await tabTo(page, /^Map of plan A/);
      await press(page, 'ArrowRight');
      await press(page, 'Enter');
      await page.locator('.why-story').waitFor({ timeout: 60_000 });
      await press(page, 'Escape');
      await expect.poll(() => focused(page), soon).toMatch(/^Map of plan A/);

      await use(page, /^One-page brief$/);
      await page.locator('.brief-sheet h1').waitFor({ timeout: 60_000 });
      await press(page, 'Escape');
      await use(page, /^Share$/);
      await page.getByText('Your schools are not in it. Whoever opens it will be asked for south_africa_schools.csv.').waitFor();
      expect(faults).toEqual([]);
      await page.context().close();
    },
    400_000,
  );
});
