/** The first day: people in posts, leaders, conditions, and innovations that are promising and not yet anywhere. */

import { schoolFoundations } from './agents/others.ts';
import { clamp } from './arithmetic.ts';
import type { Model } from './model.ts';
import type { startQuantities } from './people.ts';
import type { Values } from './quantity.ts';
import { block, draw, drawNormal, purposes, unit, words } from './random.ts';
import { freshEducator } from './traits.ts';

export type Start = Values<typeof startQuantities>;

/** Evenly around a middle, by a share of it; luck is uniform over 0 to 1. */
const around = (middle: number, spread: number, luck: number): number => middle * (1 - spread + 2 * spread * luck);

export function initialise(model: Model, leaderSupport: number, schoolNoise: number, p: Start): void {
  people(model);
  schools(model, leaderSupport, p);
  follow(model);
  const { districts, state, system, levers } = model;
  for (let d = 0; d < system.districtCount; d++) {
    const luck = draw(system.key, purposes.districtTraits, system.schoolKey[system.firstSchool[d]], 0, 0);
    districts.policySupport[d] = p.policySupport;
    districts.clarity[d] = p.clarity;
    districts.coherence[d] = p.coherence;
    districts.centralOffice[d] = p.centralOffice;
    districts.vision[d] = p.vision;
    districts.adoptedYear[d] = -1;
    districts.background[d] = around(p.projects * levers.fragmentation.initiative, p.projectSpread, luck);
  }
  hubs(model);
  partners(model, p);
  state.connections.fill(p.connection);
  state.budgetFactor[0] = 1;
  state.begun[0] = -1;
  state.waveYear[0] = -1;
  innovations(model, schoolNoise, p);
}

/** Districts and networks with a rollout of their own; a school of a network follows that, wherever it lies. */
function follow({ schools, districts, system, picked }: Model): void {
  for (const [i, chosen] of picked.rollouts.entries()) {
    for (const d of chosen.districts) {
      districts.follows[d] = i + 1;
      schools.follows.fill(i + 1, system.firstSchool[d], system.firstSchool[d + 1]);
    }
  }
  for (const [i, chosen] of picked.rollouts.entries()) for (const s of chosen.schools) schools.follows[s] = i + 1;
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

function schools({ schools, system }: Model, leaderSupport: number, p: Start): void {
  for (let s = 0; s < system.schoolCount; s++) {
    block(system.key, purposes.leaderTraits, system.schoolKey[s], 0, 0);
    schools.leaderSupport[s] = clamp(around(leaderSupport, p.leaderSpread, unit(words[0])), 0, 1);
    schools.leaderMindset[s] = unit(words[1]);
    schools.leaderSkill[s] = unit(words[2]);
    schools.leaderTenure[s] = p.leaderYears * unit(words[3]);
    block(system.key, purposes.schoolTraits, system.schoolKey[s], 1, 0);
    schools.culture[s] = around(p.culture, p.cultureSpread, unit(words[0]));
    schools.trust[s] = around(p.trust, p.trustSpread, unit(words[1]));
    for (let f = 0; f < schoolFoundations.length; f++) schools.readiness[s * schoolFoundations.length + f] = p.readiness;
    schools.vision[s] = p.vision;
    schools.demand[s] = p.demand;
    schools.luck[s] = draw(system.key, purposes.ranking, system.schoolKey[s], 0, 0);
    schools.joined[s] = -1;
    schools.supportEnded[s] = -1;
    schools.firstImplementing[s] = -1;
    schools.local[s] = p.fit;
    schools.distance[s] = 1 - p.fit;
  }
  schools.visible.fill(p.visible);
}

function hubs({ clusters, schools, system }: Model): void {
  clusters.hub.fill(-1);
  for (let s = 0; s < system.schoolCount; s++) {
    const c = system.schoolCluster[s];
    if (clusters.hub[c] < 0 || schools.luck[s] < schools.luck[clusters.hub[c]]) clusters.hub[c] = s;
  }
}

/** A cluster's researchers and entrepreneurs are the same people in every future; the hub's key stands for the cluster. */
function partners({ clusters, system }: Model, p: Start): void {
  for (let c = 0; c < system.clusterCount; c++) {
    block(system.key, purposes.partnerTraits, system.schoolKey[Math.max(0, clusters.hub[c])], 0, 0);
    clusters.leaning[2 * c] = around(1, p.partnerSpread, unit(words[0]));
    clusters.leaning[2 * c + 1] = around(1, p.partnerSpread, unit(words[1]));
  }
}

/** The hidden truth is drawn once a future and innovation, the same in every plan that is compared. */
function innovations({ innovations, levers, key, scenarioInnovations }: Model, schoolNoise: number, p: Start): void {
  for (let v = 0; v < scenarioInnovations; v++) {
    const row = levers.innovations[v];
    innovations.key[v] = v;
    // What the plan does not roll out is on offer from the first day, by those who made it.
    if (v !== levers.strategy.innovation && row.visibility > 0) innovations.launched[v] = 1;
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
        innovations.effect[v] + (drawNormal(key, purposes.evidenceNoise, 0, v, 0) / Math.sqrt(precision)) * p.priorNoise;
    innovations.hype[v] = Math.max(
      0,
      row.overPromise * (p.hypeUnseen + row.visibility) + row.effect - innovations.estimate[v] * p.hypeEvidence,
    );
  }
}
