/** What a mix costs: the sum of its levels, or an outcome of the study as its runs foresee it. */
import { exp, log } from '../../../sim/index.ts';
import { pointMeans } from '../../statistics/resample.ts';
import { type Surface, surfaceOf } from '../../statistics/surface.ts';
import type { OutcomeColumn, StudyTable } from '../../table.ts';
import { measured } from '../asking.ts';

export interface Cost {
  /** Cross-validated share of the variance between points that is foreseen, of logarithms where those are fitted; NaN for the sum of levels. */
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
 * A surface over what plans choose, all else as it came: of the costs or, where more of these is foreseen, of their logarithms, as
 * costs that multiply are foreseen badly by sums where they are low, and there a search ends. One of costs is bent far below the
 * least that was met: it then falls on towards nothing, never under it, and stays in its order.
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
  const over = (y: Float64Array): Surface => surfaceOf({ inputs, count: levers.length, y });
  const plain = over(means);
  const logged = least > 0 ? over(means.map(log)) : null;
  const chosen = (mix: ArrayLike<number>): number[] => levers.map((f) => mix[f]);
  if (logged && logged.q2 > plain.q2) return { q2: logged.q2, of: (mix) => exp(logged.predict(chosen(mix))) };
  return {
    q2: plain.q2,
    of(mix) {
      const foreseen = plain.predict(chosen(mix));
      if (least < 0 || foreseen >= trusted) return foreseen;
      return least === 0 ? 0 : (trusted * trusted) / (2 * trusted - foreseen);
    },
  };
}
