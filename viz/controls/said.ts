/** Values of settings as words and numbers of the language. */
import type { Quantity } from '../../sim/index.ts';
import { fill } from '../../words/index.ts';
import { choiceName } from '../state/labels.ts';
import { decimal, language, text } from '../state/language.ts';
import type { Value } from '../state/plan.ts';
import { isLevel, levelWord } from './scale.ts';

/** As many decimals as a number needs, and no more than tell values of its size apart. */
export function plainNumber(n: number): string {
  const most = Math.abs(n) >= 100 ? 0 : Math.abs(n) >= 10 ? 1 : Math.abs(n) >= 1 ? 2 : 3;
  const needed = String(Number(n.toFixed(most))).split('.')[1]?.length ?? 0;
  return decimal(n, needed);
}

/** Word of a level, such as "strong". */
export const levelSaid = (level: number): string => text.value.levers.levels[levelWord(level)];

/** A value in full: "strong, 70 of 100"; "2.5 per year"; the name of a choice. */
export function valueSaid(value: Value, quantity: Quantity): string {
  const { levels, slider } = text.value.levers;
  if (typeof value === 'string') return choiceName(value);
  if (isLevel(quantity)) return fill(levels.said, { word: levelSaid(value), n: plainNumber(100 * value) });
  return fill(slider.quantity, { n: plainNumber(value), unit: quantity.unit });
}

/** A value in short: "strong"; "2.5". */
export const shortSaid = (value: Value, quantity: Quantity): string =>
  typeof value === 'string' ? choiceName(value) : isLevel(quantity) ? levelSaid(value) : plainNumber(value);

/** A whole number of dollars. */
export const dollars = (n: number): string =>
  new Intl.NumberFormat(language.value, {
    style: 'currency',
    currency: 'USD',
    currencyDisplay: 'narrowSymbol',
    maximumFractionDigits: 0,
  }).format(n);
