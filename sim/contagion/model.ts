/**
 * The reduced models: contagion on a network with every other mechanism off. A choice of network, exposure, kernel, outside
 * influence and drop-out gives the linear susceptible-infective model, Bass, threshold cascades (Granovetter, Watts), complex
 * contagion, the independent cascade, random linear thresholds, and adoption with drop-out.
 */
import type { exposures, kernels } from './kernel.ts';

/**
 * Directed ties in rows: row i lists those whom i turns to, in `source[k]` for k in offsets[i]..offsets[i+1]. Undirected ties are
 * listed both ways.
 */
export interface Ties {
  /** N + 1 places. */
  readonly offsets: Uint32Array;
  readonly source: Int32Array;
  /** One a tie, ≥ 0; absent: 1 each. */
  readonly weight?: Float64Array;
  /** Which layer a tie lies in; absent: all in layer 0. */
  readonly layer?: Uint8Array;
}

/**
 * Whom an agent looks at. `ties`: its row. `population`: everyone, and a share is of all N, itself included. `others`: everyone
 * else, and a share is of N − 1.
 */
export const crowds = ['ties', 'population', 'others'] as const;

export interface Exposure {
  /** `share` of the (weighted) ties that are active, or their (weighted) `count`. */
  readonly of: (typeof exposures)[number];
  readonly among: (typeof crowds)[number];
  /**
   * Strength w of each layer; absent: one layer, 1. Shares join as X = 1 − Π(1 − w·x); counts add as w·m, and under the linear
   * kernel with probabilities a tie of the layer acts with probability w·β.
   */
  readonly layerStrengths?: readonly number[];
}

/** The same for all, one a node, or drawn once a node and replicate, uniform between two numbers. */
export type Threshold = number | Float64Array | { readonly low: number; readonly high: number };

/**
 * What exposure does. `strength` is a probability per step or a rate per year, as the timing says. The linear kernel on counts
 * per step gives 1 − (1 − strength)^m; every other kernel adds: external + strength·S(X).
 */
export type Kernel =
  | { readonly kind: Extract<(typeof kernels)[number], 'linear'>; readonly strength: number }
  | { readonly kind: 'hill'; readonly strength: number; readonly threshold: Threshold; readonly exponent: number }
  | { readonly kind: 'step'; readonly strength: number; readonly threshold: Threshold }
  /** The probability of each tie's one chance, or the tie's own weight. */
  | { readonly kind: 'onceEachTie'; readonly probability: number | 'weight' };

export const departures = ['none', 'returning', 'forGood'] as const;

/** Those who drop out may adopt again (`returning`) or never do (`forGood`). Strength as the timing says. */
export interface DropOut {
  readonly kind: (typeof departures)[number];
  readonly strength: number;
}

/** Strengths are probabilities per step, or rates per year with steps of dt years: 1 − exp(−rate·dt). */
export type Timing = { readonly per: 'step' } | { readonly per: 'year'; readonly dt: number };

export interface Contagion {
  readonly nodes: number;
  /** What draws know a node by; absent: its place. Relabelled nodes that keep their ids keep their luck. */
  readonly ids?: Uint32Array;
  /** Needed when exposure is among ties. */
  readonly ties?: Ties;
  readonly exposure: Exposure;
  readonly kernel: Kernel;
  /** Adoption without any contact, as the timing says. */
  readonly external: number;
  readonly dropOut: DropOut;
  readonly timing: Timing;
  /** Steps to run; null: until nothing can change any more. */
  readonly steps: number | null;
}

export const isMixing = ({ exposure }: Contagion): boolean => exposure.among !== 'ties';

/**
 * Rates that a step turns into 1 − exp(−rate·dt), or probabilities as they stand. Counted ties with probabilities act
 * independently, so their rates −ln(1 − β) add, with a step as the unit of time.
 */
export function actsAsRate({ timing, kernel, exposure }: Contagion): boolean {
  return timing.per === 'year' || kernel.kind === 'onceEachTie' || (kernel.kind === 'linear' && exposure.of === 'count');
}
