/** Shares with a given mean and spread, made from standard normal scores so that they can be correlated with anything. */
import { normalQuantile, normalShare, power } from '../arithmetic.ts';

const NODES = Float64Array.from({ length: 64 }, (_, i) => normalQuantile((i + 0.5) / 64));

/**
 * The function Φ(a + b·z) whose value has this mean, and this SD as nearly as the mean allows, when z is standard normal.
 * The mean fixes a for every b, because E Φ(a + b·Z) = Φ(a / √(1 + b²)); the SD grows with b, which is found by halving.
 */
export function shareOfScore(mean: number, sd: number): (z: number) => number {
  const level = normalQuantile(mean);
  let low = 0;
  let high = 8;
  for (let k = 0; k < 40; k++) {
    const b = (low + high) / 2;
    if (spreadOf(level * Math.sqrt(1 + b * b), b) < sd) low = b;
    else high = b;
  }
  const a = level * Math.sqrt(1 + low * low);
  return (z) => normalShare(a + low * z);
}

function spreadOf(a: number, b: number): number {
  let sum = 0;
  let squares = 0;
  for (const z of NODES) {
    const share = normalShare(a + b * z);
    sum += share;
    squares += share * share;
  }
  return Math.sqrt(Math.max(0, squares / NODES.length - power(sum / NODES.length, 2)));
}
