/** Regions: provinces, states or counties, the level between districts and the whole. */
import { describe, expect, test } from 'vitest';
import { readSchools } from '../formats/index.ts';
import { buildSystem, compile, parseScenario, problemsWith, type Scenario, simulate } from '../sim/index.ts';
import { begin, differing, futuresOf, mean, planOf, type Wish } from './futures.ts';

const REGIONS = 4;
const made = { preset: 'made-up' };
const divided = { ...made, statistics: { regions: REGIONS } };
const plan = (wish: Wish = {}) => planOf({ system: divided, years: 5, localVariants: 0, strategy: { kind: 'organic' }, ...wish });
const { system } = plan();
const districtsOf = (region: number): number[] =>
  [...system.districtRegion.keys()].filter((d) => system.districtRegion[d] === region);

describe('a made-up system that is divided', () => {
  test('has districts that lie together, each in one region, and regions of about the same size', () => {
    expect(system.regionNames).toEqual(['Region 1', 'Region 2', 'Region 3', 'Region 4']);
    expect(new Set(system.districtRegion)).toEqual(new Set([0, 1, 2, 3]));
    const schools = system.regionNames.map(
      (_, r) => [...system.schoolDistrict].filter((d) => system.districtRegion[d] === r).length,
    );
    expect(Math.min(...schools)).toBeGreaterThan(system.schoolCount / REGIONS / 2);
    // Schools of a region are nearer to each other than to those of others.
    const apart = (same: boolean): number => {
      const far: number[] = [];
      for (let s = 0; s < system.schoolCount; s++)
        for (let t = s + 1; t < system.schoolCount; t++) {
          const isSame = system.districtRegion[system.schoolDistrict[s]] === system.districtRegion[system.schoolDistrict[t]];
          if (isSame === same) far.push(Math.hypot(system.x[s] - system.x[t], system.y[s] - system.y[t]));
        }
      return mean(far);
    };
    expect(apart(true)).toBeLessThan(0.7 * apart(false));
  });

  test.each([
    [1, 0],
    [2, 2],
    [7, 4],
    [60, 4],
  ])('asked for %i regions it has %i: never more than one for every two districts', (regions, has) => {
    expect(planOf({ system: { ...made, statistics: { regions } } }).system.regionNames).toHaveLength(has);
  });

  test('has the same schools, ties and luck: every measure that there was is the same, and those by region are added', () => {
    const strategy = { kind: 'waves' };
    const [whole, parts] = [made, divided].map((which) => simulate(plan({ system: which, strategy })));
    expect(differing(whole, parts)).toEqual([]);
    const added = Object.keys(parts.columns).filter((name) => !(name in whole.columns));
    const each = system.regionNames.flatMap((_, r) => [`qualityReach.region${r + 1}`, `schoolsInUse.region${r + 1}`]);
    expect(added.sort()).toEqual([...each, 'regionsReached'].sort());
  });
});

describe('measures by region', () => {
  const [run] = futuresOf(plan({ years: 8, strategy: { kind: 'waves' } }), 1);

  test('are those of its districts, weighted by their schools', () => {
    for (let r = 0; r < REGIONS; r++) {
      const of = districtsOf(r);
      const schools = of.map((d) => system.firstSchool[d + 1] - system.firstSchool[d]);
      const all = schools.reduce((sum, n) => sum + n, 0);
      run.columns[`schoolsInUse.region${r + 1}`].forEach((share, row) => {
        const sum = of.reduce((total, d, i) => total + schools[i] * run.columns[`schoolsInUse.district${d + 1}`][row], 0);
        expect(share).toBeCloseTo(sum / all, 12);
      });
    }
  });

  test('say which parts of the country it has come to: those of whose schools a tenth use it', () => {
    run.columns.regionsReached.forEach((reached, row) => {
      const shares = system.regionNames.map((_, r) => run.columns[`schoolsInUse.region${r + 1}`][row]);
      expect(reached).toBe(shares.filter((share) => share >= 0.1).length / REGIONS);
    });
    expect(run.columns.regionsReached[0]).toBe(0);
    expect(run.columns.regionsReached.at(-1)).toBeGreaterThan(0);
  });
});

describe('a plan that names a region', () => {
  const alike = (byRegion: Wish, byDistrict: Wish): void => {
    const [one, other] = [byRegion, byDistrict].map((wish) => simulate(plan({ strategy: { kind: 'waves' }, ...wish })));
    expect(one.digest).toBe(other.digest);
    expect(one.digest).not.toBe(simulate(plan({ strategy: { kind: 'waves' } })).digest);
  };

  test('as one whose schools choose a rollout names all of its districts', () => {
    alike({ rollouts: [{ kind: 'mandate', regions: [2] }] }, { rollouts: [{ kind: 'mandate', districts: districtsOf(2) }] });
  });

  test('as one whose schools are invited first names all of its districts', () => {
    alike({ regionsFirst: [1] }, { coachedFirst: districtsOf(1) });
  });

  test('as the place of an event has it happen there and nowhere else', () => {
    const steps = 7;
    const stateWith = (events: readonly Wish[]) => {
      const future = begin(plan({ events }));
      for (let step = 0; step < steps; step++) future.step();
      return future.model;
    };
    const plain = stateWith([]);
    const struck = stateWith([{ year: 2, kind: 'leaderLeaves', region: 3 }]);
    for (let s = 0; s < system.schoolCount; s++) {
      const isThere = system.districtRegion[system.schoolDistrict[s]] === 3;
      expect(struck.schools.leaderTenure[s]).toBe(isThere ? 0 : plain.schools.leaderTenure[s]);
    }
    const reformed = stateWith([{ year: 2, kind: 'curriculumReform', size: 2, region: 0 }]);
    for (let d = 0; d < system.districtCount; d++)
      expect(reformed.districts.background[d]).toBeCloseTo(
        plain.districts.background[d] + (system.districtRegion[d] === 0 ? 2 : 0),
        5,
      );
    const closed = stateWith([{ year: 2, kind: 'closure', region: 1 }]);
    expect(
      [...closed.schools.closed].map((one, s) => one === (system.districtRegion[system.schoolDistrict[s]] === 1 ? 1 : 0)),
    ).not.toContain(false);
  });

  test('has its mandate there at once and elsewhere only what ties carry', () => {
    const runs = futuresOf(
      plan({ years: 8, strategy: { kind: 'organic', seedSchools: 1 }, rollouts: [{ kind: 'mandate', regions: [0] }] }),
      6,
    );
    const share = (r: number): number => mean(runs.map(({ columns }) => columns[`schoolsInUse.region${r + 1}`].at(-1)!));
    for (let r = 1; r < REGIONS; r++) expect(share(0)).toBeGreaterThan(2 * share(r));
  });
});

describe('what cannot be', () => {
  const problemsOf = (wish: Wish, which: object = divided) => {
    const file = { version: 1, title: 'x', system: which, years: 2, ...wish };
    const parsed = parseScenario(file);
    return parsed.ok ? problemsWith(parsed.value, compile({ ...parsed.value, ...plainly } as Scenario).system) : parsed.problems;
  };
  /** Nothing that names a place: the system alone is asked for. */
  const plainly = { rollouts: undefined, regionsFirst: undefined, events: undefined };

  test('a region that is not there, or none where there are none', () => {
    expect(problemsOf({ regionsFirst: [4] })).toEqual([
      { path: 'regionsFirst[0]', message: 'found 4, expected a place below 4: the system has 4 regions.' },
    ]);
    const [{ path, message }] = problemsOf({ rollouts: [{ kind: 'mandate', regions: [0] }] }, made);
    expect([path, message]).toEqual([
      'rollouts[0].regions[0]',
      expect.stringContaining('the system is not divided into regions'),
    ]);
    expect(problemsOf({ events: [{ year: 1, kind: 'leaderLeaves', region: 9 }] })[0].path).toBe('events[0].region');
  });

  test('a district that one rollout has by its place and another by its region', () => {
    const [d] = districtsOf(0);
    const rollouts = [
      { kind: 'mandate', regions: [0] },
      { kind: 'cascade', districts: [d] },
    ];
    expect(problemsOf({ rollouts })).toEqual([
      {
        path: 'rollouts[1].districts[0]',
        message: `found district ${d}, which rollouts[0] has by its region 0, expected one rollout for each.`,
      },
    ]);
    expect(problemsOf({ rollouts: [rollouts[0], { kind: 'cascade', regions: [0] }] })[0].message).toContain('found region 0');
  });

  test('an event of a place that it is never of, or of two', () => {
    expect(problemsOf({ events: [{ year: 1, kind: 'election', region: 0 }] })).toEqual([
      { path: 'events[0].region', message: 'found a region, which no election is of; expected no place.' },
    ]);
    expect(problemsOf({ events: [{ year: 1, kind: 'districtLeaderLeaves', school: 0 }] })).toEqual([
      {
        path: 'events[0].school',
        message: 'found a school, which no districtLeaderLeaves is of; expected a region or district, or none.',
      },
    ]);
    expect(problemsOf({ events: [{ year: 1, kind: 'closure', region: 0, school: 3 }] })).toEqual([
      { path: 'events[0]', message: 'found a region and a school, expected the narrowest of them alone.' },
    ]);
  });
});

describe('a file of schools that names regions', () => {
  const rows = [
    'school_id,district,province,pupils',
    'a,North,Highland,100',
    'b,North,Highland,100',
    'c,North,Coast,100',
    'd,South,Coast,100',
    'e,South,,100',
    'f,East,,100',
  ];
  const csv = rows.join('\n');

  test('has them where the plan asks for the column, each district in that of most of its schools', () => {
    const { table, assumed, counts, couldBeRegion } = readSchools(csv, { mapping: { region: 'province' } });
    expect(counts.regions).toBe(3);
    expect(table?.districts.map((_, d) => table.regions?.names[table.regions.ofDistrict[d]])).toEqual([
      'Highland',
      'Coast',
      '(no region)',
    ]);
    expect(couldBeRegion).toBeNull();
    expect(assumed).toEqual(
      expect.arrayContaining([
        'Schools whose region is not that of most schools of their district: 1. Their district’s counts.',
        'Schools without a region: 2. They lie in that of their district.',
        'Districts of which no school names a region: 1.',
      ]),
    );
    expect(buildSystem(table!, 'x').regionNames).toEqual(['(no region)', 'Coast', 'Highland']);
  });

  test('has none unless asked, and says which column could be; never one that was refused, is its districts’, or says nothing', () => {
    const { table, couldBeRegion } = readSchools(csv);
    expect([table?.regions, couldBeRegion]).toEqual([undefined, 'province']);
    expect(readSchools(csv, { mapping: { region: null } }).couldBeRegion).toBeNull();
    expect(readSchools(csv, { mapping: { district: 'province' } }).couldBeRegion).toBeNull();
    expect(readSchools(csv.replaceAll('Highland', 'Coast')).couldBeRegion).toBeNull();
  });

  test('reads the same schools whether asked or not', () => {
    const [without, having] = [{}, { region: 'province' }].map((mapping) => readSchools(csv, { mapping }).table!);
    const { regions, ...rest } = having;
    expect(rest).toEqual(without);
    expect(regions).toBeDefined();
  });
});
