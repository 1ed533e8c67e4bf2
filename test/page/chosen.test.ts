/** Rollouts that districts and networks of schools choose for themselves, in the built page: by keyboard, with a way back, and in the link. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeLink } from '../../formats/link.ts';
import { MODEL_VERSION, type Scenario } from '../../sim/index.ts';
import { schoolName } from '../../words/index.ts';
import {
  addressSays,
  firstPlan,
  focused,
  futures,
  linkOfTwo,
  onSystem,
  openChosen,
  openPanel,
  saying,
  soon,
  tabTo,
} from './deeds.ts';
import { type House, isThere, openHouse, skipped } from './open.ts';

type Rollouts = Scenario['rollouts'];

/** What the address says that others choose under plan A. */
const chosen = (page: Page): Rollouts => addressSays(page)?.a?.rollouts;

const becomes = (page: Page, rollouts: Rollouts): Promise<void> => expect.poll(() => chosen(page), soon).toEqual(rollouts);

/** Goes to what has a name by Tab, and presses it. */
async function use(page: Page, name: RegExp, key?: 'Shift+Tab'): Promise<void> {
  await tabTo(page, name, key);
  await page.keyboard.press('Enter');
}

describe.skipIf(!isThere)(`rollouts that others choose${skipped}`, () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house?.close());

  test('are added, changed and removed by keyboard alone; each step can be taken back, and the link carries them', async () => {
    const { page, faults } = await house.open({}, onSystem({ preset: 'made-up' }, 10));
    await futures(page, 200, 240_000);
    const alone = await saying(page);
    const panel = await openChosen(page);

    await use(page, /^Add a rollout that a district chooses$/);
    await becomes(page, [{ kind: 'mandate', districts: [0] }]);
    await panel.getByRole('group', { name: '1. Everyone at once' }).waitFor();
    await tabTo(page, /^District$/, 'Shift+Tab');
    await page.keyboard.press('ArrowDown');
    await use(page, /^Add this district$/);
    await becomes(page, [{ kind: 'mandate', districts: [0, 2] }]);
    await tabTo(page, /^Name of a school$/);
    await page.keyboard.type(schoolName(17, null));
    await page.keyboard.press('Enter');
    const three = [{ kind: 'mandate', districts: [0, 2], schools: [17] }];
    await becomes(page, three);
    await page.keyboard.type('No such school');
    await page.keyboard.press('Enter');
    await panel.getByText('No school that is free to choose has this name.').waitFor();
    expect(chosen(page)).toEqual(three);
    await expect.poll(() => saying(page), soon).not.toBe(alone);

    await use(page, /^Take out /, 'Shift+Tab'); // the school
    const two = [{ kind: 'mandate', districts: [0, 2] }];
    await becomes(page, two);
    expect(await focused(page)).toBe('Name of a school');
    await panel.getByLabel('How it rolls out').selectOption('lab');
    await becomes(page, [{ kind: 'lab', districts: [0, 2] }]);
    // The settings of that rollout can now be changed too.
    await panel.getByText('The rollout: Learn and adjust yearly').waitFor();
    const looking = panel.locator('[data-path="strategy.imitation"] input');
    await looking.fill('0.3');
    await looking.press('Enter');
    await expect.poll(() => addressSays(page)?.a?.strategy, soon).toMatchObject({ imitation: 0.3 });
    await page.goBack();
    await page.goBack();
    await becomes(page, two);
    await page.goBack();
    await becomes(page, three);
    await page.goForward();
    await becomes(page, two);

    const { page: other } = await house.open({}, new URL(page.url()).hash);
    const there = await openChosen(other);
    expect(await there.locator('.places li').allInnerTexts()).toEqual(await panel.locator('.places li').allInnerTexts());

    await use(page, /^Remove rollout 1: Everyone at once$/);
    await becomes(page, undefined);
    expect(await focused(page)).toBe('Add a rollout that a district chooses');
    await expect.poll(() => saying(page), { timeout: 240_000 }).toBe(alone);
    expect(faults).toEqual([]);
  });

  test('are settled on the first day: a plan that departs later shows them and cannot change them', async () => {
    const { page } = await house.open({}, linkOfTwo({ forks: { a: null, b: 6 }, year: 6, edited: 'b' }));
    const panel = await openChosen(page);
    await panel.getByText('Settled on the first day').first().waitFor();
    expect(await panel.getByRole('button', { name: 'Add a rollout that a district chooses' }).isDisabled()).toBe(true);
  });

  test('stay behind with all that was said of single schools when the plans move to others, and the page says so', async () => {
    const events = [
      { kind: 'budgetCut' as const, year: 3, size: 0.5 },
      { kind: 'closure' as const, year: 4, school: 200 },
    ];
    const a: Scenario = { ...firstPlan(), pilots: [200], rollouts: [{ kind: 'lab', districts: [7] }], events };
    const { page, faults } = await house.open({}, `#${writeLink({ model: MODEL_VERSION, a, year: 10, future: 0 })}`);
    await futures(page, 4);
    const panel = await openPanel(page, 'systems');
    await panel.getByLabel('Schools on the map: Two provinces of South Africa').selectOption('100');
    await panel.getByRole('button', { name: /^Use these.*South Africa/ }).click();
    await page.getByText('Schools and districts that a plan named stayed behind.').waitFor();
    const now = () => addressSays(page)?.a;
    await expect.poll(() => now()?.events, soon).toEqual(events.slice(0, 1));
    expect([now()?.pilots, now()?.rollouts]).toEqual([undefined, undefined]);
    await futures(page, 4);
    await page.goBack();
    await expect.poll(() => now()?.pilots, soon).toEqual([200]);
    expect([now()?.rollouts, now()?.events, now()?.system]).toEqual([a.rollouts, events, a.system]);
    expect(faults).toEqual([]);
  });
});
