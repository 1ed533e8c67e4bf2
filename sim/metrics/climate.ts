/** The state of schools: culture, trust, load, leadership. */
import { type Metric, ratio } from './metric.ts';

export const climate: readonly Metric[] = [
  {
    name: 'culture',
    label: 'Collaborative culture',
    unit: 'share',
    about: 'Mean over schools.',
    measure: (t) => ratio(t.culture, t.all.schools),
  },
  { name: 'trust', label: 'Trust', unit: 'share', about: 'Mean over schools.', measure: (t) => ratio(t.trust, t.all.schools) },
  {
    name: 'overload',
    label: 'Initiative overload',
    unit: 'initiatives',
    about: 'Mean over schools of initiatives beyond what they can bear.',
    measure: (t) => ratio(t.overload, t.all.schools),
  },
  {
    name: 'leaderSupport',
    label: 'Leaders’ support',
    unit: 'share',
    about: 'Mean over schools of the leader’s support.',
    measure: (t) => ratio(t.leaderSupport, t.all.schools),
  },
  {
    name: 'policyAdopted',
    label: 'Districts that have made it policy',
    unit: 'share of districts',
    about: 'Institutionalisation: districts in which the innovation is policy.',
    measure: (_, { districts, system }) => districts.adopted.reduce((a, b) => a + b, 0) / system.districtCount,
  },
  {
    name: 'departures',
    label: 'Educators who left so far',
    unit: 'per post',
    about: 'Turnover, to be held against its input.',
    measure: (t, { state }) => ratio(state.departures[0], t.all.educators),
  },
];
