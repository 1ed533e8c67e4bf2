import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import type { Download, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readLink } from '../../formats/link.ts';
import { fromMenu, futures, holdFiles, openPanel, saying, soon } from './deeds.ts';
import { type House, isThere, openHouse, skipped } from './open.ts';

/** Schools that people have, where somebody put them beside the checkout. */
const REAL = '../shared/data/schools';
const real = existsSync(REAL) ? readdirSync(REAL).filter((name) => name.endsWith('.csv')) : [];

const MARKUP = '<img src=x onerror=alert(1)><b>bold</b>';

interface Made {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

const PEOPLE = { name: 'people.csv', content: 'id,school\nann,East\nbo,East\ncy,West\ndee,West\n' };
const TIES = { name: 'ties.csv', content: 'source,target\nann,bo\nbo,cy\ncy,dee\n' };

const file = (name: string, content: string | Uint8Array): Made => ({ name, mimeType: '', buffer: Buffer.from(content) });

const openPlan = (page: Page, from: string | Made): Promise<void> => page.locator('#menu input[type=file]').setInputFiles(from);

async function downloaded(page: Page, press: () => Promise<void>): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent('download', { timeout: 60_000 }), press()]);
  return download;
}

describe.skipIf(!isThere)(`files${skipped}`, () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house?.close());

  test('a plan from a file, JSON or YAML, becomes the plan; what is saved is what the command line reads', async () => {
    const { page, faults } = await house.open();
    await openPlan(page, 'scenarios/mandate.json');
    await page.getByRole('radio', { name: 'Everyone at once', checked: true }).waitFor();
    await openPlan(page, 'test/fixtures/mandate.yaml');
    await futures(page);
    const saved = await (await downloaded(page, () => fromMenu(page, 'Save this plan'))).path();
    const panel = await openPanel(page, 'share');
    const proof = await panel.getByText('short proof').innerText();
    const told = execFileSync(process.execPath, ['bin/taking-root.mjs', 'run', saved, '-n', '16', '--json'], {
      encoding: 'utf8',
    });
    const [{ digest }] = JSON.parse(told) as { digest: string }[];
    expect(proof).toContain(digest.slice(0, 16));
    expect(faults).toEqual([]);
  });

  test('a plan with faults is not opened, and each fault is named', async () => {
    const { page } = await house.open();
    const bad = { ...JSON.parse(readFileSync('scenarios/default.json', 'utf8')), years: -1, colour: 'red' };
    await openPlan(page, file('bad.json', JSON.stringify(bad)));
    const notice = page.getByRole('status').filter({ hasText: 'bad.json could not be opened.' });
    await notice.waitFor();
    expect(await notice.locator('li').allInnerTexts()).toEqual(
      expect.arrayContaining([expect.stringContaining('years'), expect.stringContaining('colour')]),
    );
    expect(await page.getByRole('radio', { name: 'Grow from clusters', checked: true }).count()).toBe(1);
  });

  test('a plan that names a school which its system does not have is not opened', async () => {
    const { page } = await house.open();
    const bad = { ...JSON.parse(readFileSync('scenarios/default.json', 'utf8')), pilots: [3, 212] };
    await openPlan(page, file('far.json', JSON.stringify(bad)));
    const notice = page.getByRole('status').filter({ hasText: 'far.json could not be opened.' });
    await notice.waitFor();
    expect(await notice.locator('li').allInnerTexts()).toEqual([expect.stringMatching(/pilots.*1.*found 212.*212 schools/)]);
  });

  test('schools from a file that is dropped become the map, and markup in their names stays text', async () => {
    const { page, faults } = await house.open();
    const rows = readFileSync('test/fixtures/schools.csv', 'utf8').trim().split('\n');
    const hostile = rows.map((row) => row.replace('School A', MARKUP)).join('\n');
    await (await holdFiles(page, [{ name: 'mine.csv', content: hostile }], '.map-sheet'))();
    await page.getByRole('button', { name: 'Use these schools' }).click();
    await page.getByText(`${rows.length - 1} schools from your file`).waitFor();
    await expect
      .poll(() => page.getByRole('application').getAttribute('aria-label'), soon)
      .toContain(`of ${rows.length - 1} schools`);
    await futures(page, 4);
    await openPanel(page, 'school');
    for (let i = 0; i < rows.length && !(await page.locator('.panel-school h2').innerText()).includes('onerror'); i++)
      await page.getByRole('button', { name: 'Next' }).click();
    expect(await page.locator('.panel-school h2').innerText()).toContain(MARKUP);
    expect(await page.locator('img').count()).toBe(0);
    expect(faults).toEqual([]);
  });

  test('letters that are not UTF-8 are refused in words, and markup in a title stays text', async () => {
    const { page, faults } = await house.open();
    await openPanel(page, 'systems');
    const words = 'id,name,pupils\n1,École,200\n2,Käthe,100\n';
    await page.locator('.systems-drop input').setInputFiles(file('latin.csv', Buffer.from(words, 'latin1')));
    await page.getByText('latin.csv cannot be used.').waitFor();
    expect(await page.locator('.systems-report').innerText()).toMatch(/UTF-8/);
    await page.keyboard.press('Escape');
    const plan = { ...JSON.parse(readFileSync('scenarios/default.json', 'utf8')), title: MARKUP };
    await openPlan(page, file('hostile.json', JSON.stringify(plan)));
    await expect.poll(() => page.locator('.stage-plan').getAttribute('aria-label'), soon).toContain('onerror');
    expect(await saying(page)).not.toBe('');
    expect(await page.locator('img').count()).toBe(0);
    expect(faults).toEqual([]);
  });

  test('everything comes in one zip: data and what it means, the plan, how to cite it', async () => {
    const { page, faults } = await house.open();
    const panel = await openPanel(page, 'share');
    const zip = await downloaded(page, () => panel.getByRole('button', { name: 'Download everything' }).click());
    const files = unzipSync(readFileSync(await zip.path()));
    const names = Object.keys(files);
    for (const kind of [/^README\.md$/, /\.csv$/, /dictionary/, /\.json$/, /\.svg$/])
      expect(names.filter((name) => kind.test(name))).not.toEqual([]);
    const readme = strFromU8(files[names.find((name) => name.startsWith('README'))!]);
    expect(readme).toMatch(/#2\.[\w-]+\.[\w-]+/);
    expect(faults).toEqual([]);
  }, 90_000);

  test('a file held over the page is asked for, and a plan that falls anywhere becomes the plan', async () => {
    const { page, faults } = await house.open();
    const drop = await holdFiles(page, [{ name: 'plan.json', content: readFileSync('scenarios/mandate.json', 'utf8') }], '.foot');
    await page.getByText('Drop it anywhere').waitFor();
    await drop();
    await page.getByRole('radio', { name: 'Everyone at once', checked: true }).waitFor();
    expect(await page.getByText('Drop it anywhere').count()).toBe(0);
    expect(faults).toEqual([]);
  });

  test('the two tables of a network, dropped in either order, become schools with their ties', async () => {
    const { page, faults } = await house.open();
    await (await holdFiles(page, [TIES, PEOPLE], '.saying'))();
    await page.getByRole('button', { name: 'Use these schools' }).click();
    await page.getByText('2 schools from your file').waitFor();
    await futures(page, 4);
    const link = await page.evaluate(() => location.hash);
    expect(readLink(link.slice(1))).toMatchObject({
      value: { a: { system: { nodes: 'people.csv', edges: 'ties.csv' } }, file: { name: 'people.csv + ties.csv' } },
    });
    expect(faults).toEqual([]);
  });

  test.each([
    ['a file of another kind', [{ name: 'photo.png', content: 'x' }], 'It is neither a plan'],
    ['a plan and a table', [{ name: 'plan.json', content: '{}' }, PEOPLE], 'These are 2 files'],
    ['three tables', [PEOPLE, PEOPLE, TIES], 'These are 3 files'],
  ])('%s is refused in words, and nothing changes', async (_, files, words) => {
    const { page, faults } = await house.open();
    await (await holdFiles(page, files))();
    await page.getByRole('status').filter({ hasText: words }).waitFor();
    expect(await page.locator('.panel').count()).toBe(0);
    expect(await page.getByRole('radio', { name: 'Grow from clusters', checked: true }).count()).toBe(1);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test.each(real)('%s is read, row by row', async (name) => {
    const { page, faults } = await house.open();
    await openPanel(page, 'systems');
    await page.locator('.systems-drop input').setInputFiles(`${REAL}/${name}`);
    await page.locator('.systems-report strong').waitFor({ timeout: 40_000 });
    const said = await page.locator('.systems-report').innerText();
    expect(said).toMatch(/was read\.|at most/);
    expect(faults).toEqual([]);
    await page.context().close();
  });
});
