/** What is to be matched: a number that the model makes, the band that the evidence gives it, and how far outside is too far. */

export interface Target {
  /** Patterns are matched as a whole: the worst of its statistics counts. */
  readonly pattern: string;
  readonly label: string;
  /** Infinite where the evidence bounds one side only. */
  readonly band: readonly [low: number, high: number];
}

/** A number with its sampling error; NaN where there was nothing to measure. */
export interface Reading {
  readonly value: number;
  readonly standardError: number;
}

/** Three standard deviations hold at least 95 per cent of any distribution with one peak: Pukelsheim 1994. */
export const CUTOFF = 3;

/** Standard deviation by which the model may be wrong beside its parameters, as a share of the band's width, or of an edge that stands alone. */
const DISCREPANCY = 0.05;

function discrepancyOf([low, high]: Target['band']): number {
  if (Number.isFinite(low) && Number.isFinite(high)) return DISCREPANCY * (high - low);
  return DISCREPANCY * Math.abs(Number.isFinite(low) ? low : high);
}

/** Distance to the band, 0 inside it. */
export const distanceTo = ([low, high]: Target['band'], value: number): number => Math.max(0, low - value, value - high);

/** Distance to the band in standard deviations of all that is not known (Vernon, Goldstein & Bower 2010). */
export function implausibility(target: Target, mean: number, variance: number): number {
  const away = distanceTo(target.band, mean);
  if (away === 0) return 0;
  const discrepancy = discrepancyOf(target.band);
  return away / Math.sqrt(variance + discrepancy * discrepancy);
}

/** What a move of the target is measured by: half its band, or half an edge that stands alone, and never less than half the way to it. */
export function scaleOf({ band: [low, high] }: Target, value: number): number {
  if (Number.isFinite(low) && Number.isFinite(high)) return (high - low) / 2;
  const edge = Number.isFinite(low) ? low : high;
  return Math.max(Math.abs(edge), Math.abs(value - edge)) / 2;
}
