/** What a mix costs: the sum of its levels, or an outcome of the study as its runs foresee it. */
import { pointMeans } from '../../statistics/resample.ts';
import { surfaceOf } from '../../statistics/surface.ts';
import type { OutcomeColumn, StudyTable } from '../../table.ts';
import { measured } from '../asking.ts';

export interface Cost {
  /** Cross-validated share of the variance between points that is foreseen; NaN for the sum of levels. */
  readonly q2: number;
  /** From a value for every factor; those that no plan chooses count for nothing. */
  of(mix: ArrayLike<number>): number;
}

export function costOf(table: StudyTable, outcome: OutcomeColumn | null): Cost {
  return outcome ? ofOutcome(measured(table, outcome.name), outcome.name) : ofLevels(table);
}

/** A choice costs nothing by itself; every other input that a plan chooses counts 1 from end to end. */
function ofLevels({ factors }: StudyTable): Cost {
  const counted = factors.flatMap(({ choices, isAssumed, range: [low, high] }, f) =>
    choices || isAssumed ? [] : [{ f, low, width: high - low }],
  );
  return {
    q2: Number.NaN,
    of: (mix) => counted.reduce((sum, { f, low, width }) => sum + (mix[f] - low) / width, 0),
  };
}

/** Part of the least cost that was met below which a surface is not believed as it stands. */
const TRUSTED = 0.1;

/**
 * A surface over what plans choose, all else as it came. Far below the least that was met it is bent: a cost then falls on towards
 * nothing, never under it, and stays in the surface's order.
 */
function ofOutcome(table: StudyTable, outcome: string): Cost {
  const { factors, points, pointCount } = table;
  const levers = factors.flatMap(({ isAssumed }, f) => (isAssumed ? [] : [f]));
  const inputs = new Float64Array(pointCount * levers.length);
  for (let p = 0; p < pointCount; p++)
    levers.forEach((f, i) => {
      inputs[p * levers.length + i] = points[p * factors.length + f];
    });
  const means = pointMeans(table, outcome);
  const least = means.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const trusted = TRUSTED * least;
  const surface = surfaceOf({ inputs, count: levers.length, y: means });
  return {
    q2: surface.q2,
    of(mix) {
      const foreseen = surface.predict(levers.map((f) => mix[f]));
      if (least < 0 || foreseen >= trusted) return foreseen;
      return least === 0 ? 0 : (trusted * trusted) / (2 * trusted - foreseen);
    },
  };
}
