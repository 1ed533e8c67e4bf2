import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addressSays, closePanel, focused, futures, lever, openPanel, saying, soon, tabTo } from './deeds.ts';
import { type House, isThere, openHouse, skipped } from './open.ts';

const LEVER = 'ingredients.elevatingTeachers';

describe.skipIf(!isThere)(`a journey through the page${skipped}`, () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house?.close());

  test('by keyboard alone: change, compare, read a school, read what drove the difference, share, undo', async () => {
    const { page, faults } = await house.open();
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe('Skip to the sentence');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id), soon).toBe('saying');

    // Until the first years have played the sentence changes by itself.
    await page.getByRole('button', { name: 'Play from year 5' }).waitFor();
    await tabTo(page, /^Teachers supported/);
    const before = await saying(page);
    for (let i = 0; i < 5; i++) await page.keyboard.press('PageUp');
    await expect.poll(() => saying(page), soon).not.toBe(before);
    const changed = await lever(page, LEVER).inputValue();
    // Each deed is in the address before the next, so that each is a step of its own to go back.
    const inAddress = (plan: 'a' | 'b') => () => addressSays(page)?.[plan];
    await expect.poll(inAddress('a'), soon).toMatchObject({ ingredients: { elevatingTeachers: Number(changed) } });

    await tabTo(page, /^Compare with another plan$/);
    await page.keyboard.press('Enter');
    await page.getByRole('tab').nth(1).waitFor();
    await expect.poll(inAddress('b'), soon).toMatchObject({ strategy: { kind: 'clusters' } });
    await tabTo(page, /^Grow from clusters/, 'Shift+Tab');
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => focused(page), soon).toMatch(/^Prove, then scale/);
    await expect.poll(inAddress('b'), soon).toMatchObject({ strategy: { kind: 'gated' } });
    await expect.poll(() => saying(page), soon).toMatch(/^By year \d+, .+ (than|as many|close to call)/);

    await tabTo(page, /^Map of plan A/);
    const said = page.locator('.map [aria-live]').first();
    const told = /\. (Uses|Used|Does).+pupil/;
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => said.textContent(), soon).toMatch(told);
    const first = await said.textContent();
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => said.textContent(), soon).not.toBe(first);
    await expect.poll(() => said.textContent(), soon).toMatch(told);
    const school = (await said.textContent())!.split('.')[0];
    await page.keyboard.press('Enter');
    const story = page.getByRole('region', { name: school });
    await expect.poll(() => story.locator('.why-story').innerText(), soon).toContain(school);
    await page.keyboard.press('Escape');
    await story.waitFor({ state: 'detached' });
    await expect.poll(() => focused(page), soon).toMatch(/^Map of plan A/);

    await tabTo(page, /^What drove the difference/, 'Shift+Tab');
    await page.keyboard.press('Enter');
    const drivers = page.getByRole('region', { name: 'What drove the difference?' });
    await drivers.getByRole('figure').first().waitFor();
    await page.keyboard.press('Escape');
    await drivers.waitFor({ state: 'detached' });
    await expect.poll(() => focused(page), soon).toMatch(/^What drove the difference/);

    await tabTo(page, /^Share$/, 'Shift+Tab');
    await page.keyboard.press('Enter');
    const field = page.getByRole('textbox', { name: 'Address of this page as it is now' });
    await expect.poll(() => field.inputValue(), soon).toMatch(/#2\.[\w-]+\.[\w-]+$/);
    await page.keyboard.press('Escape');
    await field.waitFor({ state: 'detached' });
    await expect.poll(() => addressSays(page), soon).not.toHaveProperty('open');

    await page.goBack(); // of the rollout
    await page.getByRole('radio', { name: /^Grow from clusters/, checked: true }).waitFor();
    await page.goBack(); // of the comparison
    await expect.poll(() => page.getByRole('tab').count(), soon).toBe(0);
    await expect.poll(() => lever(page, LEVER).inputValue(), soon).toBe(changed);
    expect(faults).toEqual([]);
  });

  test('whoever has moved on while a panel closed stays where they are', async () => {
    const { page } = await house.open();
    await page.getByRole('button', { name: 'Play from year 5' }).waitFor();
    await openPanel(page, 'systems');
    // Frames as far apart as on a machine that has much else to do.
    await page.evaluate(() => {
      const soonest = window.requestAnimationFrame.bind(window);
      window.requestAnimationFrame = (paint) => window.setTimeout(() => soonest(paint), 500);
    });
    await closePanel(page);
    await page.getByRole('application').focus();
    await page.keyboard.press('ArrowRight');
    await page.waitForTimeout(1500); // what comes frames later has come
    await page.keyboard.press('Enter');
    await page.locator('.why-story').waitFor();
  });

  test('whoever presses something while a note lies open stays there', async () => {
    const { page } = await house.open();
    const play = page.getByRole('button', { name: 'Play from year 5' });
    await play.waitFor();
    const first = page.locator('[data-path] input[type=range]').first();
    const note = page.locator('.about');
    const hasFocus = (place: Locator) => place.evaluate((one) => one === document.activeElement);
    await first.focus();
    await page.keyboard.press('?');
    await note.waitFor();
    await page.keyboard.press('Escape');
    await note.waitFor({ state: 'detached' });
    expect(await hasFocus(first)).toBe(true);
    await page.keyboard.press('?');
    await note.waitFor();
    await play.click();
    await note.waitFor({ state: 'detached' });
    expect(await hasFocus(page.locator('.timeline-play'))).toBe(true);
  });

  test('by hand on a small screen: the sheet keeps sentence and map in view', async () => {
    const { page, faults } = await house.open({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
    const { width } = page.viewportSize()!;
    // Until the first years have played the sentence changes by itself.
    await page.getByRole('button', { name: 'Play from year 5' }).waitFor();
    await page.getByRole('button', { name: 'Change the plan' }).tap();
    await page.getByRole('tab', { name: 'Delivery' }).tap();
    const sheet = page.locator('.sheet');
    for (const kept of [page.locator('.saying'), page.getByRole('application')]) {
      const isInView = async (): Promise<boolean> => {
        const [box, { y: top }] = [(await kept.boundingBox())!, (await sheet.boundingBox())!];
        return box.y >= 0 && box.y < top && box.x + box.width <= width;
      };
      await expect.poll(isInView, soon).toBe(true);
    }
    const before = await saying(page);
    await sheet
      .getByRole('button', { name: /^More: / })
      .first()
      .tap();
    await sheet.getByText(/^Last change:/).waitFor();
    await expect.poll(() => saying(page), soon).not.toBe(before);
    await futures(page);
    await sheet.getByRole('button', { name: 'Undo' }).tap();
    await expect.poll(() => new URL(page.url()).hash, soon).toBe('');
    await sheet.getByRole('button', { name: 'Done' }).tap();
    await sheet.waitFor({ state: 'detached' });
    const map = (await page.getByRole('application').boundingBox())!;
    await page.touchscreen.tap(map.x + map.width / 2, map.y + map.height / 2);
    await page.locator('.why-story').waitFor();
    expect(faults).toEqual([]);
  });
});
