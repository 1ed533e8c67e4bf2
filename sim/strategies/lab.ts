import { defineStrategy } from '../model.ts';
import { byNeighbours, byRank, hasBegun, invite, isStart, isYearly, schoolsPer100, seed } from './offers.ts';

/** A real-time scaling lab: plan, implement, measure, reflect and re-allocate every year, within a budget. */
export const lab = defineStrategy({
  name: 'lab',
  label: 'Learn and adjust yearly',
  about:
    'Scaling lab: every year as many schools are invited as last year’s results and money allow; effort moves between depth and breadth as practice is shallow or deep. Peers in the lab learn from each other.',
  parameters: {
    size: {
      label: 'Schools a year when all goes well',
      unit: 'per 100 schools',
      range: [4, 20],
      bounds: [0, 100],
      default: 10,
      grade: 'D',
      source: 'assumed',
    },
    fidelity: {
      label: 'Fidelity below which no school is added',
      unit: 'share',
      range: [0.3, 0.6],
      bounds: [0, 1],
      default: 0.4,
      grade: 'D',
      source: 'assumed',
    },
    coverage: {
      label: 'Share of support paid below which no school is added',
      unit: 'share',
      range: [0.1, 0.6],
      bounds: [0, 1],
      default: 0.25,
      grade: 'D',
      source: 'assumed',
    },
  },
  act(model, p) {
    const { state, schools, system } = model;
    if (isStart(model)) seed(model, true, byRank(model));
    if (!hasBegun(model) || isStart(model) || !isYearly(model)) return;
    let sum = 0;
    let n = 0;
    for (let s = 0; s < system.schoolCount; s++) {
      if (schools.programme[s] === 0 || schools.lead[s] === 0) continue;
      sum += schools.fidelity[s];
      n++;
    }
    const practice = n > 0 ? sum / n : 0;
    if (practice < p.fidelity || state.coverage[0] < p.coverage) return;
    invite(model, schoolsPer100(model, p.size) * Math.min(1, state.coverage[0] * 2), byNeighbours(model));
  },
});
