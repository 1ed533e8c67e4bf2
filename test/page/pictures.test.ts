import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Shot, shotCount, shots } from './gallery.ts';
import { type House, isThere, openHouse, skipped } from './open.ts';
import { type Easel, openEasel } from './shrink.ts';

const KEPT = 'test/page/pictures';
/** `npm run pictures` sets it: what is kept is made anew, to be looked at before it is kept. */
const renew = process.env.RENEW_PICTURES === '1';

/**
 * The share of tiles that may be off. Measured on Explore: the same text in another typeface (Liberation Sans for Figtree and Source
 * Serif) moves 1.1 % of them, the smallest part of the page that is missing (the map's legend) 1.9 %.
 */
const MOST = 0.015;
/** All pictures together, in bytes: a checkout must stay light. */
const HEAVIEST = 1_500_000;

/** The picture that README shows, and the file of it. */
const shown = { name: 'two-desk-light', file: 'docs/pictures/page.webp' };

const fileOf = (name: string): string => `${KEPT}/${name}.webp`;

/** Of which picture, what is hidden to prove that its absence is seen. */
const parts: Readonly<Record<string, readonly string[]>> = {
  'explore-desk-light': [
    '.top',
    '.explore-saying',
    '.explore-levers',
    '.map-sheet',
    '.map-legend',
    '.fan',
    '.explore-results',
    '.foot',
  ],
  'why-desk-light': ['.why-left', '.why-story', '.panel'],
  'trust-desk-light': ['.trust-left', '.trust-right'],
  'brief-desk-light': ['.brief-plans', '.brief-sheet'],
  'systems-phone-light': ['.panel'],
};

describe.skipIf(!isThere)(`pictures${skipped}`, () => {
  let house: House;
  let easel: Easel;
  beforeAll(async () => {
    house = await openHouse();
    easel = await openEasel(house.browser);
  });
  afterAll(() => house?.close());

  const small = async (page: Page): Promise<Buffer> => easel.small(await page.screenshot());

  /** What is not seen when a part is hidden: empty where the comparison sees every absence. */
  async function unseen({ name, page }: Shot, kept: Buffer): Promise<string[]> {
    const missed: string[] = [];
    for (const part of parts[name] ?? []) {
      const set = (to: string) =>
        page.locator(part).evaluateAll((all, visibility) => {
          for (const one of all) (one as HTMLElement).style.visibility = visibility;
        }, to);
      await set('hidden');
      if ((await easel.apart(kept, await small(page))) <= MOST) missed.push(`${name} without ${part}`);
      await set('');
    }
    return missed;
  }

  test('each view in its sizes and themes looks as it did when somebody last looked at it', async () => {
    if (renew) mkdirSync(KEPT, { recursive: true });
    const off: string[] = [];
    const missed: string[] = [];
    for await (const shot of shots(house)) {
      const { name, png } = shot;
      const now = await easel.small(png);
      if (renew) writeFileSync(fileOf(name), now);
      if (renew && name === shown.name) writeFileSync(shown.file, await easel.whole(png));
      if (!existsSync(fileOf(name))) {
        off.push(`${name}: there is no ${fileOf(name)}, make it by npm run pictures`);
        continue;
      }
      const kept = readFileSync(fileOf(name));
      const share = await easel.apart(kept, now);
      if (share > MOST) off.push(`${name}: ${(100 * share).toFixed(1)} % of its tiles differ`);
      missed.push(...(await unseen(shot, kept)));
    }
    expect(off).toEqual([]);
    expect(missed).toEqual([]);
  }, 1_200_000);

  test('letters drawn another way are no other picture', async () => {
    const first = shots(house);
    const { value } = (await first.next()) as { value: Shot };
    await value.page.evaluate(() => {
      const { style } = document.documentElement;
      style.setProperty('letter-spacing', '0.12px');
      style.setProperty('text-rendering', 'geometricPrecision');
      style.setProperty('--w-reg', '380');
      style.setProperty('--w-med', '500');
    });
    expect(await easel.apart(readFileSync(fileOf(value.name)), await small(value.page))).toBeLessThanOrEqual(MOST);
    await first.return(undefined);
  }, 240_000);

  test('there is one for each view, size and theme, and together they are light', () => {
    const kept = readdirSync(KEPT);
    expect(kept).toHaveLength(shotCount);
    const bytes = kept.reduce((sum, name) => sum + statSync(`${KEPT}/${name}`).size, 0);
    console.log(`${kept.length} pictures, ${Math.round(bytes / 1000)} kB`);
    expect(bytes).toBeLessThan(HEAVIEST);
  });
});
