/** Learning in both directions along ties, and what educators, researchers and entrepreneurs make together. */
import { describe, expect, test } from 'vitest';
import { stages } from '../sim/agents/educators.ts';
import { simulate } from '../sim/index.ts';
import { exchange } from '../sim/processes/exchange.ts';
import { mean, planOf, type Wish, yearsIn } from './futures.ts';

const [UNAWARE, TRIALLING, ROUTINE] = ['unaware', 'trialling', 'routine'].map((name) => stages.indexOf(name as 'routine'));
const rates = { helped: 0.1, helping: 0.1, helpingMindset: 0.1 };
const clusters = (parameters: Wish = {}, wish: Wish = {}): Wish => ({
  years: 8,
  localVariants: 0,
  // Alliances would add to the willingness of partners.
  ingredients: { alliances: 0 },
  strategy: { kind: 'clusters', seedSchools: 12, clusters: { first: 0.5 } },
  parameters,
  ...wish,
});

describe('learning along ties', () => {
  test('is off unless a plan asks for it', () => {
    const zero = { exchange: { helped: 0, helping: 0, helpingMindset: 0 } };
    expect(simulate(planOf(clusters(zero))).digest).toBe(simulate(planOf(clusters())).digest);
  });

  /** A year-3 model in which everybody stands as told; what one step of learning adds to each. */
  function learnt(stand: (e: number) => { uses: number; stage: number }, wish: Wish = {}) {
    const { model } = yearsIn(3, planOf(clusters({}, wish)));
    const { educators, system } = model;
    for (let e = 0; e < system.educatorCount; e++) {
      const { uses, stage } = stand(e);
      educators.using[e] = uses;
      educators.stage[e] = stage;
    }
    const before = { capability: educators.capability.slice(), mindset: educators.mindset.slice() };
    exchange.run(model, rates);
    const gained = (name: 'capability' | 'mindset') => Array.from(educators[name], (x, e) => x - before[name][e]);
    return { capability: gained('capability'), mindset: gained('mindset') };
  }
  const half = (e: number) => ({ uses: 1, stage: e % 2 === 0 ? ROUTINE : TRIALLING });
  const odd = <T>(list: readonly T[]): T[] => list.filter((_, e) => e % 2 === 1);
  const even = <T>(list: readonly T[]): T[] => list.filter((_, e) => e % 2 === 0);

  test('goes both ways: those who help gain capability and mindset, those who are helped capability', () => {
    const { capability, mindset } = learnt(half);
    expect(mean(even(capability))).toBeGreaterThan(0);
    expect(mean(odd(capability))).toBeGreaterThan(0);
    expect(mean(even(mindset))).toBeGreaterThan(0);
    expect(odd(mindset).every((x) => x === 0)).toBe(true);
  });

  test.each([
    ['nobody uses it', () => ({ uses: 0, stage: UNAWARE })],
    ['nobody is ahead', () => ({ uses: 1, stage: TRIALLING })],
    ['nobody has a question', () => ({ uses: 1, stage: ROUTINE })],
    ['those ahead use another', (e: number) => ({ uses: 1 + (e % 2), stage: e % 2 === 0 ? ROUTINE : TRIALLING })],
  ])('does not happen where %s', (_, stand) => {
    const two = { innovations: [{ name: 'a' }, { name: 'b' }] };
    const { capability, mindset } = learnt(stand, two);
    expect(capability.every((x) => x === 0) && mindset.every((x) => x === 0)).toBe(true);
  });

  test('takes depth: shallow or compelled meetings teach less', () => {
    const gain = (collaboration: Wish) => mean(learnt(half, { collaboration }).capability);
    const deep = gain({ depth: 0.8 });
    expect(gain({ depth: 0.2 })).toBeLessThan(deep);
    expect(gain({ depth: 0.8, compelled: 1 })).toBeLessThan(0.5 * deep);
  });
});

describe('ties to researchers and entrepreneurs', () => {
  const settled = (reach: number, culture: Wish = {}, more: Wish = {}) =>
    yearsIn(1, planOf(clusters({ partners: { reach }, culture, ...more }, { system: { preset: 'made-up' } }))).model;
  const tied = ({ clusters: { tied, active } }: ReturnType<typeof settled>, role: number): number[] =>
    [...active].flatMap((works, c) => (works ? [tied[2 * c + role]] : []));

  test('are as many as reach times willingness', () => {
    const model = settled(0.5, { researchers: 0.4, entrepreneurs: 0.8 });
    const posts = [...model.system.educatorSchool].filter((s) => model.clusters.active[model.system.schoolCluster[s]]).length;
    for (const [role, share] of [0.2, 0.4].entries()) {
      const error = Math.sqrt((share * (1 - share)) / posts);
      // Clusters differ a little in size, which the mean over clusters does not weigh.
      expect(Math.abs(mean(tied(model, role)) - share)).toBeLessThan(5 * error);
    }
  });

  test('only grow with reach, cluster by cluster', () => {
    const [few, many] = [settled(0.1), settled(0.4)];
    for (const role of [0, 1]) {
      const more = tied(many, role);
      for (const [c, x] of tied(few, role).entries()) expect(x).toBeLessThanOrEqual(more[c]);
    }
    expect(tied(settled(0), 0).every((x) => x === 0)).toBe(true);
  });

  test('differ between clusters where willingness does, around the same mean', () => {
    const { clusters, system } = settled(0.2, {}, { start: { partnerSpread: 0.6 } });
    const leaning = [...clusters.leaning];
    // Evenly over 0.4 to 1.6: a standard deviation of 1.2/√12 over twice as many draws as clusters.
    expect(Math.abs(mean(leaning) - 1)).toBeLessThan((4 * (1.2 / Math.sqrt(12))) / Math.sqrt(2 * system.clusterCount));
    expect(Math.max(...leaning) - Math.min(...leaning)).toBeGreaterThan(0.8);
  });
});

describe('joint work', () => {
  const end = (parameters: Wish) => yearsIn(8, planOf(clusters({ learning: { often: 0 }, ...parameters })));
  const willing = { researchers: 0.8, entrepreneurs: 0.8 };
  const far = ({ model: { innovations, schools, system } }: ReturnType<typeof end>): number =>
    mean(
      [...schools.lead].flatMap((lead, s) =>
        lead === 1
          ? [Math.abs(innovations.need[0] - system.needs[2 * s]) + Math.abs(innovations.need[1] - system.needs[2 * s + 1])]
          : [],
      ),
    );
  const together = end({ culture: willing, partners: { reach: 0.8 } });
  const apart = end({ culture: willing });

  test('makes the innovation: worked out further, nearer to the needs of its schools, cheaper', () => {
    const [a, b] = [together.model.innovations, apart.model.innovations];
    expect(a.elaboration[0]).toBeGreaterThan(b.elaboration[0]);
    expect(a.costFactor[0]).toBeLessThan(b.costFactor[0]);
    expect(far(together)).toBeLessThan(far(apart));
  });

  test('needs all three: without researchers nothing is made, however willing the others', () => {
    const lame = end({ culture: { researchers: 0, entrepreneurs: 1 }, partners: { reach: 1, teaching: 0 } });
    const none = end({ culture: { researchers: 0, entrepreneurs: 1 } });
    expect([...lame.model.clusters.joint].every((x) => x === 0)).toBe(true);
    expect(lame.model.innovations.elaboration[0]).toBe(none.model.innovations.elaboration[0]);
  });

  test('teaches partners too, and what they have learned raises what the cluster produces', () => {
    const { clusters: a } = together.model;
    const works = [...a.active].flatMap((on, c) => (on ? [c] : []));
    for (const c of works) expect(a.knowledge[2 * c]).toBeGreaterThan(0);
    const output = ({
      model: {
        clusters: { output },
      },
    }: ReturnType<typeof end>): number => mean(works.map((c) => output[c]));
    expect(output(together)).toBeGreaterThan(output(apart));
    const unlearned = end({ culture: willing, partners: { reach: 0.8, learning: 0 } });
    expect([...unlearned.model.clusters.knowledge].every((x) => x === 0)).toBe(true);
  });

  test('and teaches the educators who are tied', () => {
    const capable = (wish: Wish) => simulate(planOf(clusters(wish))).columns.capability.at(-1)!;
    expect(capable({ partners: { reach: 0.5 } })).toBeGreaterThan(capable({ partners: { reach: 0.5, teaching: 0 } }));
  });
});
