/** What learners gain. */
import { normalShare } from '../arithmetic.ts';
import { type Metric, ratio } from './metric.ts';

export const learning: readonly Metric[] = [
  {
    name: 'gain',
    label: 'Gain of all learners',
    unit: 'SD in the last year',
    about: 'Mean over all learners of last year’s gain, dips included.',
    measure: ({ all }) => ratio(all.gain, all.learners),
  },
  {
    name: 'gainReached',
    label: 'Gain of learners reached',
    unit: 'SD in the last year',
    about: 'Mean over learners whose educator uses any innovation; missing without users.',
    measure: (t) => ratio(t.gainReached, t.learnersReached),
  },
  {
    name: 'gainPoints',
    label: 'Gain of all learners, in percentile points',
    unit: 'percentile points',
    about: 'The rise of a middle learner: 100·(Φ(d) − 0.5).',
    measure: ({ all }) => 100 * (normalShare(ratio(all.gain, all.learners)) - 0.5),
  },
  {
    name: 'gainCumulative',
    label: 'Cumulative gain',
    unit: 'SD',
    about: 'Sum of yearly gains of all learners, each fading out.',
    measure: ({ all }) => ratio(all.cumulative, all.learners),
  },
];
