/**
 * Parameters of several groups that lend each other strength: each group's lie around a common mean, as far apart as the groups
 * themselves say (partial pooling; Gelman & Hill 2007). One group alone has the prior of the mean. Drawn by Metropolis steps within
 * Gibbs, whose sizes settle while the chain warms up.
 */
import { exp, log } from '../../sim/index.ts';
import type { Named } from './links.ts';
import type { Luck } from './luck.ts';

/** Share of proposals that is best taken in one dimension (Roberts, Gelman & Gilks 1997). */
const TAKEN = 0.44;
const LEAST_APART = 0.02;

/** A Metropolis step for one number, whose size settles as long as `settle` is called with true. */
export class Step {
  #size: number;
  #n = 0;

  constructor(size: number) {
    this.#size = size;
  }

  /** The number after a step under a log density that is known where it stands; `density` is left as it is there. */
  move(at: number, here: number, density: (x: number) => number, luck: Luck, settling: boolean): { at: number; here: number } {
    const to = at + this.#size * luck.normal();
    const there = density(to);
    const ratio = there - here;
    const taken = log(luck.uniform()) < ratio;
    if (settling) this.#size *= exp(((taken ? 1 : 0) - TAKEN) / Math.sqrt(++this.#n));
    return taken ? { at: to, here: there } : { at, here };
  }
}

export class Hierarchy {
  readonly named: readonly Named[];
  readonly groups: number;
  /** groups × parameters, on the lines of their links. */
  readonly theta: Float64Array[];
  readonly mean: Float64Array;
  readonly apart: Float64Array;
  readonly #steps: Step[][];
  readonly #apartSteps: Step[];

  constructor(named: readonly Named[], groups: number) {
    this.named = named;
    this.groups = groups;
    this.mean = Float64Array.from(named, ({ mean }) => mean);
    this.apart = Float64Array.from(named, ({ apart }) => 0.5 * apart);
    this.theta = Array.from({ length: groups }, () => this.mean.slice());
    this.#steps = Array.from({ length: groups }, () => named.map(() => new Step(0.5)));
    this.#apartSteps = named.map(() => new Step(0.5));
  }

  /** One round over all groups and all that they share. `logLikelihood` reads the theta of a group. */
  sweep(logLikelihood: (group: number, theta: Float64Array) => number, luck: Luck, settling: boolean): void {
    for (let g = 0; g < this.groups; g++) this.#sweepGroup(g, logLikelihood, luck, settling);
    if (this.groups > 1) for (let j = 0; j < this.named.length; j++) this.#sweepShared(j, luck, settling);
  }

  #sweepGroup(g: number, logLikelihood: (group: number, theta: Float64Array) => number, luck: Luck, settling: boolean): void {
    const theta = this.theta[g];
    let likelihood = logLikelihood(g, theta);
    for (let j = 0; j < theta.length; j++) {
      const before = theta[j];
      let tried = likelihood;
      const { at, here } = this.#steps[g][j].move(
        before,
        likelihood + this.#prior(j, before),
        (x) => {
          theta[j] = x;
          tried = logLikelihood(g, theta);
          return tried + this.#prior(j, x);
        },
        luck,
        settling,
      );
      theta[j] = at;
      likelihood = here - this.#prior(j, at);
    }
  }

  #prior(j: number, x: number): number {
    const sd = this.groups > 1 ? this.apart[j] : this.named[j].sd;
    const z = (x - (this.groups > 1 ? this.mean[j] : this.named[j].mean)) / sd;
    return -0.5 * z * z;
  }

  /** The common mean is drawn from its normal; how far apart, by a step in its logarithm. */
  #sweepShared(j: number, luck: Luck, settling: boolean): void {
    const { mean, sd, apart } = this.named[j];
    const precision = 1 / (sd * sd) + this.groups / (this.apart[j] * this.apart[j]);
    const sum = this.theta.reduce((total, theta) => total + theta[j], 0);
    const middle = (mean / (sd * sd) + sum / (this.apart[j] * this.apart[j])) / precision;
    this.mean[j] = middle + luck.normal() / Math.sqrt(precision);
    const squares = this.theta.reduce((total, theta) => total + (theta[j] - this.mean[j]) * (theta[j] - this.mean[j]), 0);
    const density = (t: number) => {
      const tau = exp(t);
      if (tau < LEAST_APART) return Number.NEGATIVE_INFINITY;
      return -(this.groups - 1) * t - squares / (2 * tau * tau) - (tau * tau) / (2 * apart * apart);
    };
    const start = log(this.apart[j]);
    this.apart[j] = exp(this.#apartSteps[j].move(start, density(start), density, luck, settling).at);
  }
}
