/** One measure: a name, what it means, and one number about now. */
import type { Model } from '../model.ts';
import type { Tally } from '../tally.ts';

export interface Metric {
  readonly name: string;
  readonly label: string;
  readonly unit: string;
  /** Definition, and the field's term where it has one. */
  readonly about: string;
  /** NaN where there is nothing to measure. */
  measure(tally: Tally, model: Model): number;
}

/** a / b, missing where there is nothing to divide by. */
export const ratio = (a: number, b: number): number => (b > 0 ? a / b : Number.NaN);
