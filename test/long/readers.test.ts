import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DuckDBInstance } from '@duckdb/node-api';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TakesAnswer } from '../../study/index.ts';
import { CHROMIUM, QUIET } from '../chromium.ts';
import { type Ended, newFolder, program } from '../program.ts';
import { studyFile, tiny } from '../study.ts';
import { need } from './debian.ts';

/** Ingredients at random on a few made-up schools: enough points for an emulator and a box. */
const sampled = {
  ...tiny,
  title: 'Mixes of three ingredients',
  factors: ['champions', 'longTermFinancing', 'supportivePolicy'].map((name) => ({ path: `ingredients.${name}`, range: [0, 1] })),
  design: { kind: 'sobol', points: 64 },
  outcomes: [
    { name: 'well', metric: 'schoolsWell', year: 2 },
    { name: 'using', metric: 'schoolsInUse', year: 2 },
  ],
};

async function done(...words: readonly string[]): Promise<Ended> {
  const ended = await program(words);
  expect(ended.code, ended.err).toBe(0);
  return ended;
}

/** What readers of the results agree on. */
interface Sums {
  readonly rows: number;
  readonly run: number;
  readonly well: number;
  readonly champions: number;
  /** Of the texts of a choice. */
  readonly waves: number;
}

let dir: string;
let sampledDir: string;
let expected: Sums;
beforeAll(async () => {
  dir = join(newFolder(), 'study');
  sampledDir = join(newFolder(), 'sampled');
  await done('study', studyFile(tiny), '-o', dir);
  await done('study', studyFile(sampled), '-o', sampledDir);
  const [header, ...rows] = readFileSync(join(dir, 'results.csv'), 'utf8').trim().split('\n');
  const at = (name: string) => header.split(',').indexOf(name);
  const cells = rows.map((row) => row.split(','));
  const sum = (name: string) => cells.reduce((total, row) => total + Number(row[at(name)]), 0);
  const waves = cells.filter((row) => row.includes('waves')).length;
  expected = { rows: rows.length, run: sum('run'), well: sum('well'), champions: sum('champions'), waves };
}, 120_000);

/** Readers add in other orders. */
function agree(found: Sums): void {
  expect(expected.rows).toBe(12 * tiny.replicates);
  expect(expected.waves).toBe(expected.rows / 2);
  for (const [name, value] of Object.entries(expected)) expect(Number(found[name as keyof Sums]), name).toBeCloseTo(value, 9);
}

test('DuckDB reads the Parquet to the sums of the CSV, and where it comes from', async () => {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const ask = async (question: string) => (await connection.runAndReadAll(question)).getRowObjects();
  const file = `'${join(dir, 'results.parquet')}'`;
  const [row] = await ask(
    `select count(*)::int as rows, sum(run)::int as run, sum(well) as well, sum(champions) as champions, count(*) filter (where kind = 'waves')::int as waves from ${file}`,
  );
  agree(row as unknown as Sums);
  const metadata = await ask(`select decode(key) as key, decode(value) as value from parquet_kv_metadata(${file})`);
  const digest = readFileSync(join(dir, 'results.sha256'), 'utf8').trim();
  expect(metadata.find(({ key }) => key === 'digest')?.value).toBe(digest);
});

const withR = need('r-base-core');
test.skipIf(withR !== '')(`R reads the CSV to the same sums${withR}`, () => {
  const script = `x <- read.csv(commandArgs(TRUE)[1], check.names = FALSE)
    cat(sprintf('{"rows":%d,"run":%d,"well":%.15g,"champions":%.15g,"waves":%d}', nrow(x), sum(x$run), sum(x$well), sum(x$champions), sum(x$kind == "waves")))`;
  agree(JSON.parse(execFileSync('Rscript', ['-e', script, join(dir, 'results.csv')], { encoding: 'utf8' })) as Sums);
});

const withPandas = need('python3-pandas');
test.skipIf(withPandas !== '')(`pandas reads the CSV to the same sums${withPandas}`, () => {
  const script = `import json, sys, pandas
x = pandas.read_csv(sys.argv[1])
print(json.dumps({'rows': len(x), 'run': int(x.run.sum()), 'well': float(x.well.sum()), 'champions': float(x.champions.sum()), 'waves': int((x.kind == 'waves').sum())}))`;
  agree(JSON.parse(execFileSync('/usr/bin/python3', ['-c', script, join(dir, 'results.csv')], { encoding: 'utf8' })) as Sums);
});

test('what would it take: the mixes are really run before anything is said', async () => {
  const words = ['--question', 'takes', '--outcome', 'using', '--reliability', '0.6', '--json'];
  const answer = JSON.parse((await done('analyze', sampledDir, ...words)).out) as TakesAnswer & { readonly sentence: string };
  expect(answer.isConfirmed).toBe(true);
  expect(answer.candidates.length).toBeGreaterThan(0);
  for (const { real } of answer.candidates) expect(real?.futures).toBe(64);
}, 300_000);

const withChromium = need('chromium');
describe.skipIf(withChromium !== '')(`the report in Chromium${withChromium}`, () => {
  const source = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
  let browser: Browser;
  let addresses: readonly string[];
  beforeAll(async () => {
    for (const one of [dir, sampledDir]) await done('report', one);
    addresses = [dir, sampledDir].map((one) => pathToFileURL(join(one, 'report.html')).href);
    browser = await chromium.launch({ executablePath: CHROMIUM, args: QUIET });
  }, 120_000);
  afterAll(() => browser?.close());

  /** What axe finds, a line each. */
  async function found(page: Page): Promise<readonly string[]> {
    await page.evaluate(source);
    return page.evaluate(async () => {
      type Violation = { id: string; nodes: { target: string[]; failureSummary: string }[] };
      const { axe } = window as unknown as { axe: { run(what: Document): Promise<{ violations: Violation[] }> } };
      const { violations } = await axe.run(document);
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')} ${failureSummary}`),
      );
    });
  }

  /** Texts of pictures that lie outside their picture, with how far. */
  const outside = (page: Page): Promise<readonly string[]> =>
    page.evaluate(() =>
      [...document.querySelectorAll('figure svg')].flatMap((svg) => {
        const sheet = svg.getBoundingClientRect();
        return [...svg.querySelectorAll('text')].flatMap((text) => {
          const { left, right, bottom, width } = text.getBoundingClientRect();
          const far = Math.max(sheet.left - left, right - sheet.right, bottom - sheet.bottom);
          return width > 0 && far > 3 ? [`${svg.getAttribute('aria-label')}: ${text.textContent} by ${far.toFixed(0)}`] : [];
        });
      }),
    );

  test.each([
    { width: 1440, colorScheme: 'light' },
    { width: 1440, colorScheme: 'dark' },
    { width: 390, colorScheme: 'light' },
    { width: 320, colorScheme: 'dark' },
  ] as const)(
    '$width px, $colorScheme: asks for nothing, fits, is legible, and axe finds nothing',
    async ({ width, colorScheme }) => {
      for (const address of addresses) {
        // axe is put into the page by the test, which the report's own policy would forbid.
        const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme, bypassCSP: true });
        const asked: string[] = [];
        page.on('request', (request) => asked.push(request.url()));
        await page.goto(address);
        await page.evaluate(() => {
          for (const details of document.querySelectorAll('details')) details.open = true;
        });
        expect(asked.filter((url) => url !== address && !url.startsWith('data:'))).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        expect(await outside(page)).toEqual([]);
        expect(await found(page)).toEqual([]);
        await page.close();
      }
    },
  );
});
