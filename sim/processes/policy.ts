/** The conditions that districts and foundations make: permission, clarity, coherence, vision, the help of a central office. */

import { schoolFoundations } from '../agents/others.ts';
import { clamp, exp } from '../arithmetic.ts';
import { defineProcess } from '../model.ts';

const share = { unit: 'share', bounds: [0, 1], grade: 'D', source: 'assumed' } as const;

export const policy = defineProcess({
  name: 'policy',
  label: 'Policy and foundations',
  about:
    'Each district moves toward the support, clarity, coherence and central-office capacity that policy, alliances and foundations allow; incoherent, short-lived signals (policy fragmentation) lower all of them. Foundations reach schools with a lag. Design principles and clear goals make an instructional vision, which is what technology multiplies.',
  acts: 'step',
  parameters: {
    support: { ...share, label: 'Support of rules for new practice', range: [0.2, 0.6], default: 0.25 },
    supportLoss: { ...share, label: 'Support lost to full policy fragmentation', range: [0.2, 0.8], default: 0.4 },
    clarity: {
      ...share,
      label: 'Clarity of what schools may do, without guidelines',
      range: [0.2, 0.5],
      default: 0.3,
      source: 'assumed; source document “Scale what?” on autonomies',
    },
    clarityGain: { ...share, label: 'Clarity gained from full autonomy guidelines', range: [0.3, 0.7], default: 0.6 },
    alliances: { ...share, label: 'Alliances that align signals', range: [0, 1], default: 0 },
    coherence: { ...share, label: 'Coherence without alliances', range: [0.1, 0.4], default: 0.2 },
    centralOffice: {
      ...share,
      label: 'Central-office capacity without adult learning',
      range: [0.2, 0.5],
      default: 0.3,
      source: 'assumed; source document “How to scale personalized learning”',
    },
    centralOfficeGain: { ...share, label: 'Central-office capacity gained from adult learning', range: [0.2, 0.6], default: 0.4 },
    vision: { ...share, label: 'Instructional vision without principles and goals', range: [0, 0.3], default: 0.1 },
    flexibility: {
      label: 'Support of rules gained from full policy flexibility',
      unit: 'share',
      range: [0.2, 1],
      bounds: [0, 3],
      default: 0.5,
      grade: 'D',
      source: 'assumed; source document “Scale what?” on policy flexibility',
    },
    window: {
      label: 'Support of rules gained while a window is wide open',
      unit: 'share',
      range: [0.2, 1],
      bounds: [0, 3],
      default: 0.5,
      grade: 'D',
      source: 'assumed; windows: Kingdon 1984',
    },
    adopted: {
      label: 'Support of rules added by policy that is law',
      unit: 'share',
      range: [0.1, 0.5],
      bounds: [0, 1],
      default: 0.3,
      grade: 'D',
      source: 'assumed',
    },
    remote: { ...share, label: 'Foundations slower to reach the remotest school', range: [0, 0.6], default: 0.3 },
    poor: { ...share, label: 'Foundations slower to reach the most disadvantaged school', range: [0, 0.6], default: 0.2 },
    speed: {
      label: 'Speed at which districts move',
      unit: 'per year',
      range: [0.3, 1.5],
      bounds: [0, 50],
      default: 0.7,
      grade: 'D',
      source: 'assumed',
    },
  },
  writes: [
    'districts.policySupport',
    'districts.clarity',
    'districts.coherence',
    'districts.centralOffice',
    'districts.vision',
    'schools.readiness',
    'schools.vision',
  ],
  run({ districts, schools, system, levers, time, state }, p) {
    const { policy: incoherence, structural, initiative } = levers.fragmentation;
    const whole = (structural + initiative + incoherence) / Object.keys(levers.fragmentation).length;
    const f = levers.foundations;
    const kept = exp(-p.speed * time.dt);
    const rolled = 1 - exp(-time.dt / f.rolloutYears);
    const goal = levers.strategy.goals;
    const to = {
      support: clamp(p.support * (1 - p.supportLoss * incoherence) * (1 + p.flexibility * f.policyFlexibility), 0, 1),
      clarity: clamp((p.clarity + p.clarityGain * f.autonomy) * (1 - p.supportLoss * incoherence), 0, 1),
      coherence: clamp(p.coherence * (1 - whole) + p.alliances * (1 - whole), 0, 1),
      central: clamp(p.centralOffice + p.centralOfficeGain * levers.strategy.adultLearning, 0, 1),
      vision: clamp(p.vision + (1 - p.vision) * f.designPrinciples * goal, 0, 1),
    };
    // A minister who has just come and a window that stands open both move priorities.
    const open = state.windowOpen[0];
    for (let d = 0; d < system.districtCount; d++) {
      const toward = (now: number, goalLevel: number): number => goalLevel + (now - goalLevel) * kept;
      districts.policySupport[d] = toward(
        districts.policySupport[d],
        clamp(to.support * (1 + p.window * open) + (districts.adopted[d] ? p.adopted : 0), 0, 1),
      );
      districts.clarity[d] = toward(districts.clarity[d], to.clarity);
      districts.coherence[d] = toward(districts.coherence[d], to.coherence);
      districts.centralOffice[d] = toward(districts.centralOffice[d], to.central);
      districts.vision[d] = toward(districts.vision[d], to.vision);
    }
    const levels = schoolFoundations.map((name) => f[name]);
    for (let s = 0; s < system.schoolCount; s++) {
      const arrives = rolled * (1 - p.remote * system.remoteness[s]) * (1 - p.poor * Math.max(0, system.disadvantage[s] - 0.5));
      for (let i = 0; i < schoolFoundations.length; i++) {
        const at = s * schoolFoundations.length + i;
        schools.readiness[at] += (levels[i] - schools.readiness[at]) * arrives;
      }
      schools.vision[s] += (districts.vision[system.schoolDistrict[s]] - schools.vision[s]) * (1 - kept);
    }
  },
});
