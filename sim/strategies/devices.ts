import { defineStrategy } from '../model.ts';
import { byRank, hasBegun, invite, isOurs, isStart, isYearly, schoolsPer100, seed } from './offers.ts';

/** Devices first: hardware for all, the idea of teaching later, if ever. */
export const devices = defineStrategy({
  name: 'devices',
  label: 'Devices first',
  about:
    'Device-first: schools are equipped at once and count as reached; neither vision nor model comes with the boxes, and money for support goes to hardware.',
  parameters: {
    size: {
      label: 'Schools equipped a year',
      unit: 'per 100 schools',
      range: [20, 100],
      bounds: [0, 100],
      default: 50,
      grade: 'C',
      source: 'Peru equipped 318 rural schools in one programme (Cristia et al. 2017); pace assumed',
    },
    vision: {
      label: 'Instructional vision left',
      unit: 'share',
      range: [0, 0.3],
      bounds: [0, 1],
      default: 0,
      grade: 'C',
      source: 'source document “Hardware is not a strategy”',
    },
    support: {
      label: 'Support left beside hardware',
      unit: 'share',
      range: [0, 0.4],
      bounds: [0, 1],
      default: 0.15,
      grade: 'C',
      source: 'Cristia et al. 2017: little training came with the laptops',
    },
  },
  act(model, p) {
    const { schools, system } = model;
    if (isStart(model)) seed(model, true, byRank(model));
    if (!hasBegun(model)) return;
    if (isYearly(model)) invite(model, schoolsPer100(model, p.size), byRank(model));
    for (let s = 0; s < system.schoolCount; s++) {
      if (schools.programme[s] === 0 || !isOurs(model, s)) continue;
      schools.vision[s] *= p.vision;
      schools.hardware[s] = 1 - p.support;
    }
  },
});
