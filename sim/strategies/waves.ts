import { defineStrategy } from '../model.ts';
import { byLeader, byRank, hasBegun, invite, isStart, schoolsPer100, seed } from './offers.ts';

/** Pilot waves: the willing and able first, then more, then a menu of what has worked for whoever wants it. */
export const waves = defineStrategy({
  name: 'waves',
  label: 'Pilots in waves',
  about:
    'Pilot waves: competitive selection of willing and able leaders, a second wave, then a menu of proven models open to all, with help from a central office.',
  parameters: {
    size: {
      label: 'Schools in a wave',
      unit: 'per 100 schools',
      range: [4, 15],
      bounds: [0, 100],
      default: 10,
      grade: 'C',
      source: 'source document “How to scale personalized learning”: almost a third of pupils after more than five years',
    },
    years: {
      label: 'Years between waves',
      unit: 'years',
      range: [1, 3],
      bounds: [0.1, 20],
      default: 1.5,
      grade: 'D',
      source: 'assumed',
    },
    menuWave: {
      label: 'Wave from which the menu is open to all',
      unit: 'wave',
      range: [2, 5],
      bounds: [1, 50],
      default: 3,
      grade: 'C',
      source: 'source document “How to scale personalized learning”: two waves, then a menu',
    },
  },
  act(model, p) {
    const { state, time } = model;
    if (isStart(model)) {
      seed(model, true, byLeader(model));
      state.wave[0] = 1;
      state.waveYear[0] = time.year;
    }
    if (!hasBegun(model) || isStart(model) || time.year - state.waveYear[0] < p.years - 1e-9) return;
    state.wave[0]++;
    state.waveYear[0] = time.year;
    // The menu asks nobody: schools take from it in the order of everybody's luck, and their leaders decide.
    invite(model, schoolsPer100(model, p.size), state.wave[0] >= p.menuWave ? byRank(model) : byLeader(model));
  },
});
