import { execFile, spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { type Browser, firefox } from 'playwright-core';
import { Builder, By, Capabilities, until } from 'selenium-webdriver';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { linkOfTwo } from '../page/deeds.ts';
import { type House, openHouse } from '../page/open.ts';
import { need, programOf } from './debian.ts';

const FIREFOX = programOf('firefox-esr');
const DRIVER = programOf('webkit2gtk-driver');
const MINI = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';
const SCREEN = programOf('xvfb');

const skipped = need('chromium', 'firefox-esr', 'webkit2gtk-driver', 'xvfb');

const MATCHES = 'This link matches.';
/** Longer than a busy machine needs. */
const PATIENCE = 120_000;

interface Told {
  readonly plans: readonly { readonly plan: 'a' | 'b'; readonly digest: string }[];
}

describe.skipIf(skipped !== '')(`a link opens to the same digests${skipped}`, () => {
  let house: House;
  let link: string;
  beforeAll(async () => {
    const words = ['bin/taking-root.mjs', 'open', linkOfTwo(), '--json'];
    const { plans } = JSON.parse((await promisify(execFile)(process.execPath, words)).stdout) as Told;
    const digests = Object.fromEntries(plans.map(({ plan, digest }) => [plan, digest]));
    link = linkOfTwo({ digests });
    house = await openHouse();
  }, PATIENCE);
  afterAll(() => house?.close());

  /** What a page says of the link that it was opened with, with playwright. */
  async function said(browser: Browser): Promise<void> {
    const page = await browser.newPage();
    await page.goto(house.address + link);
    await page.getByText(MATCHES).waitFor({ timeout: PATIENCE });
  }

  test('in Chromium as in Node', () => said(house.browser), PATIENCE);

  test(
    'in Firefox as in Node',
    async () => {
      const browser = await firefox.launch({ channel: 'moz-firefox', executablePath: FIREFOX });
      try {
        await said(browser);
      } finally {
        await Promise.race([browser.close(), pause(10_000)]);
      }
    },
    PATIENCE,
  );

  test(
    'in WebKit as in Node',
    async () => {
      const [display, port] = [`:${80 + (process.pid % 900)}`, String(20_000 + (process.pid % 20_000))];
      const screen = spawn(SCREEN, [display, '-screen', '0', '1440x900x24', '-nolisten', 'tcp'], { stdio: 'ignore' });
      const driver = spawn(DRIVER, [`--port=${port}`], { env: { ...process.env, DISPLAY: display }, stdio: 'ignore' });
      try {
        await pause(2000);
        const browser = await new Builder()
          .usingServer(`http://127.0.0.1:${port}`)
          .withCapabilities(
            new Capabilities({
              browserName: 'MiniBrowser',
              'webkitgtk:browserOptions': { binary: MINI, args: ['--automation'] },
            }),
          )
          .build();
        try {
          await browser.get(house.address + link);
          const notice = By.xpath(`//*[@role="status"]//strong[contains(., "${MATCHES}")]`);
          await browser.wait(until.elementLocated(notice), PATIENCE);
        } finally {
          await browser.quit();
        }
      } finally {
        driver.kill();
        screen.kill();
      }
    },
    PATIENCE,
  );
});
