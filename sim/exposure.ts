/** What an educator sees of each innovation through the ties that are switched on, layer by layer. */
import type { Model } from './model.ts';
import { layers } from './network.ts';
import { usedBits } from './use.ts';

const LAYERS = layers.length;
const CLUSTER = layers.indexOf('cluster');

export interface Exposure {
  /** Weighted share of ties in use, by innovation and layer: at v·5 + l. */
  readonly share: Float64Array;
  readonly count: Float64Array;
}

export const makeExposure = (innovationCount: number): Exposure => ({
  share: new Float64Array(innovationCount * LAYERS),
  count: new Float64Array(LAYERS),
});

/**
 * x_l = the share of e's ties in layer l that use v, each user weighted by the depth of the tie and how good the results look
 * beside a reference tie whose results nobody knows; at most 1. Returns the bits of the innovations seen at all.
 */
export function expose(model: Model, out: Exposure, e: number, s: number, referenceDepth: number): number {
  const { system, educators, schools, state, clusters, innovationCount } = model;
  const { offsets, source, layer, luck, depth } = system.ties;
  const { share, count } = out;
  const inCluster = clusters.active[system.schoolCluster[s]];
  for (let l = 0; l < LAYERS; l++) count[l] = 0;
  let seen = 0;
  for (let k = offsets[e]; k < offsets[e + 1]; k++) {
    const l = layer[k];
    if (luck[k] >= state.layerShare[l] * 256 || (l === CLUSTER && !inCluster)) continue;
    count[l]++;
    const other = source[k];
    let used = usedBits(educators, other);
    if (used === 0) continue;
    if (!seen) for (let i = 0; i < share.length; i++) share[i] = 0;
    seen |= used;
    // A tie's depth is its quantile spread evenly over 0 to twice the layer's mean.
    const d = Math.min(1, (2 * state.layerDepth[l] * depth[k]) / 255);
    for (let v = 0; used > 0; v++, used >>= 1) {
      if (used & 1)
        share[v * LAYERS + l] += (d / referenceDepth) * 2 * schools.visible[system.educatorSchool[other] * innovationCount + v];
    }
  }
  if (!seen) return 0;
  for (let i = 0; i < share.length; i++) {
    if (share[i] > 0) share[i] = Math.min(1, share[i] / count[i % LAYERS]);
  }
  return seen;
}
