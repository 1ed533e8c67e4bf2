/** The fifth dimension, evolution: how the innovation itself changes. */
import type { Metric } from './metric.ts';

export const evolution: readonly Metric[] = [
  {
    name: 'elaboration',
    label: 'Elaboration of the design',
    unit: 'share',
    about: 'How far design and procedure are worked out.',
    measure: (t, { innovations }) => innovations.elaboration[t.focus],
  },
  {
    name: 'unitCostFactor',
    label: 'Unit cost beside the first year’s',
    unit: 'factor',
    about: 'Evolution of cost by learning cycles.',
    measure: (t, { innovations }) => innovations.costFactor[t.focus],
  },
  {
    name: 'learningCycles',
    label: 'Learning cycles',
    unit: 'count',
    about: 'Cycles of plan, implement, measure, reflect and adjust so far.',
    measure: (t, { innovations }) => innovations.cycles[t.focus],
  },
  {
    name: 'recommendations',
    label: 'Changes kept',
    unit: 'count',
    about: 'Changes of design that learning cycles measured as better and kept.',
    measure: (_, { state }) => state.recommendations[0],
  },
  {
    name: 'variants',
    label: 'Local variants made',
    unit: 'count',
    about: 'Innovations made by educators themselves so far.',
    measure: (_, { state }) => state.created[0],
  },
];
