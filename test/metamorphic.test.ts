/** What must hold whatever the numbers: one run beside another that differs from it in a way whose effect is known. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Almanac } from '../sim/almanac.ts';
import type { Contagion, Kernel } from '../sim/contagion/model.ts';
import { prepare } from '../sim/contagion/prepare.ts';
import { type ContagionRun, runContagion } from '../sim/contagion/run.ts';
import { replicates } from '../sim/contagion/summary.ts';
import { tiesFromEdges } from '../sim/contagion/ties.ts';
import { differenceAt } from '../sim/futures.ts';
import { ingredients } from '../sim/ingredients.ts';
import { bucketsPerYearOf } from '../sim/model.ts';
import { futureKey } from '../sim/random.ts';
import type { Results } from '../sim/results.ts';
import { simulate } from '../sim/run.ts';
import { strategies } from '../sim/strategies/index.ts';
import { buildSystem } from '../sim/system/index.ts';
import type { SchoolTable } from '../sim/system/system.ts';
import { atEnd, differing, futuresOf, mean, planOf, type Wish } from './futures.ts';
import { standardError, upTo } from './patterns/verification/check.ts';

/** Any small graph with weights, directed or not. */
interface Graph {
  readonly nodes: number;
  readonly source: readonly number[];
  readonly target: readonly number[];
  readonly weight: readonly number[];
  readonly directed: boolean;
}

const graphs: fc.Arbitrary<Graph> = fc.integer({ min: 2, max: 30 }).chain((nodes) =>
  fc
    .record({
      ties: fc.array(fc.tuple(fc.nat(nodes - 1), fc.nat(nodes - 1), fc.integer({ min: 1, max: 8 })), { maxLength: 4 * nodes }),
      directed: fc.boolean(),
    })
    .map(({ ties, directed }) => {
      const loopless = ties.filter(([a, b]) => a !== b);
      const of = (place: 0 | 1 | 2): number[] => loopless.map((tie) => tie[place]);
      return { nodes, source: of(0), target: of(1), weight: of(2).map((w) => w / 8), directed };
    }),
);

const share = fc.double({ min: 0.05, max: 0.95, noNaN: true });
/** Kernels that more exposure never slows, with what they look at. */
const kernels: fc.Arbitrary<Pick<Contagion, 'kernel' | 'exposure'>> = fc.oneof(
  fc.tuple(share, fc.constantFrom('share' as const, 'count' as const)).map(([strength, of]) => ({
    kernel: { kind: 'linear', strength } as Kernel,
    exposure: { of, among: 'ties' as const },
  })),
  fc.tuple(share, share, fc.integer({ min: 1, max: 6 })).map(([strength, threshold, exponent]) => ({
    kernel: { kind: 'hill', strength, threshold, exponent } as Kernel,
    exposure: { of: 'share' as const, among: 'ties' as const },
  })),
  fc.tuple(share, share).map(([strength, threshold]) => ({
    kernel: { kind: 'step', strength, threshold } as Kernel,
    exposure: { of: 'share' as const, among: 'ties' as const },
  })),
  fc.constant({
    kernel: { kind: 'step', strength: 1, threshold: { low: 0, high: 1 } } as Kernel,
    exposure: { of: 'share' as const, among: 'ties' as const },
  }),
  share.map((probability) => ({
    kernel: { kind: 'onceEachTie', probability } as Kernel,
    exposure: { of: 'count' as const, among: 'ties' as const },
  })),
);

const wishes = fc.record({
  graph: graphs,
  how: kernels,
  leaving: share,
  external: fc.constantFrom(0, 0.02),
  replicate: fc.nat(9999),
});

const STEPS = 12;
const modelOf = (graph: Graph, how: Pick<Contagion, 'kernel' | 'exposure'>, rest: Partial<Contagion> = {}): Contagion => ({
  nodes: graph.nodes,
  ties: tiesFromEdges(graph.nodes, graph, graph.directed),
  external: 0,
  dropOut: { kind: 'none', strength: 0 },
  timing: { per: 'step' },
  steps: STEPS,
  ...how,
  ...rest,
});

describe('reduced models, on any graph', () => {
  test('with more seeds nobody adopts later, or not at all, where nobody gives up', () => {
    fc.assert(
      fc.property(wishes, fc.array(fc.nat(29)), fc.array(fc.nat(29)), ({ graph, how, external, replicate }, some, more) => {
        const prepared = prepare(modelOf(graph, how, { external }));
        const run = (seeds: readonly number[]): ContagionRun =>
          runContagion(
            prepared,
            futureKey('seeds', replicate),
            seeds.map((i) => i % graph.nodes),
          );
        const [few, many] = [run(some), run([...some, ...more])];
        return few.first.every((at, i) => at < 0 || (many.first[i] >= 0 && many.first[i] <= at));
      }),
      { numRuns: 400 },
    );
  });

  test('two systems without a tie between them, in one run, are the two runs', () => {
    fc.assert(
      fc.property(wishes, graphs, ({ graph, how, leaving, external, replicate }, also) => {
        const rest = { external, dropOut: { kind: 'returning', strength: leaving } } as const;
        const other: Graph = { ...also, directed: graph.directed };
        const after = (i: number): number => i + graph.nodes;
        const whole: Graph = {
          nodes: graph.nodes + other.nodes,
          source: [...graph.source, ...other.source.map(after)],
          target: [...graph.target, ...other.target.map(after)],
          weight: [...graph.weight, ...other.weight],
          directed: graph.directed,
        };
        const key = futureKey('apart', replicate);
        const left = runContagion(prepare(modelOf(graph, how, rest)), key, [0]);
        const ids = Uint32Array.from(upTo(other.nodes), after);
        const right = runContagion(prepare({ ...modelOf(other, how, rest), ids }), key, [0]);
        const both = runContagion(prepare(modelOf(whole, how, rest)), key, [0, graph.nodes]);
        return (
          both.active.every((n, t) => n === left.active[t] + right.active[t]) &&
          both.first.every((at, i) => at === (i < graph.nodes ? left.first[i] : right.first[i - graph.nodes]))
        );
      }),
      { numRuns: 300 },
    );
  });

  test('other labels change nothing for those who keep their luck', () => {
    fc.assert(
      fc.property(wishes, fc.nat(), ({ graph, how, leaving, external, replicate }, turn) => {
        const { nodes } = graph;
        const place = (i: number): number => (nodes - 1 - i + turn) % nodes;
        const renamed: Graph = { ...graph, source: graph.source.map(place), target: graph.target.map(place) };
        const ids = new Uint32Array(nodes);
        for (let i = 0; i < nodes; i++) ids[place(i)] = i;
        const rest = { external, dropOut: { kind: 'returning', strength: leaving } } as const;
        const key = futureKey('labels', replicate);
        const before = runContagion(prepare(modelOf(graph, how, rest)), key, [0]);
        const after = runContagion(prepare({ ...modelOf(renamed, how, rest), ids }), key, [place(0)]);
        return (
          before.first.every((at, i) => at === after.first[place(i)]) && before.active.every((n, t) => n === after.active[t])
        );
      }),
      { numRuns: 300 },
    );
  });

  test('replicate k alone is replicate k among many', () => {
    fc.assert(
      fc.property(wishes, fc.nat(6), ({ graph, how, leaving, external }, k) => {
        const prepared = prepare(modelOf(graph, how, { external, dropOut: { kind: 'forGood', strength: leaving } }));
        const among = [...replicates(prepared, { random: 1 }, 'many', 7)][k];
        const seeds = upTo(graph.nodes).filter((i) => among.first[i] === 0);
        const alone = runContagion(prepared, futureKey('many', k), seeds);
        return alone.first.every((at, i) => at === among.first[i]) && alone.active.every((n, t) => n === among.active[t]);
      }),
      { numRuns: 200 },
    );
  });
});

/** Bass among people who all see each other: the share of `nodes` adopted after 6 years of steps of a length. */
function bass(nodes: number, perYear: number, replicate = 0): number {
  const model: Contagion = {
    nodes,
    exposure: { of: 'share', among: 'population' },
    kernel: { kind: 'linear', strength: 0.6 },
    external: 0.03,
    dropOut: { kind: 'none', strength: 0 },
    timing: { per: 'year', dt: 1 / perYear },
    steps: 6 * perYear,
  };
  return runContagion(prepare(model), futureKey('Bass', replicate), []).active[6 * perYear] / nodes;
}

describe('steps and size', () => {
  test('shorter steps come to the closed form, in proportion to their length', () => {
    const e = Math.exp(-0.63 * 6);
    const limit = (1 - e) / (1 + (0.6 / 0.03) * e);
    const away = [1, 4, 16].map((perYear) => limit - mean(upTo(4).map((replicate) => bass(100_000, perYear, replicate))));
    // The share of one such run varies by about 2·√(F(1 − F)/N) ≈ 0.003, that of four by half of it: 0.006 is 4 of those.
    expect(away[0]).toBeGreaterThan(0.05);
    for (const i of [1, 2]) expect(Math.abs(away[i] - away[i - 1] / 4)).toBeLessThan(0.006 + away[i - 1] / 16);
  });

  test('ten times the people have the same share adopted, within 4 standard errors', () => {
    const [small, large] = [2_000, 20_000].map((nodes) => upTo(12).map((replicate) => bass(nodes, 12, replicate)));
    expect(Math.abs(mean(small) - mean(large))).toBeLessThan(4 * Math.hypot(standardError(small), standardError(large)));
    // And less luck: its spread falls with the root of the size, 3.2 times in theory.
    expect(standardError(small)).toBeGreaterThan(1.5 * standardError(large));
  });

  /** A system of so many schools of one kind, each made anew by its key. */
  const schools = (count: number, key: string): Wish => ({
    system: { preset: 'made-up', key, statistics: { schools: count, districts: count / 10, area: 15 * count } },
    years: 4,
    strategy: { kind: 'waves', seedSchools: 10 },
  });

  test('so have ten times the schools in the whole model, with seeds, pots and coaches in proportion', () => {
    const ends = (count: number, systems: number, metric: string): number[] =>
      upTo(systems).map((i) => atEnd([futures(count, i)], metric)[0]);
    const known = new Map<string, Results>();
    const futures = (count: number, i: number): Results => {
      const name = `${count} ${i}`;
      const found = known.get(name) ?? simulate(planOf(schools(count, name)), { replicate: i });
      known.set(name, found);
      return found;
    };
    for (const metric of ['educatorsUsing', 'departures', 'fidelity', 'spentPerLearner']) {
      const [small, large] = [ends(20, 24, metric), ends(200, 8, metric)];
      const apart = Math.abs(mean(small) - mean(large));
      expect(apart, metric).toBeLessThan(4 * Math.hypot(standardError(small), standardError(large)));
    }
  });
});

const tiny: Wish = { system: { preset: 'made-up', sample: 0.05 }, years: 3 };
const plans = fc.record({
  kind: fc.constantFrom(...strategies.map(({ name }) => name)),
  levels: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: ingredients.length, maxLength: ingredients.length }),
});
const wishOf = ({ kind, levels }: { readonly kind: string; readonly levels: readonly number[] }): Wish => ({
  ...tiny,
  strategy: { kind },
  ingredients: Object.fromEntries(ingredients.map(({ name }, i) => [name, levels[i]])),
});

describe('the whole model', () => {
  test('an ingredient whose effects are 0 changes no bit, if its own cost is not charged', () => {
    fc.assert(
      fc.property(plans, fc.constantFrom(...ingredients), (plan, { name, effects }) => {
        const wish = wishOf(plan);
        const inert = Object.fromEntries(effects.map(({ target }) => [target, 0]));
        const at = (level: number): Results =>
          simulate(
            planOf({
              ...wish,
              finance: { chargeIngredients: 'reported' },
              ingredients: { ...(wish.ingredients as object), [name]: level },
              effects: { [name]: inert },
            }),
          );
        expect(differing(at(0), at(1)).filter((column) => column !== 'ingredientCost')).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });

  test('a plan beside itself differs by nothing, in any measure of any future', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const [one, other] = [wishOf(plan), wishOf(plan)].map((wish) => futuresOf(planOf(wish), 2));
        one.forEach((future, i) => {
          expect(other[i].digest).toBe(future.digest);
        });
        const last = one[0].years.length - 1;
        const { mean: apart } = differenceAt({ runs: one }, { runs: other }, 'educatorsUsing', last);
        expect(apart).toBe(0);
      }),
      { numRuns: 6 },
    );
  });

  test('future k alone is future k among many, in any order, with its luck kept or not', () => {
    fc.assert(
      fc.property(plans, fc.shuffledSubarray([0, 1, 2, 3], { minLength: 2 }), (plan, order) => {
        const compiled = planOf(wishOf(plan));
        const last = order[order.length - 1];
        const among = order.map((replicate) => simulate(compiled, { replicate }).digest).at(-1);
        const key = futureKey(compiled.seed, last);
        const almanac = new Almanac(compiled.system, key, bucketsPerYearOf(compiled.stepsPerYear), true);
        expect(simulate(planOf(wishOf(plan)), { replicate: last }).digest).toBe(among);
        for (const _ of [1, 2]) expect(simulate(compiled, { replicate: last, almanac }).digest).toBe(among);
      }),
      { numRuns: 6 },
    );
  });

  test('schools in another order in their file are the same schools', () => {
    const table = (order: readonly number[]): SchoolTable => {
      const column = (value: (s: number) => number): Float64Array => Float64Array.from(order, value);
      return {
        name: 'a table',
        about: '',
        ids: order.map((s) => `school ${s}`),
        names: null,
        districts: ['east', 'west'],
        district: Int32Array.from(order, (s) => s % 2),
        pupils: column((s) => 100 + 37 * (s % 5)),
        educators: Int32Array.from(order, (s) => 5 + (s % 4)),
        disadvantage: column((s) => (s % 7) / 7),
        remoteness: column((s) => (s % 3) / 3),
        x: column((s) => 10 * (s % 6)),
        y: column((s) => 7 * Math.floor(s / 6)),
      };
    };
    const plan = planOf({ years: 3, strategy: { kind: 'waves', seedSchools: 10 } });
    const digestOf = (order: readonly number[]): string =>
      simulate({ ...plan, system: buildSystem(table(order), 'order') }).digest;
    const inOrder = digestOf(upTo(30));
    fc.assert(
      fc.property(fc.shuffledSubarray(upTo(30), { minLength: 30 }), (order) => digestOf(order) === inOrder),
      { numRuns: 5 },
    );
  });

  // What moves is the slow states' own step: support, culture and offers are looked at three times a year or twelve.
  test('twelve reporting steps a year and three tell much the same', () => {
    const runs = [3, 12].map((stepsPerYear) =>
      futuresOf(planOf({ system: { preset: 'made-up', sample: 0.25 }, years: 5, stepsPerYear, strategy: { kind: 'waves' } }), 10),
    );
    for (const metric of ['educatorsUsing', 'fidelity', 'departures']) {
      const [coarse, fine] = runs.map((results) => atEnd(results, metric));
      const apart = coarse.map((x, i) => x - fine[i]);
      expect(Math.abs(mean(apart)), metric).toBeLessThan(0.03 + 4 * standardError(apart));
    }
  });
});
