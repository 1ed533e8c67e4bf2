import { defineStrategy } from '../model.ts';
import { byRank, hasBegun, invite, isStart, isYearly, order, schoolsPer100, seed } from './offers.ts';

/** One vendor's content for every school. */
export const vendor = defineStrategy({
  name: 'vendor',
  label: 'Single vendor',
  about:
    'Single vendor: content from one provider is required of all schools; cheaper by scale, it locks schools in and leaves little room to make their own.',
  parameters: {
    size: {
      label: 'Schools required to take it a year',
      unit: 'per 100 schools',
      range: [20, 100],
      bounds: [0, 100],
      default: 40,
      grade: 'D',
      source: 'assumed',
    },
    rate: {
      label: 'Educators made to begin',
      unit: 'per year',
      range: [0.5, 3],
      bounds: [0, 5],
      default: 1.5,
      grade: 'D',
      source: 'assumed',
    },
  },
  act(model, p) {
    if (isStart(model)) seed(model, true, byRank(model));
    if (!hasBegun(model)) return;
    if (isYearly(model)) invite(model, schoolsPer100(model, p.size), byRank(model), p.rate);
    order(model, p.rate);
  },
});
