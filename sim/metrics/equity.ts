/** Who is reached: by fifth of disadvantage and between districts. */

import type { Group } from '../tally.ts';
import { type Metric, ratio } from './metric.ts';

const quality = (group: Group): number => ratio(group.quality, group.learners);
const named = ['poorest', 'second poorest', 'middle', 'second least poor', 'least poor'];

const byFifth = (name: string, label: string, unit: string, about: string, of: (group: Group) => number): Metric[] =>
  named.map((fifth, i) => ({
    name: `${name}.fifth${i + 1}`,
    label: `${label}, ${fifth} fifth`,
    unit,
    about,
    measure: ({ fifths }) => of(fifths[i]),
  }));

export const equity: readonly Metric[] = [
  ...byFifth(
    'qualityReach',
    'Quality-weighted reach',
    'share of learners',
    'Quality-weighted reach within schools of one fifth of disadvantage.',
    quality,
  ),
  ...byFifth(
    'schoolsInUse',
    'Schools that use it',
    'share of schools',
    'Spread within schools of one fifth of disadvantage.',
    (g) => ratio(g.inUse, g.schools),
  ),
  ...byFifth(
    'gain',
    'Gain of learners',
    'SD in the last year',
    'Last year’s gain within schools of one fifth of disadvantage.',
    (g) => ratio(g.gain, g.learners),
  ),
  {
    name: 'reachGap',
    label: 'Reach gap by poverty',
    unit: 'share of learners',
    about: 'Quality-weighted reach in the two poorest fifths minus that in the two least poor: below zero, the poor wait.',
    measure: ({ fifths: f }) =>
      ratio(f[0].quality + f[1].quality, f[0].learners + f[1].learners) -
      ratio(f[3].quality + f[4].quality, f[3].learners + f[4].learners),
  },
  {
    name: 'districtSpread',
    label: 'Differences between districts',
    unit: 'standard deviation of shares',
    about: 'Standard deviation between districts of quality-weighted reach.',
    measure({ districts }) {
      const values = districts.filter((d) => d.learners > 0).map(quality);
      const mean = values.reduce((a, b) => a + b, 0) / values.length;
      return Math.sqrt(values.reduce((sum, x) => sum + (x - mean) * (x - mean), 0) / values.length);
    },
  },
];
