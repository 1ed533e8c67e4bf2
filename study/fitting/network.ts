/**
 * Adoption by people who are known one by one: when each began, and who turns to whom. A hazard of p from outside and q times what
 * the kernel makes of those seen using it, a part of it among one's own ties and the rest among everybody in the group.
 */
import { hill } from '../../sim/index.ts';

/** People of one group; times of adoption on the group's own clock. */
export interface People {
  readonly name: string;
  readonly size: number;
  /** Step in which each adopted: 0 and below at the beginning, NaN not within what is known. */
  readonly adopted: Float64Array;
  /** Step in which each stopped; NaN not within what is known. */
  readonly stopped: Float64Array;
  readonly ties: readonly Tie[];
  /** Steps that are known. */
  readonly seen: number;
}

/** `from` turns to `to`. */
export interface Tie {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
}

/** What is tried for how people are seen: the part of one's own ties, and the threshold of a Hill kernel. */
export interface Sight {
  readonly tieShare: number;
  readonly threshold: number | null;
}

export type KernelKind = 'linear' | 'hill';
export const HILL_EXPONENT = 3;

/** All sights of a kernel, each as likely as the other before data. */
export function sightsOf(kernel: KernelKind, hasTies: boolean): readonly Sight[] {
  const shares = hasTies ? Array.from({ length: 11 }, (_, i) => i / 10) : [0];
  const thresholds = kernel === 'hill' ? [0.05, 0.1, 0.2, 0.3, 0.4, 0.5] : [null];
  return thresholds.flatMap((threshold) => shares.map((tieShare) => ({ tieShare, threshold })));
}

/** Whether a person uses it after a step. */
const uses = ({ adopted, stopped }: People, i: number, step: number): boolean => adopted[i] <= step && !(stopped[i] <= step);

/** Those who can still adopt in step 1 and after, and what each saw before each step. */
export interface Exposed {
  readonly people: People;
  /** Numbers of those who had not adopted at the beginning. */
  readonly risk: readonly number[];
  /** Last step at risk of each; its adoption where `did`. */
  readonly last: Int32Array;
  readonly did: Uint8Array;
  /** Share of own ties that use it, and of all others: risk × seen, before the step. */
  readonly own: Float64Array;
  readonly all: Float64Array;
}

export function exposedOf(people: People): Exposed {
  const { size, adopted, ties, seen } = people;
  const risk = Array.from({ length: size }, (_, i) => i).filter((i) => !(adopted[i] <= 0));
  const place = new Map(risk.map((i, r) => [i, r]));
  const own = new Float64Array(risk.length * seen);
  const all = new Float64Array(risk.length * seen);
  const total = new Float64Array(size);
  for (const { from, weight } of ties) total[from] += weight;
  for (let t = 0; t < seen; t++) {
    let using = 0;
    for (let i = 0; i < size; i++) using += uses(people, i, t) ? 1 : 0;
    for (let r = 0; r < risk.length; r++) all[r * seen + t] = size > 1 ? using / (size - 1) : 0;
    for (const { from, to, weight } of ties) {
      const r = place.get(from);
      if (r !== undefined && uses(people, to, t)) own[r * seen + t] += weight / total[from];
    }
  }
  const did = Uint8Array.from(risk, (i) => (adopted[i] <= seen ? 1 : 0));
  return { people, risk, last: Int32Array.from(risk, (i, r) => (did[r] ? adopted[i] : seen)), did, own, all };
}

function pull({ tieShare, threshold }: Sight, own: number, all: number): number {
  const x = tieShare * own + (1 - tieShare) * all;
  return threshold === null ? x : hill(x, threshold, HILL_EXPONENT);
}

/** The pull on everybody at risk before every step under a sight: risk × seen. */
export const pullsOf = ({ own, all }: Exposed, sight: Sight): Float64Array => own.map((x, k) => pull(sight, x, all[k]));
