/**
 * Morris's trajectories (Morris 1991): walks over a grid of p levels that move one factor at a time by delta = p / (2(p − 1)) of
 * its range, up or down, in an order of their own. Points t(factors + 1) to (t + 1)(factors + 1) − 1 are trajectory t.
 */
import { draw, purposes } from '../../sim/index.ts';
import type { DesignKind } from './design.ts';

export const morris: DesignKind<'morris'> = {
  make({ trajectories, levels }, axes, key) {
    const factors = axes.length;
    const delta = levels / (2 * (levels - 1));
    /** How many factors of a trajectory move before one: by a draw each, the first factor first of equals. */
    const movesBefore = (turns: Float64Array, j: number): number =>
      turns.reduce((n, turn, i) => (turn < turns[j] || (turn === turns[j] && i < j) ? n + 1 : n), 0);
    return {
      pointCount: trajectories * (factors + 1),
      numbers: { trajectories, levels, delta },
      at(point) {
        const trajectory = Math.floor(point / (factors + 1));
        const moved = point % (factors + 1);
        const turns = Float64Array.from(axes, (_, j) => draw(key, purposes.designOrder, j, trajectory, 0));
        return Float64Array.from(axes, (axis, j) => {
          // From the lower half of the grid up by delta, or the same step walked down.
          const low = Math.floor((draw(key, purposes.designPlace, j, trajectory, 0) * levels) / 2);
          const down = draw(key, purposes.designDirection, j, trajectory, 0) < 0.5;
          const isHigh = movesBefore(turns, j) < moved !== down;
          return axis.at((low + (isHigh ? levels / 2 : 0)) / (levels - 1));
        });
      },
    };
  },
};
