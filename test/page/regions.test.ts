/** Regions in the built page: seen on the map's table, named in plans by keyboard, and read from somebody's own file. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addressSays, firstPlan, futures, holdFiles, linkOfTwo, openChosen, openPanel, soon, tabTo } from './deeds.ts';
import { type House, isThere, openHouse, skipped } from './open.ts';

const divided = { preset: 'made-up', statistics: { regions: 4 } };

describe.skipIf(!isThere)(`regions${skipped}`, () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house?.close());

  test('each has its marks for both plans, and the same numbers as a table', async () => {
    const { page, faults } = await house.open({}, linkOfTwo({}, divided));
    await futures(page, 20);
    const panel = await openPanel(page, 'schools');
    const rows = panel.locator('.regions-rows section');
    expect(await rows.locator('h4').allInnerTexts()).toEqual(
      [1, 2, 3, 4].map((r) => expect.stringMatching(`^Region ${r} \\d+ schools$`)),
    );
    for (const [mark, plan] of [
      ['a', 'A'],
      ['b', 'B'],
    ]) {
      expect(await rows.first().locator(`.dots-${mark} path`).count()).toBeGreaterThanOrEqual(20);
      expect(await rows.first().getByRole('img').getAttribute('aria-label')).toContain(plan);
    }
    await panel.getByRole('button', { name: /^Table: Schools that use it in year 10, by region/ }).click();
    const table = panel.locator('.regions').getByRole('table');
    await table.waitFor();
    expect(await table.locator('tbody tr').count()).toBe(8);
    expect(await panel.locator('th', { hasText: /^Region$/ }).count()).toBe(2);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      panel.locator('.regions').getByRole('button', { name: /SVG/ }).click(),
    ]);
    const svg = readFileSync(await download.path(), 'utf8');
    for (let r = 1; r <= 4; r++) expect(svg).toContain(`Region ${r}`);
    expect(faults).toEqual([]);
  });

  test('choose a rollout with all their districts, which then are free no more, by keyboard, and the link carries it', async () => {
    const { page, faults } = await house.open({}, linkOfTwo({ edited: 'a' }, divided));
    await futures(page, 4);
    const panel = await openChosen(page);
    const chosen = () => addressSays(page)?.a?.rollouts;
    await tabTo(page, /^Add a rollout that a district chooses$/);
    await page.keyboard.press('Enter');
    await expect.poll(chosen, soon).toEqual([{ kind: 'mandate', districts: [0] }]);
    const regions = panel.getByRole('combobox', { name: 'Region', exact: true });
    // The region of the district that has chosen can no longer choose otherwise.
    expect(await regions.locator('option').count()).toBe(3);
    const districts = panel.getByRole('combobox', { name: 'District', exact: true });
    const before = await districts.locator('option').count();
    const region = Number(await regions.inputValue());
    await tabTo(page, /^Add this region$/, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await expect.poll(chosen, soon).toEqual([{ kind: 'mandate', districts: [0], regions: [region] }]);
    expect(await districts.locator('option').count()).toBeLessThan(before - 1);
    await tabTo(page, /^Take out Region/, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await expect.poll(chosen, soon).toEqual([{ kind: 'mandate', districts: [0] }]);
    expect(faults).toEqual([]);
  });

  test('or districts are where an event happens, which its mark and the fans then say', async () => {
    const events = [
      { kind: 'leaderLeaves' as const, year: 6, size: 0.5 },
      { kind: 'election' as const, year: 8, size: 1 },
    ];
    const { page, faults } = await house.open(
      {},
      linkOfTwo({ a: { ...firstPlan(), system: divided, events }, edited: 'a' }, divided),
    );
    await futures(page, 4);
    const now = () => addressSays(page)?.a?.events?.[0];
    await page.getByRole('slider', { name: /^Leaders leave/ }).focus();
    await page.keyboard.press('ArrowRight');
    const where = page.getByLabel('Where it happens');
    await where.selectOption({ label: 'Region 3' });
    await expect.poll(now, soon).toEqual({ kind: 'leaderLeaves', year: 7, size: 0.5, region: 2 });
    await page.getByRole('slider', { name: 'Leaders leave, Region 3' }).waitFor();
    await page.locator('.fan-happening-label', { hasText: 'Leaders leave, Region 3' }).first().waitFor();
    await where.selectOption({ label: 'Harbour' });
    await expect.poll(now, soon).toEqual({ kind: 'leaderLeaves', year: 7, size: 0.5, district: expect.any(Number) });
    await where.selectOption({ label: 'Everywhere' });
    await expect.poll(now, soon).toEqual({ kind: 'leaderLeaves', year: 7, size: 0.5 });
    // An election is of no place.
    await page.getByRole('slider', { name: 'Election' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.getByText('Election, year 9', { exact: false }).first().waitFor();
    expect(await where.count()).toBe(0);
    expect(faults).toEqual([]);
  });

  test('of a school on the map is invited first from its card', async () => {
    const { page } = await house.open({}, linkOfTwo({ edited: 'a' }, divided));
    await futures(page, 4);
    const card = await openPanel(page, 'school');
    const first = card.getByRole('button', { name: /^Coach Region \d first$/ });
    await first.click();
    await expect.poll(() => addressSays(page)?.a?.regionsFirst, soon).toHaveLength(1);
    expect(await first.getAttribute('aria-pressed')).toBe('true');
  });

  test('stand in a file’s column of provinces, unless somebody says that they do not', async () => {
    const [head, ...rows] = readFileSync('test/fixtures/schools.csv', 'utf8').trim().split('\n');
    const own = rows.map(
      (row, i) => row.replace(/North|South/, (name) => `${name} ${i % 2}`) + row.replace(/.*(North|South).*/, ',$1'),
    );
    const { page, faults } = await house.open();
    await (await holdFiles(page, [{ name: 'mine.csv', content: [`${head},province`, ...own].join('\n') }], '.map-sheet'))();
    const panel = page.locator('.panel-systems');
    await panel.getByText('24 schools, 4 districts, 2 regions').waitFor();
    const column = panel.getByLabel('Region (province, state)');
    await column.selectOption('not in the file');
    await panel.getByText('24 schools, 4 districts,').waitFor();
    await expect.poll(() => panel.getByText('2 regions').count(), soon).toBe(0);
    await column.selectOption('province');
    await panel.getByText('2 regions').waitFor();
    await panel.getByRole('button', { name: 'Use these schools' }).click();
    await page.getByText('24 schools from your file').waitFor();
    await expect.poll(() => addressSays(page)?.a?.system, soon).toEqual({ file: 'mine.csv', columns: { region: 'province' } });
    await futures(page, 20);
    const schools = await openPanel(page, 'schools');
    expect(await schools.locator('.regions-rows h4').allInnerTexts()).toEqual(['North 12 schools', 'South 12 schools']);
    expect(faults).toEqual([]);
  });
});
