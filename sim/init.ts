/** The first day: people in posts, leaders, conditions, and innovations that are promising and not yet anywhere. */

import { foundations } from './agents/others.ts';
import { clamp } from './arithmetic.ts';
import type { Model } from './model.ts';
import { block, draw, drawNormal, purposes, unit, words } from './random.ts';
import { freshEducator } from './traits.ts';

/** Where things stand before anybody does anything. The plan's levels are reached from here, by the processes. */
const START = {
  readiness: 0.35,
  culture: 0.3,
  trust: 0.5,
  connection: 0.25,
  demand: 0.35,
  policySupport: 0.35,
  clarity: 0.4,
  coherence: 0.3,
  centralOffice: 0.4,
} as const;

export function initialise(model: Model, leaderSupport: number, schoolNoise: number): void {
  people(model);
  schools(model, leaderSupport);
  const { districts, state, system, levers } = model;
  for (let d = 0; d < system.districtCount; d++) {
    const luck = draw(system.key, purposes.districtTraits, system.schoolKey[system.firstSchool[d]], 0, 0);
    districts.leaderTenure[d] = luck * 6;
    districts.policySupport[d] = START.policySupport;
    districts.clarity[d] = START.clarity;
    districts.coherence[d] = START.coherence;
    districts.centralOffice[d] = START.centralOffice;
    districts.vision[d] = 0.1;
    districts.adoptedYear[d] = -1;
    districts.background[d] = 6 * levers.fragmentation.initiative * (0.5 + luck);
  }
  hubs(model);
  state.budgetFactor[0] = 1;
  state.begun[0] = -1;
  state.waveYear[0] = -1;
  state.lastCycle[0] = -1;
  innovations(model, schoolNoise);
}

/** The same people in every future: their traits come from the system's key. */
function people(model: Model): void {
  const { educators, system, traits } = model;
  for (let s = 0; s < system.schoolCount; s++) {
    const first = system.firstEducator[s];
    for (let e = first; e < system.firstEducator[s + 1]; e++) {
      freshEducator(model, system.key, e, s, e - first, 0);
      // Uniform over twice the mean: people have been there for a while.
      educators.tenure[e] = 2 * traits.experience * draw(system.key, purposes.educatorTraits, system.schoolKey[s], e - first, 0);
    }
  }
}

function schools({ schools, system }: Model, leaderSupport: number): void {
  for (let s = 0; s < system.schoolCount; s++) {
    block(system.key, purposes.leaderTraits, system.schoolKey[s], 0, 0);
    schools.leaderSupport[s] = clamp(leaderSupport * (0.5 + unit(words[0])), 0, 1);
    schools.leaderMindset[s] = unit(words[1]);
    schools.leaderSkill[s] = unit(words[2]);
    schools.leaderTenure[s] = 8 * unit(words[3]);
    block(system.key, purposes.schoolTraits, system.schoolKey[s], 1, 0);
    schools.culture[s] = START.culture * (0.6 + 0.8 * unit(words[0]));
    schools.trust[s] = START.trust * (0.7 + 0.6 * unit(words[1]));
    for (let f = 0; f < 5; f++) schools.connections[s * 5 + f] = START.connection;
    for (let f = 0; f < foundations.length; f++) schools.readiness[s * foundations.length + f] = START.readiness;
    schools.vision[s] = 0.1;
    schools.demand[s] = START.demand;
    schools.luck[s] = draw(system.key, purposes.ranking, system.schoolKey[s], 0, 0);
    schools.joined[s] = -1;
    schools.supportEnded[s] = -1;
    schools.firstImplementing[s] = -1;
    schools.local[s] = 0.5;
  }
  schools.visible.fill(0.5);
}

function hubs({ clusters, schools, system }: Model): void {
  clusters.hub.fill(-1);
  for (let s = 0; s < system.schoolCount; s++) {
    const c = system.schoolCluster[s];
    if (clusters.hub[c] < 0 || schools.luck[s] < schools.luck[clusters.hub[c]]) clusters.hub[c] = s;
  }
}

/** The hidden truth is drawn once a future and innovation, the same in every plan that is compared. */
function innovations({ innovations, levers, key, scenarioInnovations }: Model, schoolNoise: number): void {
  for (let v = 0; v < scenarioInnovations; v++) {
    const row = levers.innovations[v];
    innovations.key[v] = v;
    innovations.creator[v] = -1;
    innovations.effect[v] = row.effect + row.effectSpread * drawNormal(key, purposes.trueEffect, 0, v, 0);
    innovations.elaboration[v] = row.elaboration;
    innovations.complexity[v] = row.complexity;
    innovations.costFactor[v] = 1;
    innovations.need[2 * v] = row.needA;
    innovations.need[2 * v + 1] = row.needB;
    innovations.viability[v] = row.viability;
    const precision = row.priorEvidence / (schoolNoise * schoolNoise);
    innovations.precision[v] = precision;
    if (precision > 0)
      innovations.estimate[v] =
        innovations.effect[v] + drawNormal(key, purposes.evidenceNoise, 0, v, 0) / Math.sqrt(precision) / 2;
    innovations.hype[v] = Math.max(0, row.overPromise * (0.5 + row.visibility) + row.effect - innovations.estimate[v] * 0.5);
  }
}
