import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closePanel, fromMenu, futures, lever, linkOfTwo, openPanel, panels, saying, soon } from './deeds.ts';
import { type House, isThere, openHouse, skipped } from './open.ts';

/** Resolves once the page holds everything that it needs without a network. */
const kept = (page: Page): Promise<void> => page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));

describe.skipIf(!isThere)(`on its own${skipped}`, () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house?.close());

  test('it asks nobody for anything and breaks no rule of its own, wherever one goes', async () => {
    const { page, faults } = await house.open({ acceptDownloads: true });
    const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    await page.evaluate(() => {
      document.addEventListener('securitypolicyviolation', ({ blockedURI, violatedDirective }) => {
        console.error(`${violatedDirective} forbids ${blockedURI}`);
      });
    });
    await page.goto(house.address + linkOfTwo());
    await futures(page);
    for (const name of panels) {
      await openPanel(page, name);
      await closePanel(page);
    }
    await page
      .getByRole('button', { name: /^Table: / })
      .first()
      .click();
    for (const format of ['CSV', 'SVG', 'PNG']) {
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: new RegExp(`as ${format}$`) }).click(),
      ]);
      expect(file.suggestedFilename()).toMatch(new RegExp(`\\.${format.toLowerCase()}$`));
    }
    await page.getByRole('button', { name: 'Difference', exact: true }).click();
    await page.getByRole('button', { name: 'Another possible future' }).click();
    await fromMenu(page, 'Undo');
    expect(faults).toEqual([]);
  });

  test('it can be installed', async () => {
    const { page } = await house.open();
    await kept(page);
    const devtools = await page.context().newCDPSession(page);
    const { url, data, errors } = await devtools.send('Page.getAppManifest');
    expect(errors).toEqual([]);
    const manifest = JSON.parse(data!) as Record<string, string> & { icons: { src: string; sizes: string }[] };
    expect(manifest).toMatchObject({ name: 'Taking Root', short_name: 'Taking Root', start_url: './', display: 'standalone' });
    expect(manifest.icons.map(({ sizes }) => sizes)).toEqual(expect.arrayContaining(['192x192', '512x512']));
    for (const { src } of manifest.icons) expect((await fetch(new URL(src, url))).status).toBe(200);
    const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
    // A test's browser keeps nothing, which is all that may stand in the way.
    expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual([]);
  });

  test('whoever loses the network at the first visit goes on, panels not yet opened included', async () => {
    const own = await openHouse();
    try {
      const { page } = await own.open();
      await kept(page);
      await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
      await own.server.close();
      await page.context().setOffline(true);
      await openPanel(page, 'trust');
      await closePanel(page);
      await openPanel(page, 'share');
    } finally {
      await own.browser.close();
    }
  });

  test('after the first visit it opens and runs with the server gone', async () => {
    const own = await openHouse();
    try {
      const { page } = await own.open();
      await kept(page);
      await own.server.close();
      await page.context().setOffline(true);
      await page.reload();
      await page.getByRole('button', { name: 'Play from year 5' }).waitFor();
      const before = await saying(page);
      await lever(page, 'ingredients.elevatingTeachers').press('End');
      await expect.poll(() => saying(page), soon).not.toBe(before);
      await futures(page);
      await openPanel(page, 'trust');
    } finally {
      await own.browser.close();
    }
  });
});
