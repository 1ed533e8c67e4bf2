/** Educators and clusters make variants of their own. */

import { reason } from '../agents/educators.ts';
import { chance, clamp } from '../arithmetic.ts';
import { adopt, beginningWrites } from '../beginning.ts';
import { defineProcess } from '../model.ts';
import { layers } from '../network.ts';
import { block, drawNormal, purposes, unit, words } from '../random.ts';

const share = { unit: 'share', bounds: [0, 1], grade: 'D', source: 'assumed' } as const;
const CREATION = reason('creation');
const SCHOOL = layers.indexOf('school');
const DISTRICT = layers.indexOf('district');
const CLUSTER = layers.indexOf('cluster');
/** Rates of making are said per 100 schools. */
const SCHOOLS = 100;
/** Bits of a variant’s name that are its school’s; the year stands above. */
const SCHOOL_BITS = 24;

export const creation = defineProcess({
  name: 'creation',
  label: 'Creation',
  about:
    'Once a year a school may make a local variant, with a hazard in slack × growth mindset × deep horizontal ties × culture of R&D × permission × (1 − mandate − lock-in − script). The variant fits the place, is hardly worked out, has its own effect, and spreads only by sharing. There is room for a few; the first made take it.',
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
    scale: {
      label: 'What brings the product of half levels back to the rate',
      unit: 'factor',
      range: [8, 32],
      bounds: [0, 1000],
      default: 16,
      grade: 'D',
      source: 'a convention of the product: four factors at a half make 1',
    },
    mandated: {
      label: 'Making held down while a practice is required',
      unit: 'share',
      range: [0.4, 1],
      bounds: [0, 1],
      default: 0.7,
      grade: 'D',
      source: 'assumed; compulsion leaves little room to make',
    },
    softwareLockIn: {
      label: 'Making held down by full software lock-in',
      unit: 'share',
      range: [0.2, 0.8],
      bounds: [0, 1],
      default: 0.5,
      grade: 'D',
      source: 'assumed; source document “Scale what?”: software often locks schools in',
    },
    scripted: {
      label: 'Making held down by a full script in use',
      unit: 'share',
      range: [0.2, 0.8],
      bounds: [0, 1],
      default: 0.5,
      grade: 'D',
      source: 'assumed; where all is laid down little is left to make: Cohen & Ball 2007',
    },
    unbridged: {
      label: 'Making left where no bridging ties are at work',
      unit: 'share',
      range: [0.3, 0.8],
      bounds: [0, 1],
      default: 0.5,
      grade: 'D',
      source: 'assumed; ideas come through bridges and grow in deep ties',
    },
    unpermitted: {
      label: 'Making left without any permission',
      unit: 'share',
      range: [0.1, 0.5],
      bounds: [0, 1],
      default: 0.3,
      grade: 'D',
      source: 'assumed; teachers try things behind closed doors',
    },
    complexity: {
      label: 'Departure of a local variant from present practice',
      unit: 'share',
      range: [0.1, 0.5],
      bounds: [0, 1],
      default: 0.3,
      grade: 'D',
      source: 'assumed below that of designed innovations: makers start from what they do',
    },
    startOwnership: {
      label: 'Ownership of its makers',
      unit: 'share',
      range: [0.4, 0.8],
      bounds: [0, 1],
      default: 0.6,
      grade: 'D',
      source: 'assumed; what one makes is one’s own',
    },
    start: { ...share, label: 'Fidelity of its makers', range: [0.3, 0.7], default: 0.5 },
  },
  writes: [
    ...beginningWrites,
    'innovations.key',
    'innovations.local',
    'innovations.effect',
    'innovations.elaboration',
    'innovations.complexity',
    'innovations.costFactor',
    'innovations.need',
    'innovations.estimate',
    'innovations.precision',
    'innovations.viability',
    'state.created',
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
      if (luck >= chance(p.rate / SCHOOLS, 1)) continue;
      const maker =
        system.firstEducator[s] + Math.floor(unit(words[1]) * (system.firstEducator[s + 1] - system.firstEducator[s]));
      const permission = districts.policySupport[system.schoolDistrict[s]] * districts.clarity[system.schoolDistrict[s]];
      const held = clamp(
        1 -
          (schools.mandate[s] > 0 ? p.mandated : 0) -
          single -
          p.softwareLockIn * levers.foundations.lockIn -
          p.scripted * scriptOf(maker),
        0,
        1,
      );
      const deep =
        state.layerDepth[SCHOOL] *
        schools.trust[s] *
        (p.unbridged + (1 - p.unbridged) * Math.min(1, state.layerShare[DISTRICT] + state.layerShare[CLUSTER]));
      const hazard =
        (p.rate / SCHOOLS) *
        p.scale *
        educators.slack[maker] *
        educators.mindset[maker] *
        deep *
        p.development *
        Math.min(1, p.unpermitted + permission) *
        held;
      if (schools.closed[s] || luck >= chance(hazard, 1)) continue;
      state.created[0]++;
      recorder.happened?.('created', time.year + time.dt, s, maker);
      const v = freePlace();
      if (v < 0) continue;
      const id = (system.schoolKey[s] ^ (yearIndex << SCHOOL_BITS)) >>> 0;
      innovations.key[v] = id;
      innovations.local[v] = 1;
      innovations.effect[v] = p.effect + p.spread * drawNormal(key, purposes.variantEffect, id, 0, 0);
      innovations.elaboration[v] = p.elaboration;
      innovations.complexity[v] = p.complexity;
      innovations.costFactor[v] = 0;
      innovations.need[2 * v] = system.needs[2 * s];
      innovations.need[2 * v + 1] = system.needs[2 * s + 1];
      innovations.estimate[v] = 0;
      innovations.precision[v] = 1;
      innovations.viability[v] = 1;
      adopt(
        model,
        { start: p.start, startOwnership: p.startOwnership, startMandated: p.startOwnership, productive: 1 },
        maker,
        v,
        CREATION,
      );
    }

    /** How far beyond the middle what somebody uses is laid down, 0 to 1. */
    function scriptOf(e: number): number {
      return educators.using[e] > 0 ? Math.max(0, 2 * innovations.elaboration[educators.using[e] - 1] - 1) : 0;
    }

    function freePlace(): number {
      for (let v = scenarioInnovations; v < innovationCount; v++) if (!innovations.launched[v]) return v;
      return -1;
    }
  },
});
