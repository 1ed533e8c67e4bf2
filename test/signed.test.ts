import { beforeAll, describe, expect, test } from 'vitest';
import type { Column } from '../sim/agents/columns.ts';
import { defineProcess, type Model, type Process } from '../sim/model.ts';
import { processes } from '../sim/processes/index.ts';
import { strategies } from '../sim/strategies/index.ts';
import { begin, columnsOf, planOf, sameBytes, type Wish } from './futures.ts';

/** Names of the columns that a piece of work changes. */
function changedBy(model: Model, run: () => void): string[] {
  const before = new Map([...columnsOf(model)].map(([name, column]) => [name, column.slice() as Column]));
  run();
  return [...columnsOf(model)].filter(([name, column]) => !sameBytes(column, before.get(name)!)).map(([name]) => name);
}

/** Something of everything: each rollout, every kind of event, three innovations, room for variants, schools that lose support. */
const tiny = { preset: 'made-up', sample: 0.1 };
const high = Object.fromEntries(
  ['cultureOfResearch', 'betterData', 'flexibleFinancing', 'longTermFinancing', 'champions', 'windows'].map((name) => [name, 1]),
);
const events = [
  { year: 2, kind: 'leaderLeaves', size: 0.5 },
  { year: 2.5, kind: 'districtLeaderLeaves', size: 1 },
  { year: 3, kind: 'election', size: 1 },
  { year: 3, kind: 'windowOpens', size: 1 },
  { year: 3.5, kind: 'budgetCut', size: 0.3 },
  { year: 4, kind: 'curriculumReform', size: 3 },
  { year: 5, kind: 'closure', school: 3 },
];
const lasting = {
  system: tiny,
  years: 9,
  finance: { pilotPerLearner: 300, pilotYears: 4 },
  ingredients: { longTermFinancing: 0, middlePhaseFinancing: 0 },
};
const varied: readonly Wish[] = [
  ...strategies.map(({ name }) => ({
    system: tiny,
    years: 8,
    ingredients: high,
    events,
    innovations: [
      { name: 'a', coachesFromUsers: 1 },
      { name: 'b', visibility: 0.6 },
      { name: 'c', visibility: 1, supplement: 'supplement' },
    ],
    strategy: [
      { kind: name, fellowships: 20 },
      { kind: name, from: 3, innovation: 2, fellowships: 20 },
    ],
    parameters: { creation: { rate: 100 }, programme: { adopting: 12 }, learning: { passing: 0.5 } },
  })),
  // Districts that take it up at once and change their leaders every year.
  {
    system: { preset: 'made-up', sample: 0.25 },
    years: 6,
    strategy: { kind: 'waves' },
    ingredients: { champions: 0.5, alliances: 0 },
    events: [2, 3, 4, 5].map((year) => ({ year, kind: 'districtLeaderLeaves', size: 1 })),
    parameters: { programme: { adopting: 12, needShare: 0.01 } },
  },
  // Ties to researchers and entrepreneurs, and learning in both directions along ties.
  {
    system: tiny,
    years: 5,
    strategy: { kind: 'clusters', seedSchools: 20, clusters: { first: 1 } },
    parameters: { partners: { reach: 0.5 }, exchange: { helped: 0.1, helping: 0.1, helpingMindset: 0.1 } },
  },
  // Plenty for some years, then nothing: support ends at schools that had it working.
  { ...lasting, strategy: { kind: 'waves', waves: { size: 50, years: 0.5 } } },
];

/** Columns that a process signs for and only ever writes what stands there already. */
const rewritten: Readonly<Record<string, readonly string[]>> = {
  // Who begins makes sure that it is known as launched and not as given up, however they came to it.
  decision: ['innovations.launched', 'educators.aware', 'educators.stopped'],
  creation: ['educators.supplements', 'educators.stopped', 'innovations.costFactor', 'innovations.estimate'],
  // Signed for and not written.
  programme: ['schools.programme', 'schools.compulsion', 'schools.leaderSupport'],
};

describe('a process changes the columns that it signs for', () => {
  const changed = new Map<string, Set<string>>(processes.map(({ name }) => [name, new Set()]));

  beforeAll(() => {
    for (const wish of varied) {
      const plan = planOf(wish);
      const future = begin(plan, 0, (process, run, model) => {
        const own = changed.get(process.name)!;
        for (const name of changedBy(model, run)) own.add(name);
      });
      for (let i = 0; i < plan.years * plan.stepsPerYear; i++) future.step();
    }
  });

  const unsigned = ({ name, writes }: Process): string[] => [...changed.get(name)!].filter((column) => !writes.includes(column));
  const isTurnover = ({ name }: Process): boolean => name === 'turnover';

  test.each(processes.filter((process) => !isTurnover(process)).map((process) => [process.name, process] as const))(
    '%s changes no other',
    (_, process) => {
      expect(unsigned(process)).toEqual([]);
    },
  );

  test('turnover changes no other', () => {
    expect(unsigned(processes.find(isTurnover)!)).toEqual([]);
  });

  test.each(processes.map((process) => [process.name, process] as const))(
    '%s signs for columns that exist, each once, and needs each',
    (name, { writes }) => {
      const known = columnsOf(begin(planOf({ system: tiny })).model);
      expect(writes.filter((column, i) => !known.has(column) || writes.indexOf(column) !== i)).toEqual([]);
      expect(writes.filter((column) => !changed.get(name)!.has(column) && !rewritten[name]?.includes(column))).toEqual([]);
    },
  );

  test('and one that did not would be found', () => {
    const { model } = begin(planOf({ system: tiny }));
    const sly: Process = defineProcess({
      name: 'sly',
      label: 'Sly',
      about: 'Signs for one column and changes another.',
      acts: 'step',
      parameters: {},
      writes: ['schools.trust'],
      run: ({ schools }) => schools.culture.fill(0.123),
    });
    expect(changedBy(model, () => sly.run(model, {}))).toEqual(['schools.culture']);
  });
});
