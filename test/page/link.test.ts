import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { firstPlan, fromMenu, futures, lever, linkOfTwo, sharedLink, soon } from './deeds.ts';
import { type House, isThere, openHouse, skipped } from './open.ts';

const LEVER = 'ingredients.elevatingTeachers';
const SCHOOLS = 'test/fixtures/schools.csv';

interface Told {
  readonly same: boolean;
  readonly plans: readonly { readonly plan: string; readonly digest: string; readonly same: boolean }[];
}

/** What the command line says of a link. */
async function told(link: string): Promise<Told> {
  const words = ['bin/taking-root.mjs', 'open', link, '--json'];
  return JSON.parse((await promisify(execFile)(process.execPath, words)).stdout);
}

describe.skipIf(!isThere)(`a link${skipped}`, () => {
  let house: House;
  let shared: string;
  beforeAll(async () => {
    house = await openHouse();
    const { page } = await house.open({}, linkOfTwo());
    await lever(page, LEVER).press('PageUp');
    await page.getByRole('button', { name: 'B only' }).click();
    shared = new URL(await sharedLink(page)).hash;
    await page.context().close();
  });
  afterAll(() => house?.close());

  test('opens elsewhere to the same plans, view and digests, says that it matches, and so does the command line', async () => {
    const { page, faults } = await house.open({}, shared);
    await page.getByText('This link matches.').waitFor();
    expect(await page.getByRole('button', { name: 'B only' }).getAttribute('aria-pressed')).toBe('true');
    expect(await page.getByRole('tab').count()).toBe(2);
    const digests = (await page.locator('.panel-share').count()) === 0 ? await sharedLink(page) : '';
    expect(new URL(digests).hash).toBe(shared);
    const proof = await page.locator('.panel-share').getByText('short proof').innerText();
    const { same, plans } = await told(`${house.address}${shared}`);
    expect(same).toBe(true);
    for (const { digest } of plans) expect(proof).toContain(digest);
    expect(faults).toEqual([]);
  });

  test('with one letter changed is refused in words, and nothing of it is used', async () => {
    const middle = Math.floor(shared.length / 2);
    const changed = shared.slice(0, middle) + (shared[middle] === 'A' ? 'B' : 'A') + shared.slice(middle + 1);
    const { page, faults } = await house.open({}, changed);
    const notice = page.getByRole('status').filter({ hasText: 'This link could not be read.' });
    await notice.waitFor();
    expect(await notice.innerText()).toContain('Part of it is missing or changed');
    expect(await page.getByRole('tab').count()).toBe(0);
    expect(Number(await lever(page, LEVER).inputValue())).toBe(0.5);
    expect(faults).toEqual([]);
  });

  test('with a plan that is not sound is refused by the name of what is wrong', async () => {
    const unsound = linkOfTwo({ b: { ...firstPlan(), ingredients: { elevatingTeachers: 7 } } });
    const { page } = await house.open({}, unsound);
    const notice = page.getByRole('status').filter({ hasText: 'What it says of a plan is not sound' });
    expect(await notice.innerText()).toContain('ingredients.elevatingTeachers');
    expect(await page.getByRole('tab').count()).toBe(0);
    await expect(told(unsound)).rejects.toThrow(/ingredients\.elevatingTeachers/);
  });

  test('made with another version of the model says so', async () => {
    const older = linkOfTwo({ model: '0.0.1', digests: { a: '0'.repeat(16), b: '1'.repeat(16) } });
    const { page } = await house.open({}, older);
    const notice = page.getByRole('status').filter({ hasText: 'This link says something else now.' });
    await notice.waitFor({ timeout: 45_000 });
    expect(await notice.innerText()).toContain('It was made with model 0.0.1');
  });

  test('on somebody’s own schools asks for their file, and goes on when it is given', async () => {
    const { page: mine } = await house.open();
    await fromMenu(mine, 'Schools');
    await mine.locator('.systems-drop input').setInputFiles(SCHOOLS);
    await mine.getByRole('button', { name: 'Use these schools' }).click();
    await mine.getByText('from your file').first().waitFor();
    await lever(mine, LEVER).press('PageUp');
    const link = new URL(await sharedLink(mine)).hash;
    const { page, faults } = await house.open({}, link);
    const notice = page.getByRole('status').filter({ hasText: 'This link is about schools from a file.' });
    expect(await notice.innerText()).toContain('schools.csv');
    await notice.getByRole('button', { name: 'Choose the file' }).click();
    await page.locator('.systems-drop input').setInputFiles(SCHOOLS);
    await page.getByRole('button', { name: 'Use these schools' }).click();
    await page.getByText('This link matches.').waitFor();
    expect(Number(await lever(page, LEVER).inputValue())).toBeCloseTo(0.55, 9);
    await expect.poll(() => new URL(page.url()).hash, soon).toBe(link);
    expect(faults).toEqual([]);
  });

  test('back and forward are undo and redo', async () => {
    const { page, faults } = await house.open();
    const value = () => lever(page, LEVER).inputValue().then(Number);
    const press = async (key: string, to: number): Promise<void> => {
      const before = page.url();
      await lever(page, LEVER).press(key);
      expect(await value()).toBeCloseTo(to, 9);
      await expect.poll(() => page.url(), soon).not.toBe(before);
    };
    await press('PageUp', 0.55);
    await press('End', 1);
    await futures(page, 4);
    await page.goBack();
    await expect.poll(value, soon).toBeCloseTo(0.55, 9);
    await page.goBack();
    await expect.poll(value, soon).toBeCloseTo(0.5, 9);
    await page.goForward();
    await expect.poll(value, soon).toBeCloseTo(0.55, 9);
    await fromMenu(page, 'Redo');
    await expect.poll(value, soon).toBe(1);
    expect(faults).toEqual([]);
  });
});
