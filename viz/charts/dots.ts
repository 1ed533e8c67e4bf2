/** Twenty dots for many futures: each is one future in twenty, in the bin its value falls into, on an axis that never moves. */
import { quantile } from '../../sim/index.ts';

export const DOTS = 20;
/** Bins of an axis. A threshold stands between two of them, so that the dots to its right are those that pass it. */
export const BINS = 40;

export type Axis = readonly [low: number, high: number];

export interface Dot {
  /** The quantile that the dot stands for. */
  readonly value: number;
  readonly bin: number;
  /** Its place in the bin, from the axis outwards. */
  readonly place: number;
  /** -1: its value lies below the axis, 1: above. */
  readonly beyond: -1 | 0 | 1;
}

export const binWidth = ([low, high]: Axis, bins = BINS): number => (high - low) / bins;

/** A value on the edge of a bin belongs to the bin above; a millionth of a bin is not seen. */
const binOf = (value: number, axis: Axis, bins = BINS): number => Math.floor((value - axis[0]) / binWidth(axis, bins) + 1e-6);

/** Twenty values for many, sorted: the middles of twenty equal parts; none where there is no value. */
export const twentyOf = (sorted: ArrayLike<number>): readonly number[] =>
  sorted.length === 0 ? [] : Array.from({ length: DOTS }, (_, i) => quantile(sorted, (i + 0.5) / DOTS));

/** A dot for each value, stacked in its bin in the order of the values. */
export function binned(values: readonly number[], axis: Axis, bins = BINS): readonly Dot[] {
  const filled = new Array<number>(bins).fill(0);
  return values.map((value) => {
    const bin = Math.min(bins - 1, Math.max(0, binOf(value, axis, bins)));
    return { value, bin, place: filled[bin]++, beyond: value < axis[0] - 1e-9 ? -1 : value > axis[1] + 1e-9 ? 1 : 0 };
  });
}

/** The dots of sorted values, from the least to the greatest. */
export const dotsOf = (sorted: ArrayLike<number>, axis: Axis): readonly Dot[] => binned(twentyOf(sorted), axis);

/** The edge between two bins that is nearest to a value. */
export function edgeNear(value: number, axis: Axis): number {
  const edge = Math.round((value - axis[0]) / binWidth(axis));
  return axis[0] + Math.min(BINS, Math.max(0, edge)) * binWidth(axis);
}

/** Dots at or above a threshold that stands on an edge. */
export const passing = (dots: readonly Dot[], threshold: number, axis: Axis): number =>
  dots.filter(({ bin }) => bin >= binOf(threshold, axis)).length;

/** How marks are packed: how many side by side in a bin, and how far apart, in pixels. */
export interface Packing {
  readonly across: number;
  readonly pitch: number;
}

/** The packing with the largest marks: in no bin do they stand wider than the bin or higher than the room above the axis. */
export function packingFor(dots: readonly Dot[], bin: number, room: number): Packing {
  const fullest = Math.max(1, ...dots.map(({ place }) => place + 1));
  const packings = Array.from({ length: fullest }, (_, i) => ({
    across: i + 1,
    pitch: Math.min(bin / (i + 1), room / Math.ceil(fullest / (i + 1))),
  }));
  return packings.reduce((best, next) => (next.pitch > best.pitch ? next : best));
}

/** Middles of marks in pixels: right of the axis' low end, and away from the axis. */
export function stacked(
  dots: readonly Dot[],
  { across, pitch }: Packing,
  bin: number,
): readonly { readonly x: number; readonly y: number }[] {
  return dots.map(({ bin: at, place }) => ({
    x: (at + 0.5) * bin + ((place % across) - (across - 1) / 2) * pitch,
    y: (Math.floor(place / across) + 0.5) * pitch,
  }));
}
