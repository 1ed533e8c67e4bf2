import { defineStrategy } from '../model.ts';
import { byNeighbours, byRank, hasBegun, invite, isOurs, isStart, isYearly, schoolsPer100, seed } from './offers.ts';

/** A real-time scaling lab: plan, implement, measure, reflect and re-allocate every year, within a budget. */
export const lab = defineStrategy({
  name: 'lab',
  label: 'Learn and adjust yearly',
  about:
    'Scaling lab: every year as many schools are invited as last year’s results and money allow; effort moves between depth and breadth as practice is shallow or deep. Peers in the lab learn from each other. A lab may end at a year and leave what it has kept.',
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
    years: {
      label: 'Years until the lab ends',
      unit: 'years',
      range: [3, 60],
      bounds: [1, 60],
      default: 60,
      grade: 'D',
      source: 'a choice of the plan; labs end and leave recommendations (Millions Learning)',
      about: 'Then it adds no school and tries nothing more; what it has kept stays in the design.',
    },
  },
  act(model, p) {
    const { state, schools, system, time, levers } = model;
    if (isStart(model)) seed(model, true, byRank(model));
    if (time.year - levers.strategy.start > p.years - 1e-9) {
      state.labOver[0] = time.step + 1;
      return;
    }
    if (!hasBegun(model) || isStart(model) || !isYearly(model)) return;
    let sum = 0;
    let n = 0;
    for (let s = 0; s < system.schoolCount; s++) {
      if (schools.programme[s] === 0 || schools.lead[s] === 0 || !isOurs(model, s)) continue;
      sum += schools.fidelity[s];
      n++;
    }
    const practice = n > 0 ? sum / n : 0;
    if (practice < p.fidelity || state.coverage[0] < p.coverage) return;
    invite(model, schoolsPer100(model, p.size) * Math.min(1, state.coverage[0] * 2), byNeighbours(model));
  },
});
