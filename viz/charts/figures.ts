/** Outcomes in numbers as they are shown: of each plan at a row, sorted, in the unit of the screen, and as text. */
import { bandOf, type Results, valuesAt } from '../../sim/index.ts';
import { fill } from '../../words/index.ts';
import { dollars } from '../controls/said.ts';
import { decimal, text, whole } from '../state/language.ts';
import type { Outcome } from '../state/outcomes.ts';
import type { PlanId } from '../state/plan.ts';
import { type Dot, dotsOf } from './dots.ts';
import type { Win } from './wins.ts';

/** What futures of a plan come to in an outcome. */
export interface Measured {
  readonly plan: PlanId;
  readonly dots: readonly Dot[];
  readonly median: number;
  /** Nine in ten futures lie between. */
  readonly low: number;
  readonly high: number;
  /** Futures with something to measure, of all. */
  readonly n: number;
  readonly all: number;
}

/** An outcome as it stands: of each plan, and who has more of it. */
export interface Row {
  readonly outcome: Outcome;
  readonly of: readonly Measured[];
  readonly win: Win | null;
}

/** At a row, in the unit shown. */
export function measured(
  plan: PlanId,
  runs: readonly Results[],
  { metric, scale, axis }: Pick<Outcome, 'metric' | 'scale' | 'axis'>,
  row: number,
): Measured {
  const values = valuesAt(runs, metric, row)
    .map((value) => value * scale)
    .sort();
  const { median, low, high } = bandOf(values);
  return { plan, dots: dotsOf(values, axis), median, low, high, n: values.length, all: runs.length };
}

/** Minus as typographers set it, and no minus before a nought. */
const plain = (value: number): string => {
  const n = whole(Math.abs(value));
  return value < 0 && n !== whole(0) ? `−${n}` : n;
};

/** A value of an outcome as it stands beside its marks. */
export function written({ unit }: Pick<Outcome, 'unit'>, value: number): string {
  const { units } = text.value.charts.outcomes;
  if (unit === 'points') {
    const n = decimal(Math.abs(value), 1);
    return fill(units.points, { sign: n === decimal(0, 1) ? '' : value < 0 ? '−' : '+', n });
  }
  return unit === 'money' ? dollars(value) : fill(units[unit], { n: plain(value) });
}

/** A place on the axis: shares and points without the unit, which the name of the outcome says, halves with a decimal. */
export function writtenShort(outcome: Outcome, value: number): string {
  if (outcome.unit === 'money' || outcome.unit === 'gap') return written(outcome, value);
  return Number.isInteger(value) ? plain(value) : decimal(value, 1).replace('-', '−');
}
