/** One at a time: the baseline, then each factor alone at its other values. Cheap to read, blind to what works together. */
import { gridOf } from '../axis.ts';
import { levelsOf } from './combinations.ts';
import type { DesignKind } from './design.ts';

export const oneAtATime: DesignKind<'oneAtATime'> = {
  make({ steps }, axes) {
    const baseline = axes.map((axis) => axis.baseline);
    const moves = axes.flatMap((axis, j) =>
      (steps === undefined ? levelsOf(axis) : gridOf(axis, steps))
        .filter((value) => value !== axis.baseline)
        .map((value) => ({ j, value })),
    );
    return {
      pointCount: 1 + moves.length,
      numbers: {},
      at(point) {
        const row = Float64Array.from(baseline);
        if (point > 0) row[moves[point - 1].j] = moves[point - 1].value;
        return row;
      },
    };
  },
};
