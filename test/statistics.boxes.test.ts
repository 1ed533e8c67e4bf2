/** PRIM on data with known boxes and against facts that the EMA workbench publishes; regression against R. */
import { describe, expect, test } from 'vitest';
import {
  type Box,
  type Cases,
  casesOf,
  countOf,
  isInside,
  paste,
  peel,
  quasiPs,
  redrawn,
  withoutIdleLimits,
  worthOf,
} from '../study/statistics/prim.ts';
import { leastSquares, ranksOf, standardised, standardisedRanks } from '../study/statistics/regression.ts';
import { drawsOf } from '../study/statistics/resample.ts';
import { cheapest } from '../study/statistics/search.ts';
import { binomialTail } from '../study/statistics/tails.ts';
import { sharedJson, sharedText } from './shared.ts';

const wish = { alpha: 0.05, leastMass: 0.05 };

function scattered(n: number, count: number, share: (x: readonly number[]) => number, seed = '1'): Cases {
  const draw = drawsOf(seed);
  const rows = Array.from({ length: n }, () => Array.from({ length: count }, () => (draw(2 ** 30) + 0.5) / 2 ** 30));
  return casesOf(Float64Array.from(rows.flat()), Float64Array.from(rows, share), Array<boolean>(count).fill(false));
}

const ranges = (box: Box) => box.flatMap((side, f) => (side && 'low' in side ? [[f, side.low, side.high] as const] : []));

describe('PRIM', () => {
  test('5,000 points of 20 inputs, three limits, failures that are not sure: in 3 seconds', () => {
    const known = (x: readonly number[]): boolean => x[3] < 0.4 && x[7] > 0.5 && x[11] > 0.3 && x[11] < 0.8;
    const cases = scattered(5000, 20, (x) => (known(x) ? 0.9 : 0.1));
    const started = performance.now();
    const steps = peel(cases, wish);
    // The last step at which the box still holds what is known: its true mass is 0.4 · 0.5 · 0.5.
    const chosen = steps.find(({ mass }) => mass < 0.105)!;
    const box = withoutIdleLimits(cases, paste(cases, chosen.box, 0.01));
    const took = performance.now() - started;
    expect(took).toBeLessThan(3000);
    expect(ranges(box).map(([f]) => f)).toEqual([3, 7, 11]);
    const edges = ranges(box).flatMap(([, low, high]) => [low, high]);
    // An edge moves by slices of 5 in 100 of about 1,000 points that lie along it: 0.05 at worst.
    [Number.NEGATIVE_INFINITY, 0.4, 0.5, Number.POSITIVE_INFINITY, 0.3, 0.8].forEach((edge, i) => {
      if (Number.isFinite(edge)) expect(Math.abs(edges[i] - edge)).toBeLessThan(0.05);
      else expect(edges[i]).toBe(edge);
    });
    expect(worthOf(cases, box).density).toBeGreaterThan(0.85);
  });

  test('each step lies inside the one before, is denser, and says what it holds', () => {
    const cases = scattered(400, 4, (x) => (x[0] + x[1] > 1.4 ? 1 : 0));
    const steps = peel(cases, wish);
    expect(steps.length).toBeGreaterThan(10);
    steps.forEach((step, i) => {
      const { coverage, density, mass } = worthOf(cases, step.box);
      expect([step.coverage, step.density, step.mass].map((x) => x.toFixed(9))).toEqual(
        [coverage, density, mass].map((x) => x.toFixed(9)),
      );
      if (i > 0) expect(step.density).toBeGreaterThan(steps[i - 1].density);
      if (i > 0)
        for (let p = 0; p < 400; p++) expect(isInside(cases, step.box, p) && !isInside(cases, steps[i - 1].box, p)).toBe(false);
    });
    expect(steps.at(-1)!.mass).toBeGreaterThanOrEqual(0.05);
  });

  test('pasting puts back what a thick slice took too much of', () => {
    const cases = scattered(1000, 2, ([x]) => (x > 0.5 ? 1 : 0));
    const tight: Box = [{ low: 0.6, high: Number.POSITIVE_INFINITY }, undefined];
    const wider = paste(cases, tight, 0.01);
    const [[, low]] = ranges(wider);
    expect(low).toBeGreaterThan(0.48);
    expect(low).toBeLessThan(0.53);
    expect(worthOf(cases, wider).density).toBe(1);
  });

  test('a choice and an input of few levels', () => {
    const draw = drawsOf('levels');
    const rows = Array.from({ length: 400 }, () => [draw(3), draw(4) / 3, draw(1000) / 1000]);
    const cases = casesOf(
      Float64Array.from(rows.flat()),
      Float64Array.from(rows, ([a, b]) => (a !== 1 && b > 0.5 ? 1 : 0)),
      [true, false, false],
    );
    const step = peel(cases, wish).find(({ density }) => density === 1)!;
    expect(step.coverage).toBe(1);
    expect(step.box).toEqual([{ kept: expect.arrayContaining([0, 2]) }, { low: 0.5, high: Number.POSITIVE_INFINITY }, undefined]);
    expect(countOf(step.box)).toBe(2);
  });

  test('drawn anew: as if the points had been laid out again', () => {
    const cases = scattered(60, 3, (x) => x[0]);
    const draw = drawsOf('again');
    const times = Uint32Array.from({ length: 60 }, () => draw(4));
    const again = redrawn(cases, times);
    expect(again).toEqual(casesOf(again.inputs, again.shares, again.areChoices));
    const box: Box = [{ low: 0.2, high: 0.9 }, undefined, undefined];
    expect(worthOf(again, box).density).toBeCloseTo(worthOf(cases, box, times).density, 12);
  });

  /** From the workbench's own tests of the cut between slices: halfway between values, and a run of equal ones goes whole. */
  test.each([
    [Array.from({ length: 10 }, (_, i) => i), 0.1, 0.5, 8.5],
    [Array.from({ length: 10 }, (_, i) => i), 0.05, 0.5, 8.5],
    [[1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 9], 0.1, 1.5, 8.5],
    [[1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 9], 0.05, 1.5, 8.5],
  ])('the EMA workbench cuts %j at %d', (values, alpha, low, high) => {
    const first = (isCase: (value: number) => boolean): Box =>
      peel(
        casesOf(
          Float64Array.from(values),
          Float64Array.from(values, (v) => (isCase(v) ? 1 : 0)),
          [false],
        ),
        { alpha, leastMass: 0.5 },
      )[1].box;
    const [lowest, highest] = [Math.min(...values), Math.max(...values)];
    expect(first((v) => v > lowest)).toEqual([{ low, high: Number.POSITIVE_INFINITY }]);
    expect(first((v) => v < highest)).toEqual([{ low: Number.NEGATIVE_INFINITY, high }]);
  });

  /**
   * Bryant & Lempert's 882 runs as the EMA workbench documents them ("Performing scenario discovery in Python", box 21): 87 points of which
   * 67 of 89 cases; without the limit on cellulosic cost 95 points and 68 cases; quasi-p of that limit 0.15741333528927348.
   */
  test('the quasi-p-value that the EMA workbench publishes', () => {
    expect(binomialTail(67, 87, 68 / 95)).toBeCloseTo(0.15741333528927348, 12);
    // The same points, laid out: 87 in the box, 8 beyond the limit, 787 elsewhere.
    const rows = [
      ...Array.from({ length: 87 }, (_, i) => [0, 0, i < 67 ? 1 : 0]),
      ...Array.from({ length: 8 }, (_, i) => [0, 1, i < 1 ? 1 : 0]),
      ...Array.from({ length: 787 }, (_, i) => [1, 0, i < 21 ? 1 : 0]),
    ];
    const cases = casesOf(
      Float64Array.from(rows.flatMap((row) => row.slice(0, 2))),
      Float64Array.from(rows, ([, , y]) => y),
      [false, false],
    );
    const side = { low: Number.NEGATIVE_INFINITY, high: 0.5 };
    const { coverage, density, mass } = worthOf(cases, [side, side]);
    expect([coverage.toFixed(6), density.toFixed(6), mass.toFixed(7)]).toEqual(['0.752809', '0.770115', '0.0986395']);
    expect(quasiPs(cases, [side, side])[1]).toBeCloseTo(0.15741333528927348, 12);
    const less = withoutIdleLimits(cases, [side, side]);
    expect(countOf(less)).toBe(1);
    const after = worthOf(cases, less);
    expect([after.coverage.toFixed(6), after.density.toFixed(6), after.mass.toFixed(5)]).toEqual([
      '0.764045',
      '0.715789',
      '0.10771',
    ]);
  });
});

describe('regression', () => {
  const file = sharedText('schools/california_districts.csv');
  const known = sharedJson<{ coefficients: number[]; standard_errors: number[]; r_squared: number }>(
    'stats/regression_california.json',
  );

  test.skipIf(!file || !known)('mathematics in Californian districts, as R’s lm has it', () => {
    const [header, ...lines] = file!
      .trim()
      .split(/\r?\n/)
      .map((line) => line.split(','));
    const column = (name: string) => lines.map((line) => Number(line[header.indexOf(name)]));
    const [students, teachers, lunch, english, math] = ['students', 'teachers', 'lunch', 'english', 'math'].map(column);
    const rows = Float64Array.from(math.flatMap((_, i) => [students[i] / teachers[i], lunch[i], english[i]]));
    const { coefficients, standardErrors, rSquared } = leastSquares(rows, 3, Float64Array.from(math));
    known!.coefficients.forEach((value, i) => {
      expect(coefficients[i]).toBeCloseTo(value, 7);
    });
    known!.standard_errors.forEach((value, i) => {
      expect(standardErrors[i]).toBeCloseTo(value, 7);
    });
    expect(rSquared).toBeCloseTo(known!.r_squared, 9);
  });

  test('one scale for all, and an input that does not vary', () => {
    const rows = Float64Array.from([0, 5, 0, 1, 5, 0, 0, 5, 1, 1, 5, 1]);
    const y = Float64Array.from([0, 3, 4, 7]);
    const { slopes, rSquared } = standardised(rows, 3, y);
    [3 / 5, 0, 4 / 5].forEach((slope, i) => {
      expect(slopes[i]).toBeCloseTo(slope, 12);
    });
    expect(rSquared).toBeCloseTo(1, 12);
  });

  /** scipy 1.17: stats.rankdata. */
  test('ranks follow a bend that values do not', () => {
    expect([...ranksOf(Float64Array.from([2, 1, 3, 3, 6, 5, 9, 7]))]).toEqual([2, 1, 3.5, 3.5, 6, 5, 8, 7]);
    const x = Float64Array.from({ length: 40 }, (_, i) => i / 4);
    const bent = x.map((value) => Math.exp(value));
    expect(standardisedRanks(x, 1, bent).rSquared).toBeCloseTo(1, 12);
    expect(standardised(x, 1, bent).rSquared).toBeLessThan(0.6);
  });
});

describe('the cheapest that is good enough', () => {
  const weights = [0.5, 0.3, 0.2, 0.1, 0.05, 0.02, 0.02, 0.01, 0.01, 0.01, 0.01, 0.01, 0.01, 0.01];
  const total = (x: ArrayLike<number>): number => weights.reduce((sum, w, i) => sum + w * (x[i] ?? 0), 0);
  const cost = (x: ArrayLike<number>): number => Array.from(x).reduce((sum, level) => sum + level, 0);
  const steps = Array.from({ length: 11 }, (_, i) => i / 10);

  test('is found among 11^14 mixes', () => {
    // A straight line: all of the heaviest, then half of the next.
    const found = cheapest({ values: weights.map(() => steps), cost, margin: (x) => total(x) - 0.65 + 1e-9 });
    expect(cost(found!)).toBeCloseTo(1.5, 9);
    expect(found!.slice(0, 2)).toEqual([1, 0.5]);
  });

  test('is found among all where there are few, and not where there is none', () => {
    const two = { values: weights.slice(0, 5).map(() => [0, 1]), cost };
    expect(cheapest({ ...two, margin: (x) => total(x) - 0.75 })).toEqual([1, 1, 0, 0, 0]);
    expect(cheapest({ ...two, margin: (x) => total(x) - 9 })).toBeNull();
    expect(cheapest({ values: weights.map(() => steps), cost, margin: (x) => total(x) - 9 })).toBeNull();
  });
});
