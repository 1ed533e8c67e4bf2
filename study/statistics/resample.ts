/** Drawing anew from what was run: seeded, so that the same table gives the same ranges. */
import seedrandom from 'seedrandom';
import { quantile } from '../../sim/index.ts';
import type { Interval } from '../questions/answer.ts';
import type { StudyTable } from '../table.ts';

/** A whole number from 0 up to, and not with, n. */
export type Draw = (n: number) => number;

export function drawsOf(seed: string): Draw {
  const random = seedrandom.alea(seed);
  return (n) => Math.floor(random() * n);
}

/** A standard normal number (Box & Muller 1958). */
export function normal(draw: Draw): number {
  const [u, v] = [(draw(2 ** 30) + 0.5) / 2 ** 30, draw(2 ** 30) / 2 ** 30];
  return Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * v);
}

/** How often each of n is drawn in n draws. */
export function counts(n: number, draw: Draw): Uint32Array {
  const times = new Uint32Array(n);
  for (let i = 0; i < n; i++) times[draw(n)]++;
  return times;
}

/** Mean of every point over its replicates; NaN where none has a value. */
export function pointMeans({ pointCount, replicates, values }: StudyTable, outcome: string): Float64Array {
  return weightedMeans(values[outcome], pointCount, replicates, () => undefined);
}

/**
 * Means of every point over futures drawn anew. Where points share their luck the same futures are drawn for all of them, as
 * their differences are what is asked for.
 */
export function redrawnMeans({ pointCount, replicates, values, design }: StudyTable, outcome: string, draw: Draw): Float64Array {
  const shared = design.sameLuck ? counts(replicates, draw) : undefined;
  return weightedMeans(values[outcome], pointCount, replicates, () => shared ?? counts(replicates, draw));
}

function weightedMeans(
  values: Float64Array,
  pointCount: number,
  replicates: number,
  weightsAt: () => Uint32Array | undefined,
): Float64Array {
  const means = new Float64Array(pointCount);
  for (let p = 0; p < pointCount; p++) {
    const weights = weightsAt();
    let sum = 0;
    let n = 0;
    let plain = 0;
    let present = 0;
    for (let k = 0; k < replicates; k++) {
      const value = values[p * replicates + k];
      if (Number.isNaN(value)) continue;
      plain += value;
      present++;
      const weight = weights ? weights[k] : 1;
      sum += weight * value;
      n += weight;
    }
    // A draw that holds none of the few futures with a value says nothing new of the point.
    means[p] = n > 0 ? sum / n : plain / present;
  }
  return means;
}

/** A range that holds nine in ten of the resampled values. */
export function intervalOf(value: number, resampled: ArrayLike<number>): Interval {
  const sorted = Float64Array.from(resampled)
    .filter((x) => !Number.isNaN(x))
    .sort();
  return { value, low: quantile(sorted, 0.05), high: quantile(sorted, 0.95) };
}

/** Such a range for each of several numbers that were resampled together. */
export function intervalsOf(values: ArrayLike<number>, resamples: readonly ArrayLike<number>[]): Interval[] {
  return Array.from(values, (value, i) =>
    intervalOf(
      value,
      resamples.map((r) => r[i]),
    ),
  );
}
