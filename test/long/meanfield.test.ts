/** A hundred thousand educators, mixed well, beside the mean-field equations. */
import { expect, test } from 'vitest';
import { simulate } from '../../sim/run.ts';
import { upTo } from '../patterns/verification/check.ts';
import { columnOf, meanField, mixedPlan } from '../patterns/verification/meanfield.ts';

const YEARS = 15;
const TIES = 200;

test('every year one future lies within 0.02 of all educators', () => {
  const plan = mixedPlan(2000, YEARS, TIES);
  const { columns } = simulate(plan);
  const expected = meanField(YEARS, TIES);
  const misses = upTo(YEARS).flatMap((y) =>
    Object.entries(columnOf).flatMap(([share, column]) => {
      const away = columns[column][(y + 1) * plan.stepsPerYear] - expected[y + 1][share as keyof typeof columnOf];
      return Math.abs(away) <= 0.02 ? [] : [`year ${y + 1}, ${share}: ${away.toFixed(3)} away`];
    }),
  );
  expect(plan.system.educatorCount).toBe(100_000);
  expect(misses).toEqual([]);
});
