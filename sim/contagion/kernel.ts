/**
 * How what an agent sees becomes a pull on it: the named kernels and exposures that the full model and the reduced models
 * share. Plain functions of numbers, so that a hot loop may call them.
 */
import { log, power } from '../arithmetic.ts';

export const kernels = ['hill', 'linear', 'step', 'onceEachTie'] as const;
export const exposures = ['share', 'count'] as const;

/** How far below its threshold an exposure may lie and still count as equal: 1/5 and 0.2 are the same share to an agent. */
const EQUAL = 1 - 1e-9;

/** X^k / (X^k + θ^k) for a whole k ≥ 1: half at X = θ, 0 at X = 0, and the sharper the larger k. */
export function hill(x: number, theta: number, k: number): number {
  if (x <= 0) return 0;
  const raised = power(x, k);
  return raised / (raised + power(theta, k));
}

/** X itself: Bass's imitation, and the susceptible-infective model. */
function linear(x: number): number {
  return x;
}

/** 1 from the threshold on, equality included; 0 below it. A threshold of 0 acts alone (Granovetter's instigator). */
export function step(x: number, theta: number): number {
  return x >= theta * EQUAL ? 1 : 0;
}

/** One chance per tie, in the step after its source adopted: whether a tie of this probability carries, given its one draw. */
export function onceEachTie(draw: number, probability: number): boolean {
  return draw < probability;
}

/**
 * The rate, −ln(1 − β), at which one tie of the per-step probability β acts: m such ties together give 1 − (1 − β)^m. Held to 745,
 * where the probability is 1 to the last bit, so that no tie at all times a certain tie is still nothing.
 */
export function tieRate(beta: number): number {
  return Math.min(-log(1 - beta), 745);
}

/** Share of a total that is active; 0 for an agent with none. */
export function share(active: number, total: number): number {
  return total > 0 ? active / total : 0;
}

/** One layer more of X = 1 − Π(1 − w·x): a layer without users never lowers what the others show. Start from 0. */
export function joinLayer(x: number, strength: number, layerShare: number): number {
  return x + strength * layerShare * (1 - x);
}

/** How sums of weights become the exposure X. */
export interface Sight {
  readonly nodes: number;
  readonly of: (typeof exposures)[number];
  /** Strength of each layer; of counted ties that act independently, the rate of one tie. */
  readonly strengths: Float64Array;
  /** Weights are whole numbers of 1/unit. */
  readonly unit: number;
  /** Weight of all of a node's ties in a layer: layers × N. */
  readonly total: Float64Array;
}

/** How X becomes the hazard of a step: a rate times its length, or a probability. */
export interface Rule {
  readonly kernel: (typeof kernels)[number];
  readonly exponent: number;
  readonly strength: number;
  readonly external: number;
}

/** X of node i; `seen` holds the weight of its active sources, layers × N. */
export function exposureAt({ nodes, of, strengths, unit, total }: Sight, seen: Float64Array, i: number): number {
  let x = 0;
  for (let l = 0, at = i; l < strengths.length; l++, at += nodes) {
    x = of === 'share' ? joinLayer(x, strengths[l], share(seen[at], total[at])) : x + (strengths[l] * seen[at]) / unit;
  }
  return x;
}

export function hazardAt({ kernel, exponent, strength, external }: Rule, x: number, theta: number): number {
  if (kernel === 'hill') return external + strength * hill(x, theta, exponent);
  if (kernel === 'step') return external + strength * step(x, theta);
  return external + strength * linear(x);
}
