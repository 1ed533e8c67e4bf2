/** How many pupils and posts each school has: as read, else by the ratio between the two, else the file's median school. */
import { quantities, type Values } from '../../sim/index.ts';
import type { Ledger } from '../ledger.ts';
import { discard, gap, median, type Numbers, ranges } from './cells.ts';
import type { RawSchools } from './raw.ts';

/** What a file without pupils, or without teachers, is given. */
export const sizeQuantities = quantities({
  pupilsPerSchool: {
    label: 'Pupils in a school',
    unit: 'pupils',
    range: [50, 1500],
    bounds: [1, 100_000],
    default: 245,
    grade: 'B',
    source: 'Median of 68 primary schools of Koibatek and Keiyo, Kenya, Ministry of Education list of 2007',
  },
  pupilsPerEducator: {
    label: 'Pupils for each teacher',
    unit: 'pupils per teacher',
    range: [10, 60],
    bounds: [1, 200],
    default: 28,
    grade: 'B',
    source:
      'The same list: 16,683 pupils, 600 teachers. Free State and Northern Cape, 2017: 25; California districts, 1998-99: 20',
  },
});

export type SizeAssumptions = Values<typeof sizeQuantities>;

/** Pupils for a teacher that are believed without a question. */
const PLAUSIBLE = { low: 2, high: 200 } as const;

export interface Sizes {
  readonly pupils: Float64Array;
  readonly educators: Int32Array;
  /** Sums over the cells of the file that could be used, before anything is assumed or rounded. */
  readonly read: { readonly pupils: number; readonly educators: number };
}

export function sizesOf(raw: RawSchools, assumptions: SizeAssumptions, ledger: Ledger): Sizes {
  const count = raw.row.length;
  const pupils = raw.pupils ?? absent(count);
  const educators = raw.educators ?? (raw.perThousand ? fromRate(pupils, raw.perThousand, ledger) : absent(count));
  // A school with no teacher at all is closed or not counted; either way it has to be assumed.
  for (let i = 0; i < count; i++) if (educators.values[i] === 0) discard(educators, i);
  const read = { pupils: sum(pupils.values), educators: sum(educators.values) };
  const typical = typicalOf(pupils, educators, assumptions, ledger);
  const sizes = { pupils: new Float64Array(count), educators: new Int32Array(count), read };
  let rounded = 0;
  for (let i = 0; i < count; i++) {
    const p = pupils.values[i];
    const e = educators.values[i];
    const size = filled(p, e, typical);
    sizes.pupils[i] = size.pupils;
    sizes.educators[i] = Math.max(1, Math.round(size.educators));
    if (!Number.isNaN(e) && sizes.educators[i] !== e) rounded++;
    if (raw.pupils && Number.isNaN(p)) gap(ledger, raw.row[i], pupils, i, ranges.pupils.expected, `${size.pupils} are assumed`);
    if ((raw.educators || raw.perThousand) && Number.isNaN(e)) {
      gap(ledger, raw.row[i], educators, i, ranges.educators.expected, `${sizes.educators[i]} are assumed`);
    }
    const ratio = p / e;
    if (ratio < PLAUSIBLE.low || ratio > PLAUSIBLE.high) {
      const column = educators.header;
      ledger.problem('implausible', raw.row[i], column, () => {
        return `found ${p} pupils and ${e} teachers, expected ${PLAUSIBLE.low} to ${PLAUSIBLE.high} pupils for each; kept as written`;
      });
    }
  }
  if (rounded > 0)
    ledger.assume(`Teachers are rounded to whole posts, at least one a school; the number changes in schools: ${rounded}.`);
  return sizes;
}

interface Typical {
  readonly pupils: number;
  readonly ratio: number;
}

/** The size and the ratio that stand in for what a row lacks, said as soon as one row needs them. */
function typicalOf(pupils: Numbers, educators: Numbers, assumptions: SizeAssumptions, ledger: Ledger): Typical {
  const both = { pupils: 0, educators: 0 };
  const without = { pupils: 0, educators: 0, both: 0 };
  pupils.values.forEach((p, i) => {
    const e = educators.values[i];
    if (Number.isNaN(p)) without[Number.isNaN(e) ? 'both' : 'pupils']++;
    else if (Number.isNaN(e)) without.educators++;
    else {
      both.pupils += p;
      both.educators += e;
    }
  });
  const ratio = both.educators > 0 ? both.pupils / both.educators : assumptions.pupilsPerEducator;
  const own = median(pupils.values);
  const size = Number.isNaN(own) ? assumptions.pupilsPerSchool : own;
  const ratioText = `${ratio.toFixed(1)} pupils for each teacher (${both.educators > 0 ? "the file's own ratio" : sizeQuantities.pupilsPerEducator.source})`;
  const sizeText = `${size} pupils (${Number.isNaN(own) ? sizeQuantities.pupilsPerSchool.source : "the file's median"})`;
  if (without.pupils > 0) ledger.assume(`Schools without pupils: ${without.pupils}. They have ${ratioText}.`);
  if (without.educators > 0) ledger.assume(`Schools without teachers: ${without.educators}. They have ${ratioText}.`);
  if (without.both > 0)
    ledger.assume(`Schools with neither pupils nor teachers: ${without.both}. They have ${sizeText} and ${ratioText}.`);
  return { pupils: size, ratio };
}

function filled(pupils: number, educators: number, typical: Typical): { readonly pupils: number; readonly educators: number } {
  if (!Number.isNaN(pupils)) return { pupils, educators: Number.isNaN(educators) ? pupils / typical.ratio : educators };
  if (!Number.isNaN(educators)) return { pupils: Math.max(1, Math.round(educators * typical.ratio)), educators };
  return { pupils: Math.round(typical.pupils), educators: typical.pupils / typical.ratio };
}

function fromRate(pupils: Numbers, rate: Numbers, ledger: Ledger): Numbers {
  ledger.assume(`Teachers are computed: pupils times ${rate.header} / 1000.`);
  return { header: rate.header, values: rate.values.map((value, i) => (pupils.values[i] * value) / 1000), found: rate.found };
}

function absent(count: number): Numbers {
  return { header: '', values: new Array<number>(count).fill(Number.NaN), found: new Map() };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => (Number.isNaN(value) ? total : total + value), 0);
}
