/** Numbers of an outcome as What matters writes them: shares in 100, everything else in its own unit; short, and in the reader's language. */
import type { OutcomeColumn } from '../../study/index.ts';
import { dollars } from '../controls/said.ts';
import { decimal, text, whole } from '../state/language.ts';
import { panelText } from '../state/paneltext.ts';

const timesOf = ({ unit }: OutcomeColumn): number => (unit.startsWith('share') ? 100 : 1);

/** Whole from 10 on and for shares, one decimal below; a true minus. */
export function short(value: number, outcome: OutcomeColumn): string {
  if (Number.isNaN(value)) return '–';
  const shown = timesOf(outcome) * value;
  const size = Math.abs(shown);
  const said = size >= 10 || outcome.unit.startsWith('share') ? whole(Math.round(size)) : decimal(size, 1);
  return shown < 0 && Number(size.toFixed(size >= 10 ? 0 : 1)) !== 0 && !isNought(said) ? `−${said}` : said;
}

const isNought = (said: string): boolean => !/[1-9]/.test(said);

/** With its sign, as a difference is written. */
export function signed(value: number, outcome: OutcomeColumn): string {
  const said = short(value, outcome);
  return value > 0 && !isNought(said) ? `+${said}` : said;
}

/** A value with its unit: `30 in 100`, `$120`, `2.5 percentile points`. */
export function valued(value: number, outcome: OutcomeColumn): string {
  const { units } = panelText.value.matters;
  if (outcome.unit === units.money) return dollars(value);
  const unit = outcome.unit.startsWith('share') ? units.inHundred : outcome.unit;
  return `${short(value, outcome)} ${unit}`.trim();
}

/** A share as a whole number in 100. */
export const inHundred = (share: number): string => whole(Math.round(100 * share));

/** What stands between the items of a list that is read aloud. */
export const listed = (items: readonly string[]): string => items.join(text.value.between);
