import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closePanel, firstPlan, futures, linkOfTwo, onSystem, openChosen, openPanel, panels } from './deeds.ts';
import { type House, isThere, openHouse, skipped } from './open.ts';

const widths = [320, 390, 1024, 1440, 1920];
const SMALL = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** What is wider than the window, or set smaller than 12 pixels, in a line each. */
const misfits = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const wide = scrollWidth > clientWidth ? [`the page is ${scrollWidth} wide in ${clientWidth}`] : [];
    const panel = document.querySelector('.panel');
    if (panel && panel.scrollWidth > panel.clientWidth) wide.push(`${panel.className} is ${panel.scrollWidth} wide`);
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const tiny = new Set<string>();
    while (walker.nextNode()) {
      const { parentElement: parent, textContent } = walker.currentNode;
      if (!parent?.checkVisibility({ visibilityProperty: true }) || textContent?.trim() === '') continue;
      const size = Number.parseFloat(getComputedStyle(parent).fontSize);
      if (size < 11.99) tiny.add(`"${textContent?.trim().slice(0, 30)}" in .${parent.className} is set at ${size} px`);
    }
    return [...wide, ...tiny];
  });

/** What a finger cannot hit: primary controls under 44 pixels either way. */
const smallTargets = (page: Page, selector: string): Promise<string[]> =>
  page.locator(selector).evaluateAll((all) =>
    all.flatMap((one) => {
      if (!one.checkVisibility()) return [];
      const { width, height } = one.getBoundingClientRect();
      return width >= 43.5 && height >= 43.5 ? [] : [`${one.textContent?.trim() || one.ariaLabel}: ${width} by ${height}`];
    }),
  );

/** Where the focus is while it is wholly or partly under a bar that stays. */
const hiddenFocus = (page: Page): Promise<string | null> =>
  page.evaluate(() => {
    const at = document.activeElement;
    if (!at || at === document.body) return null;
    const { top, bottom, left, right, height } = at.getBoundingClientRect();
    for (const bar of document.querySelectorAll('.top, .foot, .sheet-bar, .timeline')) {
      if (bar.contains(at) || !['sticky', 'fixed'].includes(getComputedStyle(bar).position)) continue;
      const over = bar.getBoundingClientRect();
      const [from, to] = [Math.max(top, over.top), Math.min(bottom, over.bottom)];
      const beside = right <= over.left || left >= over.right;
      // What is nearly as tall as the window cannot be seen whole.
      if (beside || to - from <= 1 || height > innerHeight / 2) continue;
      if (bar.contains(document.elementFromPoint((left + right) / 2, (from + to) / 2)))
        return `${at.ariaLabel ?? at.textContent} under .${bar.className}`;
    }
    return null;
  });

/** Maps, fans and legends whose foot lies below the upper edge of the timeline, or that are too small to read, in a line each. */
const underTimeline = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const edge = document.querySelector('.timeline')!.getBoundingClientRect().top;
    return [...document.querySelectorAll('.explore-shown :is(.map, .fan, .map-legend)')].flatMap((one) => {
      const { bottom, height } = one.getBoundingClientRect();
      const least = one.matches('.map') ? 200 : 20;
      return bottom <= edge + 1 && height >= least ? [] : [`.${one.className} ${height} high ends at ${bottom} of ${edge}`];
    });
  });

/** Two plans whose names fill the sentence, and a digest that is not theirs, so that a notice stands above it. */
const long = (): string =>
  linkOfTwo({
    a: { ...firstPlan(), title: 'Grow from clusters, in a made-up district' },
    digests: { a: '0123456789abcdef' },
  });

describe.skipIf(!isThere)(`the layout${skipped}`, () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house?.close());

  test('fits every width without scrolling sideways, with no letter under 12 pixels', async () => {
    const { page } = await house.open({ reducedMotion: 'reduce' });
    const lines: string[] = [];
    const look = async (view: string): Promise<void> => {
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        await page.evaluate(() => new Promise((settle) => requestAnimationFrame(() => requestAnimationFrame(settle))));
        lines.push(...(await misfits(page)).map((line) => `${view} at ${width}: ${line}`));
      }
      await page.setViewportSize({ width: 1440, height: 900 });
    };
    await page.getByRole('button', { name: 'One year on' }).waitFor();
    await look('first minute');
    await page.goto(house.address + linkOfTwo());
    await futures(page);
    await look('two plans');
    await page.locator('.learned > summary').click();
    await page.locator('.learned li').first().waitFor();
    await look('what was learned');
    for (const name of panels) {
      await openPanel(page, name);
      await look(name);
      if (name === 'more') {
        const panel = await openChosen(page);
        await panel.getByRole('button', { name: 'Add a rollout that a district chooses' }).click();
        await look('what others choose');
      }
      await closePanel(page);
    }
    await page.getByRole('button', { name: 'Difference', exact: true }).click();
    await look('difference');
    expect(lines).toEqual([]);
  }, 200_000);

  test.each([
    { width: 1440, height: 900 },
    { width: 1920, height: 1080 },
  ])(
    'shows maps, fans and legend whole above the timeline, under a notice and long names: $width by $height',
    async (viewport) => {
      const { page } = await house.open({ viewport, reducedMotion: 'reduce' }, long());
      await page.locator('.notice').waitFor();
      await futures(page);
      const hidden: string[] = [];
      for (const view of ['Side by side', 'A only', 'Difference']) {
        await page.getByRole('button', { name: view, exact: true }).click();
        await page.locator('.fan .chart-picture svg').first().waitFor();
        hidden.push(...(await underTimeline(page)).map((line) => `${view}: ${line}`));
      }
      expect(hidden).toEqual([]);
    },
  );

  test.each([
    { width: 1024, height: 768 },
    { width: 1366, height: 657 },
    { width: 1366, height: 768 },
  ])('shows the fans and the legend of two plans whole on a low window: $width by $height', async (viewport) => {
    const { page } = await house.open({ viewport, reducedMotion: 'reduce' }, linkOfTwo());
    await futures(page);
    await page.locator('.fan .chart-picture svg').first().waitFor();
    // The maps give way, and are lower than elsewhere.
    expect((await underTimeline(page)).filter((line) => !line.startsWith('.map '))).toEqual([]);
  });

  test('shows them whole to one plan on a tablet', async () => {
    const { page } = await house.open(
      { viewport: { width: 1024, height: 768 }, reducedMotion: 'reduce' },
      onSystem({ preset: 'made-up' }, 10),
    );
    await page.locator('.fan .chart-picture svg').first().waitFor();
    await futures(page);
    expect(await underTimeline(page)).toEqual([]);
  });

  test('gives fingers 44 pixels where they press most', async () => {
    const { page } = await house.open(SMALL);
    const frame = await smallTargets(page, '.top-tools button, .sheet-bar button, .timeline-play');
    await page.getByRole('button', { name: 'Change the plan' }).tap();
    const rollout = await smallTargets(page, '.sheet-head button, .sheet [role=tab], .rollout, .starters button');
    await page.getByRole('tab', { name: 'Delivery' }).tap();
    const levers = await smallTargets(page, '.lever-step, .sheet [data-path] input[type=range]');
    expect([...frame, ...rollout, ...levers]).toEqual([]);
  });

  test.each([{ viewport: { width: 1440, height: 700 } }, SMALL])(
    'never hides the focus under a bar: $viewport',
    async (options) => {
      const { page } = await house.open({ ...options, reducedMotion: 'reduce' });
      await page.getByRole('button', { name: 'One year on' }).waitFor();
      for (const key of ['Tab', 'Shift+Tab']) {
        const hidden = new Set<string>();
        for (let pressed = 0; pressed < 70; pressed++) {
          await page.keyboard.press(key);
          const under = await hiddenFocus(page);
          if (under) hidden.add(under);
        }
        expect([...hidden]).toEqual([]);
      }
    },
  );
});
