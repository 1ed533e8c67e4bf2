/** How a series goes over the years, in one word: what a summary says of the pattern. */
export type Shape =
  | { readonly kind: 'nothing' | 'rises' | 'levels' }
  /** With the year of its peak. */
  | { readonly kind: 'falls'; readonly peak: number };

/** Shares too small to speak of, and changes too small to be a pattern. */
const NOTHING = 0.03;
const LITTLE = 0.05;
/** The last part of the years, in which a series that rises has levelled off or not. */
const LAST = 0.75;

/** Shares over the years; NaN counts as nothing. */
export function shapeOf(values: readonly number[], years: ArrayLike<number>): Shape {
  const shares = values.map((value) => (Number.isNaN(value) ? 0 : value));
  const end = shares[shares.length - 1];
  const most = Math.max(...shares);
  if (most < NOTHING) return { kind: 'nothing' };
  if (most - end > LITTLE) return { kind: 'falls', peak: Math.round(years[shares.indexOf(most)]) };
  return { kind: end - shares[Math.floor(LAST * (shares.length - 1))] > LITTLE ? 'rises' : 'levels' };
}
