import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languages, type Messages, type PanelMessages, panels } from '../../words/index.ts';
import { linkOfTwo } from './deeds.ts';
import { type House, isThere, openHouse, skipped } from './open.ts';

declare global {
  interface Window {
    /** Which language the page's own words and a panel's were in, frame by frame, each pair once. */
    heard: string[];
  }
}

describe.skipIf(!isThere)(`the language of the page${skipped}`, () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house?.close());

  test.each(['fr', 'es'])('is never two at once, however late the words of the panels come: %s', async (tag) => {
    const { page } = await house.open({ locale: tag, serviceWorkers: 'block' });
    const { load, loadPanels } = languages[tag];
    const words = (text: Messages, more: PanelMessages) => [text.shell.places.matters, more.trust.doubt.title];
    const both = { en: words((await languages.en.load()) as Messages, panels), [tag]: words(await load(), await loadPanels!()) };
    await page.route(/\/panels-[^/]*\.js$/, async (route) => {
      await new Promise((later) => setTimeout(later, 1500));
      await route.continue();
    });
    await page.addInitScript((both) => {
      window.heard = [];
      requestAnimationFrame(function look() {
        const seen = document.body.innerText;
        const of = (part: number): string | undefined =>
          Object.entries(both).find(([, texts]) => seen.includes(texts[part]))?.[0];
        const [page, panel] = [of(0), of(1)];
        if (page && panel && !window.heard.includes(`${page} ${panel}`)) window.heard.push(`${page} ${panel}`);
        requestAnimationFrame(look);
      });
    }, both);
    await page.goto(`${house.address}${linkOfTwo({ open: { kind: 'trust' } })}`);
    await page.reload(); // a change behind # alone opens no page anew
    await expect.poll(() => page.evaluate(() => window.heard.at(-1)), { timeout: 60_000 }).toBe(`${tag} ${tag}`);
    for (const pair of await page.evaluate(() => window.heard)) expect(['en en', `${tag} ${tag}`]).toContain(pair);
  });
});
