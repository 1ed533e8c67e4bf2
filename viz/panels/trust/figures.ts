/** Numbers of settings and of what they move, as the screen writes them. */
import type { Quantity } from '../../../sim/index.ts';
import { fill } from '../../../words/index.ts';
import { choiceName } from '../../state/labels.ts';
import { decimal, language, whole } from '../../state/language.ts';
import type { Outcome } from '../../state/outcomes.ts';
import { panelText } from '../../state/paneltext.ts';
import type { Value } from '../../state/plan.ts';

/** A setting's number with three figures that matter, or the name of a choice. */
export function plain(value: Value, { choices }: Quantity): string {
  if (typeof value === 'string') return choiceName(value);
  if (choices) return choiceName(choices[value] ?? String(value));
  return new Intl.NumberFormat(language.value, { maximumSignificantDigits: 3 }).format(value);
}

/** `0.2 to 0.8`. */
export const rangeText = (quantity: Quantity): string =>
  fill(panelText.value.trust.range, { low: plain(quantity.range[0], quantity), high: plain(quantity.range[1], quantity) });

/** A difference of an outcome, always with its sign; decimals only where a whole number would say nothing. */
export function signed(difference: number, { axis: [low, high] }: Outcome): string {
  const digits = high - low < 20 ? 1 : 0;
  const said = digits === 0 ? whole(Math.round(difference) + 0) : decimal(difference, digits);
  return difference > 0 && !/^0[.,]?0*$/.test(said) ? `+${said}` : said;
}
