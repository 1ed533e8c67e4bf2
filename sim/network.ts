/** Ties in compressed rows, the five layers they lie in, and what an educator sees through them. */

/** The layers of ties, from the nearest to the farthest. A tie's layer is its place in this list. */
export const layers = ['team', 'school', 'district', 'cluster', 'profession'] as const;
export type Layer = (typeof layers)[number];

/**
 * Directed ties: row i lists those whom i turns to, so influence flows from `source[k]` to i for k in
 * offsets[i]..offsets[i+1]. Within a row ties are ordered by layer, then by source.
 */
export interface Network {
  /** N + 1 places. */
  readonly offsets: Uint32Array;
  readonly source: Int32Array;
}

/**
 * The ranked superset of ties that levers choose from, made once per system. A tie is switched on while its `luck` lies below
 * the share of its layer that is active (in 256ths), so that sets are nested as a lever moves; `depth` is its fixed
 * quantile of depth, from which the depth of collaboration makes a number.
 */
export interface CandidateTies extends Network {
  /** Place in `layers`. */
  readonly layer: Uint8Array;
  /** Uniform over 0..255. */
  readonly luck: Uint8Array;
  /** Uniform over 0..255. */
  readonly depth: Uint8Array;
}

/** Luck below which ties of a layer are switched on, where this share of them is: no finer share tells two networks apart. */
export const limitOf = (share: number): number => Math.ceil(share * 256);
