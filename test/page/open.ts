/** The built page in a real browser, as the tests of the page open it: served to this machine, nothing else reachable. */
import type { AddressInfo } from 'node:net';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { type PreviewServer, preview } from 'vite';
import { expect, onTestFinished } from 'vitest';
import { CHROMIUM, QUIET } from '../chromium.ts';

export { isThere, skipped } from '../chromium.ts';

/** Where the build puts the page. */
export const PAGE = 'dist/page';

export interface Opened {
  readonly page: Page;
  /** Errors of the page and addresses outside it that it asked for; empty where all is well. */
  readonly faults: readonly string[];
}

export interface House {
  readonly address: string;
  open(options?: BrowserContextOptions, hash?: string): Promise<Opened>;
  close(): Promise<void>;
  readonly server: PreviewServer;
  readonly browser: Browser;
}

/** Serves a built page and starts a browser for it. */
export async function openHouse(page = PAGE): Promise<House> {
  const server = await preview({
    configFile: false,
    build: { outDir: page },
    preview: { host: '127.0.0.1', port: 0 },
    logLevel: 'error',
  });
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: QUIET });
  const address = `http://127.0.0.1:${(server.httpServer.address() as AddressInfo).port}/`;
  return {
    address,
    server,
    browser,
    async open(options = {}, hash = '') {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB', ...options });
      // A page that is left open goes on working out futures, at the cost of the tests that come after.
      if (expect.getState().currentTestName) onTestFinished(() => context.close());
      const page = await context.newPage();
      page.setDefaultTimeout(60_000); // on however slow a machine
      const faults: string[] = [];
      page.on('pageerror', ({ message }) => faults.push(message));
      page.on('console', (message) => {
        if (message.type() === 'error') faults.push(message.text());
      });
      page.on('request', (request) => {
        const url = request.url();
        if (!url.startsWith(address) && !/^(data|blob):/.test(url)) faults.push(`asked for ${url}`);
      });
      await page.goto(address + hash);
      return { page, faults };
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}
