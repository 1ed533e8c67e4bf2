import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPoints } from '../formats/index.ts';
import { type Parsed, parseScenario, type Results, type Scenario, settings, withSetting } from '../sim/index.ts';
import {
  designOf,
  factorColumns,
  outcomeColumns,
  outcomesOf,
  parseStudy,
  type ResolvedStudy,
  type Study,
  scenarioAt,
} from '../study/index.ts';

const folder = `${import.meta.dirname}/../scenarios`;
const json = (file: string): unknown => JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'));
const namesIn = (path: string): string[] =>
  readdirSync(path)
    .filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'))
    .map((name) => name.slice(0, -'.json'.length));

const base = json('default.json') as Scenario;
const plain = {
  version: 1,
  title: 'A study',
  base,
  factors: [{ path: 'ingredients.champions', levels: [0.2, 0.8] }],
  design: { kind: 'factorial' },
  replicates: 2,
  outcomes: [{ name: 'well', metric: 'schoolsWell', year: 15 }],
} as const;

function sound<T>(parsed: Parsed<T>): T {
  if (!parsed.ok) throw new Error(parsed.problems.map(({ path, message }) => `${path}: ${message}`).join('\n'));
  return parsed.value;
}
const believe = (changes: object = {}): ResolvedStudy => sound(parseStudy({ ...plain, ...changes })) as ResolvedStudy;
function problemsOf(changes: object): string[] {
  const parsed = parseStudy({ ...plain, ...changes });
  return parsed.ok ? [] : parsed.problems.map(({ path, message }) => `${path}: ${message}`);
}
const scenarioOf = (study: ResolvedStudy, point: number): Scenario => scenarioAt(study, study.base, designOf(study).at(point));

/** A study with the scenarios that it names written in, as whoever runs it does. */
function withScenarios(study: Study): Study {
  const read = (name: string): Scenario => json(`${name}.json`) as Scenario;
  return {
    ...study,
    base: read(String(study.base)),
    factors: study.factors.map((factor) =>
      'scenarios' in factor && factor.scenarios === 'all'
        ? { ...factor, scenarios: namesIn(folder).map((name) => ({ name, scenario: read(name) })) }
        : factor,
    ),
  };
}

describe('the studies that ship', () => {
  const points: Readonly<Record<string, number>> = {
    'ingredients-fraction': 256,
    'ingredients-factorial': 2 ** 14,
    'ingredients-company': 512,
    'ingredients-rollouts': 9 * 30,
    plans: 9 * namesIn(folder).length,
    'inputs-morris': 20 * (56 + 1),
    'inputs-saltelli': 512 * (2 * 12 + 2),
    failure: 5000,
    surroundings: 390,
    'what-it-takes': 2048,
  };

  test('are these', () => expect(namesIn(`${folder}/studies`).sort()).toEqual(Object.keys(points).sort()));

  test.each(Object.entries(points))(
    '%s is sound and has %i points, of which some are compared with the schema',
    (name, count) => {
      const file = json(`studies/${name}.json`) as Record<string, unknown>;
      expect(file.$schema).toBe('./study.schema.json');
      expect(file.lookFor).toBeTruthy();
      const study = sound(parseStudy(withScenarios(sound(parseStudy(file))))) as ResolvedStudy;
      const design = designOf(study);
      expect(design.pointCount).toBe(count);
      for (const point of [0, Math.floor(count / 3), count - 1]) {
        const scenario = scenarioAt(study, study.base, design.at(point));
        expect(sound(parseScenario(scenario))).toEqual(scenario);
      }
    },
  );
});

describe('a study file', () => {
  test('says the same once it is believed', () => {
    for (const name of namesIn(`${folder}/studies`)) {
      const study = sound(parseStudy(json(`studies/${name}.json`)));
      expect(sound(parseStudy(JSON.parse(JSON.stringify(study))))).toEqual(study);
    }
  });

  test('a setting without values takes the range that its evidence leaves open, a choice all its names', () => {
    const study = believe({ factors: [{ path: 'parameters.decision.contagion' }, { path: 'strategy.kind' }] });
    const [contagion, kind] = factorColumns(study);
    expect(contagion).toMatchObject({ name: 'contagion', range: [0.2, 0.8], grade: 'A' });
    expect(kind.choices).toEqual(['organic', 'mandate', 'cascade', 'waves', 'gated', 'clusters', 'lab', 'devices', 'vendor']);
    expect(kind.range).toEqual([0, 8]);
  });

  test('all settings below a path are factors of their own', () => {
    const factors = factorColumns(believe({ factors: { all: 'ingredients', levels: [0.2, 0.8] } }));
    expect(factors).toHaveLength(14);
    expect(factors[5]).toMatchObject({ name: 'champions', levels: [0.2, 0.8], range: [0.2, 0.8] });
  });

  test('factors of one last name are told apart by their paths', () => {
    const factors = [{ path: 'innovations.0.coaching' }, { path: 'parameters.delivery.coaching' }];
    expect(factorColumns(believe({ factors })).map(({ name }) => name)).toEqual([
      'innovations.0.coaching',
      'parameters.delivery.coaching',
    ]);
  });

  test.each<[string, object, string]>([
    [
      'an unknown path',
      { factors: [{ path: 'ingredients.champion' }] },
      'factors[0].path: found "ingredients.champion", which is no setting; did you mean ingredients.champions?',
    ],
    [
      'a level out of bounds',
      { factors: [{ path: 'ingredients.champions', levels: [0.2, 1.5] }] },
      'factors[0].levels[1]: found 1.5, expected a number from 0 to 1 (level).',
    ],
    [
      'a misspelt choice',
      { factors: [{ path: 'strategy.kind', levels: ['mandat', 'waves'] }] },
      'factors[0].levels[0]: found "mandat", expected one of organic, mandate, cascade, waves, gated, clusters, lab, devices, vendor; did you mean mandate?',
    ],
    [
      'a choice with a range',
      { factors: [{ path: 'strategy.kind', range: [0, 3] }] },
      'factors[0]: strategy.kind is a choice and has no range; expected levels such as organic, mandate, cascade.',
    ],
    [
      'a range the wrong way round',
      { factors: [{ path: 'fragmentation', range: [0.8, 0.2] }] },
      'factors[0].range: found 0.8 to 0.2, expected a low end below the high one.',
    ],
    [
      'falling levels',
      { factors: [{ path: 'fragmentation', levels: [0.8, 0.2] }] },
      'factors[0].levels: found 0.8, 0.2, expected rising numbers.',
    ],
    [
      'a level twice',
      { factors: [{ path: 'fragmentation', levels: [0.2, 0.2] }] },
      'factors[0].levels: a level stands here twice; expected each once.',
    ],
    [
      'levels and a range',
      { factors: [{ path: 'fragmentation', levels: [0, 1], range: [0, 1] }] },
      'factors[0]: found levels and range, expected one of them.',
    ],
    [
      'a distribution that is all cut off',
      { factors: [{ path: 'fragmentation', distribution: { kind: 'normal', mean: 9, sd: 0.1, low: 0, high: 1 } }] },
      'factors[0]: a normal distribution around 9 has next to nothing between 0 and 1.',
    ],
    [
      'a mode outside',
      { factors: [{ path: 'fragmentation', distribution: { kind: 'triangular', low: 0, mode: 2, high: 1 } }] },
      'factors[0]: found the mode 2, expected it between 0 and 1.',
    ],
    [
      'nothing to vary',
      { factors: [{ name: 'x' }] },
      'factors[0]: found none, expected one of path, paths, plans and scenarios.',
    ],
    [
      'a group of different ranges',
      { factors: [{ paths: ['fragmentation', 'finance.publicLag'] }] },
      'factors[0]: these settings have different ranges; expected levels, a range or a distribution for all.',
    ],
    [
      'one setting in two factors',
      { factors: [{ path: 'fragmentation' }, { name: 'b', path: 'fragmentation.policy' }] },
      'factors[1]: fragmentation.policy is set by factors[0] too; expected one factor for it.',
    ],
    [
      'one name for two',
      {
        factors: [
          { name: 'a', path: 'fragmentation' },
          { name: 'a', path: 'years' },
        ],
      },
      'factors[1].name: a is also the name of factors[0]; expected another name.',
    ],
    [
      'a name that results have',
      { factors: [{ name: 'run', path: 'fragmentation' }] },
      'factors[0].name: run is a column of every result; expected another name.',
    ],
    [
      'a plan with a wrong value',
      {
        factors: [
          {
            plans: [
              { name: 'A', set: {} },
              { name: 'B', set: { 'ingredients.windows': 3 } },
            ],
          },
        ],
      },
      'factors[0].plans[1].set["ingredients.windows"]: found 3, expected a number from 0 to 1 (level).',
    ],
    [
      'an outcome named like a factor',
      { outcomes: [{ name: 'champions', metric: 'schoolsWell', year: 1 }] },
      'outcomes[0].name: champions is also the name of a factor; expected another name.',
    ],
    [
      'an unknown measure',
      { outcomes: [{ name: 'a', metric: 'schoolWell', year: 1 }] },
      'outcomes[0].metric: found "schoolWell", which is no measure; did you mean schoolsWell?',
    ],
    [
      'a formula that ends early',
      { outcomes: [{ name: 'a', formula: 'schoolsWell -', year: 1 }] },
      'outcomes[0].formula: character 14: expected a number, a name or an opening parenthesis, found the end',
    ],
    [
      'no time',
      { outcomes: [{ name: 'a', metric: 'depth' }] },
      'outcomes[0]: found none, expected one of year, over and reaches.',
    ],
    [
      'a year after the end',
      { outcomes: [{ name: 'a', metric: 'depth', year: 16 }] },
      'outcomes[0].year: found 16, expected at most 15: the base runs no longer.',
    ],
    [
      'three levels in a fraction',
      { factors: [{ path: 'fragmentation', levels: [0, 0.5, 1] }], design: { kind: 'fraction', resolution: 5 } },
      'design: fragmentation has 3 levels, expected two for a fraction of a two-level design.',
    ],
    [
      'numbers in plans',
      { design: { kind: 'plans' } },
      'design: champions is a number, and plans are choices; use factorial or grid for numbers.',
    ],
    [
      'a row without a factor',
      { design: { kind: 'list', rows: [{ champions: 0.2 }, { champion: 0.2 }] } },
      'design: row 2 has champion, which is no factor; did you mean champions?',
    ],
    [
      'a row with another value',
      { design: { kind: 'list', rows: [{ champions: 0.3 }] } },
      'design: row 1 has 0.3 for champions, expected one of 0.2, 0.8.',
    ],
    [
      'a baseline that no level is',
      { factors: [{ path: 'fragmentation', levels: [0, 1], baseline: 0.5 }] },
      'factors[0].baseline: found 0.5, expected one of 0, 1.',
    ],
    [
      'a baseline beyond the range',
      { factors: [{ path: 'fragmentation', range: [0, 0.4], baseline: 0.5 }] },
      'factors[0].baseline: found 0.5, expected a number from 0 to 0.4.',
    ],
    [
      'several wrong rows',
      { design: { kind: 'list', rows: [{ champions: 0.3 }, {}, { champions: 0.2 }] } },
      'design: row 1 has 0.3 for champions, expected one of 0.2, 0.8. Rows that are wrong in all: 2.',
    ],
    [
      'too many points',
      { factors: { all: 'ingredients' }, design: { kind: 'grid', steps: 10 } },
      'design: these factors make 100000000000000 points, expected at most 10000000; take a fraction, fewer levels or a Latin hypercube.',
    ],
    [
      'an odd number of Morris levels',
      { design: { kind: 'morris', trajectories: 2, levels: 3 } },
      'design.levels: expected an even number.',
    ],
    [
      'an innovation that is not there',
      { factors: [{ path: 'innovations.2.effect' }] },
      'factors: the base does not go with effect: innovations[1]: found nothing, expected an object.',
    ],
    [
      'a base that is no scenario',
      { base: { version: 1, title: 'x', years: 100 } },
      'base.years: found 100, expected at most 60.',
    ],
    ['a misspelt part', { factor: [] }, 'factor: unknown name; did you mean factors?'],
    ['a newer version', { version: 2 }, 'version: found 2, expected at most 1: this file was written for a newer Taking Root.'],
  ])('%s is told in one sentence', (_, changes, sentence) => expect(problemsOf(changes)).toContain(sentence));

  test('all problems are told at once', () => {
    const found = problemsOf({
      replicates: 0,
      factors: [{ path: 'nothing' }, { path: 'strategy.kind', levels: 3 }, { path: 'ingredients.windows', levels: [0, 2] }],
      outcomes: [{ name: 'a', metric: 'dept', year: 1 }],
    });
    expect(found.map((line) => line.split(':')[0])).toEqual([
      'factors[1].levels',
      'replicates',
      'factors[0].path',
      'factors[2].levels[1]',
      'outcomes[0].metric',
    ]);
  });

  test.each([[null], [3], ['text'], [[]], [{}], [{ version: 1, factors: [null, 3], outcomes: 'x', design: [] }]])(
    '%j is refused in words',
    (value) => {
      const parsed = parseStudy(value);
      expect(parsed.ok ? [] : parsed.problems.map(({ message }) => message)).not.toEqual([]);
    },
  );
});

describe('points in a CSV file', () => {
  test('are the points of a list, numbers as numbers', () => {
    const read = readPoints('champions,plan\r\n0.2,waves\r\n0.8,"1"\r\n\r\n');
    expect(read).toEqual({
      ok: true,
      points: [
        { champions: 0.2, plan: 'waves' },
        { champions: 0.8, plan: 1 },
      ],
    });
    const factors = [
      plain.factors[0],
      {
        name: 'plan',
        plans: [
          { name: 'waves', set: {} },
          { name: '1', set: {} },
        ],
      },
    ];
    const study = believe({ factors, design: { kind: 'list', rows: read.ok && read.points } });
    expect([...designOf(study).at(1)]).toEqual([0.8, 1]);
    expect(problemsOf({ design: { kind: 'list', rows: 'points.csv' } })).toEqual([]);
  });

  test.each([
    ['a,a\n1,2\n', 'row 1: two columns are named "a"; expected each once.'],
    ['a,b\n1\n', 'row 2: found 1 cells, expected 2, one for each column.'],
    ['a,b\n1,2\n\n3,4\n', 'row 3: is empty; expected a point in every row.'],
    ['a,b\n', ': holds no point; expected a row or more below the header.'],
  ])('%j is refused with its row', (text, sentence) => {
    const read = readPoints(text);
    expect(read.ok ? [] : read.problems.map(({ path, message }) => `${path}: ${message}`)).toContain(sentence);
  });
});

describe('the scenario of a point', () => {
  test('is the base with the point’s values, and the base stays as it was', () => {
    const before = JSON.stringify(base);
    const study = believe({
      factors: [
        { path: 'ingredients.champions', levels: [0.2, 0.8] },
        { name: 'money', paths: ['ingredients.alliances', 'ingredients.middlePhaseFinancing'], levels: [0.1, 0.9] },
        { path: 'fragmentation.policy', levels: [0, 1] },
        { path: 'innovations.0.training', levels: ['theory', 'practice'] },
        { path: 'system.preset', levels: ['made-up', 'kenya'] },
      ],
    });
    const scenario = scenarioOf(study, 2 ** 5 - 1);
    expect(scenario.ingredients).toEqual({ ...base.ingredients, champions: 0.8, alliances: 0.9, middlePhaseFinancing: 0.9 });
    expect(scenario.fragmentation).toEqual({ policy: 1 });
    expect(scenario.innovations).toEqual([{ ...base.innovations![0], training: 'practice' }]);
    expect(scenario.system).toEqual({ preset: 'kenya' });
    expect(JSON.stringify(base)).toBe(before);
  });

  test('takes plans and scenarios by their place', () => {
    const study = believe({
      factors: [
        {
          name: 'setting',
          scenarios: [
            { name: 'one', scenario: json('story-single-vendor.json') },
            { name: 'two', scenario: base },
          ],
        },
        {
          plans: [
            { name: 'A', set: { 'strategy.kind': 'waves', 'strategy.waves.size': 8 } },
            { name: 'B', set: { 'strategy.kind': 'lab' } },
          ],
        },
      ],
      design: { kind: 'plans' },
    });
    expect(factorColumns(study).map(({ choices }) => choices)).toEqual([
      ['one', 'two'],
      ['A', 'B'],
    ]);
    const scenarios = [0, 1, 2, 3].map((point) => scenarioOf(study, point));
    expect(scenarios.map(({ title }) => title)).toEqual([scenarios[0].title, scenarios[0].title, base.title, base.title]);
    // A rollout in stages gives way to the one that the plan names, from the start to the end.
    expect(scenarios[0].strategy).toMatchObject({ kind: 'waves', waves: { size: 8 } });
    expect(scenarios[3].strategy).toEqual({ kind: 'lab' });
  });

  test('is always a scenario that can be believed, whatever is varied', () => {
    const free = settings.filter(({ path }) => !/^(events|innovations\.[1-7])\.|^strategy\.innovation$/.test(path));
    const arbitrary = fc.uniqueArray(fc.constantFrom(...free), { minLength: 1, maxLength: 12, selector: ({ path }) => path });
    fc.assert(
      fc.property(
        arbitrary,
        fc.integer({ min: 0, max: 49 }),
        fc.string({ minLength: 1, maxLength: 3 }),
        (varied, point, seed) => {
          const study = believe({
            factors: varied.map(({ path }) => ({ path, name: `x${path}` })),
            design: { kind: 'latinHypercube', points: 50 },
            seed,
          });
          const scenario = scenarioOf(study, point);
          expect(sound(parseScenario(scenario))).toEqual(scenario);
        },
      ),
      { numRuns: 100 },
    );
  });

  test('a rollout’s setting without a stage’s number holds in all its stages', () => {
    const staged = { strategy: [{ kind: 'waves' }, { kind: 'lab', from: 5 }] };
    expect(withSetting(staged, 'strategy.depthShare', 0.7)).toEqual({
      strategy: [
        { kind: 'waves', depthShare: 0.7 },
        { kind: 'lab', from: 5, depthShare: 0.7 },
      ],
    });
    expect(withSetting(staged, 'strategy[1].from', 6)).toEqual({ strategy: [{ kind: 'waves' }, { kind: 'lab', from: 6 }] });
    expect(withSetting(staged, 'strategy.kind', 'gated')).toEqual({ strategy: { kind: 'gated' } });
  });

  test('a path that means to reach the prototype sets a name and nothing else', () => {
    const result = withSetting({}, '__proto__.polluted', 1) as object;
    expect(Object.hasOwn(result, '__proto__')).toBe(true);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});

describe('outcomes', () => {
  const results = {
    years: Float64Array.from([0, 0.5, 1, 1.5, 2]),
    columns: {
      schoolsWell: Float64Array.from([0, 0.1, 0.4, 0.3, 0.6]),
      schoolsOwned: Float64Array.from([Number.NaN, 0, 0.1, 0.2, 0.2]),
    },
  } as unknown as Results;
  const short = { ...base, years: 2 };
  const read = (...outcomes: readonly object[]): number[] => [
    ...outcomesOf(believe({ base: short, outcomes: outcomes.map((one, i) => ({ name: `o${i}`, ...one })) }))(results),
  ];

  test('are read at a year, over the years, or when they are first reached', () => {
    const metric = 'schoolsWell';
    expect(read({ metric, year: 1 }, { metric, year: 0.6 }, { metric, over: 'last' }, { metric, over: 'max', to: 1.5 })).toEqual([
      0.4, 0.4, 0.6, 0.4,
    ]);
    expect(read({ metric, over: 'min', from: 0.5 }, { metric, reaches: 0.3 }, { metric, reaches: 0.7 })).toEqual([
      0.1,
      1,
      Number.NaN,
    ]);
    const [mean, slope] = read({ metric, over: 'mean' }, { metric, over: 'slope' });
    expect(mean).toBeCloseTo(0.28, 12);
    // Least squares by hand: Σ (year − 1)(value) / Σ (year − 1)² = (−0.05 + 0.15 + 0.6) / 2.5.
    expect(slope).toBeCloseTo(0.28, 12);
  });

  test('formulas read what a run measured; what is missing stays missing, and is passed over in a mean', () => {
    const formula = 'schoolsWell - schoolsOwned';
    const [early, late, mean, other] = read(
      { formula, year: 0 },
      { formula, year: 2 },
      { formula, over: 'mean' },
      { metric: 'gain', year: 1 },
    );
    expect(early).toBeNaN();
    expect(late).toBeCloseTo(0.4, 12);
    expect(mean).toBeCloseTo((0.1 + 0.3 + 0.1 + 0.4) / 4, 12);
    expect(other).toBeNaN();
  });

  test('carry the measure’s label and unit', () => {
    const outcomes = [
      { name: 'a', metric: 'schoolsWell', year: 1 },
      { name: 'b', metric: 'schoolsWell', reaches: 0.5 },
      { name: 'c', label: 'Gap', formula: 'schoolsWell - schoolsOwned', unit: 'share', over: 'slope' },
    ];
    expect(outcomeColumns(believe({ base: short, outcomes }))).toEqual([
      { name: 'a', label: 'Schools that use it well, year 1', unit: 'share of schools' },
      { name: 'b', label: 'Schools that use it well, first year of 0.5 or more', unit: 'years' },
      { name: 'c', label: 'Gap', unit: 'share a year' },
    ]);
  });
});
