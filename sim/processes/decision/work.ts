/** What decisions of a step share: found once, and used again for everybody. */
import { type Exposure, makeExposure } from '../../exposure.ts';
import { emptyList, type List } from '../../list.ts';
import type { Model } from '../../model.ts';
import { layers } from '../../network.ts';

export const LAYERS = layers.length;

/** The additive parts of one educator's rate for one innovation: broadcast, programme, each layer, mandate. */
export const PARTS = 3 + LAYERS;

export interface Work {
  readonly exposure: Exposure;
  readonly parts: Float64Array;
  /** Willingness times opportunity of the educator looked at, by innovation. */
  readonly ease: Float64Array;
  /** Weights of the layers, in their order. */
  readonly layerWeight: Float64Array;
  /** Bits of the innovations that come beside a whole-class practice. */
  supplements: number;
  /** The bucket's decisions: of each the educator, the innovation and the reason, in the same place. */
  readonly adopters: { readonly who: List; readonly what: List; readonly why: List };
  /** The highest rate that anybody could have at a school, per year. */
  readonly cap: Float64Array;
  /** Bits of the further clocks that it reaches. */
  readonly reached: Uint8Array;
}

const works = new WeakMap<Model, Work>();
export function workOf(model: Model): Work {
  let work = works.get(model);
  if (!work) {
    work = {
      exposure: makeExposure(model.innovationCount),
      parts: new Float64Array(model.innovationCount * PARTS),
      ease: new Float64Array(model.innovationCount),
      layerWeight: new Float64Array(LAYERS),
      supplements: 0,
      adopters: { who: emptyList(), what: emptyList(), why: emptyList() },
      cap: new Float64Array(model.system.schoolCount),
      reached: new Uint8Array(model.system.schoolCount),
    };
    works.set(model, work);
  }
  return work;
}
