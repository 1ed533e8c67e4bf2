import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as arithmetic from '../sim/arithmetic.ts';
import { exact, exactExp, exactLog, ONE, over, smallExp, times, unitsApart } from './exact.ts';

const { chance, clamp, exp, log, logistic, normalQuantile, normalShare, pow, power } = arithmetic;

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true }).filter((x) => x === 0 || Math.abs(x) > 1e-60);
/** Even over the orders of magnitude. */
const positive = fc.tuple(between(1, 10), fc.integer({ min: -50, max: 50 })).map(([x, tens]) => Number(`${x}e${tens}`));

function forAll(arbitraries: readonly fc.Arbitrary<number>[], claim: (...values: readonly number[]) => void): void {
  const values = fc.tuple(...arbitraries);
  fc.assert(
    fc.property(values, (values) => {
      claim(...values);
    }),
    { numRuns: 3000, seed: 1 },
  );
}

describe('against references in 400 binary places', () => {
  test('exp is within 3 units in the last place from −708 to 709, where it breaks off', () => {
    const x = fc.oneof(between(-708, 708.999), between(-1, 1));
    forAll([x], (x) => {
      const { mantissa, twos } = exactExp(exact(x));
      expect(Math.abs(unitsApart(exp(x), mantissa, twos))).toBeLessThan(3);
    });
  });

  test('log is within 1 unit in the last place', () => {
    forAll([positive], (x) => {
      expect(Math.abs(unitsApart(log(x), exactLog(exact(x))))).toBeLessThan(1);
    });
  });

  test('pow is within 1 unit in the last place', () => {
    forAll([positive, between(-5, 5)], (x, y) => {
      const { mantissa, twos } = exactExp(times(exact(y), exactLog(exact(x))));
      expect(Math.abs(unitsApart(pow(x, y), mantissa, twos))).toBeLessThan(1);
    });
  });

  test('power loses at most a unit in the last place for every factor', () => {
    forAll([between(0.5, 3), fc.integer({ min: 0, max: 100 })], (x, k) => {
      let product = ONE;
      for (let i = 0; i < k; i++) product = times(product, exact(x));
      expect(Math.abs(unitsApart(power(x, k), product))).toBeLessThanOrEqual(k);
    });
  });

  // Two ways of computing it meet at 1/64: the series leaves out a seventh term, (1/64)^6 / 5040 = 3e-15 of the whole; beyond,
  // three units in the last place of exp are 3e-16 against a chance of 0.0155, or 2e-14.
  test.each([
    ['below', 1e-50, 1 / 64, 4e-15],
    ['above', 1 / 64, 40, 2.2e-14],
  ])('chance is 1 − exp(−rate·dt) %s 1/64', (_name, low, high, tolerance) => {
    forAll([between(low, high)], (x) => {
      const reference = Number(ONE - smallExp(-exact(x))) / Number(ONE);
      expect(Math.abs(chance(x, 1) / reference - 1)).toBeLessThan(tolerance);
    });
  });

  test('logistic is 1 / (1 + exp(−x)) within 4 units in the last place', () => {
    forAll([between(-40, 40)], (x) =>
      expect(Math.abs(unitsApart(logistic(x), over(ONE, ONE + smallExp(-exact(x)))))).toBeLessThan(4),
    );
  });

  test('a wrong last place is seen', () => {
    expect(unitsApart(1 + 2 ** -52, ONE)).toBe(1);
    expect(unitsApart(1 - 2 ** -53, ONE)).toBe(-1);
    const { mantissa, twos } = exactExp(exact(300));
    expect(Math.abs(unitsApart(exp(300) * (1 + 2 ** -50), mantissa, twos))).toBeGreaterThan(1.5);
  });
});

describe('at the edges', () => {
  test('exp', () => {
    expect([exp(0), exp(709), exp(1e9), exp(Number.POSITIVE_INFINITY)]).toEqual([1, ...Array(3).fill(Number.POSITIVE_INFINITY)]);
    expect([exp(-709), exp(Number.NEGATIVE_INFINITY), exp(Number.NaN)]).toEqual([0, 0, Number.NaN]);
  });
  test('log', () =>
    expect([log(1), log(0), log(-1), log(Number.POSITIVE_INFINITY)]).toEqual([0, -Infinity, Number.NaN, Infinity]));
  test('pow', () =>
    expect([pow(5, 0), pow(0, 0), pow(-8, 1 / 3), pow(0, -1), pow(4, 0.5)]).toEqual([1, 1, Number.NaN, Infinity, 2]));
  test('power', () => expect([power(0, 0), power(-2, 3), power(3, 30)]).toEqual([1, -8, 205891132094649]));
  test('chance', () =>
    expect([chance(0, 1), chance(5, 0), chance(1e9, 1), chance(Number.POSITIVE_INFINITY, 1)]).toEqual([0, 0, 1, 1]));
  test('logistic', () => expect([logistic(0), logistic(800), logistic(-800)]).toEqual([0.5, 1, 0]));
  test('clamp', () =>
    expect([clamp(-1, 0, 1), clamp(2, 0, 1), clamp(0.3, 0, 1), clamp(Number.NaN, 0, 1)]).toEqual([0, 1, 0.3, Number.NaN]));
});

test('chance over two stretches is chance over both', () => {
  forAll([between(0, 5), between(0, 2), between(0, 2)], (rate, first, second) => {
    const either = 1 - (1 - chance(rate, first)) * (1 - chance(rate, second));
    expect(Math.abs(either - chance(rate, first + second))).toBeLessThan(1e-15);
  });
});

test('more rate never means less chance, across the meeting of its two formulas too', () => {
  let before = 0;
  for (let i = 0; i <= 20_000; i++) {
    const now = chance(0.0156 + i * 2.5e-9, 1);
    expect(now).toBeGreaterThanOrEqual(before);
    before = now;
  }
});

describe('the normal distribution', () => {
  // Wichura's AS 241, as Python's statistics.NormalDist computes it: accurate to about 1e-16.
  test.each([
    [1e-12, -7.034483825301132],
    [1e-6, -4.753424308822899],
    [0.001, -3.090232306167813],
    [0.01, -2.3263478740408408],
    [0.02424, -1.973136611944544],
    [0.02426, -1.9727855514678603],
    [0.25, -0.6744897501960817],
    [0.4, -0.2533471031357998],
    [0.975, 1.9599639845400536],
    [0.999, 3.090232306167813],
    [1 - 1e-9, 5.997807019601638],
  ])('the quantile of %d is %d, within 1.2e-9 of itself', (u, expected) => {
    expect(Math.abs(normalQuantile(u) / expected - 1)).toBeLessThan(1.2e-9);
  });

  test.each([
    [-6, 9.865876449133282e-10],
    [-3, 0.0013498980316301035],
    [-1, 0.15865525393145707],
    [-0.3, 0.3820885778110474],
    [0, 0.5],
    [0.3, 0.6179114221889526],
    [2.5, 0.9937903346742238],
    [4, 0.9999683287581669],
  ])('the share below %d is %d, within 1.5e-7', (x, expected) => {
    expect(Math.abs(normalShare(x) - expected)).toBeLessThan(1.5e-7);
  });

  test('the quantile is the inverse of the share', () => {
    // the share's own error, and the quantile's, whose effect on the share is below 1.2e-9 · |x| · density(x) < 3e-10
    forAll([between(1e-9, 1 - 1e-9)], (u) => expect(Math.abs(normalShare(normalQuantile(u)) - u)).toBeLessThan(1.5e-7 + 3e-10));
  });

  test('the quantile is odd about one half and never falls', () => {
    expect(normalQuantile(0.5)).toBe(0);
    let before = Number.NEGATIVE_INFINITY;
    for (let i = 1; i < 4096; i++) {
      const now = normalQuantile(i / 4096);
      expect(now).toBe(0 - normalQuantile(1 - i / 4096)); // 0 − x: no negative zero
      expect(now).toBeGreaterThan(before);
      before = now;
    }
  });
});

/** The 64 bits of every exported function at some places. A different engine that gives one other bit gives other results. */
const golden: Readonly<Record<string, readonly (readonly [number[], string])[]>> = {
  exp: [
    [[0], '3ff0000000000000'],
    [[1], '4005bf0a8b145769'],
    [[-1], '3fd78b56362cef38'],
    [[0.1], '3ff1aec7b35a00d4'],
    [[0.5], '3ffa61298e1e069c'],
    [[-0.3], '3fe7b4c869c37c05'],
    [[Math.E], '402e4efb75e4527a'],
    [[10], '40d5829dcf950560'],
    [[-20.25], '3e1b93de1e27ca3b'],
    [[123.456], '4b11428e1cbc0143'],
    [[-700], '00d14f2b0fb9307f'],
    [[708.9], '7fda796454e90694'],
    [[1e-9], '3ff000000044b830'],
  ],
  log: [
    [[0.1], 'c0026bb1bbb55515'],
    [[0.5], 'bfe62e42fefa39ef'],
    [[0.999], 'bf5064670d979b73'],
    [[1.0000001], '3e7ad7f2847b6492'],
    [[2], '3fe62e42fefa39ef'],
    [[Math.E], '3ff0000000000000'],
    [[10], '40026bb1bbb55516'],
    [[123.456], '401343774f3e2362'],
    [[1e-300], 'c085963447f87fb5'],
    [[1e300], '4085963447f87fb5'],
    [[0.3333333333333333], 'bff193ea7aad030b'],
  ],
  pow: [
    [[2, 0.5], '3ff6a09e667f3bcd'],
    [[0.1, 0.3], '3fe009b9cf334253'],
    [[10, -2.5], '3f69e7c6e43390b7'],
    [[1.5, 3.7], '4011ee4373c4daa9'],
    [[0.99, 365.25], '3f9a109840cecd88'],
    [[123.456, 1.0001], '405ee0fd72f92e63'],
    [[0.00001, 0.2], '3fb9999999999999'],
    [[7, 0.3333333333333333], '3ffe9b5dba58189d'],
    [[0.7, 2000], '00001ce9c4ca6bdd'],
  ],
  chance: [
    [[0.16, 1], '3fc2ecf3cb7346c0'],
    [[0.01, 0.08333333333333333], '3f4b4b98427c0a43'],
    [[2.5, 0.25], '3fddbe46d96cd830'],
    [[0.015624, 1], '3f8fbfd0dd3584fe'],
    [[0.015626, 1], '3f8fc0d9234a0000'],
    [[1e-9, 1], '3e112e0be801f1d9'],
    [[30, 1], '3feffffffffffcb5'],
  ],
  logistic: [
    [[0], '3fe0000000000000'],
    [[1], '3fe764d4f5d5a2bd'],
    [[-1], '3fd136561454ba86'],
    [[0.123], '3fe0fb963e8a19e5'],
    [[-7.5], '3f421d0b15711bf3'],
    [[36], '3feffffffffffffe'],
  ],
  clamp: [
    [[0.1, 0.2, 0.9], '3fc999999999999a'],
    [[0.95, 0.2, 0.9], '3feccccccccccccd'],
    [[0.3, 0.2, 0.9], '3fd3333333333333'],
  ],
  power: [
    [[0.7, 0], '3ff0000000000000'],
    [[0.7, 1], '3fe6666666666666'],
    [[0.7, 7], '3fb5152be12f5a5d'],
    [[1.1, 100], '40caea4e6126bb8c'],
    [[3, 40], '43e517168a4523fd'],
  ],
  cubeRoot: [
    [[0], '0000000000000000'],
    [[0.001], '3fb9999999999999'],
    [[0.2], '3fe2b6b5edf6b549'],
    [[0.5], '3fe965fea53d6e3d'],
    [[0.9], '3feee549fe7085e8'],
    [[1], '3ff0000000000000'],
  ],
  normalQuantile: [
    [[0.5], '0000000000000000'],
    [[0.001], 'c008b8cbb6ee2822'],
    [[0.02424], 'bfff91f7b2c50df7'],
    [[0.02426], 'bfff90879485e9c2'],
    [[0.3], 'bfe0c7e395d14936'],
    [[0.975], '3fff5c03325b95a6'],
    [[0.999999999], '4017fdc11f98931d'],
    [[1e-12], 'c01c234fb9d92211'],
  ],
  normalShare: [
    [[0], '3fe000000044b830'],
    [[-3], '3f561e2c54bb0e00'],
    [[-0.3], '3fd87423efc6dcf7'],
    [[0.3], '3fe3c5ee081c9184'],
    [[1], '3feaec4bcbd00e4e'],
    [[2.5], '3fefcd215b60168c'],
  ],
};

describe('to the last bit', () => {
  /** isBelowChance answers yes or no, and is held to chance below. */
  const { isBelowChance: _, ...numbers } = arithmetic;
  const exported: Readonly<Record<string, (...args: number[]) => number>> = { ...numbers };
  const bits = (x: number) => new BigUint64Array(Float64Array.of(x).buffer)[0].toString(16).padStart(16, '0');

  test('every exported function is held to its bits', () =>
    expect(Object.keys(golden).sort()).toEqual(Object.keys(exported).sort()));

  test.each(
    Object.entries(golden).flatMap(([name, rows]) =>
      rows.map(([args, expected]) => [`${name}(${args.join(', ')})`, name, args, expected] as const),
    ),
  )('%s', (_title, name, args, expected) => {
    expect(bits(exported[name](...args))).toBe(expected);
  });
});

test('isBelowChance is u < chance(rate, dt), for numbers on either side by a hair', () => {
  for (let i = 0; i < 200_000; i++) {
    const rate = (i % 600) / 100;
    const dt = [1 / 12, 1 / 3, 1][i % 3];
    const exact = arithmetic.chance(rate, dt);
    const u = [exact * (1 - 1e-15), exact, exact * (1 + 1e-15), (i * 0.6180339887) % 1][i % 4];
    if (arithmetic.isBelowChance(u, rate, dt) !== u < exact) throw new Error(`u ${u}, rate ${rate}, dt ${dt}`);
  }
});
