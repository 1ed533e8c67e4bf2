import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { compile, parseScenario, thresholds as quantities, type SchoolRecord, simulate } from '../sim/index.ts';
import type { Colours } from '../viz/map/colours.ts';
import { depthsApart } from '../viz/map/difference.ts';
import { mapSvg } from '../viz/map/export.ts';
import { labelsOf } from '../viz/map/labels.ts';
import { isLand, keepLand, landOf, nearest, poorerDistricts } from '../viz/map/land.ts';
import { makeLand } from '../viz/map/makeland.ts';
import { differenceMarks, marksOf } from '../viz/map/marks.ts';
import { MOST_SPARKS, sparksIn, trailsUntil } from '../viz/map/sparks.ts';
import { codeOf, countsOf, type SchoolState, stateAt, stateOf, statesAt, thresholdsOf } from '../viz/map/states.ts';
import { viewOf } from '../viz/map/view.ts';
import { middleSchool, stepFrom, ways } from '../viz/map/walk.ts';
import { schoolName } from '../words/index.ts';
import { type Ground, groundOf } from '../workers/ground.ts';
import { cpuTime } from './cpu.ts';

const thresholds = thresholdsOf(quantities);

/** Rows of shares, a school a column, as the engine writes them. */
function recordOf(use: number[][], well: number[][] = [], owned: number[][] = [], adoptions: number[] = []): SchoolRecord {
  const schools = use[0].length;
  const bytes = (rows: number[][]): Uint8Array =>
    Uint8Array.from(
      use.flatMap((row, r) => row.map((_, s) => rows[r]?.[s] ?? 0)),
      (share) => Math.round(255 * share),
    );
  return {
    schools,
    use: bytes(use),
    well: bytes(well),
    owned: bytes(owned),
    affiliation: bytes([]),
    adoptions: Int32Array.from(adoptions),
  };
}

/** Schools at places, all of one size, in the districts told. */
function groundAt(
  places: readonly (readonly [number, number])[],
  district: number[] = places.map(() => 0),
  poverty: number[] = [0.5],
): Ground {
  return {
    name: '',
    about: '',
    schoolCount: places.length,
    districtNames: poverty.map((_, d) => `District ${d}`),
    regionNames: [],
    districtRegion: new Int32Array(poverty.length),
    schoolNames: places.map((_, s) => `School ${s}`),
    x: Float32Array.from(places, ([x]) => x),
    y: Float32Array.from(places, ([, y]) => y),
    pupils: new Float32Array(places.length).fill(300),
    posts: new Int32Array(places.length).fill(15),
    district: Int32Array.from(district),
    poverty: Float32Array.from(poverty),
    ties: new Int32Array(0),
  };
}

/** Places in crowds and between them, always the same. */
function scattered(count: number): [number, number][] {
  let seed = 7;
  const next = (): number => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return seed / 2 ** 32;
  };
  return Array.from({ length: count }, (_, s) => {
    const crowd = s % 12;
    return [40 * (crowd % 4) + 30 * next() * next(), 45 * Math.floor(crowd / 4) + 40 * next() * next()];
  });
}

describe('what a school is', () => {
  const state = (use: number, well = 0, owned = 0): SchoolState =>
    stateAt(recordOf([[use]], [[well]], [[owned]]), 0, 0, thresholds);

  test.each([
    [0, 0, 0, 'none', false],
    [0.49, 0.9, 0.9, 'none', false],
    [0.5, 0, 0, 'name', false],
    [0.5, 0.19, 0, 'name', false],
    [0.5, 0.21, 0, 'low', false],
    [1, 0.41, 0.49, 'high', false],
    [1, 0.59, 0, 'high', false],
    [1, 0.6, 0, 'well', false],
    [1, 1, 0.5, 'well', true],
    [0.7, 0.3, 0.6, 'low', true],
  ] as const)('%d using, %d well, %d owning: %s', (use, well, owned, stage, isOwned) => {
    expect(state(use, well, owned)).toEqual({ stage, owned: isOwned });
  });

  test('stopped is said only of a school that used it, and no longer when it begins again', () => {
    const record = recordOf([
      [0, 0.4],
      [0.6, 0.4],
      [0.2, 0.4],
      [0, 0.4],
      [0.8, 0.4],
    ]);
    const of = (school: number) => [0, 1, 2, 3, 4].map((row) => stateAt(record, school, row, thresholds).stage);
    expect(of(0)).toEqual(['none', 'name', 'stopped', 'stopped', 'name']);
    expect(of(1)).toEqual(['none', 'none', 'none', 'none', 'none']);
  });

  test('a row past the last is the last', () => {
    expect(stateAt(recordOf([[0], [1]]), 0, 9, thresholds).stage).toBe('name');
  });

  test('counts add up', () => {
    const record = recordOf([[1, 1, 1, 0, 0]], [[0.7, 0.7, 0.3, 0, 0]], [[0.9, 0, 0.9, 0, 0]]);
    expect(countsOf(statesAt(record, 0, thresholds))).toEqual({ using: 3, well: 2, owned: 2, stopped: 0 });
  });

  test('a byte is a state and back', () => {
    const all = (['none', 'name', 'low', 'high', 'well', 'stopped'] as const).map((stage) => ({ stage, owned: false }));
    expect(all.map((one) => stateOf(codeOf(one)))).toEqual(all);
  });

  test('no two states are drawn alike, and where schools are small four are told apart', () => {
    const states = [...Array(6).keys(), 12].map(stateOf);
    const drawn = (detail: boolean) =>
      new Set(
        states.map((one) => JSON.stringify(marksOf(one, 6, { low: 1 / 3, high: 2 / 3 }[one.stage as string] ?? 0, detail))),
      );
    expect(drawn(true).size).toBe(7);
    expect(drawn(false).size).toBe(4);
  });

  test('the states of 100,000 schools come at once, and the second time for nothing', () => {
    const rows = 46;
    const schools = 100_000;
    const bytes = Uint8Array.from({ length: schools * rows }, (_, i) => (i * 37) % 256);
    const record = { schools, use: bytes, well: bytes, owned: bytes, affiliation: bytes, adoptions: new Int32Array(0) };
    expect(cpuTime(() => statesAt(record, 45, thresholds))).toBeLessThan(400);
    expect(statesAt(record, 45, thresholds)).toBe(statesAt(record, 45, thresholds));
  });
});

describe('who showed it to whom', () => {
  const peer = (step: number, to: number, from: number) => [step, to, from, 5];

  test('neither a programme nor a colleague of the same school makes a spark', () => {
    const record = recordOf([[0, 0, 0]], [], [], [...peer(1, 0, -1), ...peer(1, 1, 1), ...peer(1, 2, 0)]);
    expect(sparksIn(record, 0, 5)).toMatchObject([{ step: 1, from: 0, to: 2 }]);
  });

  test('never more than are seen at once, those that reach a school first among them, and always the same', () => {
    const before = Array.from({ length: 60 }, (_, s) => peer(1, s, -1)).flat();
    const many = Array.from({ length: 100 }, (_, s) => peer(2, s, s + 1)).flat();
    const record = recordOf([Array(101).fill(0)], [], [], [...before, ...many]);
    const sparks = sparksIn(record, 2, 2);
    expect(sparks).toHaveLength(MOST_SPARKS);
    expect(sparks.every(({ to }) => to >= 60)).toBe(true);
    expect(new Set(sparks.map(({ to }) => to)).size).toBe(MOST_SPARKS);
    expect(sparksIn(record, 2, 2)).toEqual(sparks);
    expect(sparksIn(record, 1, 6).length).toBeLessThanOrEqual(MOST_SPARKS);
  });

  test('a trail is the first spark of a school, once it has come', () => {
    const record = recordOf([[0, 0, 0]], [], [], [...peer(1, 1, 0), ...peer(3, 1, 2), ...peer(4, 2, 1)]);
    expect(trailsUntil(record, 3, 99)).toMatchObject([{ from: 0, to: 1, step: 1 }]);
    expect(trailsUntil(record, 4, 99)).toHaveLength(2);
  });
});

test('a plan goes deeper where it is used better, and nowhere by practice that is not in use', () => {
  const a = recordOf([[1, 1, 0.2, 1]], [[0.8, 0.5, 0.9, 0.52]]);
  const b = recordOf([[0, 1, 0.2, 1]], [[0.9, 0.9, 0.1, 0.5]]);
  const depth = [...depthsApart(a, b, [0, 0], thresholds)].map((v) => Math.round(10 * v) / 10);
  expect(depth).toEqual([0.8, -0.4, 0, 0]);
  expect(depth.map((v) => differenceMarks(v, 5)[0].shape)).toEqual(['up', 'down', 'disc', 'disc']);
});

describe('the land', () => {
  test('is hatched where a larger share of pupils is poor than in the system', () => {
    const ground = groundAt(
      [
        [0, 0],
        [1, 0],
        [2, 0],
      ],
      [0, 1, 2],
      [0.2, 0.5, 0.8],
    );
    expect(poorerDistricts(ground)).toEqual([false, false, true]);
    expect(poorerDistricts({ ...ground, poverty: Float32Array.from([0.4, 0.4, 0.4]) })).toEqual([false, false, false]);
  });

  test.each([
    ['one school', groundAt([[3, 3]])],
    [
      'two schools in one place',
      groundAt([
        [3, 3],
        [3, 3],
      ]),
    ],
    [
      'schools in a row',
      groundAt(
        [
          [0, 0],
          [1, 0],
          [2, 0],
          [3, 0],
        ],
        [0, 0, 1, 1],
        [0.2, 0.6],
      ),
    ],
    [
      'two towns far apart',
      groundAt(
        [
          [0, 0],
          [1, 1],
          [500, 0],
          [501, 1],
        ],
        [0, 0, 1, 1],
        [0.2, 0.6],
      ),
    ],
    ['a thousand schools', groundAt(scattered(1000))],
    ['10,000 schools', groundAt(scattered(10_000))],
  ])('holds all of %s', (_, ground) => {
    const land = makeLand(ground);
    const outside = [...land.x].filter((x, s) => !isLand(land, x, land.y[s]));
    expect(outside).toEqual([]);
    expect([...land.x, ...land.y].every(Number.isFinite)).toBe(true);
  });

  test('of 100,000 schools is a coast and nothing else, and comes within two seconds', () => {
    const ground = groundAt(scattered(100_000), undefined, [0.2, 0.6]);
    const took = cpuTime(() => keepLand(ground, makeLand(ground)));
    expect(took).toBeLessThan(2000);
    const land = landOf(ground);
    expect([land.borders.length, land.poorer.length, land.named.length]).toEqual([0, 0, 0]);
  });
});

describe('the map of schools in regions', () => {
  /** Twenty districts in a row, of two regions: the first five, and the others. */
  const rows = Array.from({ length: 20 }, (_, d) => [0, 1, 2].map((k): [number, number] => [10 * d + 2 * k, 3 * (k % 2)]));
  const made = groundAt(
    rows.flat(),
    rows.flatMap((_, d) => [d, d, d]),
    rows.map(() => 0.5),
  );
  const ground = { ...made, regionNames: ['West', 'East'], districtRegion: Int32Array.from(rows, (_, d) => (d < 5 ? 0 : 1)) };

  test('names regions where districts are too many, and nothing where there are none', () => {
    expect(makeLand(made).named).toEqual([]);
    expect(makeLand(ground).named.map(({ name, schools }) => [name, schools.length])).toEqual([
      ['West', 15],
      ['East', 45],
    ]);
  });

  test('marks the border between them, which is a border of districts', () => {
    const { borders, divides, x } = makeLand(ground);
    expect(makeLand(made).divides).toHaveLength(0);
    expect(divides.length).toBeGreaterThan(0);
    expect(divides.length).toBeLessThan(borders.length / 5);
    // It lies between the last school of the west and the first of the east.
    const across = [...divides].filter((_, i) => i % 2 === 0);
    const between = x[15] - x[14]; // corners are worn off, by less than that
    expect(Math.min(...across)).toBeGreaterThan(x[14] - between);
    expect(Math.max(...across)).toBeLessThan(x[15] + between);
  });
});

describe('the map of the default district', () => {
  let ground: Ground;
  let record: SchoolRecord;
  beforeAll(() => {
    const parsed = parseScenario(JSON.parse(readFileSync('scenarios/default.json', 'utf8')));
    if (!parsed.ok) throw new Error('expected the default scenario');
    const plan = compile(parsed.value);
    ground = groundOf(plan.system);
    keepLand(ground, makeLand(ground));
    record = simulate(plan, { replicate: 0, record: 'schools' }).schools!;
  });

  test('all schools lie inland, each district is named, names keep off each other and off the edges', () => {
    const land = makeLand(ground);
    expect([...land.x].every((x, s) => isLand(land, x, land.y[s]))).toBe(true);
    expect(land.borders.length).toBeGreaterThan(0);
    for (const [width, height] of [
      [368, 320],
      [350, 240],
      [760, 320],
      [1000, 700],
    ]) {
      const labels = labelsOf(land, viewOf(land, width, height), 12);
      expect(labels.map(({ name }) => name).sort()).toEqual([...ground.districtNames].sort());
      for (const { x, y } of labels) expect(x > 0 && x < width && y > 0 && y < height).toBe(true);
      const near = labels.some((one, i) =>
        labels.some((two, k) => k > i && Math.abs(one.y - two.y) < 10 && Math.abs(one.x - two.x) < 40),
      );
      expect(near).toBe(false);
    }
  });

  test('what is pointed at is the school that lies there', () => {
    const land = makeLand(ground);
    for (const s of [0, 17, 211]) expect(nearest(land, land.x[s], land.y[s], 5)).toBe(s);
    expect(nearest(land, -5000, 0, 20)).toBeNull();
  });

  test('arrow keys lead from every school to every other', () => {
    const land = makeLand(ground);
    const steps = (s: number): number[] =>
      Object.values(ways)
        .map((way) => stepFrom(land, s, way))
        .filter((to) => to !== null);
    const onward = Array.from(land.x, (_, s) => steps(s));
    const back: number[][] = onward.map(() => []);
    onward.forEach((list, s) => {
      for (const to of list) back[to].push(s);
    });
    const start = middleSchool(land);
    expect(reached(onward, start).size).toBe(ground.schoolCount);
    expect(reached(back, start).size).toBe(ground.schoolCount);
  });

  test('as a file it is one picture, with every district named and nothing but text in its text', () => {
    const colours = new Proxy({ font: 'Figtree' } as Record<string, string>, {
      get: (own, name: string) => own[name] ?? '#123456',
    });
    const moment = { record, row: 30, part: 1, flight: 0, thresholds };
    const named = { ...ground, districtNames: ground.districtNames.map((name, d) => (d === 0 ? '<b>&' : name)) };
    keepLand(named, makeLand(named));
    const svg = mapSvg({
      ground: named,
      moment,
      colours: colours as unknown as Colours,
      width: 600,
      height: 400,
      label: 'A "map"',
    });
    expect(svg).toMatch(/^<svg [^>]*aria-label="A &quot;map&quot;"/);
    expect(svg).toContain('&lt;b&gt;&amp;');
    expect(svg.match(/<text /g)).toHaveLength(ground.districtNames.length);
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  });
});

function reached(steps: readonly number[][], from: number): Set<number> {
  const seen = new Set([from]);
  for (const s of seen) for (const to of steps[s]) seen.add(to);
  return seen;
}

describe('names of schools', () => {
  const names = Array.from({ length: 2400 }, (_, place) => schoolName(place, null));

  test('differ, and stay', () => {
    expect(new Set(names).size).toBe(2400);
    expect(schoolName(17, null)).toBe(names[17]);
  });

  test('go on with numbers where there are more schools than names', () => {
    const more = Array.from({ length: 100_000 }, (_, place) => schoolName(place, null));
    expect(new Set(more).size).toBe(100_000);
    expect(more[2400 + 5]).toBe(`${names[5]} 2`);
  });

  test('are their own where a file gives them', () => {
    expect(schoolName(1, ['North', 'South'])).toBe('South');
  });
});
