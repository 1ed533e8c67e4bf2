/** The frame of the documented patterns, and a dozen of them that are quick and sure. All of them: npm run patterns. */
import { describe, expect, test } from 'vitest';
import { parseScenario } from '../sim/index.ts';
import { byDefault, quarter, unlike } from './patterns/known/arms.ts';
import { differenceOf, jackknife, mean, meanOf, medianOf, ratioOf, shareOf } from './patterns/known/estimate.ts';
import { evaluate, interval, jobsOf, jobsOfAll } from './patterns/known/evaluate.ts';
import { lineFit, logisticFit, risesAgain } from './patterns/known/fit.ts';
import { page, patterns, picture } from './patterns/known/index.ts';
import { type Pattern, pattern } from './patterns/known/pattern.ts';

const small = { ...unlike({ system: quarter }), years: 1 };
const row = (band: readonly [number, number], wish: Pattern['arms'][string]['wish'] = small, futures = 4): Pattern =>
  pattern({
    id: 'P99',
    title: 'a test',
    claim: 'Something happens.',
    source: 'nobody',
    grade: 'D',
    arms: { only: { wish, futures } },
    statistics: [{ label: 'replicate', unit: '', band, of: ({ only }) => meanOf(only.map(({ replicate }) => replicate)) }],
    reading: 'None.',
  });

describe('estimates', () => {
  const values = [3, 1, 4, 1, 5, 9, 2, 6];

  test('the jackknife of a mean is its standard error', () => {
    const { value, standardError } = jackknife(values.length, (places) => mean(places.map((k) => values[k])));
    const plain = meanOf(values);
    expect(value).toBe(plain.value);
    expect(standardError).toBeCloseTo(plain.standardError, 12);
  });

  test('the error of a ratio comes near the jackknife’s, and is none where one is a multiple of the other', () => {
    const below = values.map((x, k) => x + 10 + k);
    const { value, standardError } = ratioOf(values, below);
    const other = jackknife(values.length, (places) => mean(places.map((k) => values[k])) / mean(places.map((k) => below[k])));
    expect(value).toBeCloseTo(other.value, 12);
    // The two differ by terms of the order of 1/n.
    expect(standardError / other.standardError).toBeCloseTo(1, 1);
    const double = ratioOf(
      values.map((x) => 2 * x),
      values,
    );
    expect([double.value, double.standardError]).toEqual([2, 0]);
  });

  test('a share’s interval is Wilson’s: 8 of 10 lies between 0.490 and 0.943', () => {
    const [low, high] = interval(shareOf([true, true, true, true, true, true, true, true, false, false]));
    expect(low).toBeCloseTo(0.4902, 4);
    expect(high).toBeCloseTo(0.9433, 4);
  });

  test('what is missing is left out, and what never happens stays in a median', () => {
    expect(meanOf([1, Number.NaN, 3]).value).toBe(2);
    expect(differenceOf([1, Number.NaN, 5], [0, 1, 2]).each).toEqual([1, 3]);
    expect(medianOf([1, 2, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]).value).toBe(
      Number.POSITIVE_INFINITY,
    );
    expect(medianOf([4, 1, 2, 3]).value).toBe(2.5);
  });

  test('curves are told from lines and steps', () => {
    const years = Array.from({ length: 46 }, (_, i) => i / 3);
    const through = (of: (year: number) => number) => ({ years, values: years.map(of) });
    const curve = through((year) => 0.8 / (1 + Math.exp(-1.2 * (year - 6))));
    expect(logisticFit(curve).fit).toBeGreaterThan(0.999);
    expect(logisticFit(curve).middle).toBeCloseTo(6, 0);
    expect(lineFit(through((year) => 0.1 + 0.05 * year))).toBeCloseTo(1, 12);
    expect(logisticFit(through((year) => (year < 1 ? 0 : year < 6 ? 0.8 : 0.3))).fit).toBeLessThan(0.97);
    expect(risesAgain(curve)).toBe(0);
    expect(risesAgain(through((year) => (year < 5 ? year : year < 9 ? 5 : year - 4)))).toBe(1);
  });
});

describe('the frame', () => {
  test('a verdict follows the interval: inside, across an edge, outside', () => {
    const verdictFor = (band: readonly [number, number]) => evaluate([row(band)])[0].verdict;
    // Replicates 0 to 3: 1.5, from 0.23 to 2.77.
    expect(verdictFor([0, 3])).toBe('shown');
    expect(verdictFor([1, 3])).toBe('unclear');
    expect(verdictFor([2, 3])).toBe('unclear');
    expect(verdictFor([3, 4])).toBe('missed');
  });

  test('arms that are the same are run once, for the most futures that anybody asks', () => {
    const jobs = jobsOfAll([row([0, 1], small, 4), row([0, 1], { ...small }, 9), row([0, 1], { ...small, years: 2 }, 2)]);
    expect(jobs.map(({ futures }) => futures)).toEqual([9, 2]);
  });

  test('a value that is set lies under an arm: what the arm says itself stands', () => {
    const set = { 'parameters.decision.broadcast': 0.05, 'ingredients.alliances': 0.9, 'fragmentation.policy': 0.7 };
    const { only } = jobsOf(row([0, 1], { ...small, fragmentation: 0.2 }), { set });
    expect(only.wish).toMatchObject({
      parameters: { decision: { broadcast: 0.05 } },
      ingredients: { alliances: byDefault.ingredients.alliances },
      fragmentation: 0.2,
    });
  });

  test('the page and the picture of a pattern name its figure, its band and its verdict', () => {
    const judged = evaluate([row([3, 4])]);
    expect(page(judged)).toContain('replicate: **1.5 (0.235 to 2.77)**; band 3 to 4; missed');
    expect(picture(judged[0])).toMatch(/^<svg .*aria-label="a test\. replicate: 1\.5 \(0\.235 to 2\.77\): missed\."/);
  });
});

describe('documented patterns', () => {
  test('each has a name of its own, and arms that are scenarios', () => {
    const names = patterns.map(({ id }) => id);
    expect(new Set(names).size).toBe(names.length);
    for (const one of patterns)
      for (const [arm, { wish }] of Object.entries(jobsOf(one))) {
        const parsed = parseScenario(wish);
        expect(parsed.ok ? [] : parsed.problems, `${one.id}, ${arm}`).toEqual([]);
      }
  });

  // Few futures make a wide interval, which must still lie within the band.
  const quick = patterns.filter((one) => one.quick);
  test.each(quick.map((one) => [one.id, one.title, one] as const))(
    '%s: %s',
    (_, __, one) => {
      const [{ findings }] = evaluate([one], { futures: (n) => Math.min(n, 16) });
      for (const { statistic, estimate, verdict } of findings)
        expect(verdict, `${statistic.label}: ${estimate.value}`).toBe('shown');
    },
    300_000,
  );
});
