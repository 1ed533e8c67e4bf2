/** Where educators stand in Rogers' decision process. */
import { stages as names } from '../agents/educators.ts';
import { type Metric, ratio } from './metric.ts';

const about = {
  unaware: 'Have not heard of any innovation in the system.',
  aware: 'Know of one, use none.',
  trialling: 'Use one, not yet routinely.',
  routine: 'Use one for a year or more with fidelity of 0.4 or more.',
  owning: 'In routine use, with ownership of 0.5 or more.',
  discontinued: 'Used one and gave it up.',
} as const satisfies Record<(typeof names)[number], string>;

export const stages: readonly Metric[] = [
  ...names.map(
    (name, i) =>
      ({
        name: `stage.${name}`,
        label: `Stage: ${name}`,
        unit: 'share of educators',
        about: about[name],
        measure: (t) => ratio(t.stages[i], t.all.educators),
      }) satisfies Metric,
  ),
  {
    name: 'adoptersEver',
    label: 'Adoptions so far',
    unit: 'per educator’s post',
    about: 'Beginnings of use, including those who begin again and successors who take it up.',
    measure: (t, { innovations }) => ratio(innovations.everUsed[t.focus], t.all.educators),
  },
  {
    name: 'discontinued',
    label: 'Discontinuances so far',
    unit: 'per educator’s post',
    about: 'Users who gave up, so far; leaving the school is not giving up.',
    measure: (t, { state }) => ratio(state.stops[0], t.all.educators),
  },
];
