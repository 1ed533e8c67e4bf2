/** Regions of districts: provinces, states, counties. A file may name them in a column that a plan has to ask for. */
import type { SchoolTable } from '../../sim/index.ts';
import type { Ledger } from '../ledger.ts';
import { type Columns, regionColumns } from './columns.ts';
import type { RawSchools } from './raw.ts';

/** The region of districts none of whose schools names one. */
const NO_REGION = '(no region)';
/** A column names regions where at least this share of its cells is filled. */
const FILLED = 0.5;

interface Candidate {
  readonly header: string;
  readonly values: ReadonlySet<string>;
  readonly filled: () => number;
  readonly add: (cells: readonly string[]) => void;
}

/** The columns whose names are those of regions, gathering what stands in them. */
export function candidatesFor(header: readonly string[], columns: Columns): readonly Candidate[] {
  if (columns.region) return [];
  return regionColumns(header, columns).map((i) => {
    const values = new Set<string>();
    let filled = 0;
    return {
      header: header[i],
      values,
      filled: () => filled,
      add(cells) {
        if (cells[i] === '') return;
        filled++;
        values.add(cells[i]);
      },
    };
  });
}

/** The first column that fills most rows with fewer names than there are districts, and more than one; null where none does. */
export function bestOf(candidates: readonly Candidate[], rows: number, districts: number): string | null {
  const fits = ({ values, filled }: Candidate) => values.size > 1 && values.size < districts && filled() >= FILLED * rows;
  return candidates.find(fits)?.header ?? null;
}

/** Each district lies in the region that most of its schools name. */
export function regionsOf(
  { regions, district, districts }: Pick<RawSchools, 'regions' | 'district' | 'districts'>,
  ledger: Ledger,
): SchoolTable['regions'] {
  if (!regions) return undefined;
  const votes = districts.map(() => new Map<string, number>());
  regions.values.forEach((name, i) => {
    if (name !== '') votes[district[i]].set(name, (votes[district[i]].get(name) ?? 0) + 1);
  });
  const nameOf = votes.map((vote) => [...vote].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0]?.[0] ?? NO_REGION);
  const names = [...new Set(nameOf)];
  const elsewhere = regions.values.filter((name, i) => name !== '' && name !== nameOf[district[i]]).length;
  const unsaid = regions.values.filter((name) => name === '').length;
  if (elsewhere > 0)
    ledger.assume(`Schools whose region is not that of most schools of their district: ${elsewhere}. Their district’s counts.`);
  if (unsaid > 0) ledger.assume(`Schools without a region: ${unsaid}. They lie in that of their district.`);
  if (nameOf.includes(NO_REGION))
    ledger.assume(`Districts of which no school names a region: ${nameOf.filter((name) => name === NO_REGION).length}.`);
  return { names, ofDistrict: Int32Array.from(nameOf, (name) => names.indexOf(name)) };
}
