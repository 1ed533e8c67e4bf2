/** Numbers as words on a screen: whole numbers in 100, money, years. */
import { fill } from './fill.ts';
import { en } from './messages/en/index.ts';

/** A share as a whole number in 100. */
export const inHundred = (share: number): number => Math.round(100 * share);

/** A number of a metric with its unit; shares in 100, other numbers with two figures that matter. */
export function figure(value: number, unit: string): string {
  const { units } = en;
  if (Number.isNaN(value)) return units.missing;
  if (unit.startsWith('share')) return fill(units.share, { n: inHundred(value) });
  if (unit.startsWith('USD')) return fill(units.money, { n: rounded(value) });
  if (unit === 'percentile points') return fill(units.points, { n: tenths(value) });
  if (unit === 'years') return fill(units.years, { n: tenths(value) });
  return fill(units.plain, { n: rounded(value) });
}

/** Two figures of one unit, which is said once: `31 to 43 in 100`, `-32 ± 3 in 100`. */
export function pairOf(first: number, second: number, unit: string, between: string): string {
  const [a, b] = [figure(first, unit), figure(second, unit)];
  const end = /(?<=^\S+) .*$/.exec(a)?.[0] ?? '';
  return `${b.endsWith(end) ? a.slice(0, a.length - end.length) : a} ${between} ${b}`;
}

/** Whole from 10 on, two figures below. */
function rounded(value: number): string {
  if (Math.abs(value) >= 10) return String(Math.round(value));
  return String(Number(value.toPrecision(2)));
}

const tenths = (value: number): string => String(Math.round(10 * value) / 10);
