/** Numbers of outcomes as pictures write them: shares in 100, everything else in its own unit. */

import type { OutcomeColumn } from '../../../study/table.ts';
import type { PictureWords } from '../../../words/index.ts';

export interface Amounts {
  /** What follows the name of an axis: `in 100`, `USD per learner`. */
  readonly unit: string;
  /** What is written, from what is in the table. */
  readonly times: number;
}

export const amountsOf = ({ unit }: OutcomeColumn, { inHundred }: PictureWords): Amounts =>
  unit.startsWith('share') ? { unit: inHundred, times: 100 } : { unit, times: 1 };

/** Whole from 10 on, two figures below, thousands as k; a true minus, and a dash where there is nothing. */
export function amount(value: number): string {
  if (Number.isNaN(value)) return '–';
  const size = Math.abs(value);
  if (size >= 1e4) return `${value < 0 ? '−' : ''}${Number((size / 1000).toPrecision(3))}k`;
  const digits = size >= 10 ? String(Math.round(size)) : String(Number(size.toPrecision(2)));
  return value < 0 ? `−${digits}` : digits;
}

/** With its sign, as a difference is written. */
export const signed = (value: number): string => (value > 0 ? `+${amount(value)}` : amount(value));

/** A value of an input, with as many decimals as tell a hundredth of its range apart. */
export function levelText(value: number, [low, high]: readonly [number, number]): string {
  const decimals = high > low ? Math.max(0, Math.min(6, Math.ceil(2 - Math.log10(high - low)))) : 3;
  return String(Number(value.toFixed(decimals)));
}
