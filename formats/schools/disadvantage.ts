/** What share of each school's pupils is poor: from a per cent, a share or a quintile. */
import type { Ledger } from '../ledger.ts';
import { gap, median, type Numbers, ranges } from './cells.ts';
import type { RawSchools } from './raw.ts';

/** What a school is given in a file that says nothing of any. */
const UNKNOWN = 0.5;

/** Shares of 0 to 1. */
export function disadvantageOf(raw: RawSchools, ledger: Ledger): Float64Array {
  const column = raw.poor ?? raw.quintile;
  if (!column) {
    ledger.assume(
      `The file says nothing of disadvantage: every school has ${UNKNOWN}, so that no difference between poor and rich can be seen.`,
    );
    return new Float64Array(raw.row.length).fill(UNKNOWN);
  }
  const share = raw.poor ? shareOfPoor(raw.poor, ledger) : shareOfQuintile(column, ledger);
  const expected = raw.poor ? ranges.poor.expected : ranges.quintile.expected;
  const middle = median(share);
  const instead = Number.isNaN(middle) ? UNKNOWN : middle;
  let unknown = 0;
  for (let i = 0; i < share.length; i++) {
    if (!Number.isNaN(share[i])) continue;
    unknown++;
    gap(ledger, raw.row[i], column, i, expected, `a disadvantage of ${instead.toFixed(2)} is assumed`);
    share[i] = instead;
  }
  if (unknown > 0)
    ledger.assume(`Schools of unknown disadvantage: ${unknown}. They have ${instead.toFixed(2)}, the middle of the others.`);
  return share;
}

function shareOfPoor({ header, values }: Numbers, ledger: Ledger): Float64Array {
  const shares = values.every((value) => !(value > 1));
  if (shares) ledger.assume(`${header} is read as a share of pupils, for no value is above 1.`);
  else ledger.assume(`${header} is read as a per cent of pupils.`);
  return Float64Array.from(values, (value) => (shares ? value : value / 100));
}

/** A fifth says an order and no amount; the middle of the fifth's ranks keeps the order and claims no more. */
function shareOfQuintile({ header, values }: Numbers, ledger: Ledger): Float64Array {
  ledger.assume(`${header}: 1, the poorest fifth, is read as a disadvantage of 0.9, then 0.7, 0.5, 0.3, and 5 as 0.1.`);
  return Float64Array.from(values, (quintile) => (11 - 2 * quintile) / 10);
}
