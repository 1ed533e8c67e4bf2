/** Every combination of listed values: factorials, grids and plans. The last factor changes fastest. */
import { type Axis, gridOf } from '../axis.ts';
import type { DesignKind, Points } from './design.ts';

function combinations(values: readonly (readonly number[])[]): Points {
  return {
    pointCount: values.reduce((product, { length }) => product * length, 1),
    numbers: {},
    at(point) {
      const row = new Float64Array(values.length);
      let rest = point;
      for (let j = values.length - 1; j >= 0; j--) {
        const { length } = values[j];
        row[j] = values[j][rest % length];
        rest = Math.floor(rest / length);
      }
      return row;
    },
  };
}

/** The listed values of a factor, or the two ends of its range. */
export const levelsOf = (axis: Axis): readonly number[] => axis.levels ?? [axis.low, axis.high];

export const factorial: DesignKind<'factorial'> = { make: (_, axes) => combinations(axes.map(levelsOf)) };

export const grid: DesignKind<'grid'> = {
  refuse({ steps }, axes) {
    const short = axes.find(({ levels, whole, low, high }) => !levels && whole && steps > high - low + 1);
    return short && `${short.name} has only ${short.high - short.low + 1} whole numbers; give it levels, or ask for fewer steps.`;
  },
  make: ({ steps }, axes) => combinations(axes.map((axis) => gridOf(axis, steps))),
};

export const plans: DesignKind<'plans'> = {
  refuse(_, axes) {
    const number = axes.find(({ choices }) => !choices);
    return number && `${number.name} is a number, and plans are choices; use factorial or grid for numbers.`;
  },
  make: (_, axes) => combinations(axes.map(levelsOf)),
};
