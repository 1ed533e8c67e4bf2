/** Coburn's sustainability: what lasts after support, and after first success. */
import type { Model } from '../model.ts';
import type { Metric } from './metric.ts';

/** Share with bit `kept` among schools with bit `over`; missing under five schools. */
function shareOf(bits: Uint8Array, over: number, kept: number): number {
  let n = 0;
  let k = 0;
  for (const b of bits) {
    if (!(b & over)) continue;
    n++;
    if (b & kept) k++;
  }
  return n >= 5 ? k / n : Number.NaN;
}

const after = (years: number, over: number, kept: number): Metric[] => [
  {
    name: `sustainability${years}`,
    label: `Lasting ${years} years after support`,
    unit: 'share of schools',
    about: `Sustainability: of schools implementing when support ended, those implementing ${years} years later; missing under five schools. Support ends when it has been under a tenth of its peak for a year; public long-term money counts as support.`,
    measure: (_, { schools }: Model) => shareOf(schools.lasted, over, kept),
  },
  {
    name: `retention${years}`,
    label: `Kept ${years} years after first success`,
    unit: 'share of schools',
    about: `Of schools that ever implemented and have had ${years} years since, those implementing ${years} years after; missing under five schools.`,
    measure: (_, { schools }: Model) => shareOf(schools.kept, over, kept),
  },
];

export const sustainability: readonly Metric[] = [...after(3, 4, 1), ...after(5, 8, 2)];
