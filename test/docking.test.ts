/**
 * Docking on the aggregate model of Rooney-Varga, Kapmeier, Henderson & Ford (2024, Nature Sustainability 7:1740): its findings about
 * four ways to spread, here on people, schools and ties. Their numbers are not compared: theirs is another innovation.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { atEnd, futuresOf, mean, planOf, type Wish } from './futures.ts';

const FUTURES = 4;
const STEPS = 3;
const shipped = (name: string): Wish => JSON.parse(readFileSync(`scenarios/docking-${name}.json`, 'utf8'));
const run = (wish: Wish) => futuresOf(planOf(wish), FUTURES);

const mouth = run(shipped('word-of-mouth'));
const outreach = run(shipped('outreach'));
const prolonged = run({ ...shipped('outreach'), changes: [] });
const community = run(shipped('community'));
const both = run(shipped('community-outreach'));

/** Share of educators using at the end of a year, future by future. */
const using = (runs: typeof mouth, year: number): number[] => atEnd(runs, 'educatorsUsing', year * STEPS);

describe('four ways to spread', () => {
  test('word of mouth alone achieves little: under 2 educators in 100, always', () => {
    for (const year of [5, 10, 15]) expect(Math.max(...using(mouth, year))).toBeLessThan(0.02);
  });

  test('outreach adds little and hardly speeds it, even when prolonged', () => {
    for (const runs of [outreach, prolonged]) {
      for (const year of [5, 10, 15]) expect(mean(using(runs, year)) - mean(using(mouth, year))).toBeLessThan(0.04);
      // It does something: more hear of it, and some of them try.
      expect(mean(atEnd(runs, 'adoptersEver'))).toBeGreaterThan(mean(atEnd(mouth, 'adoptersEver')));
    }
  });

  test('community-based propagation grows exponentially at first: by much the same factor from year to year', () => {
    const years = [1, 2, 3, 4].map((year) => mean(using(community, year)));
    const factors = years.slice(1).map((now, i) => now / years[i]);
    // About doubling.
    for (const factor of factors) expect(factor).toBeGreaterThan(1.5);
    expect(Math.max(...factors) / Math.min(...factors)).toBeLessThan(1.4);
  });

  test('it far outpaces outreach and word of mouth, in every future, with outreach and without', () => {
    const best = [8, 15].map((year) => Math.max(...using(prolonged, year), ...using(outreach, year), ...using(mouth, year)));
    for (const runs of [community, both]) {
      for (const [i, year] of [8, 15].entries()) expect(Math.min(...using(runs, year))).toBeGreaterThan(5 * best[i]);
    }
  });

  test('in the end it does nearly as well without outreach', () => {
    expect(mean(using(community, 15))).toBeGreaterThan(0.9 * mean(using(both, 15)));
  });

  // What does not come out: "nearly as well" all along. Half way up, awareness is still what holds this model back, and outreach is
  // worth about a year and a half.
  test('on the way there outreach is worth a year or two', () => {
    expect(mean(using(community, 8))).toBeLessThan(0.9 * mean(using(both, 8)));
    expect(mean(using(community, 10))).toBeGreaterThan(mean(using(both, 8)));
  });
});
