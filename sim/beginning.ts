/** How an educator begins with an innovation, whoever or whatever tipped it. */
import { reason, stages } from './agents/educators.ts';
import { type Model, markMoved } from './model.ts';
import { block, purposes, unit, words } from './random.ts';
import { supplementBits } from './use.ts';

const TRIALLING = stages.indexOf('trialling');
const MANDATE = reason('mandate');

/** The columns that a beginning may change: a process that lets educators begin signs for them. */
export const beginningWrites = [
  'educators.using',
  'educators.supplements',
  'educators.aware',
  'educators.stopped',
  'educators.moved',
  'educators.stage',
  'educators.years',
  'educators.fidelity',
  'educators.adaptation',
  'educators.productive',
  'educators.ownership',
  'innovations.everUsed',
  'innovations.launched',
  'state.adoptions',
] as const;

/** One educator begins: by decision, as a seed, or as the maker. */
export function adopt(
  model: Model,
  p: { readonly start: number; readonly startOwnership: number; readonly startMandated: number; readonly productive: number },
  e: number,
  v: number,
  why: number,
): void {
  const { educators, innovations, state, system, time, key, levers, recorder, traits } = model;
  const s = system.educatorSchool[e];
  educators.aware[e] |= 1 << v;
  educators.stopped[e] &= ~(1 << v);
  markMoved(model, e);
  innovations.everUsed[v]++;
  innovations.launched[v] = 1;
  state.adoptions[why]++;
  recorder.adopted?.(e, v, why);
  if (supplementBits(model) & (1 << v)) {
    educators.supplements[e] |= 1 << v;
    if (educators.using[e] === 0) educators.stage[e] = TRIALLING;
    return;
  }
  educators.using[e] = v + 1;
  educators.stage[e] = TRIALLING;
  educators.years[e] = 0;
  educators.fidelity[e] = p.start;
  educators.adaptation[e] = 0;
  educators.ownership[e] = why === MANDATE ? p.startMandated : p.startOwnership;
  block(key, purposes.adaptationKind, system.schoolKey[s], e - system.firstEducator[s], time.bucket);
  // Design, skill, adult learning and being told the conditions each lift the odds from a part of what they could be.
  const lifted = (x: number): number => traits.keepingLeast + (1 - traits.keepingLeast) * x;
  const keeps =
    p.productive *
    lifted(innovations.elaboration[v]) *
    lifted(educators.capability[e]) *
    lifted(levers.strategy.adultLearning) *
    lifted(levers.innovations[v].conditionsEducators) *
    traits.keepingScale;
  educators.productive[e] = unit(words[0]) < keeps ? 1 : 0;
}
