/** What the ledger's cells say of what runs found. */
import { metrics, type Quantity } from '../../sim/index.ts';
import { type Kept, LEAST_SIZE, largest, type Move, verdictOf } from './found.ts';

const rounded = (x: number, figures: number): string => String(Number(x.toPrecision(figures))).replace('-', '−');

/** What runs found: two figures that matter. */
export const sizeText = (x: number): string => rounded(x, 2);
const signed = (x: number): string => (x > 0 ? `+${sizeText(x)}` : sizeText(x));

/** What a setting is: as many figures as a file would give, without what computing adds behind them. */
export const valueText = ({ choices }: Quantity, value: number): string => choices?.[value] ?? rounded(value, 6);

export const rangeText = (quantity: Quantity): string =>
  quantity.choices?.join(', ') ?? quantity.range.map((end) => valueText(quantity, end)).join(' to ');

/** What a measure is called. */
export const labelOf = (outcome: string): string => metrics.find(({ name }) => name === outcome)?.label ?? outcome;

/** What a setting moves most, or that it was found to move nothing, or was not moved. */
export function drives(moves: readonly Move[]): string {
  if (moves.length === 0) return 'not varied';
  const move = largest(moves);
  if (!move) {
    const most = Math.max(...moves.map(({ size }) => size));
    if (verdictOf(moves) === 'unclear') return `not told from luck; ${sizeText(most)} SD at most`;
    return most === 0 ? 'nothing in these plans' : `nothing by ${LEAST_SIZE} SD`;
  }
  const { plan, outcome, low, high, size } = move;
  return `${labelOf(outcome)}, ${plan}: low end ${signed(low)}, high end ${signed(high)}; ${sizeText(size)} SD`;
}

export const kept = (row: Kept | undefined): string =>
  row === undefined
    ? 'not varied'
    : `${Math.round(100 * row.share)} in 100: ${sizeText(row.low)} to ${sizeText(row.high)}${row.patterns === '' ? '' : ` (${row.patterns})`}`;
