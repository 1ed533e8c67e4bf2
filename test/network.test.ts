import { existsSync, readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { endOf, layerOf, layers, sourceOf } from '../sim/network.ts';
import { teamsOf } from '../sim/system/degrees.ts';
import { buildSystem, defaultActiveShare, generateSchools, type SchoolTable, systemFromSpec } from '../sim/system/index.ts';
import { measureAdvice, measuredSchools } from './patterns/known/advice.ts';

const mean = (values: readonly number[]) => values.reduce((sum, v) => sum + v, 0) / values.length;

test('a tie’s end tells its layer and its source, and ends stand in the order of layers, then of sources', () => {
  const furthest = 2 ** 28 - 1;
  const ends = layers.flatMap((_, layer) => [0, 1, furthest].map((source) => [layer, source, endOf(layer, source)]));
  for (const [layer, source, end] of ends) expect([layerOf(end), sourceOf(end)]).toEqual([layer, source]);
  expect(ends.every(([, , end], k) => k === 0 || end > ends[k - 1][2])).toBe(true);
});

const REAL = '../shared/data/educator_networks/teacher_advice_edges.csv';
describe.skipIf(!existsSync(REAL))('the yardstick, on real teacher networks (needs the shared data)', () => {
  const read = (path: string) =>
    Papa.parse<Record<string, string>>(readFileSync(path, 'utf8'), { header: true, skipEmptyLines: true }).data;
  test.each(['1', '2', '3', '4', '5'])('agrees with the published statistics of school %s', (school) => {
    const reference = JSON.parse(readFileSync('../shared/data/stats/networks_teacher_advice.json', 'utf8'))[school];
    const teachers = read(REAL.replace('edges', 'nodes')).filter((row) => row.school === school);
    const place = new Map(teachers.map((row, p) => [row.teacher, p]));
    const ties = read(REAL).filter((row) => row.school === school);
    const measured = measureAdvice(
      teachers.length,
      ties.map((row) => [place.get(row.source)!, place.get(row.target)!]),
    );
    expect(measured.density).toBeCloseTo(reference.density, 9);
    expect(measured.reciprocity).toBeCloseTo(reference.reciprocity, 9);
    expect(measured.transitivity).toBeCloseTo(reference.transitivity_undirected, 9);
  });
});

/** Evidence P37: the mean over 15 schools of 12 to 76 staff, and the range over schools. */
describe('advice networks inside generated schools, at the default share', () => {
  const measured = ['a', 'b', 'c'].flatMap((key) => measuredSchools(systemFromSpec({ key })));
  // The mean of 15 schools is known to within about a third of the SD between them; ours may stand that far off.
  test.each([
    ['out', 1.25, 3.6, 5.4],
    ['density', 0.06, 0.17, 0.39],
    ['reciprocity', 0.1, 0.33, 0.62],
    ['transitivity', 0.2, 0.39, 0.66],
    ['colleagues', 2, 5.9, 9],
    ['hub', 4, 13, 31],
  ] as const)('%s: nine schools in ten lie within %d to %d to %d, and their mean near the middle', (name, low, middle, high) => {
    const values = measured.map((school) => school[name]);
    expect(values.filter((v) => v >= low && v <= high).length / values.length).toBeGreaterThan(0.9);
    expect(Math.abs(mean(values) - middle)).toBeLessThan((high - low) / 12);
  });

  test('a teacher names 3.6 advisers on average, over all staff', () => {
    const staff = measured.reduce((sum, { posts }) => sum + posts, 0);
    expect(Math.abs(measured.reduce((sum, { ties }) => sum + ties, 0) / staff - 3.6)).toBeLessThan(0.25);
  });

  test('about half the staff of a school of 26 turn to one person', () => {
    const typical = measured.filter(({ posts }) => posts >= 22 && posts <= 30);
    expect(Math.abs(mean(typical.map(({ hub }) => hub)) - 13)).toBeLessThan(2);
  });
});

const odd: readonly (readonly [string, SchoolTable])[] = [
  ['the made-up district', generateSchools({}, 'ties')],
  ['schools of one to three posts', generateSchools({ statistics: { pupilsPerSchool: 30, remoteSize: 0 } }, 'ties')],
  ['one district', generateSchools({ statistics: { districts: 1 } }, 'ties')],
  ['a district to each school', generateSchools({ statistics: { schools: 40, districts: 40 } }, 'ties')],
  ['one school', generateSchools({ statistics: { schools: 1 } }, 'ties')],
  ['one post', generateSchools({ statistics: { schools: 1, pupilsPerSchool: 5 } }, 'ties')],
  [
    'two schools of hundreds',
    generateSchools({ statistics: { schools: 2, districts: 1, pupilsPerSchool: 5000, pupilsPerEducator: 5 } }, 'ties'),
  ],
];

describe.each(odd)('candidate ties of %s', (_name, table) => {
  const system = buildSystem(table, 'ties');
  const { ties, educatorSchool, firstEducator, schoolDistrict, schoolCluster } = system;
  const teamOf = (e: number, s: number) => (e - firstEducator[s]) % teamsOf(firstEducator[s + 1] - firstEducator[s]);

  test('lie in their layer, in order, none twice, none to oneself', () => {
    const wrong: string[] = [];
    const posts = system.educatorCount;
    for (let e = 0; e < posts; e++) {
      const s = educatorSchool[e];
      for (let k = ties.offsets[e]; k < ties.offsets[e + 1]; k++) {
        const other = sourceOf(ties.ends[k]);
        const t = educatorSchool[other];
        const mates = s === t && teamOf(e, s) === teamOf(other, t);
        const right = {
          team: mates && other !== e,
          school: s === t && !mates,
          district: s !== t && schoolDistrict[s] === schoolDistrict[t],
          cluster: s !== t && schoolCluster[s] === schoolCluster[t],
          profession: s !== t,
        }[layers[layerOf(ties.ends[k])]];
        if (!right) wrong.push(`${e} to ${other} in ${layers[layerOf(ties.ends[k])]}`);
        const before = k > ties.offsets[e] ? layerOf(ties.ends[k - 1]) * posts + sourceOf(ties.ends[k - 1]) : -1;
        if (layerOf(ties.ends[k]) * posts + other <= before) wrong.push(`${e} to ${other} out of order`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test('are at most eight and a half an educator', () => {
    expect(ties.ends.length / system.educatorCount).toBeLessThan(8.5);
  });
});

describe('ties across schools', () => {
  const system = systemFromSpec({ statistics: { schools: 1000, districts: 40 } });
  const { ties, educatorSchool, firstEducator } = system;
  const count = (layer: string, of: (post: number) => boolean) => {
    let [sum, posts] = [0, 0];
    for (let e = 0; e < system.educatorCount; e++) {
      if (!of(e - firstEducator[educatorSchool[e]])) continue;
      posts++;
      for (let k = ties.offsets[e]; k < ties.offsets[e + 1]; k++) if (layers[layerOf(ties.ends[k])] === layer) sum++;
    }
    return sum / posts;
  };
  const anyone = () => true;

  test('without clusters a teacher has about 0.3 of them, most of them to the district', () => {
    const district = count('district', anyone) * defaultActiveShare.district;
    const profession = count('profession', anyone) * defaultActiveShare.profession;
    // 19,000 posts with a variance near their mean: four standard errors are below 0.02.
    expect(Math.abs(district - 0.2)).toBeLessThan(0.02);
    expect(Math.abs(profession - 0.1)).toBeLessThan(0.02);
    expect(Math.abs(count('cluster', anyone) - 1)).toBeLessThan(0.05);
  });

  test('those in formal roles have several times as many', () => {
    expect(count('district', (post) => post === 0)).toBeGreaterThan(4 * count('district', (post) => post >= 8));
  });

  test('the share switched on is the share asked for, layer by layer', () => {
    for (const share of [0.25, 0.5, 0.75]) {
      layers.forEach((_, layer) => {
        let [on, all] = [0, 0];
        for (let k = 0; k < ties.luck.length; k++) {
          if (layerOf(ties.ends[k]) !== layer) continue;
          all++;
          if (ties.luck[k] / 256 < share) on++;
        }
        expect(Math.abs(on / all - share)).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / all));
      });
    }
  });

  test('depth has nothing to do with luck', () => {
    const half = ties.luck.map((luck) => (luck < 128 ? 1 : 0));
    const depths = (side: number) => mean(Array.from(ties.depth).filter((_, k) => half[k] === side));
    // Uniform over 0..255 has an SD of 74.
    expect(Math.abs(depths(0) - depths(1))).toBeLessThan((4 * 74 * 2) / Math.sqrt(ties.depth.length));
  });
});

describe('ties from a file', () => {
  const table = generateSchools({ statistics: { schools: 6, districts: 2, pupilsPerSchool: 60 } }, 'file');
  const named: SchoolTable = { ...table, ids: ['f', 'c', 'a', 'e', 'b', 'd'] };
  const posts = named.educators.reduce((sum, n) => sum + n, 0);
  const filed = Array.from({ length: posts }, (_, from) => [
    { from, to: (from + 5) % posts, layer: 4 },
    { from, to: (from + 1) % posts, layer: 1 },
  ]).flat();

  test('are the only ones, all switched on, between the posts that the table names', () => {
    const system = buildSystem({ ...named, ties: filed }, 'file');
    const place: number[] = [];
    named.ids!.forEach((id, row) => {
      const s = system.schoolIds!.indexOf(id);
      for (let p = 0; p < named.educators[row]; p++) place.push(system.firstEducator[s] + p);
    });
    expect(system.ties.ends.length).toBe(filed.length);
    expect(Math.max(...system.ties.luck)).toBe(0);
    for (let from = 0; from < posts; from++) {
      const start = system.ties.offsets[place[from]];
      const ends = [...system.ties.ends.slice(start, start + 2)];
      expect(ends.map(sourceOf)).toEqual([place[(from + 1) % posts], place[(from + 5) % posts]]);
      expect(ends.map(layerOf)).toEqual([1, 4]);
    }
  });

  test('to posts that do not exist are refused', () => {
    expect(() => buildSystem({ ...named, ties: [{ from: 0, to: posts, layer: 1 }] }, 'file')).toThrow(
      /expected a tie between posts/,
    );
  });
});
