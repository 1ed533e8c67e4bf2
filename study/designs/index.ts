/** The designs, one file each. A design is added by a file, a line here and its wish in the schema. */
import { keyOf } from '../../sim/index.ts';
import { type Axis, axisOf } from '../axis.ts';
import type { DesignWish } from '../file/schema.ts';
import type { Study } from '../file/study.ts';
import type { DesignFacts } from '../table.ts';
import { factorial, grid, plans } from './combinations.ts';
import type { DesignKind, Points } from './design.ts';
import { fraction } from './fraction.ts';
import { latinHypercube } from './hypercube.ts';
import { list } from './list.ts';
import { morris } from './morris.ts';
import { oneAtATime } from './oneatatime.ts';
import { saltelli } from './saltelli.ts';
import { sobol } from './sobol.ts';

const kinds: { readonly [K in DesignWish['kind']]: DesignKind<K> } = {
  factorial,
  fraction,
  grid,
  list,
  latinHypercube,
  sobol,
  saltelli,
  morris,
  oneAtATime,
  plans,
};

export interface Design {
  readonly facts: DesignFacts;
  readonly pointCount: number;
  /** A row of values, one for each factor; made anew at each call. */
  at(point: number): Float64Array;
}

const kindOf = (wish: DesignWish): DesignKind<DesignWish['kind']> => kinds[wish.kind] as DesignKind<DesignWish['kind']>;

/** Why these factors cannot be studied so, in one sentence; undefined where they can. */
export const refusal = (wish: DesignWish, axes: readonly Axis[]): string | undefined => kindOf(wish).refuse?.(wish, axes);

/** The points of a study. Its scenarios must have been read where they are a factor. */
export function designOf({ design, factors, luck, seed }: Pick<Study, 'design' | 'factors' | 'luck' | 'seed'>): Design {
  // The design has a key of its own: no point may depend on the luck of a future.
  const points: Points = kindOf(design).make(design, factors.map(axisOf), keyOf(`${seed}\ndesign`));
  const { pointCount, numbers } = points;
  return {
    facts: { kind: design.kind, sameLuck: luck === 'same', numbers },
    pointCount,
    at(point) {
      if (!(point >= 0 && point < pointCount)) throw new Error(`expected a point from 0 to ${pointCount - 1}, got ${point}`);
      return points.at(point);
    },
  };
}
