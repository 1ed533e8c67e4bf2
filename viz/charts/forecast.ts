/** Small pictures of forecasts beside each other: what was seen, the model's bands, the Bass fit's ends, what came. */
import type { GroupForecast, Way } from '../../study/index.ts';
import { light } from './palette.ts';
import { linear, type Scale } from './scale.ts';

const CELL = { width: 280, height: 190, left: 38, right: 12, top: 30, bottom: 28 } as const;
const COLUMNS = 3;
const FONT = 'Figtree, system-ui, -apple-system, Segoe UI, Roboto, Helvetica, Arial, sans-serif';

const at = (n: number): string => String(Math.round(10 * n) / 10);
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

export function forecastPicture(groups: readonly GroupForecast[], title: string): string {
  const rows = Math.ceil(groups.length / COLUMNS);
  const [width, height] = [COLUMNS * CELL.width + 40, rows * CELL.height + 100];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(title)}" font-family="${FONT}" font-size="12" fill="${light.ink2}">`,
    `<rect width="${width}" height="${height}" fill="${light.paper}"/>`,
    `<text x="24" y="36" font-size="17" font-weight="600" fill="${light.ink}">${escaped(title)}</text>`,
    ...groups.map((group, g) => {
      const [x, y] = [20 + (g % COLUMNS) * CELL.width, 54 + Math.floor(g / COLUMNS) * CELL.height];
      return `<g transform="translate(${x},${y})">\n${cell(group)}\n</g>`;
    }),
    `<text x="24" y="${height - 14}" fill="${light.ink3}">Line: seen. Rings: what came. Blue: the model, the middle half strong, 9 in 10 pale. Dashed: 9 in 10 of Bass fits. In 100.</text>`,
    '</svg>\n',
  ].join('\n');
}

function cell({ name, seen, until, points }: GroupForecast): string {
  const start = { time: until, share: seen[seen.length - 1].share };
  const last = points.at(-1)?.time ?? until;
  const x = linear([seen[0].time, last], [CELL.left, CELL.width - CELL.right]);
  const y = linear([0, 1], [CELL.height - CELL.bottom, CELL.top]);
  const edge = (way: Way, key: 'low' | 'high' | 'lowMiddle' | 'highMiddle') => [
    start,
    ...points.map(({ time, bands }) => ({ time, share: bands[way][key] })),
  ];
  const area = (low: 'low' | 'lowMiddle', high: 'high' | 'highMiddle', opacity: number) =>
    `<path d="${path([...edge('model', low), ...edge('model', high).reverse()], x, y)}Z" fill="${light.well}" fill-opacity="${opacity}"/>`;
  const dashed = (key: 'low' | 'high') =>
    `<path d="${path(edge('bass', key), x, y)}" fill="none" stroke="${light.nameInk}" stroke-dasharray="4 3"/>`;
  const shown = name.length > 38 ? `${name.slice(0, 37)}…` : name;
  return [
    `<text x="${CELL.left}" y="18" font-weight="600" fill="${light.ink}">${escaped(shown)}</text>`,
    ...[0, 0.5, 1].flatMap((share) => [
      `<path d="M${CELL.left},${at(y(share))}H${CELL.width - CELL.right}" stroke="${light.line}"/>`,
      `<text x="${CELL.left - 6}" y="${at(y(share) + 4)}" text-anchor="end">${100 * share}</text>`,
    ]),
    `<text x="${CELL.left}" y="${CELL.height - 8}">${seen[0].time}</text>`,
    `<text x="${CELL.width - CELL.right}" y="${CELL.height - 8}" text-anchor="end">${last}</text>`,
    ...(points.length > 0 ? [area('low', 'high', 0.2), area('lowMiddle', 'highMiddle', 0.4), dashed('low'), dashed('high')] : []),
    `<path d="${path(seen, x, y)}" fill="none" stroke="${light.ink}" stroke-width="1.8"/>`,
    ...points.flatMap(({ time, truth }) =>
      truth === null
        ? []
        : [`<circle cx="${at(x(time))}" cy="${at(y(truth))}" r="2.6" fill="${light.surface}" stroke="${light.ink}"/>`],
    ),
  ].join('\n');
}

const path = (points: readonly { readonly time: number; readonly share: number }[], x: Scale, y: Scale): string =>
  points.map(({ time, share }, i) => `${i === 0 ? 'M' : 'L'}${at(x(time))},${at(y(share))}`).join('');
