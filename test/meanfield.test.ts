/** The whole model, mixed well, beside its own mean-field equations. A hundred thousand educators: test/long/meanfield.test.ts. */
import { expect, test } from 'vitest';
import { simulate } from '../sim/run.ts';
import { mean, standardError, upTo } from './patterns/verification/check.ts';
import { columnOf, meanField, mixedPlan } from './patterns/verification/meanfield.ts';

const YEARS = 12;
const TIES = 100;

test('every year the mean of four futures lies within 0.02 of the equations, or 4 standard errors', () => {
  const plan = mixedPlan(80, YEARS, TIES);
  const futures = upTo(4).map((replicate) => simulate(plan, { replicate }).columns);
  const expected = meanField(YEARS, TIES);
  const misses = upTo(YEARS).flatMap((y) =>
    Object.entries(columnOf).flatMap(([share, column]) => {
      const found = futures.map((columns) => columns[column][(y + 1) * plan.stepsPerYear]);
      const away = mean(found) - expected[y + 1][share as keyof typeof columnOf];
      return Math.abs(away) <= Math.max(0.02, 4 * standardError(found))
        ? []
        : [`year ${y + 1}, ${share}: ${away.toFixed(3)} away`];
    }),
  );
  expect(misses).toEqual([]);
  // It is not a trifle that agrees: use takes off and settles.
  expect(expected[YEARS].using).toBeGreaterThan(10 * expected[0].using);
});
