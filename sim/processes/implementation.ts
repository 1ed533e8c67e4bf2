/** Users learn, adapt and make it their own, or let it drift. */

import { stages } from '../agents/educators.ts';
import { clamp, exp } from '../arithmetic.ts';
import { defineProcess } from '../model.ts';
import { layers } from '../network.ts';
import { thresholds } from '../thresholds.ts';

const share = { unit: 'share', bounds: [0, 1], grade: 'D', source: 'assumed' } as const;
const speed = { unit: 'per year', bounds: [0, 20], grade: 'D', source: 'assumed' } as const;

const TRIALLING = stages.indexOf('trialling');
const ROUTINE = stages.indexOf('routine');
const OWNING = stages.indexOf('owning');
const HYSTERESIS = thresholds.hysteresis.default;
const ROUTINE_FIDELITY = thresholds.routineFidelity.default;
const ROUTINE_YEARS = thresholds.routineYears.default;
const SCHOOL = layers.indexOf('school');
const OWNED = thresholds.owned.default;

export const implementation = defineProcess({
  name: 'implementation',
  label: 'Implementation',
  about:
    'Fidelity to the core rises toward a ceiling times 1 − Π(1 − s) over training (little), coaching (much), materials, peers and practice; it drifts down where support is gone. Elaboration and capability lift the ceiling, overload lowers it. Adaptation follows the distance of the context and the room to adapt: where the core is not worked out it drifts away with adaptation; harmful adaptation lowers fidelity, productive adaptation does not. Ownership grows with agency, productive adaptation and deep collaboration, in an inverted U of elaboration, and is held down by compulsion. Capability grows with use.',
  acts: 'step',
  parameters: {
    rise: {
      ...speed,
      label: 'Speed at which fidelity rises',
      range: [0.8, 1.8],
      default: 1.7,
      grade: 'C',
      source: 'full implementation takes 2-4 years (Fixsen et al. 2005)',
    },
    feedback: { ...share, label: 'Faster learning where data come back to teachers', range: [0, 0.5], default: 0 },
    drift: {
      ...speed,
      label: 'Speed at which unsupported fidelity drifts down',
      range: [0.05, 0.3],
      default: 0.15,
      source: 'no direct estimate; parameter fidelity_decay_unsupported',
    },
    ceiling: { ...share, label: 'Highest fidelity with nothing worked out', range: [0.6, 0.9], default: 0.88 },
    ceilingElaboration: { ...share, label: 'Ceiling added by full elaboration', range: [0.1, 0.4], default: 0.25 },
    ceilingCapability: { ...share, label: 'Ceiling added by full capability', range: [0.05, 0.3], default: 0.15 },
    overload: {
      ...share,
      label: 'Ceiling lost per initiative too many',
      range: [0.03, 0.15],
      default: 0.07,
      source: 'assumed; overload lowers fidelity of all (Fullan 2000)',
    },
    practice: { ...share, label: 'What practice alone reaches in time', range: [0.4, 0.75], default: 0.6 },
    practiceYears: {
      label: 'Years to half of what practice reaches',
      unit: 'years',
      range: [0.8, 3],
      bounds: [0.1, 20],
      default: 1.1,
      grade: 'D',
      source: 'assumed',
    },
    uptake: {
      ...share,
      label: 'Uptake of coaching by the least willing',
      range: [0.2, 0.6],
      default: 0.5,
      source: 'assumed; lack of buy-in is the main reason to abandon (evidence P30, I16)',
    },
    coreDrift: {
      ...share,
      label: 'Core lost per unit of adaptation where nothing is worked out',
      range: [0.1, 0.5],
      default: 0.2,
      source: 'assumed; evidence I1',
    },
    harm: {
      ...share,
      label: 'Fidelity lost per unit of harmful adaptation',
      range: [0.1, 0.5],
      default: 0.2,
      source: 'assumed; lethal mutations: Brown & Campione 1996',
    },
    adapting: { ...speed, label: 'Speed of adaptation', range: [0.4, 1.5], default: 0.8 },
    adaptationRoom: { ...share, label: 'Room to change it in use', range: [0, 1], default: 0.14 },
    owning: {
      ...speed,
      label: 'Speed at which ownership grows',
      range: [0.2, 0.8],
      default: 0.7,
      source: 'assumed; the shift takes years: Coburn 2003',
    },
    agency: { ...share, label: 'Agency of teachers', range: [0, 1], default: 0.45 },
    ownershipAdaptation: { ...share, label: 'Ownership from productive adaptation', range: [0.1, 0.5], default: 0.35 },
    ownershipDepth: { ...share, label: 'Ownership from deep collaboration', range: [0.1, 0.5], default: 0.42 },
    ownershipStructure: {
      ...share,
      label: 'Ownership from helpful structure, at its best',
      range: [0.05, 0.3],
      default: 0.15,
      source: 'assumed inverted U; evidence I2',
    },
    bestStructure: { ...share, label: 'Elaboration that helps ownership most for a novice', range: [0.5, 0.8], default: 0.65 },
    ceilingLeast: {
      label: 'Ceiling left under the worst overload',
      unit: 'share',
      range: [0.1, 0.5],
      bounds: [0, 1],
      default: 0.3,
      grade: 'D',
      source: 'assumed; something is taught even then',
    },
    structureCapability: {
      label: 'Structure that helps less, for full capability',
      unit: 'share',
      range: [0.2, 0.6],
      bounds: [0, 1],
      default: 0.4,
      grade: 'D',
      source: 'assumed: experts need less of it',
    },
    adaptationHalf: {
      label: 'Productive adaptation that gives half of its ownership',
      unit: 'share',
      range: [0.05, 0.3],
      bounds: [0.001, 1],
      default: 0.15,
      grade: 'D',
      source: 'assumed; the first changes count most',
    },
    coDesign: { ...share, label: 'Ownership from design in partnership', range: [0.05, 0.3], default: 0.15 },
    compulsion: { ...share, label: 'Ownership held down by full compulsion', range: [0.4, 0.9], default: 0.7 },
    compliance: {
      ...share,
      label: 'Learning lost where use is mere compliance',
      range: [0.2, 0.7],
      default: 0.55,
      source: 'assumed; you cannot mandate what matters (Fullan 1993); evidence I4',
    },
    growth: { ...speed, label: 'Capability gained by practice', range: [0.02, 0.15], default: 0.06 },
    mindsetGrowth: { ...speed, label: 'Mindset gained in a growing school', range: [0, 0.1], default: 0.02 },
    lostLearning: {
      ...share,
      label: 'Coaching undone by training that pulls another way',
      range: [0.1, 0.5],
      default: 0.3,
      source: 'assumed; source document “How to scale personalized learning”: unrelated professional development',
    },
  },
  writes: [
    'educators.fidelity',
    'educators.adaptation',
    'educators.ownership',
    'educators.years',
    'educators.tenure',
    'educators.capability',
    'educators.mindset',
    'educators.stage',
  ],
  run({ educators, schools, system, innovations, levers, time, state }, p) {
    const { dt } = time;
    const whole = speedsOver(p, dt);
    const pulled = 1 - p.lostLearning * levers.strategy.otherTraining;
    const { using, fidelity, adaptation, ownership, years, tenure, capability, mindset, productive, stage } = educators;
    const deep = state.layerDepth[SCHOOL];
    for (let s = 0; s < system.schoolCount; s++) {
      const first = system.firstEducator[s];
      const end = system.firstEducator[s + 1];
      const still = (1 - schools.training[s]) * (1 - schools.peers[s]) * (1 - schools.technology[s]) * (1 - schools.materials[s]);
      const coaching = schools.coaching[s] * pulled;
      const crowded = Math.max(p.ceilingLeast, 1 - p.overload * schools.overload[s]);
      const distance = schools.distance[s];
      const togetherness = deep * schools.trust[s];
      const free = 1 - p.compulsion * schools.compulsion[s];
      const heart = 1 - p.compliance * schools.compulsion[s];
      for (let e = first; e < end; e++) {
        tenure[e] += dt;
        if (using[e] === 0) continue;
        const v = using[e] - 1;
        const elaboration = innovations.elaboration[v];
        const a = adaptation[e];
        years[e] += dt;
        const { up, down, adapts, owns, grows, opens } = years[e] < dt ? speedsOver(p, years[e]) : whole;
        const willing = (p.uptake + (1 - p.uptake) * mindset[e]) * heart;
        const practised = ((p.practice * years[e]) / (years[e] + p.practiceYears)) * heart;
        const learned = 1 - still * (1 - coaching * willing) * (1 - practised);
        const harm = productive[e] ? 0 : p.harm * a;
        const lost = p.coreDrift * a * (1 - elaboration);
        const ceiling = clamp(
          (p.ceiling + p.ceilingElaboration * elaboration + p.ceilingCapability * capability[e]) * crowded,
          0,
          1,
        );
        const goal = Math.max(0, ceiling * learned - harm - lost);
        const f = fidelity[e];
        fidelity[e] = f + (goal - f) * (goal > f ? up : down);
        adaptation[e] = a + (distance * p.adaptationRoom - a) * adapts;
        const best = p.bestStructure * (1 - p.structureCapability * capability[e]);
        const off = (elaboration - best) / best;
        const own =
          p.agency +
          (productive[e] ? p.ownershipAdaptation * (a / (a + p.adaptationHalf)) : 0) +
          p.ownershipDepth * togetherness +
          p.ownershipStructure * Math.max(0, 1 - off * off) +
          p.coDesign * levers.strategy.coDesign;
        const o = ownership[e];
        ownership[e] = o + (clamp(own * free, 0, 1) * learned - o) * owns;
        capability[e] += (1 - capability[e]) * grows * f;
        mindset[e] += (1 - mindset[e]) * opens * schools.culture[s];
        stage[e] = stageOf(stage[e], fidelity[e], years[e], ownership[e]);
      }
    }
  },
});

/** How far each state goes towards its goal in a time, in years: who began within the step has practised for a part of it. */
function speedsOver(
  p: Readonly<Record<'rise' | 'feedback' | 'drift' | 'adapting' | 'owning' | 'growth' | 'mindsetGrowth', number>>,
  lived: number,
) {
  const towards = (rate: number): number => 1 - exp(-rate * lived);
  return {
    up: towards(p.rise * (1 + p.feedback)),
    down: towards(p.drift),
    adapts: towards(p.adapting),
    owns: towards(p.owning),
    grows: towards(p.growth),
    opens: towards(p.mindsetGrowth),
  };
}

/** With hysteresis: a stage is lost only a tenth below where it was won. */
function stageOf(now: number, f: number, used: number, o: number): number {
  const slack = now >= ROUTINE ? HYSTERESIS : 0;
  if (f < ROUTINE_FIDELITY - slack || used < ROUTINE_YEARS) return TRIALLING;
  return o >= OWNED - (now === OWNING ? HYSTERESIS : 0) ? OWNING : ROUTINE;
}
