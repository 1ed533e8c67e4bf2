/** Educators and clusters make variants of their own. */

import { reason } from '../agents/educators.ts';
import { chance, clamp } from '../arithmetic.ts';
import { adopt } from '../beginning.ts';
import { defineProcess } from '../model.ts';
import { block, drawNormal, purposes, unit, words } from '../random.ts';

const share = { unit: 'share', bounds: [0, 1], grade: 'D', source: 'assumed' } as const;
const CREATION = reason('creation');

export const creation = defineProcess({
  name: 'creation',
  label: 'Creation',
  about:
    'Once a year a school may make a local variant, with a hazard in slack × growth mindset × deep horizontal ties × culture of R&D × permission × (1 − mandate − lock-in). The variant fits the place, is hardly worked out, has its own effect, and spreads only by sharing. There is room for a few; the first made take it.',
  acts: 'year',
  parameters: {
    rate: {
      label: 'Variants made where everything favours it',
      unit: 'per 100 schools and year',
      range: [2, 25],
      bounds: [0, 1000],
      default: 8,
      grade: 'D',
      source: 'assumed; horizontal collaboration stimulates innovation (source document “How to scale up and scale in”)',
    },
    development: { ...share, label: 'Culture of R&D for making', range: [0, 1], default: 0.15 },
    effect: {
      label: 'Mean effect of a local variant',
      unit: 'SD',
      range: [0, 0.1],
      bounds: [-0.5, 1],
      default: 0.04,
      grade: 'C',
      source: 'mean of tested innovations: 0.06 SD (Lortie-Forgues & Inglis 2019)',
    },
    spread: {
      label: 'Spread of that effect',
      unit: 'SD',
      range: [0.03, 0.12],
      bounds: [0, 1],
      default: 0.07,
      grade: 'C',
      source: 'so that 10-30 per cent are clearly positive (Boulay et al. 2018)',
    },
    elaboration: { ...share, label: 'Elaboration of a local variant', range: [0.05, 0.3], default: 0.15 },
    lockIn: {
      ...share,
      label: 'Making held down by single-vendor procurement',
      range: [0.3, 0.9],
      default: 0.6,
      source: 'assumed; evidence I19',
    },
    start: { ...share, label: 'Fidelity of its makers', range: [0.3, 0.7], default: 0.5 },
  },
  writes: [
    'innovations.key',
    'innovations.launched',
    'innovations.local',
    'innovations.creator',
    'innovations.effect',
    'innovations.elaboration',
    'innovations.complexity',
    'innovations.costFactor',
    'innovations.need',
    'innovations.estimate',
    'innovations.precision',
    'innovations.viability',
    'innovations.everUsed',
    'educators.using',
    'educators.supplements',
    'educators.aware',
    'educators.stopped',
    'educators.tipped',
    'educators.moved',
    'educators.stage',
    'educators.years',
    'educators.fidelity',
    'educators.adaptation',
    'educators.productive',
    'educators.ownership',
    'state.created',
    'state.adoptions',
  ],
  run(model, p) {
    const {
      innovations,
      innovationCount,
      scenarioInnovations,
      schools,
      districts,
      system,
      educators,
      levers,
      key,
      time,
      state,
      recorder,
    } = model;
    const yearIndex = Math.round(time.year + time.dt);
    const single = levers.strategy.procurement === 1 ? p.lockIn : 0;
    for (let s = 0; s < system.schoolCount; s++) {
      block(key, purposes.creation, system.schoolKey[s], 0, yearIndex);
      const luck = unit(words[0]);
      // Draw first, look after: nothing can happen above the highest hazard.
      if (luck >= chance(p.rate / 100, 1)) continue;
      const maker =
        system.firstEducator[s] + Math.floor(unit(words[1]) * (system.firstEducator[s + 1] - system.firstEducator[s]));
      const permission = districts.policySupport[system.schoolDistrict[s]] * districts.clarity[system.schoolDistrict[s]];
      const held = clamp(1 - (schools.mandate[s] > 0 ? 0.7 : 0) - single - 0.5 * levers.foundations.lockIn, 0, 1);
      const deep = state.layerDepth[1] * schools.trust[s] * (0.5 + 0.5 * Math.min(1, state.layerShare[2] + state.layerShare[3]));
      const hazard =
        (p.rate / 100) *
        16 *
        educators.slack[maker] *
        educators.mindset[maker] *
        deep *
        p.development *
        Math.min(1, 0.3 + permission) *
        held;
      if (schools.closed[s] || luck >= chance(hazard, 1)) continue;
      state.created[0]++;
      recorder.happened?.('created', time.year + time.dt, s, maker);
      const v = freePlace();
      if (v < 0) continue;
      const id = (system.schoolKey[s] ^ (yearIndex << 24)) >>> 0;
      innovations.key[v] = id;
      innovations.local[v] = 1;
      innovations.creator[v] = s;
      innovations.effect[v] = p.effect + p.spread * drawNormal(key, purposes.variantEffect, id, 0, 0);
      innovations.elaboration[v] = p.elaboration;
      innovations.complexity[v] = 0.3;
      innovations.costFactor[v] = 0;
      innovations.need[2 * v] = system.needs[2 * s];
      innovations.need[2 * v + 1] = system.needs[2 * s + 1];
      innovations.estimate[v] = 0;
      innovations.precision[v] = 1;
      innovations.viability[v] = 1;
      adopt(model, { start: p.start, startOwnership: 0.6, startMandated: 0.6, productive: 1 }, maker, v, CREATION);
    }

    function freePlace(): number {
      for (let v = scenarioInnovations; v < innovationCount; v++) if (!innovations.launched[v]) return v;
      return -1;
    }
  },
});
