import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { reportOf } from '../cli/report/document.tsx';
import { askAll } from '../cli/report/questions.ts';
import { readStudyFolder } from '../cli/study/read.ts';
import type { Answer } from '../study/index.ts';
import { light } from '../viz/charts/palette.ts';
import { svgFile } from '../viz/charts/study/file.tsx';
import { markup } from '../viz/charts/study/markup.ts';
import { plain, themed } from '../viz/charts/study/paint.ts';
import { picturesOf, spreadOf } from '../viz/charts/study/pictures.tsx';
import { pictureWords as words } from '../words/index.ts';
import { answers, holdsOf, together } from './answers.ts';
import { filled, made, mixes } from './filled.ts';

const tokens = readFileSync('viz/tokens.css', 'utf8');
const factors = Array.from({ length: 14 }, (_, i) => ({ name: `f${i}`, label: `f${i}`, range: [0, 1] as const, grade: 'C' }));
const drawn = { paint: themed, label: 'what it says', words };

/** Every picture of every question, and of questions with many plans or nothing to show. */
const all: readonly Answer[] = [
  ...answers,
  holdsOf(10, 4),
  holdsOf(9, 19),
  {
    ...together,
    pairs: together.pairs.map((pair) => ({ ...pair, isBeyondNoise: false })),
    combinations: { ...together.combinations, list: [], found: 0 },
  },
];
const pictures = [
  ...all.flatMap((answer, i) =>
    picturesOf(answer, { factors }, words).map((picture) => ({ name: `${picture.name} ${i}`, picture })),
  ),
  ...[
    Float64Array.from({ length: 500 }, (_, i) => (i / 500) ** 2),
    new Float64Array(20),
    new Float64Array(3).fill(Number.NaN),
  ].map((values, i) => ({
    name: `spread ${i}`,
    picture: spreadOf({ name: 'well', label: 'Well', unit: 'share' }, values, words),
  })),
];

describe.each(pictures)('the picture $name', ({ picture }) => {
  test.each([320, 460, 720, 1000])('at %i px: legible, whole, named, and inside its sheet', (width) => {
    const svg = markup(picture.draw({ ...drawn, width }));
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
    expect(svg).toMatch(/^<svg [^>]*role="img" aria-label="what it says"/);
    const sizes = [...svg.matchAll(/font-size="([\d.]+)"/g)].map(([, size]) => Number(size));
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(12);
    const height = Number(/ height="([\d.]+)"/.exec(svg)![1]);
    for (const [, x, y] of svg.matchAll(/<text x="([-\d.]+)" y="([-\d.]+)"/g)) {
      expect(Number(x)).toBeGreaterThanOrEqual(0);
      expect(Number(x)).toBeLessThanOrEqual(width);
      expect(Number(y)).toBeLessThanOrEqual(height);
    }
  });

  test('has its numbers in a table of one width', () => {
    const { columns, rows } = picture.table();
    for (const row of rows) expect(row).toHaveLength(columns.length);
  });
});

describe('colours', () => {
  /** `wellInk` as the tokens have it: `--well-ink`. */
  const token = (name: string): string => `--${name.replace(/[A-Z0-9]/g, (mark) => `-${mark.toLowerCase()}`)}`;

  test.each(Object.entries(light))('%s of a file is that of the light theme', (name, colour) => {
    const [, found] = new RegExp(`${token(name)}:(#[0-9A-Fa-f]{6})`).exec(tokens)!;
    expect(colour).toBe(found.toUpperCase());
    expect(themed[name as keyof typeof light]).toBe(`var(${token(name)})`);
  });

  test('pairs are told apart without colour: each beyond the noise has its sign written in it', () => {
    const [pairs] = picturesOf(together, { factors }, words);
    const svg = markup(pairs.draw({ ...drawn, width: 1000 }));
    const beyond = together.pairs.filter(({ isBeyondNoise }) => isBeyondNoise).length;
    expect(svg.match(/font-weight="650">[+−]\d/g)).toHaveLength(beyond);
  });
});

test('markup: what stands in a text or an attribute stays text', () => {
  const [box] = picturesOf(answers[2], { factors }, words);
  const label = '"><script>alert(1)</script>';
  const svg = markup(box.draw({ ...drawn, label, width: 500 }));
  expect(svg).not.toContain('<script');
  expect(svg).toContain('&quot;&gt;&lt;script&gt;');
});

test('a file holds the sentence and every picture of an answer', () => {
  const svg = svgFile({ pictures: picturesOf(together, { factors }, words), sentence: 'What it says.', note: 'Care.', words });
  for (const text of ['What it says.', words.pairs.title, words.combinations.title, 'Care.']) expect(svg).toContain(text);
  expect(svg).toContain(plain.paper);
  expect(svg).not.toContain('var(');
});

describe('the report', async () => {
  const study = { ...mixes, title: 'Four <b>"ingredients"</b> & luck', description: 'What <i>matters</i>' };
  // Future 3 of every mix with much data fails.
  const { dir } = filled(study, (values, replicate) =>
    values[2] > 0.5 && replicate === 3
      ? { outcomes: [Number.NaN, Number.NaN], status: 'threw', reason: 'too <much> data' }
      : made(values, replicate),
  );
  const results = await readStudyFolder(dir);
  const asked = askAll(results.table, { outcomes: ['well', 'gap'], less: ['gap'], before: () => {} });
  const html = reportOf({ results, asked, digest: 'e'.repeat(64) });

  test('stands alone: no script, nothing fetched, and its own policy forbids both', () => {
    expect(html).not.toMatch(/<script|<link|<img|<iframe|@import|javascript:/);
    expect([...html.matchAll(/url\(["']?([^)"']{0,20})/g)].filter(([, source]) => !source.startsWith('data:'))).toEqual([]);
    const addresses = [...html.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, address]) => address);
    expect(addresses.filter((address) => !address.startsWith('#'))).toEqual([]);
    expect(html).toContain("default-src 'none'");
  });

  test('texts of the study stay texts', () => {
    expect(html).toContain('<h1>Four &lt;b&gt;&quot;ingredients&quot;&lt;/b&gt; &amp; luck</h1>');
    expect(html).toContain('What &lt;i&gt;matters&lt;/i&gt;');
    expect(html).toContain('too &lt;much&gt; data');
  });

  test('has landmarks, one first heading, and no level is left out', () => {
    expect(html).toMatch(/<html lang="en">/);
    for (const landmark of ['header', 'nav', 'main', 'footer'])
      expect(html.match(new RegExp(`<${landmark}[ >]`, 'g'))).toHaveLength(1);
    const levels = [...html.matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    for (const [i, level] of levels.slice(1).entries()) expect(level - levels[i]).toBeLessThanOrEqual(1);
  });

  test('every place that is pointed at is there once', () => {
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, id] of html.matchAll(/(?:href="#|aria-labelledby=")([^"]+)"/g)) expect(ids).toContain(id);
  });

  test('each picture has its table', () => {
    const figures = html.split('<figure').slice(1);
    expect(figures.length).toBeGreaterThanOrEqual(2 + 2 * 4);
    for (const figure of figures) expect(figure.split('</figure>')[0]).toMatch(/<svg[\s\S]*<details>[\s\S]*<table>/);
  });

  test('says what was varied, what failed, and where it comes from', () => {
    expect(html).toContain('ingredients.champions');
    expect(html).toContain('8 failed and are left out of every answer');
    expect(html).toContain(results.manifest.studyId);
    expect(html).toContain('e'.repeat(64));
    expect(html).toContain(`taking-root rebuild ${results.dir}`);
  });

  test('answers what the design can answer, and says why it cannot answer the rest', () => {
    const [inShort] = html.split('id="studied"');
    expect(inShort).toMatch(/moved most by Champions, leaders/);
    expect(html).toMatch(/id="unanswered"[\s\S]*Which plan holds up\?/);
  });

  test('is dark where its reader’s screen is, and light on paper', () => {
    const [, dark] = /\[data-theme="dark"\] \{([^}]*)\}/.exec(tokens)!;
    const [, used] = /@media screen and \(prefers-color-scheme: dark\) \{ :root \{ ([^}]*)\} \}/.exec(html)!;
    expect(used.trim()).toBe(dark.trim());
  });
});

test('reports of unfinished studies say what is missing', async () => {
  const { dir } = filled(mixes, made);
  const results = await readStudyFolder(dir);
  const html = reportOf({ results: { ...results, missing: 12 }, asked: [], digest: undefined });
  expect(html).toContain('12 of 320 runs are not there yet');
  expect(html).toContain('not collected');
});
