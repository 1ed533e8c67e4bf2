import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPanel } from './deeds.ts';
import { type House, isThere, openHouse, skipped } from './open.ts';

const MARKUP = '<script>alert(1)</script><img src=x onerror=alert(1)>&amp;"';
const HEADER = 'id,name,district,pupils\n';

/** Milliseconds that the page may be deaf while a file is read. */
const DEAF = 200;

const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'text/csv', buffer });

/** UTF-16 as spreadsheets save it, with its mark or without. */
function utf16(text: string, order: 'little' | 'big', mark: boolean): Buffer {
  const bytes = Buffer.from((mark ? '\uFEFF' : '') + text, 'utf16le');
  return order === 'little' ? bytes : bytes.swap16();
}

async function read(page: Page, given: ReturnType<typeof file>, timeout = 20_000): Promise<string> {
  await page.locator('.systems-drop input').setInputFiles(given);
  await page.locator('.systems-report strong').filter({ hasText: given.name }).waitFor({ timeout });
  return page.locator('.systems-report').innerText();
}

describe.skipIf(!isThere)(`files that mean no good${skipped}`, () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house?.close());

  test('a million rows are counted and refused in words, and the page hears on', async () => {
    const { page, faults } = await house.open({ reducedMotion: 'reduce' });
    await openPanel(page, 'systems');
    await page.evaluate(() => {
      const times: number[] = [];
      Object.assign(window, { times });
      new PerformanceObserver((list) => times.push(...list.getEntries().map(({ duration }) => duration))).observe({
        type: 'longtask',
      });
    });
    // Made in the page, for a driver hands large files over only by pieces that hold the page up themselves.
    await page.evaluate((header) => {
      const transfer = new DataTransfer();
      const thousand = (at: number): string =>
        Array.from({ length: 1000 }, (_, i) => `S${1000 * at + i},School ${i},District ${at % 90},${100 + (i % 400)}\n`).join('');
      const rows = Array.from({ length: 1000 }, (_, at) => thousand(at));
      transfer.items.add(new File([header, ...rows], 'million.csv', { type: 'text/csv' }));
      Object.assign(window, { transfer });
    }, HEADER);
    await page.waitForTimeout(500);
    await page.evaluate(() => {
      const { times, transfer } = window as unknown as { times: number[]; transfer: DataTransfer };
      times.length = 0;
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
    });
    await page.locator('.systems-report strong').waitFor({ timeout: 120_000 });
    expect(await page.locator('.systems-report').innerText()).toMatch(/1,000,000 schools; this page runs at most 10,000/);
    const longest = await page.evaluate(() => Math.max(0, ...(window as unknown as { times: number[] }).times));
    console.log(`longest task while a million rows were read: ${Math.round(longest)} ms`);
    expect(longest).toBeLessThan(DEAF);
    await page.keyboard.press('Escape');
    await page.getByText('212 made-up schools').waitFor();
    expect(faults).toEqual([]);
  }, 200_000);

  test('letters in other codings are read where they say so, and refused by name where they do not', async () => {
    const { page, faults } = await house.open({ reducedMotion: 'reduce' });
    await openPanel(page, 'systems');
    const words = `${HEADER}1,École,Nord,200\n2,Käthe,Süd,100\n`;
    for (const order of ['little', 'big'] as const) {
      expect(await read(page, file(`marked-${order}.csv`, utf16(words, order, true)))).toMatch(/2 schools|UTF-16/);
      expect(await read(page, file(`bare-${order}.csv`, utf16(words, order, false)))).toMatch(/cannot be used/);
    }
    expect(await read(page, file('latin.csv', Buffer.from(words, 'latin1')))).toMatch(/UTF-8/);
    expect(await read(page, file('nothing.csv', Buffer.alloc(0)))).toMatch(/cannot be used/);
    expect(await read(page, file('zeros.csv', Buffer.alloc(5000)))).toMatch(/cannot be used/);
    expect(faults).toEqual([]);
  });

  test('markup in a header, a name, a district and the file’s own name stays text', async () => {
    const { page, faults } = await house.open({ reducedMotion: 'reduce' });
    await openPanel(page, 'systems');
    const cell = `"${MARKUP.replaceAll('"', '""')}"`;
    const rows = Array.from({ length: 6 }, (_, i) => `${i},${cell},${cell},${100 + i},${cell}`).join('\n');
    const name = '<b onmouseover=alert(1)>x.csv';
    expect(await read(page, file(name, Buffer.from(`id,name,district,pupils,${cell}\n${rows}\n`)))).toContain(name);
    await page.getByRole('button', { name: 'Use these schools' }).click();
    await page.getByText('6 schools from your file').waitFor();
    await openPanel(page, 'schools');
    expect(await page.locator('.panel-schools tbody tr').first().innerText()).toContain(MARKUP);
    expect(await page.locator('.panel img, .panel script, .panel b[onmouseover]').count()).toBe(0);
    expect(faults).toEqual([]);
  });
});
