/** Which column of a school file means what: as the user says, else by the names that ministries give their columns. */
import { nearest } from '../../sim/index.ts';
import type { Ledger } from '../ledger.ts';

/** What a school table can be told; the words that headers use for it, the most telling first. */
const synonyms = {
  id: ['school_id', 'id', 'emis', 'emis_code', 'natemis', 'nat_emis', 'school_code', 'code', 'udise_code', 'ncessch', 'urn'],
  name: ['school_name', 'name', 'institution_name', 'school'],
  district: [
    'district',
    'education_district',
    'district_name',
    'district_id',
    'leaid',
    'local_authority',
    'sub_county',
    'municipality',
    'county',
    'region',
    'zone',
  ],
  area: ['county', 'region', 'province', 'state', 'governorate'],
  region: ['province', 'state', 'governorate', 'region', 'county'],
  pupils: [
    'pupils',
    'learners',
    'students',
    'enrolment',
    'enrollment',
    'total_pupils',
    'total_learners',
    'total_students',
    'total_enrolment',
    'total_enrollment',
    'number_of_pupils',
    'roll',
  ],
  educators: [
    'educators',
    'teachers',
    'total_teachers',
    'total_educators',
    'number_of_teachers',
    'fte_teachers',
    'teaching_staff',
    'staff',
  ],
  educatorsPer1000: [
    'staff_per_1000_pupils',
    'teachers_per_1000_pupils',
    'educators_per_1000_learners',
    'teachers_per_1000_students',
  ],
  quintile: ['quintile', 'poverty_quintile', 'national_quintile'],
  poor: [
    'disadvantage',
    'poverty',
    'poor',
    'pct_lunch',
    'lunch',
    'free_lunch',
    'pct_poor',
    'pct_disadvantaged',
    'pct_fsm',
    'fsm',
  ],
  latitude: ['latitude', 'lat', 'gis_lat', 'gis_latitude'],
  longitude: ['longitude', 'lon', 'long', 'lng', 'gis_long', 'gis_longitude'],
  east: ['x', 'x_km', 'east', 'easting'],
  north: ['y', 'y_km', 'north', 'northing'],
  settlement: ['urban_rural', 'rural_urban', 'settlement', 'locale', 'urbanicity'],
} as const satisfies Record<string, readonly string[]>;

export type Role = keyof typeof synonyms;

const roles = Object.keys(synonyms) as Role[];

/** A file that has districts for rows: their own id and name stand for the school's, what contains them for the district. */
const districtRows: Partial<Record<Role, readonly string[]>> = {
  id: ['district_id', 'district_code', 'leaid'],
  name: ['district_name', 'district'],
  district: synonyms.area,
};

/** Columns that the plan alone may ask for, since they bring a level with them that a file need not mean; others may read them too. */
const asked: ReadonlySet<Role> = new Set(['region']);

/** Columns of a mapping, by their names in the file; null: leave this out although a column would fit. */
export type Mapping = { readonly [R in Role]?: string | readonly string[] | null };

/** The places of the columns that each role reads. */
export type Columns = { readonly [R in Role]?: readonly number[] };

/** Roles that may read several columns: pupils and teachers add them up, an area is the first that is filled. */
const several: ReadonlySet<Role> = new Set(['pupils', 'educators', 'area']);

/** More columns than any register has: such a file is something else. */
const WIDEST = 2000;

/** A mapping in the making. */
interface Draft {
  readonly header: readonly string[];
  /** The header as synonyms are written. */
  readonly plain: readonly string[];
  readonly columns: { [R in Role]?: readonly number[] };
  /** Columns that have a meaning already. */
  readonly taken: Set<number>;
  readonly ledger: Ledger;
}

/** The columns that a file will be read by, or null where the mapping names columns that it lacks or none means anything. */
export function columnsOf(header: readonly string[], mapping: Mapping, ledger: Ledger): Columns | null {
  if (header.length > WIDEST) {
    refuse(ledger, `found ${header.length} columns, expected at most ${WIDEST}`);
    return null;
  }
  const draft: Draft = { header, plain: header.map(normal), columns: {}, taken: new Set(), ledger };
  const faults = [repeated(header), ...Object.entries(mapping).map(([role, names]) => given(draft, role, names))].filter(
    (fault) => fault,
  );
  for (const fault of faults) refuse(ledger, fault as string);
  if (faults.length > 0) return null;
  guess(draft, mapping);
  hint(draft);
  if (roles.some((role) => role !== 'area' && draft.columns[role])) return draft.columns;
  const found = header.slice(0, 12).join(', ');
  refuse(ledger, `none of the columns ${found} is known, expected for example school_id, district, pupils, teachers`);
  return null;
}

function take({ columns, taken }: Draft, role: Role, places: readonly number[]) {
  if (places.length > 0) columns[role] = places;
  if (!asked.has(role)) for (const place of places) taken.add(place);
}

/** Takes what a mapping says of one role; the fault, if there is one. */
function given(draft: Draft, role: string, names: Mapping[Role]): string | undefined {
  if (!isRole(role)) return `the mapping names "${role}", expected one of ${roles.join(', ')}${suggestion(role, roles)}`;
  const list = [names ?? []].flat();
  const lost = list.find((name) => !draft.header.includes(name));
  if (lost !== undefined)
    return `the mapping reads ${role} from "${lost}", expected a column of the file${suggestion(lost, draft.header)}`;
  if (list.length > 1 && !several.has(role)) return `the mapping reads ${role} from ${list.length} columns, expected one`;
  take(
    draft,
    role,
    list.map((name) => draft.header.indexOf(name)),
  );
  return undefined;
}

function isRole(name: string): name is Role {
  return Object.hasOwn(synonyms, name);
}

/** Every untaken column with one of these names, the most telling name first. */
function matches({ plain, taken }: Draft, names: readonly string[]): number[] {
  return names.flatMap((name) => plain.flatMap((column, i) => (column === name && !taken.has(i) ? [i] : [])));
}

function guess(draft: Draft, mapping: Mapping) {
  const { columns, ledger } = draft;
  const named = (role: Role) => columns[role] !== undefined || matches(draft, synonyms[role]).length > 0;
  const perDistrict = !columns.district && !named('id') && !named('name') && matches(draft, districtRows.id ?? []).length > 0;
  for (const role of roles) {
    if (role in mapping || asked.has(role)) continue;
    const found = matches(draft, (perDistrict && districtRows[role]) || synonyms[role]);
    take(draft, role, role === 'area' ? found : found.slice(0, 1));
  }
  if (perDistrict) {
    ledger.assume(
      'The file has no column of schools: each row, a district, counts as one school, and what contains it as its district.',
    );
  }
  if (!columns.educators && !columns.educatorsPer1000 && !('educators' in mapping)) sumOfTeachers(draft);
}

/** The columns that could name the regions of districts, the most telling first. */
export const regionColumns = (header: readonly string[], { district = [] }: Columns): readonly number[] =>
  synonyms.region.flatMap((name) => header.flatMap((column, i) => (normal(column) === name && !district.includes(i) ? [i] : [])));

/** Words that make a number of teachers something else: a share, a mean, a price. */
const NOT_A_COUNT = /(^|_)(pct|percent|share|ratio|per|mean|average|salary|cost|qualified)(_|$)/;

function sumOfTeachers(draft: Draft) {
  const { header, plain, taken, ledger } = draft;
  const isPart = (name: string) => /(^|_)(teachers|educators)(_|$)/.test(name) && !NOT_A_COUNT.test(name);
  const parts = plain.flatMap((name, i) => (isPart(name) && !taken.has(i) ? [i] : []));
  if (parts.length === 0) return;
  take(draft, 'educators', parts);
  const names = parts.map((i) => header[i]).join(', ');
  ledger.assume(`Teachers are the sum of the columns ${names}; an empty cell beside a filled one counts as 0.`);
}

/** A header one slip away from a word we know is more often a mistake than another column. */
function hint({ header, plain, columns, taken, ledger }: Draft) {
  const wanted = roles.filter((role) => !columns[role] && !asked.has(role)).flatMap((role) => [...synonyms[role]]);
  header.forEach((name, i) => {
    const near = taken.has(i) || name.length < 5 ? undefined : nearest(plain[i], wanted);
    if (near) ledger.problem('column', 1, name, () => `is not read; if it means "${near}", say so in the mapping`);
  });
}

function repeated(header: readonly string[]): string | undefined {
  const twice = header.find((name, i) => name !== '' && header.indexOf(name) < i);
  return twice === undefined ? undefined : `the header has "${twice}" twice, expected once`;
}

/** "Urban / Rural" -> urban_rural. */
export function normal(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_|_$/g, '');
}

function refuse(ledger: Ledger, message: string) {
  ledger.problem('column', 1, null, () => message);
}

function suggestion(name: string, known: Iterable<string>): string {
  const near = nearest(name, known);
  return near === undefined ? '' : `; did you mean "${near}"?`;
}
