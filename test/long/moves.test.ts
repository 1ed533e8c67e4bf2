/** No number is there for nothing: for every one that can be set there is a plan in which it counts. */
import { expect, test } from 'vitest';
import { boundsOf, parseScenario, settings, withSetting } from '../../sim/index.ts';
import { simulate } from '../../sim/run.ts';
import { strategies } from '../../sim/strategies/index.ts';
import { fileOf, planOf, type Wish } from '../futures.ts';

type Setting = (typeof settings)[number];

/** What later innovations and events can set is what the first can; dates and places of events have tests of their own. */
const isAsked = ({ path }: Setting): boolean => !/^innovations\.[1-7]\.|^events\./.test(path);

/** What a learning loop, and partners who make things together, ask for. */
const learning = {
  champions: 0.9,
  windows: 0.9,
  betterData: 0.8,
  cultureOfResearch: 0.8,
  flexibleFinancing: 0.8,
  elevatingTeachers: 0.8,
  alliances: 0.8,
};
const often = { creation: { rate: 50 } };
const unlike = [
  { name: 'one', effect: 0.4, needA: 0.2 },
  { name: 'other', effect: 0.3, needA: 0.8 },
];
const supplements = ['one', 'two', 'three'].map((name) => ({ name, supplement: 'supplement', visibility: 1, effect: 0.4 }));

/** Plans that between them use everything there is. The first is off every middle at which a number weighs nothing. */
const plans: readonly Wish[] = [
  {
    ingredients: learning,
    fragmentation: { structural: 0.9, initiative: 0.8, policy: 0.3 },
    collaboration: { intensity: 0.3, depth: 0.8, compelled: 0.4 },
    foundations: { assessment: 0.2, breadth: 0.5, lockIn: 0.5, procurement: 0.3 },
    innovations: [{ name: 'one', conditionsEducators: 0.9, conditionsPrincipals: 0.9, elaboration: 0.9, training: 'theory' }],
    strategy: { kind: 'clusters', challengeGrants: 0.5, outsideEntry: 0.5, fellowships: 10 },
    events: [
      { year: 2, kind: 'budgetCut', size: 0.5 },
      { year: 3, kind: 'windowOpens', size: 1 },
    ],
    parameters: { partners: { reach: 1 }, ...often },
  },
  {
    years: 15,
    ingredients: learning,
    innovations: unlike,
    strategy: { kind: 'waves', procurement: 'multi', waves: { models: 'menu', menuWave: 2, years: 1 } },
    parameters: { learning: { passing: 0.5 } },
  },
  { years: 15, ingredients: learning, innovations: unlike, strategy: { kind: 'gated' } },
  { innovations: [{ name: 'one', training: 'centre' }], strategy: { kind: 'waves' } },
  {
    years: 12,
    innovations: supplements,
    strategy: { kind: 'organic', seedSchools: 20, fellowships: 100, permission: 1, outsideEntry: 1 },
  },
  {
    strategy: { kind: 'organic', seedSchools: 1, procurement: 'single' },
    parameters: often,
    rollouts: [{ kind: 'mandate', districts: [0] }],
  },
  { years: 15, ingredients: { supportivePolicy: 0.9, champions: 0.9, windows: 0.9 }, strategy: { kind: 'waves' } },
  ...strategies.map(({ name }) => ({
    ingredients: learning,
    strategy: { kind: name, partners: 0.5 },
    parameters: often,
  })),
].map((wish) => ({ years: 8, ...wish }));

const digest = (wish: Wish): string => simulate(planOf(wish)).digest;

/** The ends of what it may be, and one more of what is counted. */
function others({ quantity }: Setting): (number | string)[] {
  if (quantity.choices) return [...quantity.choices];
  const ends = [...quantity.range, ...boundsOf(quantity)];
  return (quantity.whole ? [...ends, quantity.default + 1] : ends).filter((value) => value !== quantity.default);
}

test('every setting moves some plan', () => {
  const digests = plans.map(digest);
  /** A place in a list that the plan does not have is no other plan. */
  const moves = (plan: Wish, i: number, path: string, value: number | string): boolean => {
    const moved = withSetting(plan, path, value) as Wish;
    return parseScenario(fileOf(moved)).ok && digest(moved) !== digests[i];
  };
  const idle = settings
    .filter(isAsked)
    .filter((setting) => !plans.some((plan, i) => others(setting).some((value) => moves(plan, i, setting.path, value))));
  expect(idle.map(({ path }) => path)).toEqual([]);
});
