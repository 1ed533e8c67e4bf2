/** Morris's screening: mean effects, their sizes and their spread. */

import { effectsOf, type Trajectories, trajectoriesOf } from '../../statistics/morris.ts';
import { luckShare, pooled, sizeOf, standardErrors } from '../../statistics/noise.ts';
import { counts, drawsOf, pointMeans } from '../../statistics/resample.ts';
import type { OutcomeColumn, StudyTable } from '../../table.ts';
import type { Refusal } from '../answer.ts';
import { type Asking, RESAMPLES, refuse, refuseGaps } from '../asking.ts';
import { type Finding, type Sizes, sized } from './finding.ts';

export function byTrajectories(table: StudyTable, outcome: OutcomeColumn, wish: Asking): Finding | Refusal {
  const { factors, points, replicates } = table;
  const means = pointMeans(table, outcome.name);
  const gap = refuseGaps(means, outcome);
  if (gap) return gap;
  const unit = (f: number, value: number): number => (value - factors[f].range[0]) / (factors[f].range[1] - factors[f].range[0]);
  const read = (m: Float64Array) => trajectoriesOf(points, factors.length, unit, m);
  const trajectories = read(means);
  if (!trajectories)
    return refuse('The points are not whole trajectories that move one input at a time: run all points of the morris design.');
  const sizes = (times?: ArrayLike<number>): Sizes => sizesOf(trajectories, times);
  const found = effectsOf(trajectories);
  const draw = drawsOf(wish.seed ?? '1');
  const resamples = Array.from({ length: wish.resamples ?? RESAMPLES }, () => sizes(counts(trajectories.length, draw)));
  const noise =
    replicates > 1
      ? sizeOf(
          pooled(
            standardErrors(table, outcome.name, means, (m) => Float64Array.from(effectsOf(read(m)!), ({ mu }) => mu)),
            replicates,
          ),
          factors.length,
        )
      : Number.NaN;
  return {
    measure: 'elementary',
    method: 'morris',
    ...sized(table, sizes(), resamples, noise, 'trajectories', (f) => ({ sigma: found[f].sigma })),
    noise,
    explained: Number.NaN,
    luck: luckShare(table, outcome.name, means),
  };
}

function sizesOf(trajectories: Trajectories, times?: ArrayLike<number>): Sizes {
  const effects = effectsOf(trajectories, times);
  return { alone: effects.map(({ mu }) => mu), withOthers: effects.map(({ muStar }) => muStar) };
}
