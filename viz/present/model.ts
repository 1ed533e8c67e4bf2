/** What the model says of the question that a round asks, and how the room's guesses lie to it. */
import { bandOf, type Results, valuesAt } from '../../sim/index.ts';
import { binned, type Dot, twentyOf } from '../charts/dots.ts';
import { outcomes } from '../state/outcomes.ts';

/** The outcome that every round asks about: schools in 100 that use it well. */
export const depth = outcomes.find(({ name }) => name === 'depth')!;

/** Bins of the axis in a room: fewer than on a desk, so that the dots are seen from the back. */
export const ROOM_BINS = 25;

/** A dot for each value in 100. */
export const dotsInRoom = (values: readonly number[]): readonly Dot[] => binned(values, depth.axis, ROOM_BINS);

export interface Said {
  readonly futures: number;
  readonly dots: readonly Dot[];
  /** In 100 schools, whole: the middle, half of all futures, nine in ten. */
  readonly median: number;
  readonly half: readonly [low: number, high: number];
  readonly wide: readonly [low: number, high: number];
}

/** Of futures at a row; null where there are none. */
export function saidBy(runs: readonly Results[], row: number): Said | null {
  if (runs.length === 0) return null;
  const values = valuesAt(runs, depth.metric, row)
    .map((value) => depth.scale * value)
    .sort();
  const { n, median, low, high, lowerMiddle, upperMiddle } = bandOf(values);
  return {
    futures: n,
    dots: dotsInRoom(twentyOf(values)),
    median: Math.round(median),
    half: [Math.round(lowerMiddle), Math.round(upperMiddle)],
    wide: [Math.round(low), Math.round(high)],
  };
}

/** Where most guesses lie beside the half of all futures: on the side where more than half of them are, else about there. */
export function lieOf(
  guesses: readonly number[],
  { half: [low, high] }: Said,
): { readonly side: 'above' | 'below' | 'there'; readonly n: number } {
  const above = guesses.filter((guess) => guess > high).length;
  const below = guesses.filter((guess) => guess < low).length;
  if (2 * above > guesses.length) return { side: 'above', n: above };
  if (2 * below > guesses.length) return { side: 'below', n: below };
  return { side: 'there', n: guesses.length - above - below };
}

/** The middle of guesses; null where there are none. */
export function middleOf(guesses: readonly number[]): number | null {
  if (guesses.length === 0) return null;
  const { median } = bandOf(Float64Array.from(guesses).sort());
  return Math.round(median);
}
