/** What every design is: points that are worked out when they are asked for, so that a million take no room. */
import type { Key } from '../../sim/index.ts';
import type { Axis } from '../axis.ts';
import type { DesignWish } from '../file/schema.ts';

export interface Points {
  readonly pointCount: number;
  /** What an analysis has to know beside the points. */
  readonly numbers: Readonly<Record<string, number>>;
  /** A value for each factor: the number, or the place of a choice. */
  at(point: number): Float64Array;
}

export type WishOf<K extends DesignWish['kind']> = Extract<DesignWish, { kind: K }>;

export interface DesignKind<K extends DesignWish['kind']> {
  /** What keeps these factors from being studied so, in one sentence. */
  refuse?(wish: WishOf<K>, axes: readonly Axis[]): string | undefined;
  make(wish: WishOf<K>, axes: readonly Axis[], key: Key): Points;
}
