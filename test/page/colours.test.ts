import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type House, isThere, openHouse, skipped } from './open.ts';

/** The least mean difference between two marks, of 255 greys over the whole picture of a mark. */
const APART = 4;

/** Each mark of the legend by its word, as greys. */
async function legend(page: Page): Promise<Map<string, number[]>> {
  const found = new Map<string, number[]>();
  for (const item of await page.locator('.map-legend li').all()) {
    const picture = await item.locator('svg').screenshot();
    const greys = await page.evaluate(
      async (source) => {
        const image = new Image();
        image.src = source;
        await image.decode();
        const canvas = Object.assign(document.createElement('canvas'), { width: 38, height: 38 });
        const context = canvas.getContext('2d')!;
        context.drawImage(image, 0, 0, 38, 38);
        const { data } = context.getImageData(0, 0, 38, 38);
        return Array.from({ length: 38 * 38 }, (_, i) => 0.299 * data[4 * i] + 0.587 * data[4 * i + 1] + 0.114 * data[4 * i + 2]);
      },
      `data:image/png;base64,${picture.toString('base64')}`,
    );
    found.set(await item.innerText(), greys);
  }
  return found;
}

const apart = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, grey, i) => sum + Math.abs(grey - b[i]), 0) / a.length;

describe.skipIf(!isThere)(`without colours${skipped}`, () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house?.close());

  test.each(['light', 'dark', 'projector', 'forced'])('%s: the states of a school differ in grey', async (theme) => {
    const { page } = await house.open({ reducedMotion: 'reduce', deviceScaleFactor: 2 });
    await page.getByRole('button', { name: 'One year on' }).waitFor();
    if (theme === 'forced') await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
    else await page.evaluate((name) => (document.documentElement.dataset.theme = name), theme);
    const marks = [...(await legend(page))].filter(([word]) => word !== 'Pupils');
    expect(marks.length).toBeGreaterThanOrEqual(6);
    const close = marks.flatMap(([one, greys], i) =>
      marks.slice(i + 1).flatMap(([other, others]) => {
        const difference = apart(greys, others);
        return difference < APART ? [`${one} and ${other}: ${difference.toFixed(1)}`] : [];
      }),
    );
    expect(close).toEqual([]);
    await page.context().close();
  });

  test('forced colours: the map is drawn in them', async () => {
    const { page } = await house.open({ reducedMotion: 'reduce', forcedColors: 'active', colorScheme: 'dark' });
    await page.getByRole('button', { name: 'One year on' }).waitFor();
    const shades = await page.evaluate(() => {
      const canvas = document.querySelectorAll('canvas')[1];
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
      const found = new Map<string, number>();
      for (let i = 0; i < data.length; i += 4) {
        const shade = data.slice(i, i + 3).join(' ');
        if (data[i + 3] === 255) found.set(shade, (found.get(shade) ?? 0) + 1);
      }
      return [...found].filter(([, n]) => n > 50).map(([shade]) => shade);
    });
    expect(shades.length).toBeGreaterThan(1);
  });
});
