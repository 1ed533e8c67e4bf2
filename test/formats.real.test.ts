import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readNetwork, readSchools, type SchoolsRead } from '../formats/index.ts';

const data = '../shared/data';
const text = (path: string) => readFileSync(`${data}/${path}`, 'utf8');
const rowsOf = ({ tallies }: SchoolsRead, fault: string, column: string) =>
  tallies.find((tally) => tally.fault === fault && tally.column === column)?.rows ?? 0;

/** What every table must be, whatever was assumed. */
function expectWhole({ table, counts }: SchoolsRead) {
  if (!table) throw new Error('expected a table');
  expect(table.district).toHaveLength(counts.schools);
  expect(new Set(table.ids).size).toBe(counts.schools);
  expect(table.educators.every((count) => count >= 1)).toBe(true);
  expect(table.pupils.every((count) => count >= 1)).toBe(true);
  for (const shares of [table.disadvantage, table.remoteness])
    expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
  for (const places of [table.x, table.y]) {
    expect(Math.min(...places)).toBe(0);
    expect(places.every((value) => Number.isFinite(value) && Math.round(value * 1000) / 1000 === value)).toBe(true);
  }
  expect(table.district.every((d) => d >= 0 && d < table.districts.length)).toBe(true);
  return table;
}

describe.skipIf(!existsSync(`${data}/schools`))('real school files (skipped where the data are not beside the project)', () => {
  const southAfrica = existsSync(`${data}/schools`) ? text('schools/south_africa_schools.csv') : '';

  test.each([
    ['FREE STATE', 1229, 660_228, 26_246, 5],
    ['NORTHERN CAPE', 527, 238_572, 9_102, 6],
  ])('%s has its schools, learners and educators', (province, schools, pupils, educators, districts) => {
    const lines = southAfrica.split(/\r?\n/);
    const own = [lines[0], ...lines.filter((line) => line.includes(`,${province},`))].join('\n');
    const read = readSchools(own);
    expect(read.counts).toEqual({ rows: schools, schools, districts, regions: 0, leftOut: 0, pupils, educators });
  });

  test('the known defects of the South African list are reported, and no other row is moved', () => {
    const read = readSchools(southAfrica);
    const table = expectWhole(read);
    expect(rowsOf(read, 'missing', 'learners')).toBe(60);
    expect(rowsOf(read, 'missing', 'educators')).toBe(155);
    expect(rowsOf(read, 'missing', 'quintile')).toBe(97);
    expect(read.tallies.filter(({ fault }) => fault === 'outlier')).toEqual([
      { fault: 'outlier', column: 'latitude, longitude', rows: 1 },
    ]);
    const outlier = read.problems.find(({ fault }) => fault === 'outlier');
    expect(outlier?.message).toContain('98.98466');
    expect(table.ids?.[outlier!.row - 2]).toBe('445802150');
    // From the Orange River's mouth to the Drakensberg: without the wrong place, about 1,300 km.
    expect(Math.max(...table.x)).toBeLessThan(1400);
    expect(table.names).toContain('ADELINE MEJE P/S');
  });

  test('Kenya has no pupils, which is said once and not for each school', () => {
    const read = readSchools(text('schools/kenya_schools.csv'));
    const table = expectWhole(read);
    expect(read.counts).toMatchObject({ schools: 2708, leftOut: 0, pupils: 0, educators: 0 });
    expect(new Set(table.pupils).size).toBe(1);
    expect(read.assumed[1]).toMatch(
      /^Schools with neither pupils nor teachers: 2708\. They have 245 pupils \(Median of 68 primary schools/,
    );
    expect(rowsOf(read, 'missing', 'district')).toBe(612);
    expect(table.districts).toContain('Mombasa');
    // Mombasa lies 600 km from the other three counties: it is no outlier, but one school of Changamwe is.
    expect(read.tallies.filter(({ fault }) => fault === 'outlier')).toEqual([
      { fault: 'outlier', column: 'latitude, longitude', rows: 1 },
    ]);
  });

  test('two Kenyan districts: teachers stand in three columns', () => {
    const read = readSchools(text('schools/kenya_two_districts_2007.csv'));
    expectWhole(read);
    expect(read.counts).toEqual({ rows: 68, schools: 68, districts: 2, regions: 0, leftOut: 0, pupils: 16_683, educators: 600 });
  });

  test('California: a row is a district, and teachers are no whole numbers', () => {
    const read = readSchools(text('schools/california_districts.csv'));
    const table = expectWhole(read);
    expect(read.counts).toMatchObject({ rows: 420, schools: 420, districts: 45, leftOut: 0, pupils: 1_104_093 });
    expect(read.counts.educators).toBeCloseTo(54_208.298, 6);
    // Rounding errors below a half, of independent sign: four standard deviations of their sum.
    const posts = table.educators.reduce((sum, count) => sum + count, 0);
    expect(Math.abs(posts - 54_208.298)).toBeLessThan(4 * Math.sqrt(420 / 12));
    expect(table.disadvantage[0]).toBeCloseTo(0.020408, 6);
  });

  test('Michigan: staff for 1000 pupils becomes posts', () => {
    const read = readSchools(text('schools/michigan_elementary_1995.csv'));
    const table = expectWhole(read);
    expect(read.counts).toMatchObject({ schools: 1848, leftOut: 0, districts: 537 });
    expect(table.educators[0]).toBe(Math.round((539 * 71.0999984741211) / 1000));
    expect(table.disadvantage[0]).toBeCloseTo(0.483, 6);
  });
});

describe.skipIf(!existsSync(`${data}/educator_networks`))(
  'a real network (skipped where the data are not beside the project)',
  () => {
    test('advice among the teachers of five schools', () => {
      const read = readNetwork(
        text('educator_networks/teacher_advice_nodes.csv'),
        text('educator_networks/teacher_advice_edges.csv'),
      );
      expect(read.problems).toEqual([]);
      expect(read.counts).toEqual({ educators: 121, schools: 5, ties: 369 });
      expect(read.table?.educators.reduce((sum, count) => sum + count, 0)).toBe(121);
      // Nobody was asked about other schools.
      expect(new Set(read.table?.ties?.map(({ layer }) => layer))).toEqual(new Set([1]));
    });
  },
);
