/** Culture, trust, connections to outside forces, community demand, and what clusters become. */

import { forces, partners } from '../agents/others.ts';
import { isInProgramme } from '../agents/schools.ts';
import { clamp, cubeRoot, exp } from '../arithmetic.ts';
import { defineProcess } from '../model.ts';
import { layers } from '../network.ts';
import { thresholds } from '../thresholds.ts';
import { shareOfLead } from '../use.ts';

const share = { unit: 'share', bounds: [0, 1], grade: 'D', source: 'assumed' } as const;
const speed = { unit: 'per year', bounds: [0, 20], grade: 'D', source: 'assumed' } as const;
const PARENTS = forces.indexOf('parents');
const SCHOOL = layers.indexOf('school');
const CLUSTER = layers.indexOf('cluster');
const IN_USE = thresholds.inUse.default;
const RESEARCHERS = partners.indexOf('researchers');
const ENTREPRENEURS = partners.indexOf('entrepreneurs');
const WELL = thresholds.well.default;

export const culture = defineProcess({
  name: 'culture',
  label: 'Culture',
  about:
    'Reculturing from inside has a ceiling; beyond it a school’s culture depends on outside forces, which act only through the connections that the school has built by voluntary joint work (Fullan’s inside and inside-outside stories). Trust grows with stable, voluntary work and falls with turnover, compulsion and the gap between what is reported and what is done. A cluster’s output is the geometric mean of the willingness of educators, researchers and entrepreneurs: without one of the three there is little. Demand of parents and community protects, and never raises learning by itself.',
  acts: 'step',
  parameters: {
    inside: {
      ...share,
      label: 'Culture that a school can build alone',
      range: [0.3, 0.5],
      default: 0.4,
      source: 'assumed ceiling; Fullan 2000',
    },
    speed: { ...speed, label: 'Speed of reculturing', range: [0.1, 0.5], default: 0.25 },
    connecting: { ...speed, label: 'Connections built by full voluntary joint work', range: [0.1, 0.6], default: 0.3 },
    connectionLoss: { ...speed, label: 'Connections that lapse', range: [0.05, 0.3], default: 0.12 },
    alliances: { ...share, label: 'Joint work brought by alliances', range: [0, 0.6], default: 0 },
    trustGrowth: { ...speed, label: 'Trust gained by deep voluntary work', range: [0.1, 0.5], default: 0.3 },
    trustCompulsion: {
      ...share,
      label: 'Trust lost to full compulsion',
      range: [0.2, 0.7],
      default: 0.5,
      source: 'assumed; contrived collegiality: Hargreaves 1994',
    },
    trustGap: {
      ...share,
      label: 'Trust lost to a full gap between report and practice',
      range: [0.2, 0.7],
      default: 0.4,
      source: 'assumed; evidence I4',
    },
    demandNeeds: { ...share, label: 'Community demand where needs are answered', range: [0.2, 0.8], default: 0.4 },
    demandBase: { ...share, label: 'Community demand otherwise', range: [0.1, 0.4], default: 0.25 },
    researchers: {
      ...share,
      label: 'Willingness of researchers to work with schools',
      range: [0.2, 0.7],
      default: 0.35,
      source: 'assumed low; source document “How to scale up and scale in”: findings stay in theses',
    },
    entrepreneurs: { ...share, label: 'Willingness of entrepreneurs to work with schools', range: [0.2, 0.7], default: 0.4 },
    clusterGrowth: { ...speed, label: 'Speed at which joint work in a cluster deepens', range: [0.2, 0.8], default: 0.4 },
    hub: {
      ...share,
      label: 'Depth gained where the hub school implements',
      range: [0, 0.4],
      default: 0.2,
      source: 'assumed; hubs that split and link: source document “How to scale up and scale in”',
    },
    demandResults: {
      ...share,
      label: 'Community demand where results can be seen',
      range: [0.1, 0.6],
      default: 0.3,
      source: 'assumed; visible results raise demand: source document “How to scale personalized learning”',
    },
    demandNeed: { ...share, label: 'Demand lower where pupils are poorer', range: [0, 0.3], default: 0.1 },
    insideTrust: {
      label: 'Culture built alone that is left without trust',
      unit: 'share',
      range: [0.3, 0.8],
      bounds: [0, 1],
      default: 0.5,
      grade: 'D',
      source: 'assumed; reculturing needs trust',
    },
    compulsionFading: {
      label: 'Compulsion that is forgotten once nothing is required',
      unit: 'per year',
      range: [0.1, 0.6],
      bounds: [0, 3],
      default: 0.3,
      grade: 'D',
      source: 'assumed; habits of compliance outlast the rule',
    },
    trustBase: {
      label: 'Trust without any collaboration',
      unit: 'share',
      range: [0.2, 0.5],
      bounds: [0, 1],
      default: 0.35,
      grade: 'D',
      source: 'assumed',
    },
    trustDepth: {
      label: 'Trust from deep voluntary collaboration',
      unit: 'share',
      range: [0.4, 0.8],
      bounds: [0, 2],
      default: 0.65,
      grade: 'D',
      source: 'assumed; so that full depth makes full trust',
    },
    trustCulture: {
      label: 'Trust from a collaborative culture',
      unit: 'share',
      range: [0.1, 0.4],
      bounds: [0, 2],
      default: 0.2,
      grade: 'D',
      source: 'assumed',
    },
    trustMandate: {
      label: 'Weight of a mandate on teaching beside compelled collaboration',
      unit: 'share',
      range: [0.3, 1],
      bounds: [0, 2],
      default: 0.6,
      grade: 'D',
      source: 'assumed; being told to meet hurts trust more than being told what to teach',
    },
    trustFloor: {
      label: 'Least trust that a school falls to',
      unit: 'share',
      range: [0, 0.1],
      bounds: [0, 1],
      default: 0.02,
      grade: 'D',
      source: 'assumed; somebody always trusts somebody',
    },
    demandParents: {
      label: 'Community demand from connections to parents who pull the same way',
      unit: 'share',
      range: [0.2, 0.8],
      bounds: [0, 2],
      default: 0.5,
      grade: 'D',
      source: 'assumed; outside forces act through connections (Fullan 2000)',
    },
    clusterBase: {
      label: 'Depth that a cluster reaches without output',
      unit: 'share',
      range: [0.3, 0.8],
      bounds: [0, 1],
      default: 0.5,
      grade: 'D',
      source: 'assumed; meeting is something by itself',
    },
    localNeeds: { ...share, label: 'Answer to needs that families already feel', range: [0, 1], default: 0.3 },
  },
  writes: [
    'schools.culture',
    'schools.trust',
    'state.connections',
    'schools.demand',
    'schools.compulsion',
    'clusters.depth',
    'clusters.output',
    'clusters.willingness',
    'clusters.share',
  ],
  run(model, p) {
    const { schools, system, clusters, levers, time, state, innovationCount } = model;
    const { dt } = time;
    const moves = 1 - exp(-p.speed * dt);
    const trusts = 1 - exp(-p.trustGrowth * dt);
    const deepens = 1 - exp(-p.clusterGrowth * dt);
    const { intensity, compelled } = levers.collaboration;
    const outside = forces.map((f) => levers.forces[f].level * levers.forces[f].alignment);
    const joint = clamp(intensity * (1 - compelled) + p.alliances, 0, 1);
    const connects = p.connecting * joint;
    const reaches = connects / (connects + p.connectionLoss);
    const connectsBy = 1 - exp(-(connects + p.connectionLoss) * dt);
    let help = 0;
    for (let f = 0; f < forces.length; f++) {
      state.connections[f] += (reaches - state.connections[f]) * connectsBy;
      help += outside[f] * state.connections[f];
    }
    // The three key people of a cluster; the cube root of their product.
    const members = new Int32Array(system.clusterCount);
    const inUse = new Int32Array(system.clusterCount);
    const willing = new Float64Array(system.clusterCount);
    for (let s = 0; s < system.schoolCount; s++) {
      const c = system.schoolCluster[s];
      const lead = schools.lead[s] - 1;
      const using = shareOfLead(model, s);
      members[c]++;
      if (using >= IN_USE) inUse[c]++;
      willing[c] += 0.5 * schools.culture[s] + 0.5 * schools.leaderMindset[s];
      const goal = Math.min(1, p.inside * (p.insideTrust + (1 - p.insideTrust) * schools.trust[s]) + help);
      const shown = lead >= 0 ? using * Math.max(0, 2 * schools.visible[s * innovationCount + lead] - 1) : 0;
      schools.culture[s] += (goal - schools.culture[s]) * moves;
      const isIn = isInProgramme(schools.affiliation[s]);
      schools.compulsion[s] = isIn && schools.mandate[s] > 0 ? 1 : schools.compulsion[s] * (1 - p.compulsionFading * dt);
      const gap = isIn
        ? Math.max(0, 1 - using * (schools.fidelity[s] > 0 ? schools.fidelity[s] / WELL : 0)) * schools.compulsion[s]
        : 0;
      const calm = clamp(
        p.trustBase +
          p.trustDepth * state.layerDepth[SCHOOL] * (1 - compelled) +
          p.trustCulture * schools.culture[s] -
          p.trustCompulsion * Math.max(compelled, p.trustMandate * schools.compulsion[s]) -
          p.trustGap * gap,
        p.trustFloor,
        1,
      );
      schools.trust[s] += (calm - schools.trust[s]) * trusts;
      const wanted = clamp(
        p.demandBase +
          p.demandNeeds * p.localNeeds +
          p.demandResults * shown -
          p.demandNeed * (system.disadvantage[s] - 0.5) +
          p.demandParents * state.connections[PARENTS] * levers.forces.parents.alignment,
        0,
        1,
      );
      schools.demand[s] += (wanted - schools.demand[s]) * moves;
    }

    /** What partners count for: their willingness here, and of the rest as much as they have learned to know schools. */
    function withKnowledge(at: number, mean: number): number {
      const willing = Math.min(1, mean * clusters.leaning[at]);
      clusters.willingness[at] = willing;
      return willing + (1 - willing) * clusters.knowledge[at];
    }

    for (let c = 0; c < system.clusterCount; c++) {
      if (!clusters.active[c] || members[c] === 0) {
        clusters.depth[c] *= 1 - deepens;
        continue;
      }
      clusters.share[c] = inUse[c] / members[c];
      const researchers = withKnowledge(2 * c + RESEARCHERS, p.researchers);
      const entrepreneurs = withKnowledge(2 * c + ENTREPRENEURS, p.entrepreneurs);
      clusters.output[c] = cubeRoot((willing[c] / members[c]) * researchers * entrepreneurs);
      const example = clusters.hub[c] >= 0 && schools.implementing[clusters.hub[c]] ? p.hub : 0;
      const goal = clamp(state.layerDepth[CLUSTER] * (p.clusterBase + clusters.output[c] + example), 0, 1);
      clusters.depth[c] += (goal - clusters.depth[c]) * deepens;
    }
  },
});
