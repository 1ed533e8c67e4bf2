/** Latin hypercubes (McKay, Beckman & Conover 1979): every factor spread over as many strata as there are points. */
import { draw, type Key, purposes } from '../../sim/index.ts';
import type { DesignKind } from './design.ts';

const ROUNDS = 6;
/** Half of the bits that are shuffled at least: fewer give too few different orders. */
const LEAST_HALF = 3;

/**
 * Place of an item in an order of `count` that the key and the column choose: a Feistel network whose rounds are draws, walked on
 * until it comes back below count. Nothing is stored, and any place costs the same.
 */
function shuffled(item: number, count: number, column: number, key: Key): number {
  const half = Math.max(LEAST_HALF, Math.ceil((32 - Math.clz32(count - 1)) / 2));
  const size = 1 << half;
  let place = item;
  do {
    let left = Math.floor(place / size);
    let right = place % size;
    for (let round = 0; round < ROUNDS; round++) {
      const mixed = left ^ Math.floor(draw(key, purposes.designOrder, column, right, round) * size);
      left = right;
      right = mixed;
    }
    place = left * size + right;
  } while (place >= count);
  return place;
}

export const latinHypercube: DesignKind<'latinHypercube'> = {
  make: ({ points, centred = false }, axes, key) => ({
    pointCount: points,
    numbers: {},
    at: (point) =>
      Float64Array.from(axes, (axis, j) => {
        const inside = centred ? 0.5 : draw(key, purposes.designPlace, j, point, 0);
        return axis.at((shuffled(point, points, j, key) + inside) / points);
      }),
  }),
};
