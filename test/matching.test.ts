import { describe, expect, test } from 'vitest';
import { conflicts, reaches } from '../study/matching/conflicts.ts';
import { emulatedOf, type Runs } from '../study/matching/emulate.ts';
import { keptOf } from '../study/matching/kept.ts';
import { proposals } from '../study/matching/proposal.ts';
import { screened, screeningPoints } from '../study/matching/screen.ts';
import { defaultPoint, type Free, fillingPoints, freeSettings, type Point, settingsAt } from '../study/matching/space.ts';
import { farApart, survivors } from '../study/matching/survive.ts';
import { implausibility, type Reading, type Target } from '../study/matching/target.ts';
import { waveOf } from '../study/matching/wave.ts';
import { emulatorOf } from '../study/statistics/emulator.ts';
import { drawsOf, normal } from '../study/statistics/resample.ts';

const free = (path: string, low = 0, high = 1, value = 0.5): Free => ({
  path,
  low,
  high,
  default: value,
  whole: false,
  grade: 'D',
});
const target = (pattern: string, low: number, high: number): Target => ({ pattern, label: pattern, band: [low, high] });

/** A toy model run at points: values of each function with luck of a known size. */
function runsOf(points: readonly Point[], functions: readonly ((point: Point) => number)[], error: number, seed = 'toy'): Runs {
  const draw = drawsOf(seed);
  const reading = (value: number): Reading => ({ value: value + error * normal(draw), standardError: error });
  return { points, readings: points.map((point) => functions.map((f) => reading(f(point)))) };
}

const sizes = { sample: 2048, left: 1000 };
const once = [1, 1, 1, 1];

describe('the space', () => {
  const all = freeSettings();

  test('holds what nobody measured and no choice of the plan', () => {
    const paths = all.map(({ path }) => path);
    expect(paths).toContain('parameters.decision.half');
    expect(paths).toContain('parameters.programme.withdrawalShare');
    expect(paths).not.toContain('parameters.decision.contagion');
    expect(paths).not.toContain('innovations.0.complexity');
    expect(paths.filter((path) => /^(ingredients|strategy|finance|events)\./.test(path))).toEqual([]);
  });

  test('its defaults are the settings own, to within rounding', () => {
    const values = settingsAt(all, defaultPoint(all));
    for (const one of all) expect(values[one.path]).toBeCloseTo(one.default, 12);
  });

  test('its points fill every half of every pair of settings alike', () => {
    const points = fillingPoints(20, 256, 'a seed');
    for (let i = 0; i < 20; i++)
      for (let j = 0; j < i; j++)
        expect(Math.abs(points.filter((p) => p[i] < 0.5 && p[j] < 0.5).length - 64)).toBeLessThanOrEqual(32);
  });
});

test('implausibility is the distance to the band in what is not known', () => {
  // The discrepancy is a twentieth of the band: 0.1.
  expect(implausibility(target('a', 1, 3), 2.5, 0.01)).toBe(0);
  expect(implausibility(target('a', 1, 3), 4, 0.03)).toBeCloseTo(1 / Math.sqrt(0.03 + 0.01), 12);
  expect(implausibility(target('a', Number.NEGATIVE_INFINITY, 2), 3, 0)).toBeCloseTo(10, 12);
});

describe('an emulator', () => {
  const points = fillingPoints(6, 90, 'six inputs');
  const curved = (p: Point): number => 2 * p[0] + 4 * (p[1] - 0.5) ** 2 + Math.sin(3 * p[0] + 3 * p[2]);
  const away = fillingPoints(6, 400, 'elsewhere');

  test.each([0, 0.1, 0.4])(
    'foresees a curved function of 3 in 6 inputs, and says how far it may be off, with luck of %f',
    (error) => {
      const draw = drawsOf(`luck ${error}`);
      const y = Float64Array.from(points, (point) => curved(point) + error * normal(draw));
      const emulator = emulatorOf({ points, y, noise: error * error });
      const misses = away.map((point) => (emulator.mean(point) - curved(point)) / Math.sqrt(emulator.variance(point)));
      const rms = Math.sqrt(misses.reduce((sum, z) => sum + z * z, 0) / misses.length);
      const off = Math.sqrt(away.reduce((sum, p) => sum + (emulator.mean(p) - curved(p)) ** 2, 0) / away.length);
      // Nearer than one run would be, and without luck within an eighth of the function's spread of 0.8.
      expect(off).toBeLessThan(Math.max(0.1, 0.8 * error));
      expect(rms).toBeGreaterThan(0.3);
      expect(rms).toBeLessThan(1.5);
      expect(misses.filter((z) => Math.abs(z) > 3).length / misses.length).toBeLessThan(0.05);
    },
  );

  test('of nothing but luck foresees its mean, and claims no more', () => {
    const draw = drawsOf('nothing');
    const y = Float64Array.from(points, () => 5 + normal(draw));
    const { mean, variance, q2 } = emulatorOf({ points, y, noise: 1 });
    expect(q2).toBeLessThan(0.2);
    for (const point of away.slice(0, 50)) {
      expect(Math.abs(mean(point) - 5)).toBeLessThan(0.9);
      expect(variance(point)).toBeLessThan(1);
    }
  });

  test('that does not know of the luck in its values does not take it for the function', () => {
    const draw = drawsOf('hidden');
    const y = Float64Array.from(points, (point) => curved(point) + 0.5 * normal(draw));
    const { variance } = emulatorOf({ points, y, noise: 0 });
    const deviations = away.map((point) => Math.sqrt(variance(point)));
    expect(Math.min(...deviations)).toBeGreaterThan(0.2);
  });
});

describe('what is left of a space', () => {
  test.each([
    ['a half', 2, 0.5, 2],
    ['one part in 10,000', 4, 0.1, 2],
    ['one part in 100,000', 5, 0.1, 2.2],
  ])('%s is measured by subset simulation', (_, dimensions, edge, factor) => {
    const share = edge ** (dimensions === 2 ? 1 : dimensions);
    const last = dimensions === 2 ? 1 : dimensions;
    const score = (p: Point): number => 3 + 100 * Math.max(...Array.from(p.subarray(0, last), (u) => u - edge));
    const left = survivors(score, dimensions, 2000, 'box');
    expect(left.share / share).toBeGreaterThan(1 / factor);
    expect(left.share / share).toBeLessThan(factor);
    expect(left.points.length).toBe(2000);
    for (const point of left.points) expect(score(point)).toBeLessThanOrEqual(3);
    // Spread over all of the box, not gathered where it was found.
    const mean = left.points.reduce((sum, p) => sum + p[0], 0) / left.points.length;
    expect(Math.abs(mean - edge / 2)).toBeLessThan(0.15 * edge);
  });

  test('nothing is nothing', () => {
    expect(survivors((p) => 4 + p[0], 2, 500, 'empty')).toMatchObject({ points: [], share: 0 });
  });

  test('points far apart reach all corners', () => {
    const chosen = farApart(fillingPoints(2, 500, 'square'), 5);
    for (const corner of [
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ])
      expect(Math.min(...chosen.map((p) => Math.hypot(p[0] - corner[0], p[1] - corner[1])))).toBeLessThan(0.5);
  });
});

describe('a match of two parameters out of five, by functions whose region is known', () => {
  // x + y within 0.9 to 1.1 and x·y at 0.16 or less: by calculus, two strips that hold 0.0964 of the square.
  const functions = [(p: Point) => p[0] + p[1], (p: Point) => p[0] * p[1]];
  const targets = [target('sum', 0.9, 1.1), target('product', Number.NEGATIVE_INFINITY, 0.16)];
  const points = fillingPoints(5, 80, 'first');
  const space = [0, 1, 2, 3, 4].map((j) => free(`parameters.toy.${j}`));
  const wave = waveOf(targets, runsOf(points, functions, 0.02), once, 'one', sizes);
  const truly = (slack: number) =>
    fillingPoints(5, 20_000, 'truth').filter((p) => {
      const [sum, product] = functions.map((f) => f(p));
      return sum >= 0.9 - slack && sum <= 1.1 + slack && product <= 0.16 + slack;
    });

  test('no point that is right is ruled out, and few are kept that are far off', () => {
    const right = truly(0);
    const isKept = (point: Point): boolean => reaches(wave.emulated, [point]).every(({ holds }) => holds[0]);
    expect(right.filter(isKept).length / right.length).toBeGreaterThan(0.99);
    // Beyond three times what is not known, 0.02 to 0.03, nothing should be kept.
    expect(wave.left.share).toBeGreaterThan(truly(0).length / 20_000);
    expect(wave.left.share).toBeLessThan(truly(0.12).length / 20_000);
    expect(wave.spared).toBe(0);
  });

  test('the two that matter are narrowed, by the patterns that do it, and the other three not', () => {
    const kept = keptOf(space, wave.left.points, wave.sample, wave.reached);
    for (const j of [2, 3, 4]) {
      expect(kept[j].kept).toBeGreaterThan(0.95);
      expect(kept[j].patterns).toEqual([]);
    }
    expect(kept[0].patterns).toContain('product');
    // Where the product is past its edge by five times what is not known, at most 0.025, nothing is left.
    expect(wave.left.points.filter((p) => functions[1](p) > 0.16 + 0.125)).toEqual([]);
  });

  test('a second wave inside the first takes away more and still nothing that is right', () => {
    const more = farApart(wave.left.points, 30);
    const runs = runsOf([...points, ...more], functions, 0.02, 'both');
    const second = waveOf(targets, runs, once, 'two', sizes);
    expect(second.left.share).toBeLessThan(1.1 * wave.left.share);
    expect(second.left.share).toBeGreaterThan(truly(0).length / 20_000);
  });

  test('the proposal is the nearest point that shows both: on the inner edge of a strip, the rest as it was', () => {
    const [best] = proposals(wave.emulated, wave.left.points, defaultPoint(space), 3);
    expect(best.shown).toEqual(['sum', 'product']);
    expect([...best.point.subarray(2)]).toEqual([0.5, 0.5, 0.5]);
    const [sum, product] = functions.map((f) => f(best.point));
    expect(sum).toBeGreaterThan(0.9);
    expect(sum).toBeLessThan(1.1);
    expect(product).toBeLessThan(0.16);
    // x = 0.9 − y and x·y = 0.16 meet 0.30 and 0.60 out of the middle's 0.5: 0.32 away by calculus (0.246, 0.654); double leaves room for the margins.
    expect(best.away).toBeLessThan(0.64);
  });
});

describe('conflicts', () => {
  const points = fillingPoints(3, 80, 'conflict');
  // Either end of the first input is within reach, both together never; the third pattern has nothing to do with them.
  const functions = [(p: Point) => p[0] + 0.1 * p[1], (p: Point) => p[0] - 0.1 * p[1], (p: Point) => p[2], () => 7];
  const targets = [target('high', 0.75, 1.25), target('low', -0.25, 0.25), target('other', 0.4, 1.4), target('never', 0, 1)];
  const runs = runsOf(points, functions, 0.01);
  const wave = waveOf(targets, runs, once, 'one', sizes);

  test('a pair that excludes itself is named, and no other', () => {
    expect(wave.conflicts.map(({ patterns }) => patterns)).toEqual([['high', 'low']]);
    expect(wave.conflicts[0].together).toBe(0);
  });

  test('what no point shows is out of reach, and left out of what is asked for together', () => {
    expect(wave.reached.find(({ pattern }) => pattern === 'never')!.share).toBe(0);
    expect(wave.asked).toEqual(['high', 'low', 'other']);
  });

  test('where all together leave nothing, as few are spared as it takes', () => {
    expect(wave.spared).toBe(1);
    expect(wave.left.points.length).toBeGreaterThan(0);
    // One of the pair is spared, or the third: what is left is nearly all of the space that holds two of three.
    expect(wave.left.share).toBeGreaterThan(0.25);
  });

  test('patterns that are merely rare are not called a conflict', () => {
    const rare = reaches(
      [emulatedOf(target('a', 0.98, 1.2), runs, 0)!, emulatedOf(target('c', 0.98, 1.2), runs, 2)!],
      fillingPoints(3, 4096, 'rare'),
    );
    expect(conflicts(rare)).toEqual([]);
  });

  test('a target without numbers is said to be unmeasured', () => {
    const missing: Runs = { points, readings: points.map(() => [{ value: Number.NaN, standardError: Number.NaN }]) };
    expect(emulatedOf(targets[0], missing, 0)).toBeUndefined();
  });
});

describe('the screen', () => {
  const letters = [...'abcdefghijklmnop'];
  const space = letters.map((path, j) => free(path, 0, 10, j === 0 ? 2 : 8));
  const points = screeningPoints(space);
  const targets = [target('p', 0, 1), target('q', 0, 1)];
  const read =
    (functions: readonly ((point: Point) => number)[]) =>
    (point: Point): Reading[] =>
      functions.map((f) => ({ value: f(point), standardError: 0 }));

  test('moves each setting alone to its farther end', () => {
    points.forEach((point, j) => {
      const from = defaultPoint(space);
      expect([...point].filter((u, i) => u !== from[i])).toEqual([j === 0 ? 1 : 0]);
    });
  });

  test('puts first what moves most patterns, by how much of half a band', () => {
    const numbers = read([(p) => p[0] + 0.1 * p[1], (p) => 0.3 * p[1]]);
    const found = screened(space, targets, numbers(defaultPoint(space)), points.map(numbers));
    expect(found.slice(0, 2).map(({ free: { path } }) => path)).toEqual(['a', 'b']);
    expect(found[0].moves.p).toBeCloseTo(0.8 / 0.5, 12);
    expect(found[1].moves.q).toBeCloseTo(0.24 / 0.5, 12);
    expect(found.slice(2).every(({ size }) => size === 0)).toBe(true);
  });

  test('does not take for a move what luck does to many', () => {
    // A share of two futures: half of the settings tip one of them over; one setting moves the other number for good.
    const numbers = read([(p) => (points.findIndex((q) => q.every((u, j) => u === p[j])) % 2 ? 0.5 : 0), (p) => p[3]]);
    const found = screened(space, targets, numbers(defaultPoint(space)), points.map(numbers));
    expect(found[0].free.path).toBe('d');
    expect(found.slice(1).every(({ size }) => size === 0)).toBe(true);
  });

  test('hears nothing from a number that is infinite at the defaults, and all of a move to an infinite one', () => {
    const atDefault = (p: Point): boolean => defaultPoint(space).every((u, j) => u === p[j]);
    const numbers = read([(p) => (atDefault(p) ? Number.POSITIVE_INFINITY : p[1]), (p) => (p[3] === 0 ? 1 / p[3] : p[4])]);
    const found = screened(space, targets, numbers(defaultPoint(space)), points.map(numbers));
    expect(found[0]).toMatchObject({ free: { path: 'd' }, moves: { p: 0, q: 2 } });
    expect(found[1]).toMatchObject({ free: { path: 'e' }, moves: { p: 0 } });
    expect(found.slice(2).every(({ size }) => size === 0)).toBe(true);
  });
});
