/** A fan over the years: how many schools use it, and how many use it well. Ensemble and sentence in, a picture (SVG) out. */
import type { Band, Ensemble } from '../../sim/index.ts';
import { bandsOf } from './bands.ts';
import { apart, bandPath, futurePath, yearsNamed } from './geometry.ts';
import { light } from './palette.ts';
import { linear, type Scale } from './scale.ts';

export interface FanSentence {
  readonly text: string;
  readonly segments: readonly { readonly text: string; readonly role?: string }[];
}

/** What is drawn, the wider band first; the word beside a band is the legend. */
const series = [
  { role: 'uses', metric: 'schoolsInUse', label: 'use it', fill: light.name, soft: light.nameSoft, ink: light.nameInk },
  { role: 'well', metric: 'schoolsWell', label: 'use it well', fill: light.well, soft: light.wellSoft, ink: light.wellInk },
] as const;

type Series = (typeof series)[number];

const SIZE = { width: 880, left: 60, right: 150, top: 34, plot: 300, bottom: 62 } as const;
const TITLE = { size: 19, leading: 27, width: 80 } as const;
/** Thin futures drawn over each fan. */
const FUTURES = 6;
const FONT = 'Figtree, system-ui, -apple-system, Segoe UI, Roboto, Helvetica, Arial, sans-serif';

export function fanOf(ensemble: Ensemble, sentence: FanSentence): string {
  const { years } = ensemble;
  const title = titleLines(sentence);
  const top = SIZE.top + title.length * TITLE.leading + 30;
  const bottom = top + SIZE.plot;
  const height = bottom + SIZE.bottom;
  const x = linear([0, years[years.length - 1]], [SIZE.left, SIZE.width - SIZE.right]);
  const fans = series.map((one) => ({ one, bands: bandsOf(ensemble.runs, one.metric) }));
  const most = Math.max(...fans.flatMap(({ bands }) => bands.map(({ high }) => (Number.isNaN(high) ? 0 : high))));
  const y = linear([0, axisEnd(most)], [bottom, top]);
  const parts = [
    `<rect width="${SIZE.width}" height="${height}" fill="${light.paper}"/>`,
    ...title.map(
      (spans, i) => `<text x="${SIZE.left - 36}" y="${SIZE.top + (i + 0.4) * TITLE.leading}" class="title">${spans}</text>`,
    ),
    ...axes(x, y, bottom),
    ...fans.map(({ one, bands }) => fan(one, bands, years, x, y)),
    ...fans.flatMap(({ one }) => futures(ensemble, one, x, y)),
    ...labels(fans, x, y),
    legend(ensemble.runs.length, height),
  ];
  return svg(height, sentence.text, parts);
}

/** The share axis ends at 100 in 100, or sooner where everything lies low, at a round number. */
const axisEnd = (most: number): number => [0.1, 0.2, 0.5].find((end) => most <= 0.96 * end) ?? 1;

function svg(height: number, text: string, parts: readonly string[]): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE.width} ${height}" width="${SIZE.width}" height="${height}" role="img" aria-label="${escaped(text)}" font-family="${FONT}">`,
    `<style>.title{font-size:${TITLE.size}px;font-weight:600;fill:${light.ink}}.tick{font-size:13px;fill:${light.ink3}}.axis{font-size:13px;fill:${light.ink2}}.label{font-size:15px;font-weight:600}.note{font-size:12.5px;fill:${light.ink3}}</style>`,
    ...parts,
    '</svg>\n',
  ].join('\n');
}

const at = (n: number): string => String(Math.round(10 * n) / 10);

function axes(x: Scale, y: Scale, bottom: number): string[] {
  const end = SIZE.width - SIZE.right;
  const rows = y
    .ticks(5)
    .flatMap((share) => [
      `<line x1="${SIZE.left}" x2="${end}" y1="${at(y(share))}" y2="${at(y(share))}" stroke="${light.line}"/>`,
      `<text x="${SIZE.left - 10}" y="${at(y(share) + 4.5)}" text-anchor="end" class="tick">${Math.round(100 * share)}</text>`,
    ]);
  const years = yearsNamed(x.domain()[1]);
  const columns = years.map((year, i) => {
    const text = i === years.length - 1 ? `${year} years` : year;
    return `<text x="${at(x(year))}" y="${bottom + 22}" text-anchor="middle" class="tick">${text}</text>`;
  });
  return [...rows, ...columns, `<text x="${SIZE.left - 36}" y="${at(y.range()[1] - 16)}" class="axis">Schools, in 100</text>`];
}

/** Nine in ten futures pale, the middle half strong; no middle line, for no future runs along it. */
function fan({ fill, soft }: Series, bands: readonly Band[], years: Float64Array, x: Scale, y: Scale): string {
  return [
    `<path d="${bandPath(bands, 'wide', years, x, y)}" fill="${soft}" fill-opacity="0.75"/>`,
    `<path d="${bandPath(bands, 'middle', years, x, y)}" fill="${fill}" fill-opacity="0.55"/>`,
  ].join('\n');
}

function futures({ runs, years }: Ensemble, { metric, ink }: Series, x: Scale, y: Scale): string[] {
  return runs
    .slice(0, FUTURES)
    .map(
      ({ columns }) =>
        `<path d="${futurePath(columns[metric], years, x, y)}" fill="none" stroke="${ink}" stroke-opacity="0.4" stroke-width="1"/>`,
    );
}

/** Names at the end of each fan, kept apart. */
function labels(fans: readonly { readonly one: Series; readonly bands: readonly Band[] }[], x: Scale, y: Scale): string[] {
  const [first, second] = fans.map(({ bands }) => y(bands[bands.length - 1].median));
  const heights = apart(first, second, 40, y.range()[0] - 14);
  return fans.flatMap(({ one, bands }, i) => {
    const { low, high, median } = bands[bands.length - 1];
    const height = heights[i];
    const range = `${Math.round(100 * low)}–${Math.round(100 * high)}`;
    const left = at(x.range()[1] + 16);
    return [
      `<text x="${left}" y="${at(height)}" class="label" fill="${one.ink}">${Math.round(100 * median)} ${one.label}</text>`,
      `<text x="${left}" y="${at(height + 17)}" class="note">${range} in 100</text>`,
    ];
  });
}

const legend = (futureCount: number, height: number): string =>
  `<text x="${SIZE.left - 36}" y="${height - 14}" class="note">Strong: the middle half of ${futureCount} futures. Pale: 9 in 10. Thin lines: ${Math.min(FUTURES, futureCount)} of the futures. A way of thinking, not a forecast.</text>`;

/** The sentence in lines, words of a role in its colour. */
function titleLines({ segments }: FanSentence): string[] {
  const lines: string[][] = [[]];
  let used = 0;
  for (const { text, role } of segments) {
    const ink = series.find((one) => one.role === role)?.ink;
    for (const word of text.split(/(?<= )/)) {
      if (used + word.trimEnd().length > TITLE.width) {
        lines.push([]);
        used = 0;
      }
      used += word.length;
      lines[lines.length - 1].push(ink ? `<tspan fill="${ink}">${escaped(word)}</tspan>` : escaped(word));
    }
  }
  return lines.map((words) => words.join(''));
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
