/** Coburn's spread: how many use it. Counts apart from quality. */
import { type Metric, ratio } from './metric.ts';

export const spread: readonly Metric[] = [
  {
    name: 'schoolsReached',
    label: 'Schools reached',
    unit: 'share of schools',
    about: 'Schools with one user or more.',
    measure: ({ all }) => ratio(all.reached, all.schools),
  },
  {
    name: 'schoolsInUse',
    label: 'Schools that use it',
    unit: 'share of schools',
    about: 'Spread: schools in which half of the educators or more try or use it.',
    measure: ({ all }) => ratio(all.inUse, all.schools),
  },
  {
    name: 'schoolsImplementing',
    label: 'Schools implementing',
    unit: 'share of schools',
    about: 'Schools in which half of the educators or more are in routine use.',
    measure: ({ all }) => ratio(all.implementing, all.schools),
  },
  {
    name: 'educatorsUsing',
    label: 'Educators using',
    unit: 'share of educators',
    about: 'Educators trialling it or further.',
    measure: ({ all }) => ratio(all.users, all.educators),
  },
  {
    name: 'educatorsReporting',
    label: 'Reported use',
    unit: 'share of educators',
    about: 'Educators of schools that are affiliated with the programme: what a register would say.',
    measure: (t) => ratio(t.reporting, t.all.educators),
  },
  {
    name: 'learnersReached',
    label: 'Learners reached',
    unit: 'share of learners',
    about: 'Learners whose educator uses it.',
    measure: ({ all }) => ratio(all.learnersUsing, all.learners),
  },
  {
    name: 'learnersImplementing',
    label: 'Learners in implementing schools',
    unit: 'share of learners',
    about: 'Learners of schools in which half of the educators or more are in routine use.',
    measure: ({ all }) => ratio(all.learnersImplementing, all.learners),
  },
];
