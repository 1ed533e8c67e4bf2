import { defineStrategy } from '../model.ts';
import { byLeader, byNeighbours, byRank, hasBegun, invite, isStart, isYearly, schoolsPer100, seed } from './offers.ts';

/** Seed now, spread with results, scale only what is proven. */
export const gated = defineStrategy({
  name: 'gated',
  label: 'Prove, then scale',
  about:
    'Evidence-gated, in three tiers: a few schools now, more as results come, all only after results that are sustained over years in diverse schools.',
  parameters: {
    spreadEffect: {
      label: 'Measured effect that opens spreading',
      unit: 'SD',
      range: [0.02, 0.1],
      bounds: [-1, 2],
      default: 0.04,
      grade: 'D',
      source: 'assumed below the benchmark of a small effect (Kraft 2020: 0.05 SD)',
    },
    spreadSize: {
      label: 'Schools added a year while spreading',
      unit: 'per 100 schools',
      range: [3, 15],
      bounds: [0, 100],
      default: 8,
      grade: 'D',
      source: 'assumed',
    },
    scaleYears: {
      label: 'Years of sustained results that open scaling',
      unit: 'years',
      range: [2, 5],
      bounds: [0, 30],
      default: 3,
      grade: 'C',
      source: 'source document “Scale what?”: sustained, replicated, diverse, several years',
    },
    scaleDiversity: {
      label: 'Kinds of schools with results that open scaling',
      unit: 'fifths of disadvantage',
      range: [2, 5],
      bounds: [1, 5],
      default: 3,
      grade: 'C',
      source: 'source document “Scale what?”',
    },
    scaleReplications: {
      label: 'Schools with results that open scaling',
      unit: 'schools',
      range: [3, 20],
      bounds: [1, 1000],
      default: 5,
      grade: 'C',
      source: 'source document “Scale what?”: replicated',
    },
    scaleSize: {
      label: 'Schools added a year while scaling',
      unit: 'per 100 schools',
      range: [10, 50],
      bounds: [0, 100],
      default: 25,
      grade: 'D',
      source: 'assumed',
    },
  },
  act(model, p) {
    const { state, innovations, levers } = model;
    if (isStart(model)) seed(model, true, byLeader(model));
    if (!hasBegun(model) || isStart(model) || !isYearly(model)) return;
    const v = levers.strategy.innovation;
    if (state.gate[0] === 0 && innovations.estimate[v] >= p.spreadEffect && innovations.sustainedYears[v] >= 1) state.gate[0] = 1;
    if (
      state.gate[0] === 1 &&
      innovations.sustainedYears[v] >= p.scaleYears &&
      innovations.diversity[v] >= p.scaleDiversity &&
      innovations.measured[v] >= p.scaleReplications
    )
      state.gate[0] = 2;
    if (state.gate[0] === 1) invite(model, schoolsPer100(model, p.spreadSize), byNeighbours(model));
    if (state.gate[0] === 2) invite(model, schoolsPer100(model, p.scaleSize), byRank(model));
  },
});
