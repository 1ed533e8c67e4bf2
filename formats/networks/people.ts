/** The rows of a nodes file -> who there is, and in which school. */
import { type Ledger, quoted } from '../ledger.ts';
import { readNamed } from './named.ts';

export interface People {
  readonly nodes: readonly { readonly id: string; readonly school: number }[];
  readonly schools: readonly string[];
  /** Of each school. */
  readonly district: readonly number[];
  readonly districts: readonly string[];
}

/** What a nodes file can say, and the words that headers use for it, the most telling first. */
const nodeColumns = {
  id: ['id', 'node', 'educator', 'teacher', 'name', 'label'],
  school: ['school', 'school_id', 'community', 'village', 'organisation', 'group'],
  district: ['district', 'district_id', 'city', 'county'],
} as const;

export type NodeMapping = { readonly [C in keyof typeof nodeColumns]?: string };

/** The school, or district, of those who have none. */
const ALL = '(one for all)';

/** Schools and districts in order of appearance. */
export function readPeople(text: string, mapping: NodeMapping, ledger: Ledger): People | null {
  const nodes: { id: string; school: number }[] = [];
  const rowOf = new Map<string, number>();
  const schools = new Map<string, number>();
  const districts = new Map<string, number>();
  const district: number[] = [];
  const complete = readNamed(text, nodeColumns, mapping, ['id'], ledger, ({ row, cell, header }) => {
    const id = cell('id') ?? '';
    const first = rowOf.get(id);
    if (id === '') ledger.problem('missing', row, header('id'), () => 'the cell is empty, expected an id; the row was left out');
    else if (first !== undefined) {
      ledger.problem(
        'duplicate',
        row,
        header('id'),
        () => `found ${quoted(id)}, which row ${first} has already; this row was left out`,
      );
    } else {
      rowOf.set(id, row);
      const districtName = cell('district') || ALL;
      // A school's name counts inside its district: two districts may each have a School 1.
      const school = placeIn(schools, `${districtName}\n${cell('school') || ALL}`);
      district[school] ??= placeIn(districts, districtName);
      nodes.push({ id, school });
    }
  });
  if (!complete) return null;
  if (nodes.length === 0) {
    ledger.problem('column', 1, null, () => 'the file has no row that can be used, expected one for each educator');
    return null;
  }
  const names = [...schools.keys()].map((name) => name.slice(name.indexOf('\n') + 1));
  return { nodes, schools: names, district, districts: [...districts.keys()] };
}

function placeIn(index: Map<string, number>, name: string): number {
  const known = index.get(name) ?? index.size;
  index.set(name, known);
  return known;
}
