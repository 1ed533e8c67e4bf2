/** What is known, beside the hidden truth. */
import type { Metric } from './metric.ts';

export const evidence: readonly Metric[] = [
  {
    name: 'evidence',
    label: 'Measured effect',
    unit: 'SD a year',
    about: 'The system’s estimate of the effect, as it stands.',
    measure: (t, { innovations }) => innovations.estimate[t.focus],
  },
  {
    name: 'evidenceError',
    label: 'Standard error of the measured effect',
    unit: 'SD a year',
    about: 'One over the square root of the ledger’s precision.',
    measure: (t, { innovations }) =>
      innovations.precision[t.focus] > 0 ? 1 / Math.sqrt(innovations.precision[t.focus]) : Number.NaN,
  },
  {
    name: 'trueEffect',
    label: 'True effect',
    unit: 'SD a year at fidelity 0.75',
    about: 'The hidden truth, in the home context; nobody in the model sees it.',
    measure: (t, { innovations }) => innovations.effect[t.focus],
  },
  {
    name: 'hype',
    label: 'Expectation ahead of evidence',
    unit: 'SD a year',
    about: 'What is expected beyond what is measured.',
    measure: (t, { innovations }) => innovations.hype[t.focus],
  },
];
