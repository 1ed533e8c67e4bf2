import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closePanel, futures, linkOfTwo, openChosen, openPanel, panels } from './deeds.ts';
import { type House, isThere, openHouse, skipped } from './open.ts';

const source = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const themes = ['light', 'dark', 'projector'] as const;

/** What axe finds on the page as it stands, in a line each: everything in the light theme, what hangs on colours in the others. */
async function found(page: Page, view: string): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  const lines: string[] = [];
  for (const theme of themes) {
    await page.evaluate((name) => {
      document.documentElement.dataset.theme = name;
    }, theme);
    const only = theme === 'light' ? { type: 'tag', values: tags } : { type: 'rule', values: ['color-contrast'] };
    const violations = await page.evaluate(async (runOnly) => {
      const { axe } = window as unknown as { axe: { run(what: Document, how: object): Promise<{ violations: Violation[] }> } };
      type Violation = { id: string; nodes: { target: string[]; failureSummary: string }[] };
      // Two landmarks of one name cannot be told apart by ear; no level of WCAG says so by itself.
      const rules = { 'landmark-unique': { enabled: true } };
      const { violations } = await axe.run(document, { runOnly, rules, resultTypes: ['violations'] });
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary.split('\n')[1].trim()}`),
      );
    }, only);
    lines.push(...violations.map((line) => `${view}, ${theme}: ${line}`));
  }
  return lines;
}

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
      const lines = await found(page, 'first minute');
      await page.goto(house.address + linkOfTwo({}, { preset: 'made-up', statistics: { regions: 4 } }));
      await futures(page);
      lines.push(...(await found(page, 'two plans')));
      await page.locator('.learned > summary').click();
      await page.locator('.learned li').first().waitFor();
      await page.evaluate(() => scrollTo(0, 0)); // nothing lies half under a bar that stays
      lines.push(...(await found(page, 'what was learned')));
      for (const name of panels) {
        await openPanel(page, name);
        lines.push(...(await found(page, name)));
        if (name === 'more') lines.push(...(await found(page, await chosenByOthers(page))));
        await closePanel(page);
      }
      await page.getByRole('button', { name: 'Difference', exact: true }).click();
      lines.push(...(await found(page, 'difference')));
      await page
        .getByRole('button', { name: /^Table: / })
        .first()
        .click();
      lines.push(...(await found(page, 'a table')));
      expect(lines).toEqual([]);
    },
    240_000,
  );
});
