/** Coburn's depth, fidelity apart from it, and the headline that joins breadth and quality. */
import { type Metric, ratio } from './metric.ts';

export const depth: readonly Metric[] = [
  {
    name: 'qualityReach',
    label: 'Quality-weighted reach',
    unit: 'share of learners',
    about: 'Sum over all learners of the fidelity of their educator (0 without use), by all learners. The headline.',
    measure: ({ all }) => ratio(all.quality, all.learners),
  },
  {
    name: 'schoolsWell',
    label: 'Schools that use it well',
    unit: 'share of schools',
    about: 'Schools in use whose users’ mean fidelity, less harmful adaptation, is 0.6 or more.',
    measure: ({ all }) => ratio(all.well, all.schools),
  },
  {
    name: 'learnersWell',
    label: 'Learners in schools that use it well',
    unit: 'share of learners',
    about: 'Learners of schools that use it well.',
    measure: ({ all }) => ratio(all.learnersWell, all.learners),
  },
  {
    name: 'fidelity',
    label: 'Fidelity',
    unit: 'share of the core',
    about: 'Mean fidelity to the core among users; missing without users.',
    measure: (t) => ratio(t.fidelity, t.all.users),
  },
  {
    name: 'depth',
    label: 'Depth',
    unit: 'share of the core',
    about: 'Depth: mean of fidelity times 1 plus productive adaptation among users; missing without users.',
    measure: (t) => ratio(t.depth, t.all.users),
  },
];
