/**
 * Saltelli's scheme for Sobol indices (Saltelli et al. 2010): two matrices A and B of base points from one Sobol sequence, and
 * for each factor A with that factor's column from B. Points in the order A, B, AB of each factor in turn, then BA where pairs are asked for;
 * each of these parts has `base` points.
 */
import type { DesignKind } from './design.ts';
import { MOST_DIMENSIONS, sobolAt } from './sobol.ts';

export const saltelli: DesignKind<'saltelli'> = {
  refuse: (_, axes) =>
    2 * axes.length > MOST_DIMENSIONS
      ? `found ${axes.length} factors, expected at most ${MOST_DIMENSIONS / 2} for this scheme; sift them with morris first.`
      : undefined,
  make({ base, second = false, scrambled = true }, axes, key) {
    const factors = axes.length;
    return {
      pointCount: base * (factors * (second ? 2 : 1) + 2),
      numbers: { base, second: second ? 1 : 0 },
      at(point) {
        const part = Math.floor(point / base);
        const row = point % base;
        // 0 is A, 1 is B, from 2 on A with one column of B, then B with one column of A.
        const fromB = (j: number): boolean => (part < 2 + factors ? part === 1 || part === 2 + j : part !== 2 + factors + j);
        return Float64Array.from(axes, (axis, j) =>
          axis.at(sobolAt(fromB(j) ? factors + j : j, row, scrambled ? key : undefined)),
        );
      },
    };
  },
};
