/** What an educator sees of each innovation through the ties that are switched on, layer by layer. */
import type { Model } from './model.ts';
import { layerOf, layers, limitOf, sourceOf } from './network.ts';
import { usedBits } from './use.ts';

const LAYERS = layers.length;
const CLUSTER = layers.indexOf('cluster');

export interface Exposure {
  /** Weighted share of ties in use, by innovation and layer: at v·5 + l. */
  readonly share: Float64Array;
  readonly count: Float64Array;
  /** A tie of a layer is switched on while its luck lies below this. */
  readonly limit: Uint16Array;
  /** What a user counts through a tie of a layer and depth whose results nobody knows: at l·256 + depth. */
  readonly weight: Float64Array;
}

export const makeExposure = (innovationCount: number): Exposure => ({
  share: new Float64Array(innovationCount * LAYERS),
  count: new Float64Array(LAYERS),
  limit: new Uint16Array(LAYERS),
  weight: new Float64Array(LAYERS * 256),
});

/** Reads the state of ties, which stays as it is during a step. */
export function readTies({ state }: Pick<Model, 'state'>, { limit, weight }: Exposure, referenceDepth: number): void {
  for (let l = 0; l < LAYERS; l++) {
    limit[l] = limitOf(state.layerShare[l]);
    for (let depth = 0; depth < 256; depth++) {
      // A tie's depth is its quantile spread evenly over 0 to twice the layer's mean.
      const d = Math.min(1, (2 * state.layerDepth[l] * depth) / 255);
      weight[l * 256 + depth] = (d / referenceDepth) * 2;
    }
  }
}

/**
 * x_l = the share of e's ties in layer l that use v, each user weighted by the depth of the tie and how good the results look
 * beside a reference tie whose results nobody knows; at most 1. Returns the bits of the innovations seen at all.
 */
export function expose(model: Model, { share, count, limit, weight }: Exposure, e: number, s: number): number {
  const { system, educators, schools, clusters, innovationCount } = model;
  const { offsets, ends, luck, depth } = system.ties;
  const { visible } = schools;
  const inCluster = clusters.active[system.schoolCluster[s]];
  const end = offsets[e + 1];
  for (let l = 0; l < LAYERS; l++) count[l] = 0;
  let seen = 0;
  for (let k = offsets[e]; k < end; k++) {
    const l = layerOf(ends[k]);
    if (luck[k] >= limit[l] || (l === CLUSTER && !inCluster)) continue;
    count[l]++;
    const other = sourceOf(ends[k]);
    let used = usedBits(educators, other);
    if (used === 0) continue;
    if (seen === 0) share.fill(0);
    seen |= used;
    const base = system.educatorSchool[other] * innovationCount;
    for (let v = 0; used > 0; v++, used >>= 1) {
      if (used & 1) share[v * LAYERS + l] += weight[l * 256 + depth[k]] * visible[base + v];
    }
  }
  if (seen === 0) return 0;
  for (let v = 0, i = 0; v < innovationCount; v++) {
    for (let l = 0; l < LAYERS; l++, i++) if (share[i] > 0) share[i] = Math.min(1, share[i] / count[l]);
  }
  return seen;
}
