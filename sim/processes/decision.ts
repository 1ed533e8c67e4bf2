/** Educators who know of an innovation decide to try it. */

import { acceptance } from '../almanac.ts';
import { clamp, isBelowChance } from '../arithmetic.ts';
import { adopt, beginningWrites } from '../beginning.ts';
import { push } from '../list.ts';
import { defineProcess, isStepStart, type Model, stepSoFar } from '../model.ts';
import { decisionClocks, furtherBits } from '../rates.ts';
import { countBits, roomForSupplements, usedBits } from '../use.ts';
import { type Parameters, parameters } from './decision/parameters.ts';
import { choose, highestRate, why } from './decision/people.ts';
import { prepare } from './decision/schools.ts';
import { type Work, workOf } from './decision/work.ts';

export const decision = defineProcess({
  name: 'decision',
  label: 'Decision',
  about:
    'An aware educator takes an innovation up at a rate of (broadcast + contagion · S(X)) · willingness · opportunity, plus a mandate that asks for no willingness. X joins the layers so that one without users never lowers it, X = 1 − Π(1 − w·x), and S is a Hill function: one user among many ties moves little. Willingness is logistic in fit, belief, the leader’s support, mindset, elaboration and stated conditions, less complexity beyond capability, effort and overload; opportunity is permission times the weakest foundation times access. Both are 1 for a reference educator, so that broadcast and contagion read as Bass’s p and q. Innovations compete; changing over costs a new dip.',
  acts: 'bucket',
  parameters,
  writes: [...beginningWrites, 'schools.pull', 'schools.opening', 'schools.push', 'schools.local', 'schools.distance'],
  run(model, p) {
    const { time } = model;
    const starts = isStepStart(time);
    if (starts) prepare(model, p);
    const bucket = time.bucket % time.bucketsPerYear;
    const work = workOf(model);
    const { adopters } = work;
    for (const list of Object.values(adopters)) list.size = 0;
    wakeReached(model, p, work, starts);
    for (const { clock, from, rate } of decisionClocks) decide(model, p, work, clock, from, rate, bucket);
    // Everybody has decided on the news of the bucket's start; now it shows.
    for (let i = 0; i < adopters.who.size; i++) {
      const e = adopters.who.items[i];
      const v = adopters.what.items[i];
      adopt(model, p, e, v, adopters.why.items[i]);
      // They practise for the rest of the step only, which ends as if it had been whole.
      if (model.educators.using[e] === v + 1) model.educators.years[e] = -stepSoFar(time);
    }
  },
});

/**
 * Wakes the further clocks of those who may decide faster than the first one serves: at the step's start of everybody to whom
 * something is open; in later buckets of those with whom something has happened since.
 */
function wakeReached(model: Model, p: Parameters, work: Work, starts: boolean): void {
  const { educators, system, movers } = model;
  const { items, size } = movers.before;
  if (starts) {
    for (let e = 0; e < system.educatorCount; e++) if (educators.aware[e] !== 0) wake(model, p, work, e);
  } else for (let i = 0; i < size; i++) wake(model, p, work, items[i]);
}

function wake(model: Model, p: Parameters, work: Work, e: number): void {
  const { educators, system, clocks } = model;
  const s = system.educatorSchool[e];
  if ((work.reached[s] & ~clocks.awake[e]) === 0) return;
  const open = educators.aware[e] & ~educators.stopped[e] & ~usedBits(educators, e);
  if (open) clocks.wake(e, s, furtherBits(decisionClocks, highestRate(model, p, work, e, s, open)));
}

function decide(model: Model, p: Parameters, work: Work, clock: number, from: number, rate: number, bucket: number): void {
  const { clocks, time, educators, system, key } = model;
  const candidates = clocks.candidates(clock);
  const { list, count, room } = candidates;
  const { awake } = clocks;
  const runs = 1 << clock;
  const dt = time.bucketLength;
  const all = clocks.candidateChance[clock];
  for (let i = bucket * room; i < bucket * room + count[bucket]; i++) {
    const e = list[i];
    if (!(awake[e] & runs)) continue;
    let open = educators.aware[e] & ~educators.stopped[e] & ~usedBits(educators, e);
    if (open & work.supplements && countBits(educators.supplements[e]) >= roomForSupplements(model, e)) open &= ~work.supplements;
    if (!open || educators.moved[e]) continue;
    const s = system.educatorSchool[e];
    const post = e - system.firstEducator[s];
    const luck = acceptance(candidates, i, key, clock, system.schoolKey[s], post, time.bucket) * all;
    // Draw first, look after: the neighbours need not be read when not even the highest rate would do.
    if (!isBelowChance(luck, clamp(work.cap[s] - from, 0, rate), dt)) continue;
    const v = choose(model, p, work, e, s, open, luck, from, rate);
    if (v < 0) continue;
    push(work.adopters.who, e);
    push(work.adopters.what, v);
    push(work.adopters.why, why(model, work, s, post, v));
    // A decision is one change: no further clock of the same bucket adds another.
    educators.moved[e] = 1;
  }
}
