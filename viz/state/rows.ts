/** Between years and rows of results: a row a step. */

import type { PlanId } from './plan.ts';
import { planOf } from './store.ts';

/** Steps in a year where a scenario does not say. */
const STEPS = 3;

export const stepsPerYear = (id: PlanId): number => planOf(id).stepsPerYear ?? STEPS;

/** The last row at or before a year. */
export const rowAt = (id: PlanId, year: number): number => Math.floor(year * stepsPerYear(id) + 1e-6);
