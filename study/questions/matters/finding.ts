/** What each way of telling which inputs matter hands back. */

import { placesOf, stabilityOf } from '../../statistics/order.ts';
import { intervalsOf } from '../../statistics/resample.ts';
import type { StudyTable } from '../../table.ts';
import type { InputShare, MattersAnswer, Resampled, Stability } from '../answer.ts';
import { inputOf } from '../asking.ts';

export type Finding = Pick<
  MattersAnswer,
  'measure' | 'method' | 'inputs' | 'noise' | 'explained' | 'luck' | 'stability' | 'linear' | 'second' | 'filled'
>;

/** Numbers of all inputs, as found or as found in one resample. */
export interface Sizes {
  readonly alone: ArrayLike<number>;
  readonly withOthers: ArrayLike<number>;
  readonly share?: ArrayLike<number>;
}

export interface Sized {
  readonly inputs: readonly InputShare[];
  readonly stability: Stability;
}

/** Every input with its ranges over resamples, in the order of the table. `floor`: the size that luck reaches. */
export function sized(
  { factors }: StudyTable,
  found: Sizes,
  resamples: readonly Sizes[],
  floor: number,
  resampled: Resampled,
  extra: (factor: number) => Partial<InputShare> = () => ({}),
): Sized {
  const sizes = (of: Sizes) => Float64Array.from(of.withOthers, Math.abs);
  const alone = intervalsOf(
    found.alone,
    resamples.map((r) => r.alone),
  );
  const withOthers = intervalsOf(
    found.withOthers,
    resamples.map((r) => r.withOthers),
  );
  const shares = found.share
    ? intervalsOf(
        found.share,
        resamples.map((r) => r.share!),
      )
    : undefined;
  const each = resamples.map(sizes);
  const places = placesOf(each);
  const inputs = factors.map((factor, f) => ({
    ...inputOf(factor, f),
    alone: alone[f],
    withOthers: withOthers[f],
    ...(shares ? { share: shares[f] } : {}),
    place: places[f] ?? ([1, factors.length] as const),
    isBeyondNoise: Math.abs(withOthers[f].value) > (Number.isNaN(floor) ? 0 : floor),
    ...extra(f),
  }));
  return { inputs, stability: stabilityOf(sizes(found), each, resampled) };
}
