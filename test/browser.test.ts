import { mkdtempSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build, type PreviewServer, preview } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseScenario, run, type Scenario } from '../cli/library.ts';
import { CHROMIUM, isThere, QUIET, skipped } from './chromium.ts';

const file: unknown = JSON.parse(readFileSync('test/fixtures/waves.json', 'utf8'));

declare global {
  interface Window {
    digests(file: unknown, replicates: number, seed: string | number): Promise<readonly string[]>;
  }
}

describe.skipIf(!isThere)(`in Chromium${skipped}`, () => {
  let server: PreviewServer;
  let browser: Browser;
  let page: Page;
  const failures: string[] = [];

  beforeAll(async () => {
    const outDir = mkdtempSync(join(tmpdir(), 'taking-root-page-'));
    const common = { configFile: false, root: 'test/fixtures/page', logLevel: 'warn', worker: { format: 'es' } } as const;
    await build({ ...common, build: { outDir, target: 'es2022', emptyOutDir: true } });
    server = await preview({ ...common, build: { outDir }, preview: { host: '127.0.0.1', port: 0 } });
    browser = await chromium.launch({ executablePath: CHROMIUM, args: QUIET });
    page = await browser.newPage();
    page.on('pageerror', ({ message }) => failures.push(message));
    page.on('requestfailed', (request) => failures.push(request.url()));
    await page.goto(`http://127.0.0.1:${(server.httpServer.address() as AddressInfo).port}/`);
  });

  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  test.each([['42'], [42], ['another']])('futures of seed %j are those of Node, to the last bit', async (seed) => {
    const parsed = parseScenario(file);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    const { runs } = await run(parsed.value as Scenario, { replicates: 2, seed });
    const inPage = await page.evaluate(([given, s]) => window.digests(given, 2, s), [file, seed] as const);
    expect(inPage).toEqual(runs.map(({ digest }) => digest));
    expect(failures).toEqual([]);
  });
});
