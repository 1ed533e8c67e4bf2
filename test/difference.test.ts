import { describe, expect, test } from 'vitest';
import { meanWithError } from '../sim/futures.ts';
import { drawNormal, keyOf, purposes } from '../sim/random.ts';

describe('the interval of a mean of few futures', () => {
  // Student's t at 0.975, from printed tables.
  test.each([
    [2, 12.706],
    [3, 4.303],
    [4, 3.182],
    [5, 2.776],
    [8, 2.365],
    [16, 2.131],
    [64, 1.998],
    [1000, 1.962],
  ])('is as wide as %i futures ask for', (n, t) => {
    // Evenly spaced: the variance of 1..n is n(n + 1)/12.
    const { mean, halfWidth } = meanWithError(Array.from({ length: n }, (_, i) => i + 1));
    expect(mean).toBeCloseTo((n + 1) / 2, 9);
    expect(Math.abs(halfWidth / Math.sqrt((n + 1) / 12) / t - 1)).toBeLessThan(0.004);
  });

  test('holds the true mean 95 times in 100 with four futures, as with sixty-four', () => {
    const key = keyOf('few futures');
    for (const n of [4, 64]) {
      const trials = 4000;
      let held = 0;
      for (let k = 0; k < trials; k++) {
        const draws = Array.from({ length: n }, (_, i) => drawNormal(key, purposes.sampling, k, i, n));
        const { mean, halfWidth } = meanWithError(draws);
        if (Math.abs(mean) <= halfWidth) held++;
      }
      // Four standard errors of a share of 0.95 in so many trials.
      expect(Math.abs(held / trials - 0.95), `${n} futures`).toBeLessThan(4 * Math.sqrt((0.95 * 0.05) / trials));
    }
  });

  test('is not known from one', () => {
    expect(meanWithError([3])).toEqual({ mean: 3, halfWidth: Number.NaN });
  });
});
