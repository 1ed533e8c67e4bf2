/** Coburn's shift in ownership. */
import { stages } from '../agents/educators.ts';
import { type Metric, ratio } from './metric.ts';

const OWNING = stages.indexOf('owning');

export const ownership: readonly Metric[] = [
  {
    name: 'ownership',
    label: 'Ownership',
    unit: 'share',
    about: 'Shift in ownership: mean ownership among users; missing without users.',
    measure: (t) => ratio(t.ownership, t.all.users),
  },
  {
    name: 'educatorsOwning',
    label: 'Educators who own it',
    unit: 'share of educators',
    about: 'Educators in routine use who have made an innovation their own.',
    measure: (t) => ratio(t.stages[OWNING], t.all.educators),
  },
  {
    name: 'schoolsOwned',
    label: 'Schools that run it themselves',
    unit: 'share of schools',
    about: 'Schools in use with a mean ownership of 0.5 or more that are not carried by programme money.',
    measure: ({ all }) => ratio(all.owned, all.schools),
  },
];
