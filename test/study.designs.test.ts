import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { generatorsOf } from '../study/designs/fraction.ts';
import { type Design, designOf, type Factor, type Study } from '../study/index.ts';

/** What designs do to points, on factors without a setting behind them: designs never ask for one. */
const unitRange = (count: number): Factor[] =>
  Array.from({ length: count }, (_, j) => ({ name: `x${j + 1}`, paths: [], distribution: { kind: 'uniform', low: 0, high: 1 } }));
const listed = (count: number, levels: readonly number[]): Factor[] =>
  Array.from({ length: count }, (_, j) => ({ name: `x${j + 1}`, paths: [], levels }));
const make = (design: Study['design'], factors: readonly Factor[], seed = '1'): Design =>
  designOf({ design, factors, luck: 'same', seed });
const rowsOf = (design: Design): number[][] => Array.from({ length: design.pointCount }, (_, i) => [...design.at(i)]);
const column = (rows: readonly (readonly number[])[], j: number): number[] => rows.map((row) => row[j]);
const strataOf = (values: readonly number[]): number[] => values.map((x) => Math.floor(x * values.length)).sort((a, b) => a - b);
const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

describe('every combination', () => {
  test('a factorial, the last factor fastest; a range gives its two ends', () => {
    const factors: Factor[] = [{ name: 'a', paths: [], levels: [1, 2, 3] }, ...unitRange(1)];
    expect(rowsOf(make({ kind: 'factorial' }, factors))).toEqual([
      [1, 0],
      [1, 1],
      [2, 0],
      [2, 1],
      [3, 0],
      [3, 1],
    ]);
  });

  test('a grid spreads each range evenly from end to end', () => {
    expect(column(rowsOf(make({ kind: 'grid', steps: 5 }, unitRange(1))), 0)).toEqual([0, 0.25, 0.5, 0.75, 1]);
  });

  test('one at a time: the baseline, then each factor alone', () => {
    const factors: Factor[] = [{ name: 'a', paths: [], levels: [1, 2, 3], baseline: 2 }, ...unitRange(1)];
    expect(rowsOf(make({ kind: 'oneAtATime' }, factors))).toEqual([
      [2, 0.5],
      [1, 0.5],
      [3, 0.5],
      [2, 0],
      [2, 1],
    ]);
  });

  test('a list as it was written', () => {
    const rows = [
      { x1: 0.25, x2: 1 },
      { x2: 0, x1: 0.5 },
    ];
    expect(rowsOf(make({ kind: 'list', rows }, unitRange(2)))).toEqual([
      [0.25, 1],
      [0.5, 0],
    ]);
  });

  test('2^20 combinations are named one by one, and none beyond', () => {
    const design = make({ kind: 'factorial' }, listed(20, [0, 1]));
    expect(design.pointCount).toBe(2 ** 20);
    expect(design.at(2 ** 20 - 2).join('')).toBe('11111111111111111110');
    expect(() => design.at(2 ** 20)).toThrow('expected a point from 0 to 1048575');
  });
});

/** The size of the smallest group of factors whose product of signs is the same in every run; Infinity up to `most`. */
function resolutionOf(rows: readonly (readonly number[])[], most: number): number {
  const count = rows[0].length;
  let signs = upTo(count).map((j) => ({ last: j, values: rows.map((row) => row[j]) }));
  for (let size = 1; size <= most; size++) {
    if (signs.some(({ values }) => values.every((x) => x === values[0]))) return size;
    signs = signs.flatMap(({ last, values }) =>
      upTo(count)
        .slice(last + 1)
        .map((j) => ({ last: j, values: values.map((x, i) => x * rows[i][j]) })),
    );
  }
  return Number.POSITIVE_INFINITY;
}

describe('a fraction', () => {
  test.each([
    [3, 3, 4],
    [7, 3, 8],
    [15, 3, 16],
    [4, 4, 8],
    [8, 4, 16],
    [16, 4, 32],
    [5, 5, 16],
    [6, 5, 32],
    [8, 5, 64],
    [11, 5, 128],
    [14, 5, 256],
    [17, 5, 256],
    [17, 6, 512],
  ])('of %i factors in resolution %i takes %i runs, the fewest in print', (count, resolution, runs) => {
    const rows = rowsOf(make({ kind: 'fraction', resolution }, listed(count, [-1, 1])));
    expect(rows).toHaveLength(runs);
    expect(new Set(rows.map(String)).size).toBe(runs);
    for (const j of upTo(count)) expect(column(rows, j).reduce((sum, x) => sum + x, 0)).toBe(0);
    if (runs < 2 ** count) expect(resolutionOf(rows.slice(0, 512), resolution)).toBe(resolution);
  });

  test('has the resolution that was asked for, whatever the number of factors', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 12 }), fc.constantFrom(3, 4, 5, 6), (count, resolution) => {
        const rows = rowsOf(make({ kind: 'fraction', resolution }, listed(count, [-1, 1])));
        expect(resolutionOf(rows, resolution - 1)).toBe(Number.POSITIVE_INFINITY);
      }),
      { numRuns: 20 },
    );
  });

  test('is described by its generators', () => {
    const names = upTo(14).map((j) => `x${j + 1}`);
    const rows = rowsOf(make({ kind: 'fraction', resolution: 5 }, listed(14, [-1, 1])));
    const generators = generatorsOf(names, 5);
    expect(generators).toHaveLength(14 - 8);
    expect(generators[0]).toBe('x5 = −x1·x2·x3·x4');
    for (const generator of generators) {
      const [left, right] = generator.split(' = ');
      const sign = right.startsWith('−') ? -1 : 1;
      const factors = right.replace('−', '').split('·');
      for (const row of rows)
        expect(row[names.indexOf(left)]).toBe(factors.reduce((product, name) => product * row[names.indexOf(name)], sign));
    }
  });
});

describe('a Latin hypercube', () => {
  test('has one point in each stratum of each factor; the seed says which', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), fc.string({ maxLength: 5 }), fc.boolean(), (points, seed, centred) => {
        const design = { kind: 'latinHypercube', points, centred } as const;
        const rows = rowsOf(make(design, unitRange(3), seed));
        for (const j of upTo(3)) expect(strataOf(column(rows, j))).toEqual(upTo(points));
        expect(rowsOf(make(design, unitRange(3), seed))).toEqual(rows);
        if (points > 20) expect(rowsOf(make(design, unitRange(3), `${seed}x`))).not.toEqual(rows);
      }),
      { numRuns: 40 },
    );
  });

  test('its columns are no more alike than chance makes them', () => {
    const rows = rowsOf(make({ kind: 'latinHypercube', points: 1000 }, unitRange(14)));
    const centred = upTo(14).map((j) => column(rows, j).map((x) => (x - 0.5) * Math.sqrt(12)));
    // 91 correlations of standard deviation 1/√1000: the largest lies beyond 4.5 of them once in 1,600 samples.
    for (const a of upTo(14))
      for (const b of upTo(a)) {
        const r = centred[a].reduce((sum, x, i) => sum + x * centred[b][i], 0) / 1000;
        expect(Math.abs(r)).toBeLessThan(4.5 / Math.sqrt(1000));
      }
  });

  test('its mean of a sum varies by d / (12 n³), not by d / (12 n)', () => {
    const means = upTo(1500).map((seed) => {
      const rows = rowsOf(make({ kind: 'latinHypercube', points: 16 }, unitRange(3), String(seed)));
      return rows.flat().reduce((sum, x) => sum + x, 0) / 16 - 1.5;
    });
    const variance = means.reduce((sum, x) => sum + x * x, 0) / means.length;
    // A variance of 1,500 draws has a relative standard error of √(2/1500) = 3.7 %; four of them.
    expect(Math.abs(variance / (3 / (12 * 16 ** 3)) - 1)).toBeLessThan(4 * Math.sqrt(2 / 1500));
  });

  test('every order of four strata is as likely as any other', () => {
    const counts = new Map<string, number>();
    const samples = 2400;
    for (const seed of upTo(samples)) {
      const order = rowsOf(make({ kind: 'latinHypercube', points: 4, centred: true }, unitRange(1), `order ${seed}`)).join(' ');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(24);
    const chi = [...counts.values()].reduce((sum, n) => sum + (n - samples / 24) ** 2 / (samples / 24), 0);
    expect(chi).toBeLessThan(49.7); // chi-squared with 23 degrees of freedom passes it once in a thousand
  });

  test('ten million points take no room', () => {
    const design = make({ kind: 'latinHypercube', points: 10_000_000 }, unitRange(14));
    expect(design.at(9_999_999).every((x) => x > 0 && x < 1)).toBe(true);
  });
});

const SEQUENCE = '../shared/data/stats/sobol_sequence_64x6.csv';
const sobol = (points: number, rest: { scrambled?: boolean; skip?: number } = { scrambled: false }): Study['design'] => ({
  kind: 'sobol',
  points,
  ...rest,
});

describe('a Sobol sequence', () => {
  test('begins as it does in print', () => {
    expect(rowsOf(make(sobol(4), unitRange(2)))).toEqual([
      [0, 0],
      [0.5, 0.5],
      [0.75, 0.25],
      [0.25, 0.75],
    ]);
  });

  // Made with scipy 1.17.1: qmc.Sobol(128, scramble=False, bits=32).random(4096), times 2^32.
  test.each([
    [1, [3221225472, 415236096, 4042260480]],
    [19, [3221225472, 3116367872, 2238709760]],
    [63, [1073741824, 1916796928, 2377121792]],
    [127, [3221225472, 2336227328, 1123024896]],
  ])('agrees with scipy in dimension %i, bit for bit', (dimension, words) => {
    const design = make(sobol(4096), unitRange(128));
    expect([3, 1000, 4095].map((point) => design.at(point)[dimension] * 2 ** 32)).toEqual(words);
  });

  test.skipIf(!existsSync(SEQUENCE))(
    'agrees with the 64 points of shared/data in 6 dimensions (skipped where they are not)',
    () => {
      const expected = readFileSync(SEQUENCE, 'utf8')
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.split(',').map(Number));
      expect(rowsOf(make(sobol(64), unitRange(6)))).toEqual(expected);
    },
  );

  test('goes on where it was left', () => {
    const whole = rowsOf(make(sobol(40), unitRange(5)));
    expect(rowsOf(make(sobol(10, { scrambled: false, skip: 30 }), unitRange(5)))).toEqual(whole.slice(30));
  });

  test('scrambled by any seed, 2^m points stay a net: one in each elementary box of the first two dimensions', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 7 }), fc.string({ maxLength: 4 }), (m, seed) => {
        const rows = rowsOf(make(sobol(2 ** m, {}), unitRange(2), seed));
        for (let k = 0; k <= m; k++) {
          const boxes = new Set(rows.map(([x, y]) => `${Math.floor(x * 2 ** k)} ${Math.floor(y * 2 ** (m - k))}`));
          expect(boxes.size).toBe(2 ** m);
        }
      }),
      { numRuns: 30 },
    );
  });

  test('scrambled, each point by itself is uniform', () => {
    const seeds = 2000;
    const third = upTo(seeds).map((seed) => make(sobol(4, {}), unitRange(3), String(seed)).at(2)[2]);
    const mean = third.reduce((sum, x) => sum + x, 0) / seeds;
    // Standard deviation of a uniform mean: 1 / √(12 n); four of them.
    expect(Math.abs(mean - 0.5)).toBeLessThan(4 / Math.sqrt(12 * seeds));
    const below = third.filter((x) => x < 0.1).length;
    expect(Math.abs(below - seeds * 0.1)).toBeLessThan(4 * Math.sqrt(seeds * 0.09));
  });
});

describe('Saltelli’s scheme', () => {
  test.each([false, true])('is A, B, A with a column of B, and B with a column of A if asked (%s)', (second) => {
    const base = 8;
    const rows = rowsOf(make({ kind: 'saltelli', base, second }, unitRange(3)));
    expect(rows).toHaveLength(base * (second ? 8 : 5));
    const part = (n: number): number[][] => rows.slice(n * base, (n + 1) * base);
    const [a, b] = [part(0), part(1)];
    for (const row of upTo(base))
      for (const j of upTo(3)) {
        expect(a[row][j]).not.toBe(b[row][j]);
        for (const i of upTo(3)) {
          expect(part(2 + i)[row][j]).toBe(i === j ? b[row][j] : a[row][j]);
          if (second) expect(part(5 + i)[row][j]).toBe(i === j ? a[row][j] : b[row][j]);
        }
      }
  });

  test('A and B together are one Sobol sequence', () => {
    const rows = rowsOf(make({ kind: 'saltelli', base: 8, scrambled: false }, unitRange(3)));
    const sequence = rowsOf(make(sobol(8), unitRange(6)));
    expect(upTo(8).map((i) => [...rows[i], ...rows[8 + i]])).toEqual(sequence);
  });
});

const ANALYTIC = '../shared/data/stats/sensitivity_analytic.json';

describe('Morris’s trajectories', () => {
  test('move each factor once by delta on a grid of p levels', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(2, 4, 6, 8),
        fc.integer({ min: 1, max: 8 }),
        fc.string({ maxLength: 4 }),
        (levels, count, seed) => {
          const design = make({ kind: 'morris', trajectories: 5, levels }, unitRange(count), seed);
          const delta = levels / (2 * (levels - 1));
          expect(design.facts.numbers).toEqual({ trajectories: 5, levels, delta });
          const rows = rowsOf(design);
          expect(rows).toHaveLength(5 * (count + 1));
          for (const t of upTo(5)) {
            const moved = upTo(count).map((m) => {
              const [from, to] = rows.slice(t * (count + 1) + m, t * (count + 1) + m + 2);
              const changed = upTo(count).filter((j) => from[j] !== to[j]);
              expect(changed).toHaveLength(1);
              expect(Math.abs(to[changed[0]] - from[changed[0]])).toBeCloseTo(delta, 12);
              return changed[0];
            });
            expect(moved.sort((a, b) => a - b)).toEqual(upTo(count));
          }
          for (const x of rows.flat()) expect(Math.abs(x * (levels - 1) - Math.round(x * (levels - 1)))).toBeLessThan(1e-12);
        },
      ),
      { numRuns: 40 },
    );
  });

  test('begin at every level alike, and go up as often as down', () => {
    const trajectories = 3000;
    const design = make({ kind: 'morris', trajectories, levels: 4 }, unitRange(2));
    const starts = upTo(trajectories).map((t) => Math.round(3 * design.at(3 * t)[0]));
    for (const level of upTo(4)) {
      const n = starts.filter((x) => x === level).length;
      expect(Math.abs(n - trajectories / 4)).toBeLessThan(4 * Math.sqrt((trajectories * 3) / 16));
    }
    const first = upTo(trajectories).filter((t) => design.at(3 * t)[0] !== design.at(3 * t + 1)[0]).length;
    expect(Math.abs(first - trajectories / 2)).toBeLessThan(4 * Math.sqrt(trajectories / 4));
  });

  test.skipIf(!existsSync(ANALYTIC))('find the exact effects on the Ishigami function (skipped without shared/data)', () => {
    const { morris_ishigami_p4: exact } = JSON.parse(readFileSync(ANALYTIC, 'utf8'));
    const trajectories = 2000;
    const angle = (u: number): number => Math.PI * (2 * u - 1);
    const ishigami = ([x, y, z]: Float64Array): number =>
      Math.sin(angle(x)) + 7 * Math.sin(angle(y)) ** 2 + 0.1 * angle(z) ** 4 * Math.sin(angle(x));
    const design = make({ kind: 'morris', trajectories, levels: 4 }, unitRange(3));
    const effects: number[][] = [[], [], []];
    for (const t of upTo(trajectories))
      for (const m of upTo(3)) {
        const [from, to] = [design.at(4 * t + m), design.at(4 * t + m + 1)];
        const j = upTo(3).find((i) => from[i] !== to[i])!;
        effects[j].push((ishigami(to) - ishigami(from)) / (to[j] - from[j]));
      }
    exact.effects.forEach(({ mu, mu_star, sigma_population }: Record<string, number>, j: number) => {
      const error = (4 * sigma_population) / Math.sqrt(trajectories);
      expect(Math.abs(effects[j].reduce((sum, x) => sum + x, 0) / trajectories - mu)).toBeLessThan(error);
      expect(Math.abs(effects[j].reduce((sum, x) => sum + Math.abs(x), 0) / trajectories - mu_star)).toBeLessThan(error);
    });
  });
});

describe('distributions', () => {
  const at = (distribution: NonNullable<Extract<Factor, { paths: unknown }>['distribution']>, paths: string[] = []): number[] =>
    column(rowsOf(make({ kind: 'latinHypercube', points: 2000, centred: true }, [{ name: 'x', paths, distribution }])), 0).sort(
      (a, b) => a - b,
    );
  const meanOf = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;

  // Strata make these means exact to about the height of a step, 1/2000 of the range.
  test('a triangle has the mean (low + mode + high) / 3', () => {
    expect(meanOf(at({ kind: 'triangular', low: 0, mode: 0.3, high: 1 }))).toBeCloseTo(1.3 / 3, 4);
  });
  test('a log-uniform one is even in the logarithm', () => {
    const values = at({ kind: 'logUniform', low: 0.01, high: 100 });
    expect(values.filter((x) => x < 0.1)).toHaveLength(500);
    expect(values.filter((x) => x < 1)).toHaveLength(1000);
  });
  test('a normal one is cut off at both ends', () => {
    const values = at({ kind: 'normal', mean: 0.5, sd: 0.2, low: 0.3, high: 0.7 });
    expect(values[0]).toBeGreaterThanOrEqual(0.3);
    expect(values.at(-1)).toBeLessThanOrEqual(0.7);
    // Of a normal within one standard deviation, half lies within 0.44178 = Φ⁻¹(0.5 + 0.68269 / 4) of them.
    expect(values.filter((x) => Math.abs(x - 0.5) < 0.2 * 0.44178)).toHaveLength(1000);
  });
  test('whole numbers are drawn alike, the ends included', () => {
    const values = at({ kind: 'uniform', low: 1, high: 4 }, ['years']);
    for (const year of [1, 2, 3, 4]) expect(values.filter((x) => x === year)).toHaveLength(500);
  });
});
