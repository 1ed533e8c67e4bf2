/** Sampled designs (Latin hypercubes, Sobol sequences, grids, lists): shares of the variance of a response surface. */
import { decompose } from '../../statistics/decomposition.ts';
import { luckFloor, luckShare } from '../../statistics/noise.ts';
import { standardised, standardisedRanks } from '../../statistics/regression.ts';
import { counts, drawsOf, pointMeans } from '../../statistics/resample.ts';
import { surfaceOf } from '../../statistics/surface.ts';
import type { OutcomeColumn, StudyTable } from '../../table.ts';
import type { Refusal } from '../answer.ts';
import { type Asking, RESAMPLES, refuse } from '../asking.ts';
import { type Finding, type Sizes, sized } from './finding.ts';

/** `table` without points that have no value. */
export function bySurface(table: StudyTable, outcome: OutcomeColumn, wish: Asking): Finding | Refusal {
  const { factors, points, pointCount } = table;
  const count = factors.length;
  const least = 4 * (count + 1);
  if (pointCount < least)
    return refuse(
      `${pointCount} points with a value of ${outcome.name} are too few for ${count} inputs: expected at least ${least}.`,
    );
  const means = pointMeans(table, outcome.name);
  const surface = surfaceOf({ inputs: points, count, y: means });
  const sizes = (coefficients: ArrayLike<number>): Sizes => {
    const { first, total, shapley } = decompose(count, surface.terms, coefficients);
    return { alone: first, withOthers: total, share: shapley };
  };
  const draw = drawsOf(wish.seed ?? '1');
  const resamples = Array.from({ length: wish.resamples ?? RESAMPLES }, () => sizes(surface.refit(counts(pointCount, draw))));
  const straight = standardised(points, count, means);
  const ranked = standardisedRanks(points, count, means);
  // A term that means nothing still fits about one part in so many points.
  const noise = Math.max(1 / pointCount, luckFloor(table, outcome.name, means));
  return {
    measure: 'variance',
    method: 'regression',
    ...sized(table, sizes(surface.coefficients), resamples, noise, 'points', (f) => ({
      slope: straight.slopes[f],
      rankSlope: ranked.slopes[f],
    })),
    noise,
    explained: surface.q2,
    luck: luckShare(table, outcome.name, means),
    linear: { rSquared: straight.rSquared, rankRSquared: ranked.rSquared },
  };
}
