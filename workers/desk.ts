/** What the page asks for beside futures: the lists of the simulation, files read and checked, the ground of a map. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { transfer } from 'comlink';
import {
  decodeText,
  fileDigest,
  type Mapping,
  parseStructured,
  readNetwork,
  readSchools,
  type SchoolsRead,
} from '../formats/index.ts';
import { type Problem, parseScenario, type Scenario, type SchoolTable, type SystemSpec, systemFromSpec } from '../sim/index.ts';
import { type Catalogue, catalogue } from './catalogue.ts';
import { type Ground, groundOf } from './ground.ts';
import { placesOf } from './places.ts';
import { systemOf } from './service.ts';

/** The largest file of schools a page reads: 256 MiB. */
const TABLE_BYTES = 256 * 1024 * 1024;
/** The most columns of a file that is not understood that are named: a register has fewer. */
const NAMED = 2000;

export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly Problem[] };

/** A file of schools; of one that cannot be used as it is, how many there are and the columns that it has: a mapping may help. */
export type SchoolsAnswer =
  | { readonly ok: true; readonly value: SchoolsFile }
  | { readonly ok: false; readonly problems: readonly Problem[]; readonly header: readonly string[]; readonly schools: number };

/** A file of schools as it was understood. */
export interface SchoolsFile extends Omit<SchoolsRead, 'table'> {
  readonly table: SchoolTable;
  /** SHA-256 of the file's bytes, in hexadecimal: how a link names it without carrying it. */
  readonly sha256: string;
}

export class Desk {
  catalogue(): Catalogue {
    return catalogue();
  }

  /** A scenario file's bytes, JSON or YAML, as the command line would read it. */
  readScenario(bytes: Uint8Array): Read<Scenario> {
    const decoded = decodeText(bytes);
    if (!decoded.ok) return { ok: false, problems: [decoded.problem] };
    const structured = parseStructured(decoded.text);
    return structured.ok ? parseScenario(structured.value) : structured;
  }

  /** A scenario that came by another way than a file, such as a link; places that it names are looked for on its schools. */
  checkScenario(value: unknown, table?: SchoolTable): Read<Scenario> {
    const parsed = parseScenario(value);
    if (!parsed.ok || (!('preset' in parsed.value.system) && !table)) return parsed;
    const problems = placesOf(parsed.value, table);
    return problems.length > 0 ? { ok: false, problems } : parsed;
  }

  /** The schools of a CSV file's bytes; a table of more than `most` schools stays here, for sending it would hold up the page. */
  readSchools(bytes: Uint8Array, name: string, mapping?: Mapping, most = Number.POSITIVE_INFINITY): SchoolsAnswer {
    const decoded = decodeText(bytes, TABLE_BYTES);
    if (!decoded.ok) return { ok: false, problems: [decoded.problem], header: [], schools: 0 };
    const { table, ...report } = readSchools(decoded.text, { name, ...(mapping && { mapping }) });
    const { schools } = report.counts;
    if (table && schools <= most) return { ok: true, value: { table, ...report, sha256: bytesToHex(sha256(bytes)) } };
    const header = report.header.length <= NAMED ? report.header : [];
    return { ok: false, problems: report.problems, header, schools };
  }

  /** The schools of two files of a network, whichever of them names the people: the other one then has their ties. */
  readNetwork(one: Uint8Array, other: Uint8Array, most: number): { readonly isSwapped: boolean; readonly answer: SchoolsAnswer } {
    const texts = [one, other].map((bytes) => decodeText(bytes, TABLE_BYTES));
    const problems = texts.flatMap((decoded) => (decoded.ok ? [] : [decoded.problem]));
    const [first, second] = texts.flatMap((decoded) => (decoded.ok ? [decoded.text] : []));
    if (first === undefined || second === undefined)
      return { isSwapped: false, answer: { ok: false, problems, header: [], schools: 0 } };
    const straight = readNetwork(first, second);
    const swapped = straight.table ? null : readNetwork(second, first);
    const isSwapped = swapped?.table != null;
    const { table, counts, ...report } = isSwapped ? swapped : straight;
    if (!table || counts.schools > most)
      return { isSwapped, answer: { ok: false, problems: report.problems, header: [], schools: counts.schools } };
    const digests = (isSwapped ? [other, one] : [one, other]).map((bytes) => bytesToHex(sha256(bytes)));
    const { schools, educators } = counts;
    const known = { rows: educators, schools, districts: table.districts.length, regions: 0, leftOut: 0, pupils: 0, educators };
    const file = { ...report, table, header: [], columns: {}, couldBeRegion: null, counts: known, sha256: fileDigest(digests) };
    return { isSwapped, answer: { ok: true, value: file } };
  }

  /** The schools of a scenario, as they lie. */
  ground(scenario: Scenario, table?: SchoolTable): Ground {
    const ground = groundOf(table ? systemOf(table, scenario) : systemFromSpec(scenario.system as SystemSpec));
    const { x, y, pupils, posts, district, districtRegion, poverty, ties } = ground;
    return transfer(
      ground,
      [x, y, pupils, posts, district, districtRegion, poverty, ties].map(({ buffer }) => buffer as ArrayBuffer),
    );
  }
}
