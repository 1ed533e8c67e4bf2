import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readLink } from '../../formats/link.ts';
import type { Scenario } from '../../sim/index.ts';
import {
  addressSays,
  firstPlan,
  fromMenu,
  futures,
  lever,
  linkOfTwo,
  onSystem,
  openPanel,
  saying,
  sharedLink,
  soon,
} from './deeds.ts';
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

  test.each([3, 10])('that is followed while the first years still play shows the year that it is about: %i', async (year) => {
    const { page } = await house.open();
    await page.getByRole('button', { name: 'Pause' }).waitFor();
    await page.goto(house.address + linkOfTwo({ year }));
    await page.getByRole('button', { name: /^Play from year/ }).waitFor();
    expect(await saying(page)).toMatch(new RegExp(`^By year ${year},`));
  });

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
    await notice.waitFor();
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

  test('of the first form, from before it carried assumptions, opens to all that it says', async () => {
    const { page, faults } = await house.open({}, `#${readFileSync('test/fixtures/link.first.txt', 'utf8').trim()}`);
    await page.getByRole('tab').nth(1).waitFor();
    expect(await page.getByRole('button', { name: 'B only' }).getAttribute('aria-pressed')).toBe('true');
    expect(Number(await lever(page, LEVER).inputValue())).toBeCloseTo(0.55, 9);
    await expect.poll(() => page.locator('.saying .year').textContent(), soon).toBe('year 7');
    expect(faults).toEqual([]);
  });

  test('carries a fork, assumptions, the cap on cost and the panel that is open; undo takes each back', async () => {
    const { page } = await house.open({}, linkOfTwo());
    await page.getByRole('button', { name: 'Decide differently' }).waitFor();
    await page.locator('.cost-cap').click();
    await page.locator('.cost-field').fill('450');
    await page.keyboard.press('Enter');
    await expect.poll(() => addressSays(page), soon).toMatchObject({ cap: 450 });
    const panel = await openPanel(page, 'trust');
    const number = panel.locator('.trust-lines input').first();
    const label = await number.getAttribute('aria-label');
    const before = await number.inputValue();
    await number.fill(String(Number(before) * 0.9));
    await number.press('Enter');
    await expect
      .poll(() => addressSays(page), soon)
      .toMatchObject({ cap: 450, assumed: expect.anything(), open: { kind: 'trust' } });
    const { assumed } = addressSays(page)!;
    const { page: other, faults } = await house.open({}, new URL(page.url()).hash);
    await other.locator('.panel-trust').waitFor();
    await other.getByText('Under my assumptions: 1 changed.').waitFor({ state: 'attached' });
    await expect.poll(() => other.locator('.cost-cap').textContent(), soon).toContain('450');
    await expect.poll(() => addressSays(other), soon).toMatchObject({ assumed, cap: 450 });
    await page.goBack();
    await expect.poll(() => addressSays(page)!, soon).not.toHaveProperty('assumed');
    await expect.poll(() => panel.getByLabel(label!).first().inputValue(), soon).toBe(before);
    await page.goBack();
    await expect.poll(() => addressSays(page)!, soon).not.toHaveProperty('cap');
    await page.goForward();
    await expect.poll(() => addressSays(page), soon).toMatchObject({ cap: 450 });
    expect(faults).toEqual([]);
  });

  test.each([
    [{ assumed: { 'parameters.nothing.here': 1 } }, 'nothing'],
    [{ assumed: { 'ingredients.champions': 1 } }, 'nothing that the model assumes'],
    [{ cap: -1 }, 'cap: expected dollars'],
  ])('that assumes what cannot be is refused by name: %o', async (more, words) => {
    const { page } = await house.open({}, linkOfTwo(more));
    const notice = page.getByRole('status').filter({ hasText: 'This link could not be read.' });
    await notice.waitFor();
    expect(await notice.innerText()).toContain(words);
    expect(await page.getByRole('tab').count()).toBe(0);
    await page.context().close();
  });

  test('that forks keeps the years before the fork to the last bit', async () => {
    const a = firstPlan();
    const b: Scenario = { ...a, title: 'Later', changes: [{ year: 6, set: { 'strategy.kind': 'mandate' } }] };
    const { page, faults } = await house.open({}, linkOfTwo({ b, forks: { a: null, b: 6 }, year: 6 }));
    await futures(page);
    const counts = () => page.locator('.stage-name small').allInnerTexts();
    await expect.poll(async () => new Set(await counts()).size, soon).toBe(1);
    const link = new URL(await sharedLink(page)).hash;
    expect(readLink(link.slice(1))).toMatchObject({ value: { forks: { a: null, b: 6 }, b: { changes: b.changes } } });
    await page.context().close();
    const { page: other } = await house.open({}, link);
    await other.getByText('This link matches.').waitFor();
    expect(faults).toEqual([]);
  });

  test('of the first plan is said to match once its 16 futures are made here', async () => {
    const { page: one } = await house.open({}, onSystem({ preset: 'made-up' }));
    const link = new URL(await sharedLink(one)).hash;
    await one.context().close();
    const { page } = await house.open();
    // The footer as it is in the moment in which the page says so: more futures come soon after.
    await page.addInitScript(() => {
      const note = (): void => {
        const isSaid = [...document.querySelectorAll('.notice')].some((one) => one.textContent?.includes('This link matches.'));
        if (isSaid) document.documentElement.dataset.counted ??= document.querySelector('.foot')?.textContent ?? '';
      };
      new MutationObserver(note).observe(document, { childList: true, subtree: true, characterData: true });
    });
    await page.goto('about:blank');
    await page.goto(house.address + link);
    await page.getByText('This link matches.').waitFor();
    // While the workers have not yet as many as were built into the page, the footer counts those: 20.
    expect(await page.locator('html').getAttribute('data-counted')).toMatch(/(?<!\d)20 futures/);
  });

  test('other luck is other futures, and the text that it is drawn from is in the link', async () => {
    const { page, faults } = await house.open({}, linkOfTwo());
    await futures(page);
    const state = () => addressSays(page);
    const panel = await openPanel(page, 'more');
    await panel.getByText('Years, steps and luck').click();
    const shown = () => page.locator('.stage-name small').allInnerTexts();
    const before = await shown();
    await panel.getByLabel('Luck').fill('coffee');
    await panel.getByLabel('Luck').press('Enter');
    await expect.poll(state, soon).toMatchObject({ a: { seed: 'coffee' }, b: { seed: 'coffee' } });
    await expect.poll(shown, soon).not.toEqual(before);
    await page.goBack();
    await expect.poll(state, soon).toMatchObject({ a: { seed: '1' }, b: { seed: '1' } });
    await expect.poll(shown, soon).toEqual(before);
    expect(faults).toEqual([]);
  });

  test('Back right after a panel is put away leaves the entry that it comes to as it was', async () => {
    const { page, faults } = await house.open({}, linkOfTwo());
    await page.getByRole('tab').nth(1).waitFor(); // the link has been read: what is done before would be undone by it
    const before = { ...addressSays(page) };
    await lever(page, LEVER).press('PageUp');
    await expect.poll(() => addressSays(page)?.a?.ingredients?.elevatingTeachers, soon).toBeCloseTo(0.55, 9);
    await openPanel(page, 'trust');
    await expect.poll(() => addressSays(page)?.open, soon).toEqual({ kind: 'trust' });
    // The address is written some tenths of a second after the panel is gone: by then the page has gone back.
    await page.evaluate(() => {
      document.querySelector('.panel')!.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
      history.back();
    });
    await expect.poll(async () => Number(await lever(page, LEVER).inputValue()), soon).toBeCloseTo(0.5, 9);
    await page.waitForTimeout(1000); // for what must not come
    expect(addressSays(page)).toEqual(before);
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
