/** Schools and districts decide before educators do: invited, piloting, implementing, mainstreamed, withdrawn; and policy adoption. */

import { affiliation } from '../agents/schools.ts';
import { chance, clamp, exp, log, logistic } from '../arithmetic.ts';
import { defineProcess, type Model } from '../model.ts';
import type { Values } from '../quantity.ts';
import { draw, purposes } from '../random.ts';
import { EFFECT_UNIT } from '../thresholds.ts';

const weight = { unit: 'logit per unit', bounds: [-20, 20], grade: 'D', source: 'assumed' } as const;

const parameters = {
  joining: {
    label: 'Invited schools that join, for a leader in the middle',
    unit: 'per year',
    range: [0.5, 3],
    bounds: [0, 12],
    default: 1.4,
    grade: 'D',
    source: 'assumed',
  },
  joiningSupport: { ...weight, label: "Weight of the leader's support in joining", range: [2, 6], default: 4 },
  joiningEvidence: { ...weight, label: 'Weight of believed evidence in joining, per 0.1 SD', range: [0.2, 1.5], default: 0.6 },
  joiningLoad: { ...weight, label: 'Weight of overload in joining, per initiative', range: [0.1, 0.8], default: 0.3 },
  joiningDemand: { ...weight, label: 'Weight of community demand in joining', range: [0.5, 3], default: 1 },
  joiningOrdered: {
    ...weight,
    label: 'Weight of an order to work together in joining',
    range: [0.2, 1.5],
    default: 0.6,
    source: 'assumed; contrived collegiality serves to carry out what others have decided: Hargreaves 1994',
  },
  joiningTold: { ...weight, label: 'Weight of conditions for success explained to principals', range: [0.3, 1.5], default: 0.8 },
  grants: { ...weight, label: 'Weight of challenge grants in joining', range: [0.5, 3], default: 1.5 },
  pilotYears: {
    label: 'Years a school pilots',
    unit: 'years',
    range: [1, 3],
    bounds: [0.1, 10],
    default: 1.5,
    grade: 'D',
    source: 'assumed; time to full implementation is 2-4 years (Fixsen et al. 2005)',
  },
  withdrawal: {
    label: 'Schools that withdraw, with nothing in their favour',
    unit: 'per year',
    range: [0.13, 0.25],
    bounds: [0, 12],
    default: 0.18,
    grade: 'A',
    source: 'Datnow 2005: 9 of 13 gone in six years (18% a year); Taylor: 13-18% a year; parameter abandon_hazard_unsupported',
  },
  withdrawalShare: {
    label: 'Share of the withdrawal rate left when everything favours staying',
    unit: 'share',
    range: [0.05, 0.3],
    bounds: [0.001, 1],
    default: 0.078,
    grade: 'B',
    source: '0.014 a year under state and district support: Nese et al. 2016, 915 schools',
  },
  weightSupport: {
    label: 'Weight of support in staying',
    unit: 'share',
    range: [0.2, 0.5],
    bounds: [0, 1],
    default: 0.35,
    grade: 'D',
    source: 'assumed; state support: McIntosh et al. 2016',
  },
  weightCritical: {
    label: 'Weight of the district share using in staying',
    unit: 'share',
    range: [0.1, 0.4],
    bounds: [0, 1],
    default: 0.25,
    grade: 'C',
    source: 'sign: McIntosh et al. 2016, 2018; size assumed',
  },
  weightOwnership: {
    label: 'Weight of ownership in staying',
    unit: 'share',
    range: [0.1, 0.4],
    bounds: [0, 1],
    default: 0.25,
    grade: 'D',
    source: 'assumed; Coburn 2003',
  },
  weightLeader: {
    label: "Weight of the leader's continuity in staying",
    unit: 'share',
    range: [0.05, 0.3],
    bounds: [0, 1],
    default: 0.15,
    grade: 'D',
    source: 'assumed; Datnow 2005',
  },
  continuity: {
    label: 'Years of leader continuity that large change needs',
    unit: 'years',
    range: [3, 7],
    bounds: [0.5, 30],
    default: 5,
    grade: 'C',
    source: 'Seashore Louis et al. 2010 (about five years); parameter leader_continuity_needed',
  },
  adopting: {
    label: 'Policy adoption when everything stands ready',
    unit: 'per year',
    range: [0.3, 2],
    bounds: [0, 12],
    default: 1,
    grade: 'D',
    source: 'assumed',
  },
  affordableMost: {
    label: 'Most that a low cost counts for',
    unit: 'times the public money per learner',
    range: [1, 3],
    bounds: [0, 20],
    default: 1.5,
    grade: 'D',
    source: 'assumed; cheap is not yet good',
  },
  believedMost: {
    label: 'Most that belief counts for in adopting a policy',
    unit: 'effects of 0.1 SD',
    range: [1, 4],
    bounds: [0, 20],
    default: 2,
    grade: 'D',
    source: 'assumed',
  },
  momentumMost: {
    label: 'Most that use in the district counts for',
    unit: 'times the share at which policy takes it up',
    range: [1, 4],
    bounds: [0, 20],
    default: 2,
    grade: 'D',
    source: 'assumed',
  },
  withoutDemand: {
    label: 'Policy adoption without community demand, beside that at the middle',
    unit: 'factor',
    range: [0.2, 0.8],
    bounds: [0, 2],
    default: 0.5,
    grade: 'D',
    source: 'assumed; demand hastens, officials can lead',
  },
  withoutBacking: {
    label: 'Policy adoption of an innovation without backing, beside that at the middle',
    unit: 'factor',
    range: [0.2, 0.8],
    bounds: [0, 2],
    default: 0.5,
    grade: 'D',
    source: 'assumed',
  },
  referenceTold: {
    label: 'Conditions explained to principals where joining is in the middle',
    unit: 'share',
    range: [0.2, 0.6],
    bounds: [0, 1],
    default: 0.4,
    grade: 'D',
    source: 'a convention',
  },
  champions: {
    label: 'Champions for policy adoption',
    unit: 'share',
    range: [0, 1],
    default: 0.15,
    grade: 'D',
    source: 'assumed; Kingdon 1984 on policy entrepreneurs',
  },
  windowShut: {
    label: 'Adoption while no window is open, beside a wide open one',
    unit: 'share',
    range: [0.05, 0.4],
    bounds: [0, 1],
    default: 0.15,
    grade: 'D',
    source: 'assumed',
  },
  windowValue: {
    label: 'Use made of an open window',
    unit: 'share',
    range: [0, 1],
    default: 0.3,
    grade: 'D',
    source: 'assumed; windows need readiness: Kingdon 1984',
  },
  affordability: {
    label: 'Affordability of the running cost beside the plain sum',
    unit: 'factor',
    range: [0.5, 2],
    bounds: [0, 10],
    default: 1,
    grade: 'D',
    source: 'assumed',
  },
  compelledUse: {
    label: 'Discount on compelled use when a district decides',
    unit: 'share',
    range: [0.5, 1],
    bounds: [0, 1],
    default: 0.98,
    grade: 'D',
    source: 'assumed; compliance without change: Muralidharan & Singh',
  },
  mustJoin: {
    label: 'Schools that join because they must',
    unit: 'per year',
    range: [2, 12],
    bounds: [0, 50],
    default: 6,
    grade: 'D',
    source: 'assumed: within a few months',
  },
  runningCoaching: {
    label: 'Share of coaching counted in the running cost',
    unit: 'share',
    range: [0.3, 0.8],
    bounds: [0, 1],
    default: 0.5,
    grade: 'D',
    source: 'assumed',
  },
  needShare: {
    label: 'Share of district schools using at which policy takes it up',
    unit: 'share',
    range: [0.05, 0.3],
    bounds: [0.005, 1],
    default: 0.12,
    grade: 'D',
    source: 'assumed',
  },
} as const;

const OUTSIDE = affiliation('outside');
const INVITED = affiliation('invited');
const PILOTING = affiliation('piloting');
const IMPLEMENTING = affiliation('implementing');
const MAINSTREAMED = affiliation('mainstreamed');
const WITHDRAWN = affiliation('withdrawn');

export const programme = defineProcess({
  name: 'programme',
  label: 'Programme',
  about:
    "Formal affiliation, apart from use: an invited school joins by its leader's logistic choice or because it must; it pilots, implements, and is mainstreamed once its district has made the innovation policy and long-term money flows; it withdraws at a rate that runs from 0.18 a year with nothing in its favour to 0.014 with support, critical mass, ownership and leader continuity all present. Districts adopt policy when champions, an open window, believed evidence, community demand and an affordable cost come together.",
  acts: 'step',
  parameters,
  writes: [
    'schools.affiliation',
    'schools.since',
    'schools.joined',
    'schools.mandate',
    'districts.adopted',
    'districts.adoptedYear',
  ],
  run(model, p) {
    adoptPolicy(model, p);
    const { schools, system, time, key, districts, innovations } = model;
    const { dt } = time;
    const slope = -log(p.withdrawalShare);
    for (let s = 0; s < system.schoolCount; s++) {
      const now = schools.affiliation[s];
      schools.since[s] += dt;
      if (now === OUTSIDE || now === WITHDRAWN || schools.closed[s]) continue;
      const d = system.schoolDistrict[s];
      const v = schools.programme[s] - 1;
      const id = system.schoolKey[s];
      if (now === INVITED) {
        const rate = schools.mandate[s] > 0 ? p.mustJoin : joiningRate(model, p, s, v);
        if (draw(key, purposes.programmeStage, id, v, time.step) < chance(rate, dt)) move(model, s, PILOTING);
        continue;
      }
      const next =
        now === PILOTING && schools.since[s] >= p.pilotYears
          ? IMPLEMENTING
          : now === IMPLEMENTING && districts.adopted[d] && schools.public[s]
            ? MAINSTREAMED
            : now;
      if (next !== now) {
        move(model, s, next);
        continue;
      }
      const favour =
        p.weightSupport * schools.support[s] +
        p.weightCritical * Math.min(1, districts.share[d] / p.needShare / 2) +
        p.weightOwnership * schools.ownership[s] +
        p.weightLeader * Math.min(1, schools.leaderTenure[s] / p.continuity);
      const hazard =
        p.withdrawal * exp(-slope * favour) * (innovations.viability[v] < 1 ? 1 + (1 - innovations.viability[v]) / 2 : 1);
      if (draw(key, purposes.withdrawal, id, v, time.step) < chance(hazard, dt)) {
        move(model, s, WITHDRAWN);
        schools.mandate[s] = 0;
      }
    }
  },
});

function move({ schools, recorder, time }: Model, s: number, to: number): void {
  schools.affiliation[s] = to;
  schools.since[s] = 0;
  if (to === PILOTING) schools.joined[s] = time.year;
  recorder.happened?.('affiliation', time.year, s, to);
}

function joiningRate({ schools, innovations, levers }: Model, p: Values<typeof parameters>, s: number, v: number): number {
  const expected = innovations.estimate[v] + innovations.hype[v];
  const logit =
    p.joiningSupport * (schools.leaderSupport[s] - 0.5) +
    p.joiningEvidence * (expected / EFFECT_UNIT - 1) +
    p.joiningDemand * (schools.demand[s] - 0.5) +
    p.grants * levers.strategy.challengeGrants +
    p.joiningOrdered * levers.collaboration.compelled +
    p.joiningTold * (levers.innovations[v].conditionsPrincipals - p.referenceTold) -
    p.joiningLoad * schools.overload[s];
  return p.joining * 2 * logistic(logit);
}

/** A yearly hazard in champions × open window × believed evidence × community demand × affordability, by district. */
function adoptPolicy(
  { districts, system, schools, time, key, levers, innovations, state }: Model,
  p: Values<typeof parameters>,
): void {
  const { finance, strategy } = levers;
  const v = strategy.innovation;
  const package_ = levers.innovations[v];
  const unitCost =
    (package_.trainingCost + package_.coachingCost * package_.coaching * p.runningCoaching) * innovations.costFactor[v];
  const affordable = clamp((p.affordability * finance.publicPerLearner) / Math.max(1, unitCost), 0, p.affordableMost);
  const believed = clamp((innovations.estimate[v] + innovations.hype[v]) / EFFECT_UNIT, 0, p.believedMost);
  const open = p.windowShut + (1 - p.windowShut) * state.windowOpen[0] * p.windowValue;
  for (let d = 0; d < system.districtCount; d++) {
    if (districts.adopted[d]) continue;
    let demand = 0;
    let compelled = 0;
    const from = system.firstSchool[d];
    const to = system.firstSchool[d + 1];
    for (let s = from; s < to; s++) {
      demand += schools.demand[s];
      compelled += schools.compulsion[s];
    }
    demand /= to - from;
    // Use that was compelled convinces nobody.
    const momentum = Math.min(
      p.momentumMost,
      (districts.share[d] * (1 - (p.compelledUse * compelled) / (to - from))) / p.needShare,
    );
    const hazard =
      p.adopting *
      p.champions *
      open *
      believed *
      (p.withoutDemand + demand) *
      affordable *
      affordable *
      momentum *
      (1 - strategy.opposition / 2) *
      (p.withoutBacking + package_.backing);
    if (hazard > 0 && draw(key, purposes.policyAdoption, system.schoolKey[from], v, time.step) < chance(hazard, time.dt)) {
      districts.adopted[d] = 1;
      districts.adoptedYear[d] = time.year;
    }
  }
}
