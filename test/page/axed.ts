/** What axe finds on a page: the rules of WCAG 2.2 at levels A and AA. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

const source = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const themes = ['light', 'dark', 'projector'] as const;

/** What axe finds on the page as it stands, in a line each: everything in the light theme, what hangs on colours in the others. */
export async function axed(page: Page, view: string): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source);
  const lines: string[] = [];
  for (const theme of themes) {
    await page.evaluate((name) => {
      document.documentElement.dataset.theme = name;
    }, theme);
    const only = theme === 'light' ? { type: 'tag', values: tags } : { type: 'rule', values: ['color-contrast'] };
    const violations = await page.evaluate(async (runOnly) => {
      const { axe } = window as unknown as { axe: { run(what: Document, how: object): Promise<{ violations: Violation[] }> } };
      type Violation = { id: string; nodes: { target: string[]; failureSummary: string }[] };
      // Two landmarks of one name cannot be told apart by ear; no level of WCAG says so by itself.
      const rules = { 'landmark-unique': { enabled: true } };
      const { violations } = await axe.run(document, { runOnly, rules, resultTypes: ['violations'] });
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary.split('\n')[1].trim()}`),
      );
    }, only);
    lines.push(...violations.map((line) => `${view}, ${theme}: ${line}`));
  }
  return lines;
}
