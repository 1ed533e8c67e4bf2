import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axed } from './axed.ts';
import { closePanel, futures, linkOfTwo, openChosen, openPanel, panels } from './deeds.ts';
import { type House, isThere, openHouse, skipped } from './open.ts';

/** In More settings, a rollout that a district and a school choose. */
async function chosenByOthers(page: Page): Promise<string> {
  const panel = await openChosen(page);
  await panel.getByRole('button', { name: 'Add a rollout that a district chooses' }).click();
  await panel
    .getByRole('textbox', { name: 'Name of a school' })
    .or(panel.getByRole('combobox', { name: 'Name of a school' }))
    .fill('x');
  await panel.getByRole('button', { name: 'Add this school' }).click();
  await panel.getByRole('alert').waitFor();
  return 'what others choose';
}

const sizes = [
  { name: 'wide', options: { viewport: { width: 1440, height: 900 } } },
  { name: 'narrow', options: { viewport: { width: 390, height: 844 } } },
] as const;

describe.skipIf(!isThere)(`axe finds nothing${skipped}`, () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house?.close());

  test.each(sizes)(
    'on any view, $name',
    async ({ options }) => {
      const { page } = await house.open({ ...options, reducedMotion: 'reduce' });
      await page.getByRole('button', { name: 'One year on' }).waitFor();
      const lines = await axed(page, 'first minute');
      await page.goto(house.address + linkOfTwo({}, { preset: 'made-up', statistics: { regions: 4 } }));
      await futures(page);
      lines.push(...(await axed(page, 'two plans')));
      await page.locator('.learned > summary').click();
      await page.locator('.learned li').first().waitFor();
      await page.evaluate(() => scrollTo(0, 0)); // nothing lies half under a bar that stays
      lines.push(...(await axed(page, 'what was learned')));
      for (const name of panels) {
        await openPanel(page, name);
        lines.push(...(await axed(page, name)));
        if (name === 'more') lines.push(...(await axed(page, await chosenByOthers(page))));
        await closePanel(page);
      }
      await page.getByRole('button', { name: 'Difference', exact: true }).click();
      lines.push(...(await axed(page, 'difference')));
      await page
        .getByRole('button', { name: /^Table: / })
        .first()
        .click();
      lines.push(...(await axed(page, 'a table')));
      expect(lines).toEqual([]);
    },
    240_000,
  );
});
