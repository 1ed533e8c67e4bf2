/** Rows -> columns of what the file says, before anything is assumed. */
import { type Ledger, quoted } from '../ledger.ts';
import { type RowReader, readRows } from '../rows.ts';
import { addCells, type Numbers, numbers, type Range, ranges } from './cells.ts';
import { type Columns, columnsOf, type Mapping, type Role } from './columns.ts';
import { bestOf, candidatesFor } from './regions.ts';

/** One place a usable row in every column; null for a column that the file lacks. */
export interface RawSchools {
  /** Names of the columns read, by what they mean. */
  readonly used: { readonly [R in Role]?: readonly string[] };
  /** Row of the file. */
  readonly row: number[];
  readonly ids: string[] | null;
  readonly names: string[] | null;
  readonly districts: string[];
  readonly district: number[];
  /** What the cells of the region's column say; null where no column was asked for. */
  readonly regions: { readonly header: string; readonly values: string[] } | null;
  /** The column that could say the regions, where none was asked for. */
  readonly couldBeRegion: string | null;
  readonly settlement: { readonly header: string; readonly values: string[] } | null;
  readonly pupils: Numbers | null;
  readonly educators: Numbers | null;
  readonly perThousand: Numbers | null;
  readonly quintile: Numbers | null;
  readonly poor: Numbers | null;
  readonly latitude: Numbers | null;
  readonly longitude: Numbers | null;
  readonly east: Numbers | null;
  readonly north: Numbers | null;
}

/** The name of the district of schools that have none. */
const NO_DISTRICT = '(no district)';

/** What the file says; null where its columns cannot be understood or no row can be used. */
export function readRaw(
  text: string,
  mapping: Mapping,
  ledger: Ledger,
): { readonly raw: RawSchools | null; readonly rows: number; readonly header: readonly string[] } {
  let header: readonly string[] = [];
  let read: ReturnType<typeof collect> | null = null;
  const reader: RowReader = {
    header(names) {
      header = names;
      const columns = columnsOf(names, mapping, ledger);
      if (columns) read = collect(names, columns, ledger);
      return columns !== null;
    },
    row: ({ row, cells, sound }) => read?.add(row, cells, sound),
    empty: (row) => ledger.problem('empty', row, null, () => 'the row is empty and was left out'),
  };
  const rows = readRows(text, reader);
  if (rows === 0) ledger.problem('column', 1, null, () => 'the file is empty, expected a header and a row for each school');
  const collected = read as ReturnType<typeof collect> | null;
  const raw = collected?.finish() ?? null;
  if (raw && raw.row.length === 0)
    ledger.problem('column', 1, null, () => 'the file has no row that can be used, expected one for each school');
  return { raw: raw && raw.row.length > 0 ? raw : null, rows: Math.max(rows - 1, 0), header };
}

/** Gathers rows into columns. */
function collect(header: readonly string[], columns: Columns, ledger: Ledger) {
  const at = (role: Role): number | undefined => columns[role]?.[0];
  const headerOf = (role: Role) => (columns[role] ?? []).map((i) => header[i]).join(' + ');
  const numeric = (role: Role) => (columns[role] ? numbers(headerOf(role)) : null);
  const idHeader = headerOf('id');
  const districtHeader = headerOf('district');
  const areaNames = (columns.area ?? []).map((i) => header[i]).join(' or ');
  const candidates = candidatesFor(header, columns);
  const districtIndex = new Map<string, number>();
  const firstRow = new Map<string, number>();
  let fromArea = 0;
  const raw = {
    used: Object.fromEntries(Object.entries(columns).map(([role, places]) => [role, places.map((i) => header[i])])),
    row: [] as number[],
    ids: at('id') === undefined ? null : ([] as string[]),
    names: at('name') === undefined ? null : ([] as string[]),
    districts: [] as string[],
    district: [] as number[],
    regions: at('region') === undefined ? null : { header: headerOf('region'), values: [] as string[] },
    couldBeRegion: null as string | null,
    settlement: at('settlement') === undefined ? null : { header: headerOf('settlement'), values: [] as string[] },
    pupils: numeric('pupils'),
    educators: numeric('educators'),
    perThousand: numeric('educatorsPer1000'),
    quintile: numeric('quintile'),
    poor: numeric('poor'),
    latitude: numeric('latitude'),
    longitude: numeric('longitude'),
    east: numeric('east'),
    north: numeric('north'),
  } satisfies RawSchools;
  const numerics: readonly (readonly [Numbers | null, Role, Range, boolean])[] = [
    [raw.pupils, 'pupils', ranges.pupils, false],
    [raw.educators, 'educators', ranges.educators, false],
    [raw.perThousand, 'educatorsPer1000', ranges.perThousand, false],
    [raw.quintile, 'quintile', ranges.quintile, true],
    [raw.poor, 'poor', ranges.poor, false],
    [raw.latitude, 'latitude', ranges.latitude, false],
    [raw.longitude, 'longitude', ranges.longitude, false],
    [raw.east, 'east', ranges.distance, false],
    [raw.north, 'north', ranges.distance, false],
  ];

  /** Notes why a row cannot be a school; false where it can. */
  function refused(row: number, cells: readonly string[], sound: boolean, id: string | undefined): boolean {
    const say = (fault: 'shape' | 'duplicate', column: string | null, message: () => string) => {
      ledger.problem(fault, row, column, message);
      return true;
    };
    if (!sound) {
      const reason = 'quotation marks do not pair up, expected them doubled inside a cell';
      return say('shape', null, () => `${reason}; the row, up to the next mark, was left out`);
    }
    if (cells.length !== header.length) {
      return say(
        'shape',
        null,
        () => `found ${cells.length} cells, expected ${header.length} as in the header; the row was left out`,
      );
    }
    const first = id === undefined ? undefined : firstRow.get(id);
    if (first === undefined) return false;
    return say('duplicate', idHeader, () => `found ${quoted(id ?? '')}, which row ${first} has already; this row was left out`);
  }

  function districtOf(row: number, cells: readonly string[]): number {
    const own = cells[at('district') ?? -1] ?? '';
    const area = columns.area?.map((i) => cells[i]).find((cell) => cell !== '') ?? '';
    if (own === '' && at('district') !== undefined) {
      const instead = area || NO_DISTRICT;
      if (area !== '') fromArea++;
      ledger.problem(
        'missing',
        row,
        districtHeader,
        () => `the cell is empty, expected a district; "${instead}" stands in for it`,
      );
    }
    const name = own || area || NO_DISTRICT;
    const known = districtIndex.get(name);
    if (known !== undefined) return known;
    districtIndex.set(name, raw.districts.length);
    return raw.districts.push(name) - 1;
  }

  return {
    add(row: number, cells: readonly string[], sound: boolean) {
      const written = raw.ids ? cells[at('id') as number] : undefined;
      const id = written === '' ? `row ${row}` : written;
      if (refused(row, cells, sound, id)) return;
      if (written === '')
        ledger.problem('missing', row, idHeader, () => `the cell is empty, expected an id; "${id}" stands in for it`);
      if (id !== undefined) {
        firstRow.set(id, row);
        raw.ids?.push(id);
      }
      raw.row.push(row);
      raw.names?.push(cells[at('name') as number]);
      raw.settlement?.values.push(cells[at('settlement') as number]);
      raw.district.push(districtOf(row, cells));
      raw.regions?.values.push(cells[at('region') as number]);
      for (const one of candidates) one.add(cells);
      for (const [column, role, range, wholeOnly] of numerics) {
        if (column)
          addCells(
            column,
            (columns[role] as readonly number[]).map((i) => cells[i]),
            range,
            wholeOnly,
          );
      }
    },
    finish(): RawSchools {
      if (at('district') === undefined && at('area') === undefined)
        ledger.assume('The file has no column of districts: all schools lie in one.');
      if (fromArea > 0) ledger.assume(`Schools without a district: ${fromArea}. They lie in one named after their ${areaNames}.`);
      if (!raw.regions) raw.couldBeRegion = bestOf(candidates, raw.row.length, raw.districts.length);
      if (!raw.ids) ledger.assume('The file has no column of school ids: the place in the file is the id.');
      return raw;
    },
  };
}
