/** What a person does on the page again and again, and how a test waits for what comes of it. */
import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { vi } from 'vitest';
import { readLink, writeLink } from '../../formats/link.ts';
import type { LinkState } from '../../formats/linkstate.ts';
import { MODEL_VERSION, parseScenario, type Scenario } from '../../sim/index.ts';

/** How long a test looks again and again for what comes in a moment, on however slow a machine. */
export const soon = { timeout: 60_000 };

export const lever = (page: Page, path: string): Locator => page.locator(`[data-path="${path}"] input[type=range]`);

/** The sentence as it is seen. */
export const saying = (page: Page): Promise<string> => page.locator('.saying').innerText();

/** Waits until each plan on the screen has so many futures. */
export async function futures(page: Page, least = 16, timeout = 60_000): Promise<void> {
  const have = (n: number): boolean => {
    const plans = [...document.querySelectorAll('.stage-plan')];
    const said = plans.map((plan) => plan.querySelector('.fan [role=img]')?.getAttribute('aria-label') ?? '');
    return said.length > 0 && said.every((one) => Number(/(\d+) futures/.exec(one)?.[1] ?? 0) >= n);
  };
  await page.waitForFunction(have, least, { timeout });
}

/** What the address says of the page; nothing where it says nothing that can be read. */
export function addressSays(page: Page): Partial<LinkState> | undefined {
  const read = readLink(new URL(page.url()).hash.slice(1));
  return read.ok ? (read.value as Partial<LinkState>) : undefined;
}

/** The plan that the page begins with, called as the page calls it. */
export function firstPlan(): Scenario {
  const parsed = parseScenario(JSON.parse(readFileSync('scenarios/default.json', 'utf8')));
  if (!parsed.ok) throw new Error('scenarios/default.json is not a plan');
  return { ...parsed.value, title: 'Grow from clusters' };
}

/**
 * What the address says of two plans, one that grows from clusters and one that schools must follow; with whatever else is said, and on
 * other schools where some are given.
 */
export function linkOfTwo(more: Partial<LinkState> = {}, system: Scenario['system'] = { preset: 'made-up' }): string {
  const a = { ...firstPlan(), system };
  const b: Scenario = { ...a, title: 'Everyone at once', strategy: { kind: 'mandate' } };
  return `#${writeLink({ model: MODEL_VERSION, a, b, year: 10, future: 0, ...more })}`;
}

/** What the address says of the first plan on the schools of another system. */
export function onSystem(system: Scenario['system'], year = 0): string {
  const a = { ...firstPlan(), system };
  return `#${writeLink({ model: MODEL_VERSION, a, year, future: 0 })}`;
}

/** A file that is dropped, by its name and what is in it. */
interface Dropped {
  readonly name: string;
  readonly content: string;
}

/** Holds files over a place of the page, as a hand would, until the page says that it sees them; what is returned lets them fall there. */
export async function holdFiles(page: Page, files: readonly Dropped[], over = 'body'): Promise<() => Promise<void>> {
  const dataTransfer = await page.evaluateHandle((dropped) => {
    const transfer = new DataTransfer();
    for (const { name, content } of dropped) transfer.items.add(new File([content], name));
    return transfer;
  }, files);
  const isSeen = ([transfer, place]: readonly [DataTransfer, string]): boolean => {
    const event = new DragEvent('dragover', { dataTransfer: transfer, bubbles: true, cancelable: true });
    document.querySelector(place)!.dispatchEvent(event);
    return document.querySelector('.dropping') !== null;
  };
  await page.waitForFunction(isSeen, [dataTransfer, over] as const);
  return () => page.dispatchEvent(over, 'drop', { dataTransfer });
}

export const panels = ['trust', 'brief', 'share', 'systems', 'rollouts', 'schools', 'more', 'drivers', 'school'] as const;
export type PanelName = (typeof panels)[number];

/** What is pressed for each panel, where the page is as wide as a desk's. */
const ways: Readonly<Record<PanelName, (page: Page) => Promise<void>>> = {
  trust: (page) => page.getByRole('button', { name: 'How far to trust this' }).first().click(),
  brief: (page) => page.getByRole('button', { name: 'One-page brief' }).click(),
  share: (page) => page.getByRole('button', { name: 'Share', exact: true }).click(),
  systems: (page) => fromMenu(page, 'Schools'),
  rollouts: (page) => page.getByRole('button', { name: 'All rollouts side by side' }).click(),
  schools: (page) => page.getByRole('button', { name: 'Schools as a table' }).click(),
  more: async (page) => {
    const sheet = page.getByRole('button', { name: 'Change the plan' });
    if (await sheet.isVisible()) {
      await sheet.click();
      await page.getByRole('tab', { name: 'Setting' }).click();
    }
    const all = page.getByRole('button', { name: /^All \d+ ingredients/ });
    if (await all.isVisible()) await all.click();
    await page.getByRole('button', { name: 'More settings' }).click();
  },
  drivers: (page) => page.getByRole('button', { name: 'What drove the difference?' }).click(),
  school: async (page) => {
    await page.getByRole('application').first().focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
  },
};

/** Opens a panel and waits until what it is about is there. */
export async function openPanel(page: Page, name: PanelName): Promise<Locator> {
  await ways[name](page);
  const panel = page.locator(`.panel-${name}`);
  await panel.waitFor();
  if (name === 'school') await panel.locator('.why-story').waitFor();
  if (name === 'drivers') await panel.locator('figure').first().waitFor();
  if (name === 'schools') await panel.getByRole('table').waitFor();
  if (name === 'rollouts') await panel.locator('.multiple svg.chart, .multiple figure, .multiple [role=img]').first().waitFor();
  return panel;
}

/** More settings, unless they lie open, with the rollouts that others choose unfolded. */
export async function openChosen(page: Page): Promise<Locator> {
  const there = page.locator('.panel-more');
  const panel = (await there.isVisible()) ? there : await openPanel(page, 'more');
  await panel.locator('summary', { hasText: 'Rollouts that districts choose for themselves' }).click();
  await panel.locator('.choosing').waitFor();
  return panel;
}

export async function closePanel(page: Page): Promise<void> {
  await page.locator('.panel .panel-head').getByRole('button', { name: 'Close' }).click();
  await page.locator('.panel').waitFor({ state: 'detached' });
  const sheet = page.locator('.sheet').getByRole('button', { name: 'Done' });
  if (await sheet.isVisible()) await sheet.click();
}

/** Presses what stands in the menu. */
export async function fromMenu(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Look, language, schools and files' }).click();
  await page.locator('#menu').getByRole('button', { name, exact: true }).click();
}

/** The name of what has the focus, as it is announced. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement: at } = document;
    return at?.getAttribute('aria-label') ?? at?.textContent?.trim() ?? '';
  });

/** Presses a key that moves the focus until it is on what has this name; at most a few rounds of the page. */
export async function tabTo(page: Page, name: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let pressed = 0; pressed < 150; pressed++) {
    await page.keyboard.press(key);
    if (name.test(await focused(page))) return;
  }
  throw new Error(`${key} did not lead to ${name}`);
}

/** The address that the page hands out, once it carries the digests of every plan. */
export async function sharedLink(page: Page): Promise<string> {
  await futures(page);
  const panel = await openPanel(page, 'share');
  await panel.getByText('short proof').waitFor();
  const field = panel.getByRole('textbox', { name: 'Address of this page as it is now' });
  let link = '';
  const carries = async (): Promise<boolean> => {
    link = await field.inputValue();
    const read = readLink(link.slice(link.indexOf('#') + 1));
    if (!read.ok) return false;
    const { b, digests } = read.value as Partial<LinkState>;
    return Object.keys(digests ?? {}).length === (b ? 2 : 1);
  };
  await vi.waitUntil(carries, soon); // asked for before the tests too
  return link;
}
