/** The main views of the page as pictures: which there are, how each comes about, and how far two are apart. */
import type { Page } from 'playwright-core';
import { closePanel, futures, linkOfTwo, onSystem, openPanel, type PanelName } from './deeds.ts';
import type { House } from './open.ts';

const themes = ['light', 'dark', 'projector'] as const;

const sizes = [
  { name: 'desk', width: 1440, height: 900 },
  { name: 'tablet', width: 1024, height: 768 },
  { name: 'phone', width: 390, height: 844 },
  { name: 'hall', width: 1920, height: 1080 },
] as const;

interface View {
  readonly name: string;
  /** The panel that lies over Explore, if any. */
  readonly panel?: PanelName;
  /** The button that is pressed first, if any. */
  readonly press?: string;
}

/** A few schools: enough where a panel hides the map, or tries every setting by running the plans again and again. */
const FEW = { preset: 'made-up', sample: 0.15 };

interface Walk {
  readonly hash: () => string;
  readonly views: readonly View[];
  /** Waits until all is worked out; for so many futures in Explore where nothing is said. */
  readonly ready?: (page: Page) => Promise<void>;
}

/** What the model says in a round that two people have guessed in. */
const session = (): string => {
  const room = { round: 1, phase: 'middle', guesses: [[], [40, 60], [], []], held: {}, spent: {}, shock: 'budgetCut' };
  return linkOfTwo({ at: 'present', room }, FEW);
};

/** All futures, and a clock that nobody sees go on. */
async function told(page: Page): Promise<void> {
  await page.locator('.present-model circle').first().waitFor();
  await page.waitForTimeout(5000);
  await page.locator('.present-clock').evaluate((clock) => {
    clock.style.visibility = 'hidden';
  });
}

/** By the address that they begin with: each is worked out once, whatever its size and theme. */
const walks: readonly Walk[] = [
  {
    hash: () => onSystem({ preset: 'made-up' }, 10),
    views: [{ name: 'explore' }, { name: 'systems', panel: 'systems' }, { name: 'schools', panel: 'schools' }],
  },
  {
    hash: linkOfTwo,
    views: [{ name: 'two' }, { name: 'why', panel: 'school' }, { name: 'difference', press: 'Difference' }],
  },
  { hash: () => onSystem(FEW, 10), views: [{ name: 'trust', panel: 'trust' }] },
  { hash: () => linkOfTwo({}, FEW), views: [{ name: 'brief', panel: 'brief' }] },
  { hash: session, views: [{ name: 'present' }], ready: told },
];

/** As many pictures as `shots` gives. */
export const shotCount = walks.flatMap(({ views }) => views).length * sizes.length * themes.length;

export interface Shot {
  readonly name: string;
  /** The page as it stands when the picture was taken. */
  readonly page: Page;
  readonly png: Buffer;
}

/** What is still being worked out says so, with the numbers done. */
const isDone = (): boolean =>
  document.querySelector('progress, [data-working=true]') === null &&
  !/\d of \d/.test(document.querySelector('.brief-work')?.textContent ?? '');

/** Two pictures that are this long apart and alike, in milliseconds, show a page at rest: maps are drawn anew once the size has settled. */
const PAUSE = 300;
/** How many pictures one waits for it: a page that never rests gives the last one. */
const PATIENCE = 40;

/** The page's picture once it no longer changes, however slow the machine. */
async function atRest(page: Page): Promise<Buffer> {
  await page.waitForTimeout(PAUSE);
  let last = await page.screenshot();
  for (let tries = 0; tries < PATIENCE; tries++) {
    await page.waitForTimeout(PAUSE);
    const next = await page.screenshot();
    if (next.equals(last)) return next;
    last = next;
  }
  return last;
}

/** All pictures, one after another: every view, then its sizes, then its themes. Nothing moves on them. */
export async function* shots(house: House): AsyncGenerator<Shot> {
  for (const { hash, views, ready = (page: Page) => futures(page, 200, 600_000) } of walks) {
    const { page } = await house.open({ reducedMotion: 'reduce' }, hash());
    await ready(page);
    for (const { name, panel, press } of views) {
      if (press) await page.getByRole('button', { name: press, exact: true }).click();
      if (panel) await openPanel(page, panel);
      await page.waitForFunction(isDone, null, { timeout: 400_000 });
      await page.evaluate(() => document.fonts.ready);
      for (const size of sizes) {
        await page.setViewportSize(size);
        for (const theme of themes) {
          await page.evaluate((to) => {
            document.documentElement.dataset.theme = to;
          }, theme);
          yield { name: `${name}-${size.name}-${theme}`, page, png: await atRest(page) };
        }
      }
      await page.setViewportSize(sizes[0]);
      if (panel) await closePanel(page);
    }
    await page.context().close();
  }
}
