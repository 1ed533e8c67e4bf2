/** What it costs, and what lies idle. */
import { type Metric, ratio } from './metric.ts';

export const cost: readonly Metric[] = [
  {
    name: 'spent',
    label: 'Money spent',
    unit: 'USD since the start',
    about: 'All programme money spent, ingredients charged to the pot included.',
    measure: (_, { state }) => state.spentSoFar[0],
  },
  {
    name: 'idle',
    label: 'Money idle or lapsed',
    unit: 'USD in the last step',
    about: 'Money that was there and not spent: carried over or lapsed.',
    measure: (_, { state }) => state.carried[0] + state.lapsed[0],
  },
  {
    name: 'spentPerLearner',
    label: 'Money spent per learner of the system',
    unit: 'USD since the start',
    about: 'Money spent, divided by the number of learners.',
    measure: (t, { state }) => ratio(state.spentSoFar[0], t.all.learners),
  },
  {
    name: 'costPerReached',
    label: 'Money spent per learner reached now',
    unit: 'USD since the start',
    about: 'Money spent, divided by the number of learners whose educator uses it now.',
    measure: (t, { state }) => ratio(state.spentSoFar[0], t.all.learnersUsing),
  },
  {
    name: 'costPerPoint',
    label: 'Money spent per percentile point',
    unit: 'USD per learner and point',
    about:
      'Money spent, divided by all learners’ gain of last year in percentile points (40 points an SD near the middle); missing without gain.',
    measure: (t, { state }) => ratio(state.spentSoFar[0], 40 * Math.max(0, t.all.gain)),
  },
  {
    name: 'ingredientCost',
    label: 'Cost of the ingredients',
    unit: 'USD since the start',
    about: 'Yearly charges of the ingredients, whether charged to the pot or only reported.',
    measure: (_, { state }) => state.reported[0],
  },
  {
    name: 'coverage',
    label: 'Support paid',
    unit: 'share of full support',
    about: 'Share of the programme schools’ full training and coaching that money covers.',
    measure: (_, { state }) => state.coverage[0],
  },
  {
    name: 'coaches',
    label: 'Coaches at work',
    unit: 'count',
    about: 'Coaches, those drawn from experienced users included.',
    measure: (_, { state }) => state.coaches[0],
  },
];
