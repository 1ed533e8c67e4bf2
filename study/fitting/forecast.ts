/** What is told of a group: what was seen, what each way to forecast says of later times, and what came. */
import type { Band } from './scores.ts';
import { bandOfValues, crps } from './scores.ts';

/** Ways to forecast that are set beside each other, in the order in which they are told. */
export const ways = ['model', 'bass', 'last'] as const;
export type Way = (typeof ways)[number];

export interface Point {
  readonly time: number;
  /** What came, as a share; null where nothing is known. */
  readonly truth: number | null;
  readonly bands: Readonly<Record<Way, Band>>;
  /** Continuous ranked probability scores; null where nothing is known. */
  readonly crps: Readonly<Record<Way, number>> | null;
  /** Mean absolute error of the single Bass curves. */
  readonly bassEach: number | null;
}

export interface GroupForecast {
  readonly name: string;
  /** Population; null where only shares are known. */
  readonly size: number | null;
  /** Last known time before the forecast. */
  readonly until: number;
  readonly seen: readonly { readonly time: number; readonly share: number }[];
  readonly points: readonly Point[];
}

/** Shares of every draw at one time, with what came. */
export function pointOf(
  time: number,
  truth: number | null,
  shares: Readonly<Record<Way, ArrayLike<number>>>,
  bassCurves: ArrayLike<number>,
): Point {
  const each = <T>(of: (values: ArrayLike<number>) => T) =>
    Object.fromEntries(ways.map((way) => [way, of(shares[way])])) as Record<Way, T>;
  return {
    time,
    truth,
    bands: each(bandOfValues),
    crps: truth === null ? null : each((values) => crps(values, truth)),
    bassEach:
      truth === null ? null : Array.from(bassCurves).reduce((sum, value) => sum + Math.abs(value - truth), 0) / bassCurves.length,
  };
}

export interface Score {
  readonly way: Way;
  /** Held-out times over all groups. */
  readonly n: number;
  /** Mean over held-out times, in shares. */
  readonly crps: number;
  /** Of the mean forecast. */
  readonly rmse: number;
  /** Share of held-out times inside the range of nine in ten, and inside the middle half; null where there is no range. */
  readonly inNine: number | null;
  readonly inHalf: number | null;
}

export interface Scores {
  readonly of: readonly Score[];
  /** Mean absolute error of single Bass curves drawn from the fit. */
  readonly bassEach: number;
  /** Mean over groups of how much lower the model's score is than that of Bass, and its standard error; null with one group. */
  readonly gain: { readonly mean: number; readonly error: number | null };
}

/** null where nothing was held out. */
export function scoresOf(groups: readonly GroupForecast[]): Scores | null {
  const held = groups.flatMap(({ points }) => points).filter(({ truth }) => truth !== null);
  if (held.length === 0) return null;
  const mean = (of: (point: Point) => number) => held.reduce((sum, point) => sum + of(point), 0) / held.length;
  const within = (way: Way, low: keyof Band, high: keyof Band) =>
    way === 'last' ? null : mean(({ truth, bands }) => (truth! >= bands[way][low] && truth! <= bands[way][high] ? 1 : 0));
  const gains = groups.flatMap(({ points }) => {
    const known = points.filter(({ crps }) => crps);
    return known.length === 0 ? [] : [known.reduce((sum, { crps }) => sum + crps!.bass - crps!.model, 0) / known.length];
  });
  const gain = gains.reduce((sum, x) => sum + x, 0) / gains.length;
  const squares = gains.reduce((sum, x) => sum + (x - gain) * (x - gain), 0);
  return {
    of: ways.map((way) => ({
      way,
      n: held.length,
      crps: mean(({ crps }) => crps![way]),
      rmse: Math.sqrt(mean(({ truth, bands }) => (bands[way].mean - truth!) * (bands[way].mean - truth!))),
      inNine: within(way, 'low', 'high'),
      inHalf: within(way, 'lowMiddle', 'highMiddle'),
    })),
    bassEach: mean(({ bassEach }) => bassEach!),
    gain: { mean: gain, error: gains.length > 1 ? Math.sqrt(squares / (gains.length - 1) / gains.length) : null },
  };
}
