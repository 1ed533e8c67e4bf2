/** Ties in compressed rows, the five layers they lie in, and what an educator sees through them. */

/** The layers of ties, from the nearest to the farthest. A tie's layer is its place in this list. */
export const layers = ['team', 'school', 'district', 'cluster', 'profession'] as const;
export type Layer = (typeof layers)[number];

/**
 * The ranked superset of ties that levers choose from, made once per system. Directed: row i lists those whom i turns to, so
 * influence flows to i from the sources of `ends[k]` for k in offsets[i]..offsets[i+1], ordered by layer, then by source. A tie is
 * switched on while its `luck` lies below the share of its layer that is active (in 256ths), so that sets are nested as a lever
 * moves; `depth` is its fixed quantile of depth, from which the depth of collaboration makes a number.
 */
export interface CandidateTies {
  /** N + 1 places. */
  readonly offsets: Uint32Array;
  /** A tie's layer and source in one number, so that a nation's ties are small: see `sourceOf` and `layerOf`. */
  readonly ends: Int32Array;
  /** Uniform over 0..255. */
  readonly luck: Uint8Array;
  /** Uniform over 0..255. */
  readonly depth: Uint8Array;
}

/** Bits of an end that name its source: room for 268 million posts. */
const SOURCE_BITS = 28;
const SOURCE_MASK = (1 << SOURCE_BITS) - 1;
/** Rows in the order of layers, and of sources within one, are rows in the order of these numbers. */
export const endOf = (layer: number, source: number): number => (layer << SOURCE_BITS) | source;
export const sourceOf = (end: number): number => end & SOURCE_MASK;
export const layerOf = (end: number): number => end >> SOURCE_BITS;

/** Luck below which ties of a layer are switched on, where this share of them is: no finer share tells two networks apart. */
export const limitOf = (share: number): number => Math.ceil(share * 256);
