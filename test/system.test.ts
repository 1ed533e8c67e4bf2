import { existsSync, readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { makeTable } from '../sim/agents/columns.ts';
import { educatorColumns } from '../sim/agents/educators.ts';
import { clusterColumns } from '../sim/agents/others.ts';
import { schoolColumns } from '../sim/agents/schools.ts';
import { layerOf, sourceOf } from '../sim/network.ts';
import { teamsOf } from '../sim/system/degrees.ts';
import {
  buildSystem,
  generateSchools,
  knownStatistics,
  presetNames,
  type SchoolTable,
  type System,
  systemFromSpec,
  systemQuantities,
} from '../sim/system/index.ts';
import { keysOf } from '../sim/system/keys.ts';

const mean = (values: ArrayLike<number>) => Array.from(values).reduce((sum, v) => sum + v, 0) / values.length;
const sd = (values: ArrayLike<number>) => {
  const middle = mean(values);
  return Math.sqrt(mean(Array.from(values, (v) => (v - middle) ** 2)));
};
const correlation = (a: ArrayLike<number>, b: ArrayLike<number>) => {
  const [middleA, middleB] = [mean(a), mean(b)];
  return mean(Array.from(a, (v, i) => (v - middleA) * (b[i] - middleB))) / (sd(a) * sd(b));
};
const schoolsOf = (first: Int32Array, k: number) => Array.from({ length: first[k + 1] - first[k] }, (_, i) => first[k] + i);

/** A table with ids, its rows and its districts in another order. */
function shuffled(table: SchoolTable, rows: readonly number[], districts: readonly number[]): SchoolTable {
  const floats = (column: Float64Array) => Float64Array.from(rows, (row) => column[row]);
  return {
    ...table,
    ids: rows.map((row) => table.ids![row]),
    districts: districts.map((d) => table.districts[d]),
    district: Int32Array.from(rows, (row) => districts.indexOf(table.district[row])),
    educators: Int32Array.from(rows, (row) => table.educators[row]),
    pupils: floats(table.pupils),
    disadvantage: floats(table.disadvantage),
    remoteness: floats(table.remoteness),
    x: floats(table.x),
    y: floats(table.y),
  };
}
const withIds = (table: SchoolTable): SchoolTable => ({ ...table, ids: Array.from(table.pupils, (_, row) => `school-${row}`) });

describe('made-up schools', () => {
  test('the made-up district has 212 schools in 8 districts, exactly 4,000 educators and 80,000 pupils', () => {
    const system = systemFromSpec({});
    expect([system.schoolCount, system.districtCount, system.educatorCount]).toEqual([212, 8, 4000]);
    expect(system.pupils.reduce((sum, size) => sum + size, 0)).toBe(80_000);
    expect(new Set(system.districtNames).size).toBe(8);
    expect(system.districtNames).toContain('Old Town');
  });

  test.each(presetNames)('%s builds: its counts are its statistics, in whole districts and clusters', (preset) => {
    const known = knownStatistics({ preset });
    const sample = Math.min(1, 1500 / known.schools.value);
    const system = systemFromSpec({ preset, sample });
    expect(system.schoolCount).toBe(Math.round(known.schools.value * sample));
    expect(system.districtCount).toBe(Math.max(1, Math.round(known.districts.value * sample)));
    const pupils = Math.round(known.pupilsPerSchool.value * system.schoolCount);
    expect(system.pupils.reduce((sum, size) => sum + size, 0)).toBe(pupils);
    expect(system.educatorCount).toBe(Math.round(pupils / known.pupilsPerEducator.value));
    const least = Math.min(3, Math.floor(system.schoolCount / system.districtCount));
    for (let d = 0; d < system.districtCount; d++) expect(schoolsOf(system.firstSchool, d).length).toBeGreaterThanOrEqual(least);
    expect([...system.clusterRank].sort((a, b) => a - b)).toEqual(Array.from({ length: system.clusterCount }, (_, c) => c));
    const members = new Int32Array(system.clusterCount);
    for (const c of system.schoolCluster) members[c]++;
    expect(Math.min(...members)).toBeGreaterThanOrEqual(6);
    expect(Math.max(...members)).toBeLessThanOrEqual(10);
  });

  test('a full country has exactly its teachers', () => {
    expect(generateSchools({ preset: 'kenya' }, 'k').educators.reduce((sum, posts) => sum + posts, 0)).toBe(200_697);
    expect(generateSchools({ preset: 'jordan' }, 'k').educators.reduce((sum, posts) => sum + posts, 0)).toBe(93_400);
  });

  test('schools have the statistics that were asked for', () => {
    const asked = { schools: 20_000, districts: 400, remote: 0.4, disadvantage: 0.6, disadvantageSpread: 0.25, remoteSize: 0 };
    const table = generateSchools({ statistics: asked }, 'statistics');
    const sampling = 4 / Math.sqrt(asked.schools);
    const betweenDistricts = Math.sqrt(systemQuantities.disadvantageBetween.default / asked.districts);
    const remote = Array.from(table.remoteness, (r) => (r > 0.5 ? 1 : 0));
    expect(Math.abs(mean(remote) - 0.4)).toBeLessThan(sampling * 0.5);
    expect(Math.abs(mean(table.disadvantage) - 0.6)).toBeLessThan(0.25 * (sampling + 4 * betweenDistricts));
    expect(Math.abs(sd(table.disadvantage) - 0.25)).toBeLessThan(0.25 * (sampling + 4 * betweenDistricts));
    // The SD of a lognormal's sample CV of 0.8 is near 0.8 · 2 / √n.
    expect(Math.abs(sd(table.pupils) / mean(table.pupils) - 0.8)).toBeLessThan(2 * sampling * 0.8);
    // Cut at the remote share, a correlation of scores of 0.3 shows as 0.3 · φ(Φ⁻¹(0.6)) / √(0.4 · 0.6) = 0.237, less in a bounded share.
    const shown = correlation(remote, table.disadvantage);
    expect(shown).toBeGreaterThan(0.237 * 0.9 - sampling);
    expect(shown).toBeLessThan(0.237 + sampling);
    expect(Math.abs(correlation(remote, table.pupils))).toBeLessThan(sampling);
  });

  test('a sampled country keeps the size of its districts', () => {
    const system = systemFromSpec({ preset: 'usa', sample: 0.02 });
    expect(system.districtCount).toBe(266);
    expect(system.schoolCount / system.districtCount).toBeCloseTo(98_469 / 13_300, 1);
  });

  test('the same key makes the same system, another key another', () => {
    expect(systemFromSpec({ key: 'a' })).toEqual(systemFromSpec({ key: 'a' }));
    expect(systemFromSpec({ key: 'a' }).pupils).not.toEqual(systemFromSpec({ key: 'b' }).pupils);
  });

  test('a spec that makes no sense is refused with what was expected', () => {
    expect(() => systemFromSpec({ preset: 'atlantis' })).toThrow(/made-up.*got atlantis/);
    expect(() => systemFromSpec({ sample: 0 })).toThrow(/sample: expected above 0 to 1, got 0/);
    expect(() => systemFromSpec({ statistics: { disadvantage: 2 } })).toThrow(/statistics.disadvantage: expected/);
  });
});

const SOUTH_AFRICA = '../shared/data/schools/south_africa_schools.csv';
describe.skipIf(!existsSync(SOUTH_AFRICA))('the statistics of South Africa (needs the shared data)', () => {
  test('are those of the file', () => {
    const rows = Papa.parse<Record<string, string>>(readFileSync(SOUTH_AFRICA, 'utf8'), {
      header: true,
      skipEmptyLines: true,
    }).data;
    const known = knownStatistics({ preset: 'south-africa' });
    const pupils = rows.filter((row) => row.learners !== '').map((row) => Number(row.learners));
    const both = rows.filter((row) => row.learners !== '' && row.educators !== '');
    const ratio = both.map((row) => Math.log(Number(row.learners) / Number(row.educators)));
    const poverty = rows.filter((row) => row.quintile !== '').map((row) => (5 - Number(row.quintile)) / 4);
    const placed = rows.filter((row) => row.urban_rural !== '');
    expect(known.schools.value).toBe(rows.length);
    expect(known.districts.value).toBe(new Set(rows.map((row) => row.district).filter((name) => name !== '')).size);
    expect(known.pupilsPerSchool.value).toBeCloseTo(mean(pupils), 0);
    expect(known.sizeSpread.value).toBeCloseTo(sd(pupils) / mean(pupils), 2);
    const educators = both.reduce((sum, row) => sum + Number(row.educators), 0);
    expect(known.pupilsPerEducator.value).toBeCloseTo(both.reduce((sum, row) => sum + Number(row.learners), 0) / educators, 9);
    expect(known.ratioSpread.value).toBeCloseTo(sd(ratio), 2);
    expect(known.disadvantage.value).toBeCloseTo(mean(poverty), 2);
    expect(known.disadvantageSpread.value).toBeCloseTo(sd(poverty), 2);
    expect(known.remote.value).toBeCloseTo(placed.filter((row) => row.urban_rural === 'RURAL').length / placed.length, 3);
  });
});

const COUNTRIES = '../shared/design/evidence/country_presets.csv';
describe.skipIf(!existsSync(COUNTRIES))('country presets (needs the shared evidence)', () => {
  const rows = existsSync(COUNTRIES)
    ? Papa.parse<Record<string, string>>(readFileSync(COUNTRIES, 'utf8'), { header: true, skipEmptyLines: true }).data
    : [];
  test.each(rows.map((row) => [row.system, row] as const))('%s has the counts of its row', (name, row) => {
    const known = knownStatistics({ preset: name.toLowerCase().replace(' ', '-') });
    const [schools, pupils, ratio] = [known.schools.value, known.pupilsPerSchool.value, known.pupilsPerEducator.value];
    if (row.schools) expect(schools).toBe(Number(row.schools));
    if (row.pupils) expect(schools * pupils).toBeCloseTo(Number(row.pupils), 3);
    if (row.teachers) expect((schools * pupils) / ratio).toBeCloseTo(Number(row.teachers), 3);
  });
});

describe('a built system', () => {
  const system = systemFromSpec({});

  test('does not depend on the order of a table, of rows or of districts', () => {
    const table = withIds(generateSchools({ statistics: { schools: 120 } }, 'order'));
    const rows = Array.from({ length: 120 }, (_, k) => (k * 77 + 13) % 120);
    const other = shuffled(table, rows, [3, 1, 7, 0, 2, 6, 5, 4]);
    expect(buildSystem(other, 'k')).toEqual(buildSystem(table, 'k'));
  });

  test('a school keeps its posts, their teams and their ties inside it when other schools are added', () => {
    const table = withIds(generateSchools({ statistics: { schools: 120 } }, 'order'));
    const fewer = shuffled(
      table,
      Array.from({ length: 90 }, (_, k) => k),
      [0, 1, 2, 3, 4, 5, 6, 7],
    );
    const [all, some] = [buildSystem(table, 'k'), buildSystem(fewer, 'k')];
    for (const id of fewer.ids!) expect(inside(some, id)).toEqual(inside(all, id));
  });

  test('keys are unique and do not depend on the order of ids', () => {
    // 200,000 texts share 32 bits about 200,000² / 2 / 2³² = 4.7 times.
    const ids = Array.from({ length: 200_000 }, (_, i) => `school ${i}`);
    const keys = keysOf(ids);
    expect(new Set(keys).size).toBe(ids.length);
    expect(keysOf(ids.slice().reverse()).reverse()).toEqual(keys);
    expect(() => keysOf(['a', 'b', 'a'])).toThrow(/got a twice/);
  });

  test('each fifth holds a fifth of the pupils, to within one school, the poorest first', () => {
    const pupils = new Float64Array(5);
    system.fifth.forEach((fifth, s) => {
      pupils[fifth] += system.pupils[s];
    });
    const largest = Math.max(...system.pupils);
    for (const sum of pupils) expect(Math.abs(sum - 80_000 / 5)).toBeLessThanOrEqual(largest);
    const poorest = (fifth: number) => Array.from(system.disadvantage).filter((_, s) => system.fifth[s] === fifth);
    for (let fifth = 0; fifth < 4; fifth++)
      expect(Math.min(...poorest(fifth))).toBeGreaterThanOrEqual(Math.max(...poorest(fifth + 1)));
  });

  test('most clusters cross a border of districts, and their schools are near each other', () => {
    const districts = Array.from({ length: system.clusterCount }, () => new Set<number>());
    system.schoolCluster.forEach((c, s) => {
      districts[c].add(system.schoolDistrict[s]);
    });
    expect(districts.filter((set) => set.size > 1).length).toBeGreaterThan(system.clusterCount / 2);
    const [within, among] = [[] as number[], [] as number[]];
    for (let a = 0; a < system.schoolCount; a++) {
      for (let b = 0; b < a; b++) {
        const apart = Math.hypot(system.x[a] - system.x[b], system.y[a] - system.y[b]);
        (system.schoolCluster[a] === system.schoolCluster[b] ? within : among).push(apart);
      }
    }
    expect(mean(within)).toBeLessThan(mean(among) / 2);
  });

  test('needs fill 0 to 1, are alike among neighbours and partly a matter of poverty', () => {
    const large = systemFromSpec({ statistics: { schools: 5000, districts: 100, area: 70_000 } });
    for (const k of [0, 1]) {
      const need = Array.from({ length: large.schoolCount }, (_, s) => large.needs[2 * s + k]);
      expect(mean(need)).toBeCloseTo(0.5, 1);
      expect(sd(need)).toBeCloseTo(Math.sqrt(1 / 12), 1);
      // Schools stand along a curve, so the next one is near; 0.4 of the variance is shared by neighbours.
      expect(correlation(need.slice(1), need.slice(0, -1))).toBeGreaterThan(0.2);
    }
    const first = Array.from({ length: large.schoolCount }, (_, s) => large.needs[2 * s]);
    expect(correlation(first, large.disadvantage)).toBeGreaterThan(0.35);
  });

  test('outlines hold all schools of their district, and borders of neighbours hardly overlap', () => {
    const inOutline = (d: number, s: number) => {
      const outline = system.districtOutlines[d];
      for (let k = 0; k < outline.length; k += 2) {
        const next = (k + 2) % outline.length;
        const [ax, ay, bx, by] = [outline[k], outline[k + 1], outline[next], outline[next + 1]];
        if ((bx - ax) * (system.y[s] - ay) - (by - ay) * (system.x[s] - ax) < -1e-3) return false;
      }
      return true;
    };
    let elsewhere = 0;
    for (let s = 0; s < system.schoolCount; s++) {
      expect(inOutline(system.schoolDistrict[s], s)).toBe(true);
      for (let d = 0; d < system.districtCount; d++) if (d !== system.schoolDistrict[s] && inOutline(d, s)) elsewhere++;
    }
    expect(elsewhere).toBeLessThan(0.1 * system.schoolCount);
  });

  test('teams have about five posts, and few posts make one team', () => {
    for (let s = 0; s < system.schoolCount; s++) {
      const posts = schoolsOf(system.firstEducator, s);
      const teams = teamsOf(posts.length);
      if (posts.length < 8) expect(teams).toBe(1);
      else expect(posts.length / teams >= 3 && posts.length / teams <= 7).toBe(true);
    }
  });

  test.each([
    ['made-up', 1],
    ['usa', 0.01],
    ['india', 0.001],
    ['singapore', 1],
  ])('%s needs under 70 bytes an educator and 60 a school', (preset, sample) => {
    const built = systemFromSpec({ preset, sample });
    const ofEducators = bytes(built.ties) + built.educatorSchool.byteLength;
    const ofSchools = bytes(built) - built.educatorSchool.byteLength;
    expect(ofEducators / built.educatorCount).toBeLessThan(70);
    expect(ofSchools / built.schoolCount).toBeLessThan(60);
  });

  // 10.1 million educators in 1.5 million schools, within 1.5 GB of which Node takes 0.1 and the luck of a year 0.15.
  test('India, and a run of it with two local variants, take 1.2 GB at the most', () => {
    const india = systemFromSpec({ preset: 'india', sample: 0.01 });
    const { educatorCount, schoolCount, clusterCount } = india;
    const state = [
      makeTable(educatorColumns, educatorCount, 3),
      makeTable(schoolColumns, schoolCount, 3),
      makeTable(clusterColumns, clusterCount, 3),
    ];
    const taken = [india, india.ties, ...state].reduce((sum, columns) => sum + bytes(columns), 0);
    expect((taken * 10_122_420) / educatorCount / 2 ** 30).toBeLessThan(1.2);
  });
});

const bytes = (columns: object): number =>
  Object.values(columns).reduce((sum: number, column) => sum + (ArrayBuffer.isView(column) ? column.byteLength : 0), 0);

/** A school's posts as they are inside it: teams, and ties to colleagues with their luck, by numbers in the school. */
function inside(system: System, id: string) {
  const s = system.schoolIds!.indexOf(id);
  const first = system.firstEducator[s];
  const { offsets, ends, luck, depth } = system.ties;
  return Array.from({ length: system.firstEducator[s + 1] - first }, (_, p) => {
    const ties: number[][] = [];
    for (let k = offsets[first + p]; k < offsets[first + p + 1]; k++) {
      const layer = layerOf(ends[k]);
      if (layer < 2) ties.push([layer, sourceOf(ends[k]) - first, luck[k], depth[k]]);
    }
    return ties;
  });
}
