/** What happens to schools from outside: elections, cuts, reforms, closures, leaders who leave, windows that open, projects that arrive. */

import { affiliation } from '../agents/schools.ts';
import { chance, clamp, exp } from '../arithmetic.ts';
import { defineProcess, type Model } from '../model.ts';
import type { Values } from '../quantity.ts';
import { block, draw, purposes, unit, words } from '../random.ts';
import type { System } from '../system/system.ts';

const assumed = { grade: 'D', source: 'assumed' } as const;

const parameters = {
  leaderLeaving: {
    label: 'School leaders who leave',
    unit: 'per year',
    range: [0.15, 0.22],
    bounds: [0, 5],
    default: 0.18,
    grade: 'A',
    source: 'NCES 2016-17 (82% stay), 2012-13 (22% leave); parameter principal_turnover_rate',
  },
  leaderLeavingNeed: {
    ...assumed,
    label: 'More leaders leave where pupils are poorer',
    unit: 'share of the rate, from the least to the most disadvantaged school',
    range: [0, 0.8],
    bounds: [0, 3],
    default: 0.4,
  },
  districtLeaving: {
    label: 'District leaders who leave',
    unit: 'per year',
    range: [0.14, 0.25],
    bounds: [0, 5],
    default: 0.17,
    grade: 'A',
    source: 'Grissom & Andersen 2012: 45% exited in three years; Broad 2018; parameter superintendent_turnover_rate',
  },
  priorityYears: {
    ...assumed,
    label: 'Years between changes of minister or priority',
    unit: 'years',
    range: [2, 5],
    bounds: [0.5, 50],
    default: 3,
    source: 'assumed from electoral cycles; parameter ministry_priority_window',
  },
  dropping: {
    ...assumed,
    label: 'Share of inherited work that a new leader drops',
    unit: 'share',
    range: [0.3, 0.9],
    bounds: [0, 1],
    default: 0.6,
    source: 'assumed; leadership turnover ends programmes: Datnow 2005',
  },
  survival: {
    ...assumed,
    label: 'Protection of inherited work by alliances and champions',
    unit: 'share',
    range: [0, 0.8],
    bounds: [0, 1],
    default: 0.1,
  },
  leaderSupport: {
    ...assumed,
    label: "Leaders' support for a new practice at the start",
    unit: 'share',
    range: [0.3, 0.6],
    bounds: [0, 1],
    default: 0.45,
  },
  leaderSpread: {
    label: 'Spread of successors’ support for a new practice',
    unit: 'share of the average',
    range: [0.2, 0.8],
    bounds: [0, 1],
    default: 0.5,
    grade: 'D',
    source: 'assumed; evenly around the average',
  },
  ministerDrops: {
    ...assumed,
    label: 'Support of rules that goes with a minister',
    unit: 'share',
    range: [0.1, 0.5],
    bounds: [0, 1],
    default: 0.25,
  },
  ministerProjects: {
    ...assumed,
    label: 'Projects that a new minister brings to each district',
    unit: 'initiatives',
    range: [0, 2],
    bounds: [0, 20],
    default: 0.5,
  },
  growing: {
    ...assumed,
    label: 'Leaders’ skill and mindset gained at full adult learning',
    unit: 'per year',
    range: [0.02, 0.2],
    bounds: [0, 5],
    default: 0.08,
    source: 'assumed; source document “How to scale personalized learning” on role shifts of leaders',
  },
  windowRate: {
    ...assumed,
    label: 'Windows that open',
    unit: 'per year',
    range: [0.1, 0.4],
    bounds: [0, 12],
    default: 0.2,
    source: 'assumed; windows: Kingdon 1984',
  },
  windowLeast: {
    label: 'How far a window opens at least',
    unit: 'share',
    range: [0.3, 0.8],
    bounds: [0, 1],
    default: 0.5,
    grade: 'D',
    source: 'assumed; evenly from there to wide open',
  },
  windowYears: { ...assumed, label: 'Years a window stays open', unit: 'years', range: [0.5, 2], bounds: [0.1, 20], default: 1 },
  projects: {
    label: 'Projects that arrive in a district with full initiative fragmentation',
    unit: 'per year',
    range: [2, 5],
    bounds: [0, 50],
    default: 3.4,
    grade: 'B',
    source: 'Hess 1999: about nine major initiatives in three years in urban districts, most of the way to full fragmentation',
  },
  projectYears: { ...assumed, label: 'Years a project lasts', unit: 'years', range: [1.5, 4], bounds: [0.2, 30], default: 2.5 },
  capacity: {
    ...assumed,
    label: 'Initiatives a school can bear',
    unit: 'initiatives',
    range: [2, 5],
    bounds: [0, 50],
    default: 3,
    source: 'assumed; overload: Fullan 2000',
  },
  absorption: {
    ...assumed,
    label: 'Load that a coherent central office absorbs',
    unit: 'share',
    range: [0.3, 0.8],
    bounds: [0, 1],
    default: 0.5,
    source: 'assumed; Newmann et al. 2001',
  },
  visionDecay: { ...assumed, label: 'Vision lost with a leader', unit: 'share', range: [0.1, 0.6], bounds: [0, 1], default: 0.3 },
} as const;

export const environment = defineProcess({
  name: 'environment',
  label: 'Environment',
  about:
    'Scheduled events act first. Leaders of schools, districts and the ministry leave at measured rates; a successor may drop what they did not start, less where alliances and champions stand behind it and where educators own it. Windows of opportunity open by luck, whoever is ready. Projects arrive in districts and eat attention; load beyond what a school can bear is overload.',
  acts: 'step',
  parameters,
  writes: [
    'schools.leaderSupport',
    'schools.leaderMindset',
    'schools.leaderSkill',
    'schools.leaderTenure',
    'schools.vision',
    'schools.closed',
    'schools.affiliation',
    'schools.programme',
    'schools.since',
    'schools.load',
    'schools.overload',
    'districts.policySupport',
    'districts.adopted',
    'districts.background',
    'state.windowOpen',
    'state.windowYears',
    'state.budgetFactor',
    'state.leaderDepartures',
  ],
  run(model, p) {
    const { levers, state } = model;
    ministry(model, p);
    districts(model, p);
    schoolLeaders(model, p);
    closures(model);
    load(model, p);
    const cut = levers.events.budgetCut.size;
    if (cut !== 0) state.budgetFactor[0] = Math.max(0, state.budgetFactor[0] * (1 - cut));
  },
});

function ministry({ key, state, time, levers, districts, system }: Model, p: Values<typeof parameters>): void {
  const gone = Math.max(levers.events.election.size, chance(1 / p.priorityYears, time.dt));
  if (draw(key, purposes.ministerLeaves, 0, 0, time.step) < gone) {
    // New priorities: some support for the old ones goes, and projects for the new ones come.
    for (let d = 0; d < system.districtCount; d++) {
      districts.policySupport[d] *= 1 - p.ministerDrops * (1 - p.survival);
      districts.background[d] += p.ministerProjects;
    }
  }
  state.windowYears[0] = Math.max(0, state.windowYears[0] - time.dt);
  if (state.windowYears[0] < 1e-9) state.windowOpen[0] = 0;
  block(key, purposes.windowOpens, 0, 0, time.step);
  const called = levers.events.windowOpens.size;
  if (called > 0 || unit(words[0]) < chance(p.windowRate, time.dt)) {
    state.windowOpen[0] = Math.max(
      state.windowOpen[0],
      called > 0 ? called : p.windowLeast + (1 - p.windowLeast) * unit(words[1]),
    );
    state.windowYears[0] = p.windowYears;
  }
}

/** A place that an event names, or none by -1, and where it is asked of. */
const isAt = (named: number, place: number): boolean => named < 0 || named === place;

/** Whether an event is of a district: it, its region or no place at all is named. */
const isOf = (event: { readonly region: number; readonly district: number }, { districtRegion }: System, d: number): boolean =>
  isAt(event.region, districtRegion[d]) && isAt(event.district, d);

function districts({ key, districts, system, time, levers }: Model, p: Values<typeof parameters>): void {
  const event = levers.events.districtLeaderLeaves;
  const gone = chance(p.districtLeaving, time.dt);
  // Whole projects are sure to come, what is left of the expected number by luck; on average they come in the middle of the step.
  const expected = p.projects * levers.fragmentation.initiative * time.dt;
  const sure = Math.floor(expected);
  const kept = exp(-time.dt / p.projectYears);
  const sinceTheyCame = exp(-time.dt / 2 / p.projectYears);
  for (let d = 0; d < system.districtCount; d++) {
    const id = system.schoolKey[system.firstSchool[d]];
    block(key, purposes.districtLeaderLeaves, id, 0, time.step);
    const luck = unit(words[0]);
    const stays = unit(words[1]);
    const projectLuck = unit(words[2]);
    if (luck < Math.max(gone, event.size > 0 && isOf(event, system, d) ? event.size : 0)) {
      districts.policySupport[d] *= 1 - p.dropping * (1 - p.survival);
      // Policy that is law for a while outlives its author more often than support does.
      if (districts.adopted[d] && stays < p.dropping * (1 - p.survival) * (1 - districts.share[d])) districts.adopted[d] = 0;
    }
    const come = sure + (projectLuck < expected - sure ? 1 : 0);
    districts.background[d] = districts.background[d] * kept + come * sinceTheyCame;
  }
}

function schoolLeaders(model: Model, p: Values<typeof parameters>): void {
  const { key, schools, system, time, levers, state } = model;
  const event = levers.events.leaderLeaves;
  const { dt } = time;
  const grows = 1 - exp(-p.growing * levers.strategy.adultLearning * dt);
  for (let s = 0; s < system.schoolCount; s++) {
    schools.leaderTenure[s] += dt;
    schools.leaderSkill[s] += (1 - schools.leaderSkill[s]) * grows;
    schools.leaderMindset[s] += (1 - schools.leaderMindset[s]) * grows;
    const rate = p.leaderLeaving * (1 + p.leaderLeavingNeed * (system.disadvantage[s] - 0.5));
    const sent = event.size > 0 && isOf(event, system, system.schoolDistrict[s]) && isAt(event.school, s) ? event.size : 0;
    if (draw(key, purposes.leaderLeaves, system.schoolKey[s], 0, time.step) < Math.max(sent, chance(rate, dt)))
      replaceLeader(model, s, p);
  }
  function replaceLeader({ recorder }: Model, s: number, q: Values<typeof parameters>): void {
    block(key, purposes.leaderSuccessor, system.schoolKey[s], 0, time.step);
    const fresh = q.leaderSupport * (1 - q.leaderSpread + 2 * q.leaderSpread * unit(words[0]));
    const keeps = 1 - q.dropping * (1 - q.survival) * (1 - schools.ownership[s]);
    schools.leaderSupport[s] = clamp(keeps * schools.leaderSupport[s] + (1 - keeps) * fresh, 0, 1);
    schools.leaderMindset[s] = unit(words[1]);
    schools.leaderSkill[s] = unit(words[2]);
    schools.leaderTenure[s] = 0;
    schools.vision[s] *= 1 - q.visionDecay;
    state.leaderDepartures[0]++;
    recorder.happened?.('leaderLeft', time.year, s, 0);
  }
}

/** Closed schools keep their rows, so that nobody's luck shifts; nothing begins there any more. */
function closures({ levers, schools, system, recorder, time }: Model): void {
  const event = levers.events.closure;
  if (event.size <= 0) return;
  for (let s = 0; s < system.schoolCount; s++) {
    if (schools.closed[s] || !isOf(event, system, system.schoolDistrict[s]) || !isAt(event.school, s)) continue;
    schools.closed[s] = 1;
    schools.affiliation[s] = affiliation('withdrawn');
    schools.programme[s] = 0;
    schools.since[s] = 0;
    recorder.happened?.('closed', time.year, s, 0);
  }
}

function load({ schools, districts, system, levers }: Model, p: Values<typeof parameters>): void {
  const reform = levers.events.curriculumReform.size;
  if (reform !== 0)
    for (let d = 0; d < system.districtCount; d++)
      if (isOf(levers.events.curriculumReform, system, d)) districts.background[d] += reform;
  const own = levers.strategy.otherTraining;
  for (let d = 0; d < system.districtCount; d++) {
    const background = districts.background[d] * (1 - p.absorption * districts.coherence[d] * districts.centralOffice[d]);
    for (let s = system.firstSchool[d]; s < system.firstSchool[d + 1]; s++) {
      schools.load[s] = background + own + (schools.programme[s] > 0 ? 1 : 0);
      schools.overload[s] = Math.max(0, schools.load[s] - p.capacity);
    }
  }
}
