/** What tipped adoptions, and how people heard. */
import { reason, reasons as rows } from '../agents/educators.ts';
import { type Metric, ratio } from './metric.ts';

const total = (counts: Float64Array): number => counts.reduce((a, b) => a + b, 0);
const outside = [reason('broadcast'), reason('programme'), reason('mandate')];
const share = (counts: Float64Array, which: readonly number[], but: readonly number[] = []): number =>
  ratio(
    which.reduce((sum, i) => sum + counts[i], 0),
    total(counts) - but.reduce((sum, i) => sum + counts[i], 0),
  );

export const reasons: readonly Metric[] = [
  ...rows.slice(1).map(
    ({ name, label }, i) =>
      ({
        name: `tipped.${name}`,
        label: `Tipped by: ${label}`,
        unit: 'share of adoptions so far',
        about: `Share of all beginnings so far that were tipped so: ${label}.`,
        measure: (_, { state }) => share(state.adoptions, [i + 1]),
      }) satisfies Metric,
  ),
  {
    name: 'heardOutside',
    label: 'Heard of it from outside',
    unit: 'share of those who heard',
    about: 'Awareness brought by broadcast or the programme rather than by colleagues.',
    measure: (_, { state }) => share(state.hearings, outside),
  },
  {
    name: 'tippedOutside',
    label: 'Tipped from outside',
    unit: 'share of decisions',
    about: 'Decisions tipped by broadcast, programme or mandate rather than by colleagues; seeds, movers and inducted apart.',
    measure: (_, { state }) =>
      share(state.adoptions, outside, [reason('seed'), reason('induction'), reason('mover'), reason('creation')]),
  },
];
