/** How sure an order of inputs is: the same order, taken from many resamples. */
import { quantile } from '../../sim/index.ts';
import type { Resampled, Stability } from '../questions/answer.ts';

/** Places of the largest numbers first. */
export function largestFirst(sizes: ArrayLike<number>): number[] {
  return Array.from(sizes, (_, i) => i).sort((a, b) => sizes[b] - sizes[a] || a - b);
}

/** Kendall's tau-b of two lists of one length, ties taken out (Kendall 1945); NaN where either is all ties. */
export function kendall(x: ArrayLike<number>, y: ArrayLike<number>): number {
  let sum = 0;
  let ofX = 0;
  let ofY = 0;
  for (let i = 0; i < x.length; i++) {
    for (let j = 0; j < i; j++) {
      const a = Math.sign(x[i] - x[j]);
      const b = Math.sign(y[i] - y[j]);
      sum += a * b;
      ofX += a * a;
      ofY += b * b;
    }
  }
  return sum / Math.sqrt(ofX * ofY);
}

export function stabilityOf(sizes: ArrayLike<number>, resamples: readonly ArrayLike<number>[], resampled: Resampled): Stability {
  const order = largestFirst(sizes);
  const top = new Set(order.slice(0, 3));
  const orders = resamples.map(largestFirst);
  const share = (holds: (order: readonly number[]) => boolean): number => orders.filter(holds).length / orders.length;
  return {
    resamples: resamples.length,
    resampled,
    tau: resamples.reduce((sum, r) => sum + kendall(sizes, r), 0) / resamples.length,
    keepsFirst: share((o) => o[0] === order[0]),
    keepsTop3: share((o) => o.slice(0, 3).every((i) => top.has(i))),
  };
}

/** Best and worst place (1 the largest) of every input in nine of ten resamples. */
export function placesOf(resamples: readonly ArrayLike<number>[]): (readonly [number, number])[] {
  const count = resamples[0]?.length ?? 0;
  const places = Array.from({ length: count }, () => new Float64Array(resamples.length));
  resamples.forEach((sizes, r) => {
    largestFirst(sizes).forEach((input, place) => {
      places[input][r] = place + 1;
    });
  });
  return places.map((taken) => {
    const sorted = taken.sort();
    return [Math.round(quantile(sorted, 0.05)), Math.round(quantile(sorted, 0.95))] as const;
  });
}
