/** Between a parameter and the whole line on which it is drawn: rates by their logarithm, shares by their log odds. */
import { exp, log } from '../../sim/index.ts';

export const links = {
  log: { to: (x: number) => log(x), from: (z: number) => exp(z) },
  logit: { to: (x: number) => log(x / (1 - x)), from: (z: number) => 1 / (1 + exp(-z)) },
} as const;

/** What is fitted to every group: its prior is normal on the line of its link. */
export interface Named {
  readonly name: string;
  readonly label: string;
  readonly link: keyof typeof links;
  /** Middle and standard deviation of the prior of the mean over groups. */
  readonly mean: number;
  readonly sd: number;
  /** Scale of the half-normal prior of how far groups lie apart. */
  readonly apart: number;
}

/**
 * What no past of a few groups can tell: tastes, rivals and rules change. In forecasts the pace drifts, in logarithms by so much a
 * step or unit of time (standard deviation). Believed, not fitted: a fit would need many groups that are known long after.
 */
export const DRIFT = 0.15;
