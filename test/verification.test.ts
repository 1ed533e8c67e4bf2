/** What `npm run verify` stands on, and a few of its cases: all of them take minutes, and docs/verification.md holds what they said. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { quantile } from '../sim/futures.ts';
import { compare } from './patterns/verification/check.ts';
import { jobs, scales } from './patterns/verification/jobs.ts';
import { isThere, numbersIn } from './patterns/verification/reference.ts';
import { sharedJson } from './shared.ts';

const absent = isThere() ? '' : ' (skipped: ../shared is absent)';

describe('a verdict', () => {
  const label = { name: 'a case', quantity: 'a number', source: 'nobody' };
  const verdict = (ours: number, more = {}): string =>
    compare(label, [{ at: '', reference: 1, ours, se: 0.1, ...more }], 'a rule').verdict;

  test('falls at four standard errors on either side, at fewer where a row says so, and later by what a case allows', () => {
    expect([1.39, 0.61, 1.41, 0.59].map((x) => verdict(x))).toEqual(['pass', 'pass', 'fail', 'fail']);
    expect([1.29, 1.31].map((x) => verdict(x, { errors: 3 }))).toEqual(['pass', 'fail']);
    expect([1.49, 1.51].map((x) => verdict(x, { allowed: 0.1 }))).toEqual(['pass', 'fail']);
    expect([1, 1.001].map((x) => verdict(x, { se: 0 }))).toEqual(['pass', 'fail']);
    expect(verdict(Number.NaN)).toBe('fail');
  });

  test('is about the point nearest to its limit', () => {
    const points = [1.2, 0.5, 1.3].map((ours, i) => ({ at: `step ${i}`, reference: 1, ours, se: 0.1 }));
    expect(compare(label, points, 'a rule')).toMatchObject({ verdict: 'fail', reference: '1 (step 1)', ours: '0.5' });
  });

  test('numbers of a row are read by their names', () => {
    expect(numbersIn('n=1000,k=2,a=2,seed 2')).toEqual({ n: 1000, k: 2, a: 2, seed: 2 });
    expect(numbersIn('p=0.03,q=0.38,n>=10000,dt<=0.01')).toEqual({ p: 0.03, q: 0.38, n: 10_000, dt: 0.01 });
    expect(numbersIn('rewired share p=0.01')).toEqual({ p: 0.01 });
  });
});

describe.skipIf(absent !== '')(`known results${absent}`, () => {
  const all = isThere() ? jobs() : [];

  test('docs/verification.md tells of every case, table and row that there is', () => {
    const text = readFileSync('docs/verification.md', 'utf8');
    const named = new Set([...text.matchAll(/^(?:\| |- )([^\s|,]+)/gm)].map(([, name]) => name));
    expect(all.length).toBeGreaterThan(40);
    expect(all.filter(({ name }) => !named.has(name.replace('.csv', ''))).map(({ name }) => name)).toEqual([]);
  });

  const quick = [
    'exact_hill_drop_ring10',
    'exact_lt_7',
    'reed_frost_n50',
    'granovetter_perturbed100',
    'V05',
    'V09',
    'V10',
    'V16',
  ];
  test.each(quick)('%s', (name) => {
    const found = all.find((job) => job.name === name)!.run(scales.quick);
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter(({ verdict }) => verdict !== 'pass')).toEqual([]);
  });
});

interface Quantiles {
  readonly cases: readonly { readonly x: readonly number[]; readonly p: readonly number[]; readonly type7: readonly number[] }[];
}
const quantiles = sharedJson<Quantiles>('stats/quantiles.json');

test.skipIf(!quantiles)('quantiles are those of R, type 7', () => {
  for (const { x, p, type7 } of quantiles!.cases) {
    const sorted = x.toSorted((a, b) => a - b);
    p.forEach((level, i) => {
      expect(Math.abs(quantile(sorted, level) - type7[i])).toBeLessThan(1e-9 * Math.max(1, Math.abs(type7[i])));
    });
  }
});
