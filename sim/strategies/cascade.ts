import { defineStrategy } from '../model.ts';
import { byRank, countReached, hasBegun, invite, isStart, seed } from './offers.ts';

/** Train the trainer: each tier trains the next, and passes on part of what it knows. */
export const cascade = defineStrategy({
  name: 'cascade',
  label: 'Train the trainers',
  about: 'A cascade: every year each school reached trains some more; each tier passes on only part of the content.',
  parameters: {
    fanOut: {
      label: 'Schools that one school trains',
      unit: 'schools per tier',
      range: [2, 6],
      bounds: [0, 100],
      default: 3,
      grade: 'D',
      source: 'assumed',
    },
    tierYears: {
      label: 'Years between tiers',
      unit: 'years',
      range: [0.5, 2],
      bounds: [0.1, 10],
      default: 1,
      grade: 'D',
      source: 'assumed',
    },
  },
  act(model, p) {
    const { state, time, schools, system } = model;
    if (isStart(model)) {
      seed(model, true, byRank(model));
      state.wave[0] = 0;
      state.waveYear[0] = time.year;
    }
    if (!hasBegun(model) || isStart(model) || time.year - state.waveYear[0] < p.tierYears - 1e-9) return;
    state.wave[0]++;
    state.waveYear[0] = time.year;
    const already = countReached(model);
    const before = Uint8Array.from(schools.affiliation);
    invite(model, already * p.fanOut, byRank(model));
    for (let s = 0; s < system.schoolCount; s++) if (schools.affiliation[s] !== before[s]) schools.tier[s] = state.wave[0];
  },
});
