import { defineStrategy } from '../model.ts';
import { byRank, hasBegun, invite, isStart, isYearly, order, seed } from './offers.ts';

/** Everyone at once: every school must, from a date on. */
export const mandate = defineStrategy({
  name: 'mandate',
  label: 'Everyone at once',
  about: 'A mandate (big bang): all schools are enrolled at the start and their educators made to take it up, willing or not.',
  parameters: {
    rate: {
      label: 'Educators made to begin',
      unit: 'per year',
      range: [1, 4],
      bounds: [0, 5],
      default: 2.5,
      grade: 'D',
      source: 'assumed: most within a year',
    },
    years: {
      label: 'Years in which it is enforced',
      unit: 'years',
      range: [3, 10],
      bounds: [0, 60],
      default: 5,
      grade: 'D',
      source: 'assumed; then attention moves on (Fullan 2000)',
    },
  },
  act(model, p) {
    if (isStart(model)) seed(model, true, byRank(model));
    if (hasBegun(model) && isYearly(model)) invite(model, model.system.schoolCount, byRank(model), p.rate);
    const { time, levers } = model;
    order(model, hasBegun(model) && time.year - levers.strategy.start < p.years ? p.rate : 0);
  },
});
