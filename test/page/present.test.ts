/** A session with a room in the built page: by keys alone, from the first guess to the debrief, and back by the address. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeLink } from '../../formats/link.ts';
import type { LinkState, Room } from '../../formats/linkstate.ts';
import { MODEL_VERSION } from '../../sim/index.ts';
import { axed } from './axed.ts';
import { addressSays, firstPlan, futures, saying, soon } from './deeds.ts';
import { type House, isThere, openHouse, skipped } from './open.ts';

const HALL = { viewport: { width: 1920, height: 1080 } };
const START: Room = { round: 0, phase: 'predict', guesses: [[], [], [], []], held: {}, spent: {}, shock: 'budgetCut' };

/** An address that opens a session on a small part of the first plan's schools. */
function sessionAt(room: Partial<Room> = {}, more: Partial<LinkState> = {}): string {
  const a = { ...firstPlan(), system: { preset: 'made-up' as const, sample: 0.12 }, years: 10 };
  return `#${writeLink({ model: MODEL_VERSION, a, year: 1, future: 0, at: 'present', room: { ...START, ...room }, ...more })}`;
}

const question = (page: Page): Promise<string> => page.locator('.present-question h2').innerText();
const part = (page: Page): Promise<string> => page.locator('.present-parts [aria-current]').innerText();
const roomOf = (page: Page): Room | undefined => addressSays(page)?.room;

/** Letters under 28 units of a hall's screen, in a line each. */
const small = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.querySelector('.present')!, NodeFilter.SHOW_TEXT);
    const lines = new Set<string>();
    while (walker.nextNode()) {
      const { parentElement: parent, textContent } = walker.currentNode;
      if (!parent?.checkVisibility() || textContent?.trim() === '' || parent.closest('.visually-hidden, title')) continue;
      const svg = parent.closest('svg');
      const drawn = svg ? svg.getBoundingClientRect().width / svg.viewBox.baseVal.width : 1;
      const size = drawn * Number.parseFloat(getComputedStyle(parent).fontSize);
      if (size < 27.5) lines.add(`"${textContent?.trim().slice(0, 30)}" in .${parent.className} is set at ${size} px`);
    }
    return [...lines];
  });

/** What reaches over the foot of the window or is cut off in its own box, in a line each. */
const cut = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    ['.present', '.present-question', '.present-map', '.present-tokens', '.present-debrief'].flatMap((name) => {
      const one = document.querySelector(name);
      if (!one) return [];
      const { scrollHeight, clientHeight, scrollWidth, clientWidth } = one;
      return scrollHeight <= clientHeight + 1 && scrollWidth <= clientWidth + 1
        ? []
        : [`${name}: ${scrollWidth} × ${scrollHeight} in ${clientWidth} × ${clientHeight}`];
    }),
  );

describe.skipIf(!isThere)(`a session with a room${skipped}`, () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house?.close());

  test('by keys alone: the model is seen by nobody until all have guessed, then its range, and only then its middle', async () => {
    const { page, faults } = await house.open(HALL);
    await page.getByRole('button', { name: 'Present' }).click();
    expect(await question(page)).toMatch(/^If we go on with “Grow from clusters”.*by year.10\?$/);
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('projector');
    for (const guess of [60, 70, 70, 85]) {
      await page.keyboard.press('g');
      await page.keyboard.type(String(guess));
      await page.keyboard.press('Enter');
      await page.keyboard.press('Escape');
    }
    await expect.poll(() => roomOf(page)?.guesses[0], soon).toEqual([60, 70, 70, 85]);
    expect(await page.locator('.present-guess circle').count()).toBe(4);
    expect(await page.locator('.present-model, .present-range').count()).toBe(0);
    await page.keyboard.press('ArrowRight');
    expect(await page.locator('.present-year strong').innerText()).toBe('Year 1');

    await page.keyboard.press('Space');
    await page.locator('.present-range').waitFor();
    expect(await part(page)).toBe('2 Reveal');
    expect(await page.locator('.present-model circle').count()).toBe(0);
    expect(await page.locator('.present-big').innerText()).not.toMatch(/Middle/);
    const range = await page.locator('.present-n').innerText();
    expect(range).toMatch(/^\d+ to \d+$/);
    await expect.poll(() => page.locator('.present-year strong').innerText(), soon).toBe('Year 10');

    await page.keyboard.press('Space');
    await expect.poll(() => page.locator('.present-model circle').count(), soon).toBe(20);
    expect(await page.locator('.present-big').innerText()).toMatch(/Middle \d+\. Nine in ten: \d+ to \d+/);
    expect(await page.locator('.present-quote').innerText()).toMatch(/^4 of our 4 guesses sit above/);
    await page.keyboard.press('h');
    expect(await page.locator('.present-model').count()).toBe(0);
    await page.keyboard.press('h');
    await page.keyboard.press('b');
    await page.locator('.present-blank').waitFor();
    await page.keyboard.press('b');

    await page.getByRole('application').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.locator('.panel-school .why-story').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.panel').waitFor({ state: 'detached' });
    await page.locator('.present-question h2').focus();

    await page.keyboard.press('Space');
    expect(await page.locator('.present-discuss dt').allInnerTexts()).toEqual(['What happened?', 'Why?', 'So what here?']);
    await page.keyboard.press('Space');
    expect(await question(page)).toMatch(/^If every school must start at once/);
    expect(await page.locator('.present-year span').innerText()).toBe('Everyone at once');
    await page.keyboard.press('Shift+Space');
    expect(await part(page)).toBe('3 Discuss');
    await page.keyboard.press('Escape');
    await futures(page);
    expect(await saying(page)).toContain('year');
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('light');
    expect(faults).toEqual([]);
  });

  test('tokens are spent by role on what is its own, traded, and make the plan of the round', async () => {
    const { page } = await house.open(HALL, sessionAt({ round: 2 }));
    await page.getByRole('button', { name: /^Ministry: 0 of 4/ }).click();
    const purse = page.getByRole('region', { name: 'Ministry' });
    const more = purse.getByRole('button', { name: 'A token on Good timing' });
    await more.click();
    await more.click();
    await expect.poll(() => more.isDisabled()).toBe(true); // from “some” to the top in two
    await purse.getByRole('button', { name: 'Teachers', exact: true }).click();
    await page.getByRole('button', { name: /^Teachers: 0 of 3/ }).click();
    await page.getByRole('button', { name: 'A token on Teachers supported' }).click();
    await expect
      .poll(() => roomOf(page), soon)
      .toMatchObject({
        spent: { windows: 2, elevatingTeachers: 1 },
        held: { ministry: 3, teachers: 3 },
      });
    expect(await page.locator('.present-spent p').innerText()).toBe('Spent 3 of 12 tokens');
    expect(addressSays(page)!.b).toMatchObject({ title: 'Your budget', ingredients: { windows: 1 } });
    await page.goBack();
    await expect.poll(() => page.locator('.present-spent p').innerText(), soon).toBe('Spent 2 of 12 tokens');
  });

  test('the shock is chosen by the room, and the debrief sets every round beside what came', async () => {
    const guesses = [[50, 60], [90], [40], [30, 20, 10]];
    const { page, faults } = await house.open({ ...HALL, acceptDownloads: true }, sessionAt({ round: 3, guesses }));
    await page.getByLabel('The shock').selectOption('leaderLeaves');
    await expect.poll(() => addressSays(page)?.b?.events, soon).toMatchObject([{ kind: 'leaderLeaves', year: 4 }]);
    for (let i = 0; i < 4; i++) await page.keyboard.press('Space');
    const rows = page.locator('.present-debrief tbody tr');
    await expect.poll(() => rows.last().innerText(), soon).toMatch(/in \d+ of 100 futures/);
    const cells = await rows.evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent)));
    expect(cells.map(([name, room]) => [name, room])).toEqual([
      ['1 Our plan', '55'],
      ['2 Another rollout', '90'],
      ['3 Our budget', '40'],
      ['4 The shock', '20'],
    ]);
    for (const [, , range] of cells) expect(range).toMatch(/^\d+ to \d+$/);
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save as CSV' }).click()]);
    expect(file.suggestedFilename()).toBe('session.csv');
    expect(faults).toEqual([]);
  });

  test('an address brings a session back, and one that is broken is refused by what is wrong with it', async () => {
    const { page } = await house.open(HALL, sessionAt({ round: 1, phase: 'middle', guesses: [[], [33], [], []] }, { year: 10 }));
    await page.locator('.present-model circle').first().waitFor();
    expect(await page.locator('.present-guess circle').count()).toBe(1);
    expect(await page.locator('.present-head h1').innerText()).toBe('Round 2 of 4');
    await page.goto('about:blank');
    await page.goto(house.address + sessionAt({ phase: 'later' }));
    await page.getByText('room: expected a round and its phase').waitFor();
  });

  test('prints a card for each role with what it may spend on, and at the end the debrief', async () => {
    const { page } = await house.open(HALL, sessionAt({ round: 2 }));
    await page.locator('.present-question').waitFor();
    await page.emulateMedia({ media: 'print' });
    const cards = page.locator('.present-cards article');
    expect(await cards.locator('h2').allInnerTexts()).toEqual([
      'Ministry',
      'Funders',
      'District leaders',
      'Teachers',
      'Community',
    ]);
    expect(await cards.first().innerText()).toMatch(/4 tokens\s+Policies that help: some/);
    expect(await cards.locator('dt').count()).toBe(14);
    expect(await page.isVisible('.present-question')).toBe(false);
    await page.emulateMedia({ media: 'screen' });
    await page.goto('about:blank');
    await page.goto(house.address + sessionAt({ round: 3, phase: 'debrief' }));
    await page.emulateMedia({ media: 'print' });
    await page.locator('.present-debrief').waitFor();
    expect(await cards.count()).toBe(0);
    expect(await page.isVisible('.present-tokens')).toBe(false);
  });

  test('notes open in a window of their own, follow the session, and hear its keys', async () => {
    const { page } = await house.open(HALL, sessionAt());
    await page.locator('.present-question').waitFor();
    const [notes] = await Promise.all([page.context().waitForEvent('page'), page.keyboard.press('n')]);
    await notes.getByRole('heading', { name: 'Round 1 of 4, 1 Predict' }).waitFor();
    await notes.getByText(/^Not on the screen yet: \d+ to \d+/).waitFor();
    await notes.keyboard.press('g');
    await notes.keyboard.type('35');
    await notes.keyboard.press('Enter');
    await expect.poll(() => page.locator('.present-guess circle').count(), soon).toBe(1);
    await notes.keyboard.press('Escape');
    await notes.keyboard.press('Space');
    await notes.getByRole('heading', { name: 'Round 1 of 4, 2 Reveal' }).waitFor();
    expect(await part(page)).toBe('2 Reveal');
    await page.bringToFront();
    await page.keyboard.press('Escape');
    await expect.poll(() => notes.isClosed(), soon).toBe(true);
  });

  test.each(['fr-FR', 'es-ES'])('fits a hall in %s too', async (locale) => {
    const guesses = Array.from({ length: 4 }, () => Array.from({ length: 24 }, (_, i) => 20 + 2 * i));
    const spent = { windows: 2, longTermFinancing: 2, champions: 1, elevatingTeachers: 1, localNeeds: 1 };
    const lines: string[] = [];
    for (const [round, phase] of [
      [0, 'predict'],
      [1, 'range'],
      [1, 'middle'],
      [3, 'predict'],
      [1, 'discuss'],
    ] as const) {
      const options = { ...HALL, locale, reducedMotion: 'reduce' } as const;
      const { page } = await house.open(options, sessionAt({ round, phase, guesses, spent }));
      await page.locator('.present-model, .present-discuss dd, .present-hidden').first().waitFor();
      await expect.poll(() => page.evaluate(() => document.documentElement.lang), soon).toBe(locale.slice(0, 2));
      lines.push(...(await cut(page)).map((line) => `${round} ${phase}: ${line}`));
      await page.context().close();
    }
    expect(lines).toEqual([]);
  });

  test('is read from the back of a hall, fits smaller screens, and axe finds nothing', async () => {
    const guesses = Array.from({ length: 4 }, () => Array.from({ length: 24 }, (_, i) => 20 + 2 * i));
    const spent = { windows: 2, longTermFinancing: 2, champions: 1, elevatingTeachers: 1, localNeeds: 1 };
    const lines: string[] = [];
    for (const [round, phase] of [
      [0, 'predict'],
      [1, 'range'],
      [2, 'middle'],
      [3, 'predict'],
      [1, 'discuss'],
      [3, 'debrief'],
    ] as const) {
      const { page } = await house.open(
        { ...HALL, reducedMotion: 'reduce' },
        sessionAt({ round, phase, guesses, spent }, { year: 1 }),
      );
      await page.locator('.present').waitFor();
      if (phase !== 'predict' && phase !== 'debrief') await page.locator('.present-model, .present-discuss dd').first().waitFor();
      const view = `${round} ${phase}`;
      lines.push(...(await small(page)), ...(await cut(page)).map((line) => `${view}: ${line}`), ...(await axed(page, view)));
      for (const [width, height] of [
        [1440, 900],
        [1280, 720],
        [1024, 768],
      ]) {
        await page.setViewportSize({ width, height });
        lines.push(...(await cut(page)).map((line) => `${view} at ${width}: ${line}`));
      }
      await page.setViewportSize({ width: 390, height: 844 });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (wide > 0) lines.push(`${view} at 390: ${wide} pixels too wide`);
      await page.context().close();
    }
    expect(lines).toEqual([]);
  });
});
