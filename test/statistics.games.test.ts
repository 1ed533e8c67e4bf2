/** Shapley values, contrasts and sufficient combinations on games whose answers are known. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { minimalCubes } from '../study/statistics/cubes.ts';
import { lenth, luckFloor, luckShare, pooled, sizeOf } from '../study/statistics/noise.ts';
import { kendall, stabilityOf } from '../study/statistics/order.ts';
import { drawsOf } from '../study/statistics/resample.ts';
import { shapleyEffects, shapleyValues } from '../study/statistics/shapley.ts';
import { incompleteBeta, shareRange, studentTail } from '../study/statistics/tails.ts';
import { contrastsOf, membersOf, twoLevelOf, walsh } from '../study/statistics/twolevel.ts';
import { sharedJson } from './shared.ts';

const gameOf = (n: number, value: (members: readonly number[]) => number): Float64Array =>
  Float64Array.from({ length: 2 ** n }, (_, set) => value(membersOf(set)));

const airport = (costs: readonly number[]) => gameOf(costs.length, (members) => Math.max(0, ...members.map((i) => costs[i])));

/** Each stretch of the runway is shared by those who need it (Littlechild & Owen 1973). */
const airportShares = (costs: readonly number[]): number[] => {
  const sorted = [...costs].sort((a, b) => a - b);
  let share = 0;
  const by = new Map<number, number>();
  sorted.forEach((cost, i) => {
    share += (cost - (sorted[i - 1] ?? 0)) / (sorted.length - i);
    by.set(cost, share);
  });
  return costs.map((cost) => by.get(cost)!);
};

const near = (found: ArrayLike<number>, expected: readonly number[], digits = 12): void => {
  expect(found).toHaveLength(expected.length);
  expected.forEach((value, i) => {
    expect(found[i]).toBeCloseTo(value, digits);
  });
};

describe('Shapley values', () => {
  test('gloves, an airport, a vote', () => {
    near(shapleyValues(gameOf(3, (m) => Math.min(m.filter((i) => i < 2).length, m.filter((i) => i === 2).length))), [
      1 / 6,
      1 / 6,
      2 / 3,
    ]);
    near(shapleyValues(airport([8, 11, 13, 18])), [2, 3, 4, 9]);
    const vote = gameOf(3, (m) => (m.reduce((sum, i) => sum + [50, 49, 1][i], 0) >= 51 ? 1 : 0));
    near(shapleyValues(vote), [2 / 3, 1 / 6, 1 / 6]);
  });

  const shared = sharedJson<{
    interaction: { shapley: number[]; interaction_index: Record<string, number> };
  }>('stats/shapley.json');

  test.skipIf(!shared)('interactions: shares, and pairs as contrasts', () => {
    const value = gameOf(3, (m) => {
      const [a, b, c] = [0, 1, 2].map((i) => Number(m.includes(i)));
      return 3 * a + 2 * b + c + 4 * a * b - 2 * b * c;
    });
    near(shapleyValues(value), shared!.interaction.shapley);
    const all = walsh(value);
    near(
      [3, 5, 6].map((set) => 4 * all[set]),
      Object.values(shared!.interaction.interaction_index),
    );
  });

  test('fourteen members, exactly, in under a second', () => {
    const costs = [4, 9, 1, 7, 3, 12, 8, 2, 15, 6, 11, 5, 14, 10];
    const values = airport(costs);
    const started = performance.now();
    const shares = shapleyValues(values);
    const took = performance.now() - started;
    near(shares, airportShares(costs), 11);
    expect(took).toBeLessThan(1000);
  });

  test('shares sum to the whole; who adds nothing gets nothing', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 16, maxLength: 16 }), (values) => {
        // The fifth member changes nothing.
        const shares = shapleyValues([...values, ...values]);
        expect(shares.reduce((sum, s) => sum + s, 0)).toBeCloseTo(values[15] - values[0], 12);
        expect(shares[4]).toBeCloseTo(0, 14);
      }),
      { numRuns: 50 },
    );
  });

  test('effects share each term among its inputs, and noise below nothing is nothing', () => {
    near(shapleyEffects(3, [[0], [1], [0, 1], [2]], [0.4, 0.2, 0.4, -0.1]), [0.6, 0.4, 0]);
  });
});

const tableOf = (rows: readonly (readonly number[])[]) => ({
  title: '',
  factors: rows[0].map((_, i) => ({ name: `x${i}`, label: '', range: [0, 1] as const, grade: 'A' })),
  outcomes: [],
  design: { kind: 'list', sameLuck: true, numbers: {} },
  pointCount: rows.length,
  replicates: 1,
  points: Float64Array.from(rows.flat()),
  values: {},
});

describe('two-level designs', () => {
  const full = (n: number) => Array.from({ length: 2 ** n }, (_, p) => Array.from({ length: n }, (_, i) => (p >> i) & 1));

  test('are known by their points', () => {
    expect(twoLevelOf(tableOf(full(3)))).toMatchObject({ isFull: true, arePairsClear: true });
    expect(twoLevelOf(tableOf(full(4).map((row) => [...row, row.reduce((a, b) => a ^ b)])))).toMatchObject({
      isFull: false,
      arePairsClear: true,
    });
    expect(twoLevelOf(tableOf(full(3).map((row) => [...row, row.reduce((a, b) => a ^ b)])))).toMatchObject({
      arePairsClear: false,
    });
    expect(twoLevelOf(tableOf(full(3).slice(1)))).toBeNull();
    expect(
      twoLevelOf(
        tableOf([
          [0, 0],
          [0.5, 1],
          [1, 0],
        ]),
      ),
    ).toBeNull();
  });

  test('a fraction gives the contrasts of the whole where there is nothing beyond pairs', () => {
    const value = (x: readonly number[]): number => 1 + 2 * x[0] - x[3] + 3 * x[1] * x[4];
    const rows = full(4).map((row) => [...row, row.reduce((a, b) => a ^ b)]);
    const [whole, part] = [full(5), rows].map((points) => {
      const design = twoLevelOf(tableOf(points))!;
      return contrastsOf(design)(Float64Array.from(points, value));
    });
    near(part, [...whole]);
    near(part.subarray(0, 5), [1, 0.75, 0, -0.5, 0.75]);
  });
});

describe('how much is noise', () => {
  test.each([2, 8])('one family of effects in twenty holds a false alarm, %d replicates', (k) => {
    const draw = drawsOf('families');
    const normal = (): number => Array.from({ length: 12 }, () => draw(2 ** 20) / 2 ** 20).reduce((a, b) => a + b) - 6;
    const [families, m] = [400, 10];
    let [byReplicates, byLenth] = [0, 0];
    for (let i = 0; i < families; i++) {
      const each = Array.from({ length: m }, () => Array.from({ length: k }, normal));
      const means = each.map((x) => x.reduce((a, b) => a + b) / k);
      const errors = each.map((x, j) => Math.sqrt(x.reduce((s, v) => s + (v - means[j]) ** 2, 0) / (k - 1) / k));
      if (Math.max(...means.map(Math.abs)) > sizeOf(pooled(errors, k), m)) byReplicates++;
      const many = Array.from({ length: 31 }, normal);
      if (Math.max(...many.map(Math.abs)) > sizeOf(lenth(many), many.length)) byLenth++;
    }
    // Never more than 5 in 100 by more than three standard errors of 400 trials (0.011);
    expect(byReplicates / families).toBeLessThan(0.05 + 0.033);
    expect(byLenth / families).toBeLessThan(0.05 + 0.033);
    expect(Math.min(byReplicates, byLenth)).toBeGreaterThan(0);
  });

  test('how much of the variance is luck', () => {
    // Squares around the two points' means: 4, over 2; around the mean of all: 8, over 3.
    const table = { ...tableOf([[0], [1]]), replicates: 2, values: { y: Float64Array.from([-1, 1, 1, 3]) } };
    const means = Float64Array.from([0, 2]);
    expect(luckShare(table, 'y', means)).toBeCloseTo(4 / 2 / (8 / 3), 12);
    expect(luckFloor(table, 'y', means)).toBe(0);
    expect(luckFloor({ ...table, design: { ...table.design, sameLuck: false } }, 'y', means)).toBeCloseTo(4 / 2 / 2 / 2, 12);
  });

  /** scipy 1.17: stats.t.isf, special.betainc, stats.binomtest(...).proportion_ci(0.9, 'exact'). */
  test('tails as scipy has them', () => {
    near(
      [studentTail(0.025, 19), studentTail(0.05 / 182, 19), studentTail(0.1, 2.5), studentTail(0.4, 30.3)],
      [2.09302405440831, 4.1456091859151645, 1.7302509288071761, 0.2555828962558495],
      11,
    );
    near(
      [incompleteBeta(0.5, 2, 3), incompleteBeta(0.01, 0.5, 9.5), incompleteBeta(0.9, 40, 7), incompleteBeta(0.3, 68.5, 100.5)],
      [0.6875, 0.3337358623013417, 0.8281158170004261, 0.0019119157704779854],
    );
    near(
      [...shareRange(18, 20), ...shareRange(7, 30), ...shareRange(0, 20)],
      [0.7173814751141357, 0.9819347969145735, 0.11498689556973868, 0.3939474225255302, 0, 0.13910834066837535],
      10,
    );
  });
});

describe('how settled an order is', () => {
  /** scipy 1.17: stats.kendalltau. */
  test('Kendall’s tau-b with ties', () => {
    expect(kendall([1, 2, 2, 4, 5, 7, 8, 8], [2, 1, 3, 3, 6, 5, 9, 7])).toBeCloseTo(0.792593923901217, 12);
  });

  test('shares of resamples that agree', () => {
    const found = stabilityOf(
      [5, 4, 3, 2],
      [
        [5, 4, 3, 2],
        [4, 5, 3, 2],
        [5, 4, 2, 3],
        [2, 3, 4, 5],
      ],
      'futures',
    );
    expect(found).toMatchObject({ keepsFirst: 0.5, keepsTop3: 0.5 });
    // Of six pairs 0, 1, 1 and 6 change places.
    expect(found.tau).toBeCloseTo((1 + 2 / 3 + 2 / 3 - 1) / 4, 12);
  });
});

describe('combinations that suffice', () => {
  const wish = { reliability: 0.9, mode: 'every', sizeLimit: 14, leastPoints: 1, isWhole: true } as const;

  /** Prime implicants by trying every cube against the truth table. */
  function primesByTrial(n: number, truth: readonly boolean[]): string[] {
    const cubes: { held: number; high: number }[] = [];
    for (let held = 0; held < 2 ** n; held++)
      for (let high = 0; high < 2 ** n; high++) if ((high & ~held) === 0) cubes.push({ held, high });
    const implies = ({ held, high }: { held: number; high: number }) => truth.every((is, set) => is || (set & held) !== high);
    const implicants = cubes.filter(implies);
    const isPart = (a: { held: number; high: number }, b: { held: number; high: number }) =>
      a.held !== b.held && (a.held & b.held) === a.held && (b.high & a.held) === a.high;
    return implicants.filter((b) => !implicants.some((a) => isPart(a, b))).map(({ held, high }) => `${held}:${high}`);
  }

  test('are the prime implicants of any truth table', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 32, maxLength: 32 }), (truth) => {
        const sets = Int32Array.from(truth.keys());
        const found = minimalCubes(5, sets, Float64Array.from(truth, Number), wish);
        expect(found.map(({ held, high }) => `${held}:${high}`).sort()).toEqual(primesByTrial(5, truth).sort());
        const small = minimalCubes(5, sets, Float64Array.from(truth, Number), { ...wish, isWhole: false, sizeLimit: 5 });
        expect(small).toEqual(found);
      }),
      { numRuns: 40 },
    );
  });

  test('among 16,384 combinations of 14 inputs, in seconds', () => {
    const sets = Int32Array.from({ length: 2 ** 14 }, (_, set) => set);
    const shares = Float64Array.from(sets, (set) => ((set & 0b11) === 0b11 || (set & 0b11100) === 0b10100 ? 0.95 : 0.2));
    const started = performance.now();
    const found = minimalCubes(14, sets, shares, wish);
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(found.map(({ held, high, points, worst }) => [held, high, points, worst])).toEqual([
      [0b11, 0b11, 4096, 0.95],
      [0b11100, 0b10100, 2048, 0.95],
    ]);
  });

  test('mixed: futures together, and no more inputs than needed', () => {
    const sets = Int32Array.from({ length: 8 }, (_, set) => set);
    const shares = Float64Array.from([0, 0.8, 0, 1, 0, 0.9, 0, 1]);
    const [first] = minimalCubes(3, sets, shares, { ...wish, mode: 'mixed' });
    expect(first).toMatchObject({ held: 1, high: 1, points: 4, worst: 0.8 });
    expect(first.consistency).toBeCloseTo(0.925, 12);
    expect(minimalCubes(3, sets, shares, { ...wish, mode: 'every' })[0]).toMatchObject({ held: 3, high: 3 });
  });
});
