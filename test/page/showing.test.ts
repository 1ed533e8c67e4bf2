import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addressSays, focused, futures, linkOfTwo, openPanel, saying, soon } from './deeds.ts';
import { type House, isThere, openHouse, skipped } from './open.ts';

/** Steps back that the page counts. */
const steps = (page: Page): Promise<number> => page.evaluate(() => (history.state as { at: number }).at);

describe.skipIf(!isThere)(`shown to a room${skipped}`, () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house?.close());

  test('whoever has guessed sees first what became of the guess, and a guess says nothing of another plan', async () => {
    const { page } = await house.open();
    await page.getByText('Where will it be by year 10?').waitFor();
    await page.getByRole('slider', { name: /guess/i }).focus();
    await page.keyboard.press('PageUp');
    await page.getByRole('button', { name: 'Play from year 5' }).click();
    await page.getByRole('button', { name: 'Play from year 10' }).waitFor();
    await expect.poll(() => page.locator('.guess-label').textContent()).toBe('your guess: 60');
    await page.getByRole('radio', { name: /Everyone at once/ }).click();
    await expect.poll(() => page.locator('.guess-label').count()).toBe(0);
  });

  test('futures rolled while the button is held are one step back', async () => {
    const { page } = await house.open({}, linkOfTwo());
    await futures(page);
    await expect.poll(() => saying(page), soon).toContain('year 10');
    const before = await steps(page);
    const box = (await page.getByRole('button', { name: 'Another possible future' }).boundingBox())!;
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.locator('.foot li', { hasText: /showing future ([3-9]|\d\d)$/ }).waitFor();
    await page.mouse.up();
    await expect.poll(() => steps(page), soon).toBe(before + 1);
    await page.waitForTimeout(800); // longer than the next would take to come
    const { future = 0 } = addressSays(page)!;
    expect(future).toBeGreaterThan(1);
    expect(await page.locator('.foot').innerText()).toContain(`showing future ${future + 1}`);
    expect(await steps(page)).toBe(before + 1);
    await page.goBack();
    await expect.poll(() => addressSays(page)?.future, soon).toBe(0);
  });

  test('a plan that comes to another rollout is called after both, and its brief says from when', async () => {
    const { page } = await house.open({}, linkOfTwo());
    await futures(page);
    await page.getByRole('tab', { name: /Everyone at once/ }).click();
    await page.getByRole('button', { name: /decide differently/ }).click();
    await page.getByRole('radio', { name: /Pilot waves/ }).click();
    const name = page.locator('.stage-name-text').nth(1);
    await expect.poll(() => name.textContent(), soon).toBe('Everyone at once → Pilot waves');
    const brief = await openPanel(page, 'brief');
    await expect.poll(() => brief.locator('footer').innerText(), soon).toContain('Pilot waves from year 10');
  });

  test('after an event is added or taken away, one goes on from where it was added', async () => {
    const { page } = await house.open({}, linkOfTwo());
    await futures(page);
    const add = page.getByRole('button', { name: 'Add an event' });
    await add.press('Enter');
    await page.getByRole('button', { name: 'Budget cut' }).press('Enter');
    expect(await focused(page)).toMatch(/Add an event/);
    await page.getByRole('slider', { name: /Budget cut/ }).press('Delete');
    await expect.poll(() => focused(page)).toMatch(/Add an event/);
  });

  test('the look and the language that were chosen are there at the next visit', async () => {
    const { page } = await house.open();
    await page.getByRole('button', { name: 'Look, language, schools and files' }).click();
    await page.getByRole('combobox', { name: 'Look' }).selectOption('projector');
    await page.getByRole('combobox', { name: 'Language' }).selectOption('es');
    await expect.poll(() => page.evaluate(() => document.documentElement.lang), soon).toBe('es');
    await page.goto('about:blank');
    await page.goto(house.address);
    await expect.poll(() => page.evaluate(() => document.documentElement.lang), soon).toBe('es');
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('projector');
  });

  test('what is shown is what is printed', async () => {
    const { page } = await house.open({}, linkOfTwo());
    await futures(page);
    await page.emulateMedia({ media: 'print' });
    for (const seen of ['.saying', '.map', '.fan', '.explore-results', '.foot']) expect(await page.isVisible(seen)).toBe(true);
    for (const hidden of ['.top', '.explore-levers', '.stage-bar', '.timeline']) expect(await page.isVisible(hidden)).toBe(false);
  });
});
