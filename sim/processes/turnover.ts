/** Educators leave; successors enter, as novices or as movers who carry their practice along. */

import { reason, stages } from '../agents/educators.ts';
import { acceptance } from '../almanac.ts';
import { clamp, isBelowChance, log } from '../arithmetic.ts';
import { defineProcess, type Model, markMoved } from '../model.ts';
import type { Values } from '../quantity.ts';
import { block, purposes, unit, words } from '../random.ts';
import { clockIndex, clockRows } from '../rates.ts';
import { freshEducator } from '../traits.ts';

const parameters = {
  leaving: {
    label: 'Educators who leave their school',
    unit: 'share a year',
    range: [0.08, 0.25],
    bounds: [0, 0.5],
    default: 0.16,
    about: 'At most 0.5 a year in all, with everything that raises it.',
    grade: 'A',
    source: 'NCES TFS 2021-22: 84% stay; parameter teacher_leave_school_rate',
  },
  novices: {
    label: 'Novices leave more',
    unit: 'factor',
    range: [1.1, 1.6],
    bounds: [0.2, 5],
    default: 1.25,
    grade: 'B',
    source: 'NCES TFS 2021-22 table 09: 20% against 16%',
  },
  noviceYears: {
    label: 'Years as a novice',
    unit: 'years',
    range: [2, 4],
    bounds: [0, 20],
    default: 3,
    grade: 'B',
    source: 'NCES TFS 2021-22 table 09',
  },
  need: {
    label: 'More leave where pupils are poorer',
    unit: 'share of the rate, from the least to the most disadvantaged',
    range: [0, 0.8],
    bounds: [0, 3],
    default: 0.4,
    grade: 'D',
    source: 'assumed',
  },
  remote: {
    label: 'More leave where the school is remote',
    unit: 'share of the rate',
    range: [0, 0.5],
    bounds: [0, 3],
    default: 0.2,
    grade: 'D',
    source: 'assumed',
  },
  middleRemoteness: {
    label: 'Remoteness at which the measured rate holds',
    unit: 'share',
    range: [0.1, 0.5],
    bounds: [0, 1],
    default: 0.3,
    grade: 'D',
    source: 'a convention',
  },
  donorYears: {
    label: 'Years in post that make a colleague experienced',
    unit: 'years',
    range: [0.5, 3],
    bounds: [0, 20],
    default: 1,
    grade: 'D',
    source: 'assumed',
  },
  morale: {
    label: 'Fewer leave in a collaborative culture',
    unit: 'share of the rate',
    range: [0, 0.6],
    bounds: [0, 1],
    default: 0.3,
    grade: 'D',
    source: 'assumed; source document “How to scale up and scale in”: it improves the environment for educators too',
  },
  middleCulture: {
    label: 'Culture at which the measured rate holds',
    unit: 'share',
    range: [0.4, 0.6],
    bounds: [0, 1],
    default: 0.5,
    grade: 'D',
    source: 'a convention',
  },
  elevated: {
    label: 'Fewer leave where teachers are supported',
    unit: 'share of the rate',
    range: [0, 0.4],
    bounds: [0, 1],
    default: 0,
    grade: 'D',
    source: 'assumed',
  },
  movers: {
    label: 'Successors who come from another school',
    unit: 'share',
    range: [0.3, 0.6],
    bounds: [0, 1],
    default: 0.5,
    grade: 'A',
    source: 'NCES TFS 2021-22: 8% move, 8% leave',
  },
  carries: {
    label: 'Practice that a mover carries along',
    unit: 'share',
    range: [0.8, 1],
    bounds: [0, 1],
    default: 1,
    grade: 'B',
    source: 'Majerowicz & Montero: schools losing trained teachers lose the entire gain, receivers gain as much',
  },
  induction: {
    label: 'Induction into what colleagues do',
    unit: 'share',
    range: [0.2, 0.8],
    bounds: [0, 1],
    default: 0.5,
    grade: 'D',
    source: 'assumed',
  },
  inductionFidelity: {
    label: "Fidelity of the inducted, beside the school's mean",
    unit: 'share',
    range: [0.3, 0.7],
    bounds: [0, 1],
    default: 0.5,
    grade: 'D',
    source: 'assumed',
  },
} as const;

const LEAVING = clockIndex('leaving');
const UNAWARE = stages.indexOf('unaware');
const TRIALLING = stages.indexOf('trialling');
const INDUCTION = reason('induction');
const MOVER = reason('mover');
/** Posts looked at for an experienced donor before a mover counts as a novice. */
const DONOR_TRIES = 4;
/** Sets the draw of a donor apart from that of the successor in the same post. */
const DONOR = 0x10000;

export const turnover = defineProcess({
  name: 'turnover',
  label: 'Turnover',
  about:
    'Educators leave at measured rates, more from disadvantaged and remote schools, fewer where culture is collaborative. The successor in a post is predetermined by luck: traits, and whether novice or mover. A mover copies the practice of an experienced colleague drawn from the whole system, so that skill and ownership travel with people; a novice starts from nothing, unless inducted in a school where colleagues use it routinely. Norms and materials stay.',
  acts: 'bucket',
  parameters,
  writes: [
    'educators.mindset',
    'educators.capability',
    'educators.threshold',
    'educators.slack',
    'educators.using',
    'educators.supplements',
    'educators.aware',
    'educators.stopped',
    'educators.stage',
    'educators.years',
    'educators.fidelity',
    'educators.adaptation',
    'educators.productive',
    'educators.ownership',
    'educators.moved',
    'educators.tenure',
    'state.departures',
    'state.adoptions',
    'innovations.everUsed',
  ],
  run(model, p) {
    const { clocks, time, educators, system, schools, key, state, recorder, movers } = model;
    const candidates = clocks.candidates(LEAVING);
    const { list, count, room } = candidates;
    const bucket = time.bucket % time.bucketsPerYear;
    const all = clocks.candidateChance[LEAVING];
    const leaving = -log(1 - p.leaving);
    const before = movers.now.size;
    for (let i = bucket * room; i < bucket * room + count[bucket]; i++) {
      const e = list[i];
      const s = system.educatorSchool[e];
      const post = e - system.firstEducator[s];
      const luck = acceptance(candidates, i, key, LEAVING, system.schoolKey[s], post, time.bucket) * all;
      const rate =
        leaving *
        (educators.tenure[e] < p.noviceYears ? p.novices : 1) *
        (1 + p.need * (system.disadvantage[s] - 0.5)) *
        (1 + p.remote * (system.remoteness[s] - p.middleRemoteness)) *
        (1 - p.morale * (schools.culture[s] - p.middleCulture)) *
        (1 - p.elevated);
      if (!isBelowChance(luck, clamp(rate, 0, clockRows.leaving.rate), time.bucketLength)) continue;
      // Marked before anybody is succeeded, so that no mover copies a post that empties in the same bucket.
      markMoved(model, e);
      recorder.left?.(e);
    }
    const { items, size } = movers.now;
    for (let i = before; i < size; i++) succeed(model, p, items[i], system.educatorSchool[items[i]]);
    state.departures[0] += size - before;
  },
});

function succeed(model: Model, p: Values<typeof parameters>, e: number, s: number): void {
  const { educators, key, system, schools, time } = model;
  const post = e - system.firstEducator[s];
  freshEducator(model, key, e, s, post, time.bucket);
  block(key, purposes.donor, system.schoolKey[s], post, time.bucket);
  const isMover = unit(words[0]) < p.movers;
  const inducted = unit(words[1]);
  if (isMover && carryAlong(model, p, e, s, post)) return;
  const lead = schools.lead[s] - 1;
  const size = system.firstEducator[s + 1] - system.firstEducator[s];
  if (lead < 0 || inducted >= p.induction * (schools.routine[s] / size)) return;
  educators.using[e] = lead + 1;
  educators.aware[e] = 1 << lead;
  educators.stage[e] = TRIALLING;
  educators.fidelity[e] = p.inductionFidelity * schools.fidelity[s];
  educators.ownership[e] = p.inductionFidelity * schools.ownership[s];
  educators.productive[e] = 1;
  began(model, e, lead, INDUCTION);
}

function began({ state, innovations, recorder }: Model, e: number, v: number, why: number): void {
  state.adoptions[why]++;
  innovations.everUsed[v]++;
  recorder.adopted?.(e, v, why);
}

/** Copies an experienced educator's practice; false when none is found among those drawn. */
function carryAlong(model: Model, p: Values<typeof parameters>, e: number, s: number, post: number): boolean {
  const { educators, key, system, time } = model;
  block(key, purposes.donor, system.schoolKey[s], post | DONOR, time.bucket);
  for (let i = 0; i < DONOR_TRIES; i++) {
    const donor = Math.floor(unit(words[i]) * system.educatorCount);
    if (educators.moved[donor] || educators.tenure[donor] < p.donorYears) continue;
    educators.mindset[e] = educators.mindset[donor];
    educators.capability[e] = educators.capability[donor];
    educators.aware[e] = educators.aware[donor];
    educators.stopped[e] = educators.stopped[donor];
    educators.supplements[e] = educators.supplements[donor];
    educators.stage[e] = educators.stage[donor];
    educators.tenure[e] = educators.tenure[donor];
    const v = educators.using[donor] - 1;
    if (v < 0) return true;
    educators.using[e] = v + 1;
    educators.years[e] = educators.years[donor];
    educators.fidelity[e] = educators.fidelity[donor] * p.carries;
    educators.ownership[e] = educators.ownership[donor] * p.carries;
    educators.adaptation[e] = educators.adaptation[donor];
    educators.productive[e] = educators.productive[donor];
    began(model, e, v, MOVER);
    return true;
  }
  educators.stage[e] = UNAWARE;
  return false;
}
