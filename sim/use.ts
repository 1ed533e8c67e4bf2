/** Who uses what: one whole-class practice at a time, and supplements beside it as far as slack allows. */
import type { Model } from './model.ts';

/** Place of supplement among the choices of an innovation's kind. */
const SUPPLEMENT = 1;

/** Bits of the innovations that are supplements; variants made by educators are whole-class. */
export function supplementBits({ levers, scenarioInnovations }: Pick<Model, 'levers' | 'scenarioInnovations'>): number {
  let bits = 0;
  for (let v = 0; v < scenarioInnovations; v++) if (levers.innovations[v].supplement === SUPPLEMENT) bits |= 1 << v;
  return bits;
}

export const isUsing = ({ using, supplements }: Model['educators'], e: number, v: number): boolean =>
  using[e] === v + 1 || (supplements[e] & (1 << v)) !== 0;

/** Bits of all that an educator uses. */
export const usedBits = ({ using, supplements }: Model['educators'], e: number): number =>
  supplements[e] | (using[e] > 0 ? 1 << (using[e] - 1) : 0);

export function countBits(bits: number): number {
  let n = 0;
  for (let rest = bits; rest > 0; rest >>= 1) n += rest & 1;
  return n;
}

/** Supplements that an educator has room for: one, and more with time and energy to spare. */
export const roomForSupplements = ({ educators, traits }: Model, e: number): number =>
  1 + Math.floor(traits.moreSupplements * educators.slack[e]);

/**
 * Fidelity of use. A supplement is used as it comes, so that its fidelity is no state of its own: it follows the elaboration of the
 * design and the educator's capability.
 */
export function fidelityOf({ educators, innovations, traits }: Model, e: number, v: number): number {
  return educators.using[e] === v + 1
    ? educators.fidelity[e]
    : innovations.elaboration[v] * (traits.asItComes + (1 - traits.asItComes) * educators.capability[e]);
}

/** Share of a school's educators who use the innovation most in use there; 0 where nothing is. */
export function shareOfLead({ schools, system, innovationCount }: Model, s: number): number {
  const lead = schools.lead[s] - 1;
  return lead >= 0 ? schools.users[s * innovationCount + lead] / (system.firstEducator[s + 1] - system.firstEducator[s]) : 0;
}

/** How far an innovation's answer lies from a school's needs in the plane of needs: the sum of both coordinates' differences. */
export function distanceFromNeeds({ innovations, system }: Model, s: number, v: number): number {
  return (
    Math.abs(innovations.need[2 * v] - system.needs[2 * s]) + Math.abs(innovations.need[2 * v + 1] - system.needs[2 * s + 1])
  );
}
