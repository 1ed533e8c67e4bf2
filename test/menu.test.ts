/** A menu of proven models: several are piloted, and other schools choose among those that have worked. */
import { describe, expect, test } from 'vitest';
import { affiliation } from '../sim/agents/schools.ts';
import type { Model } from '../sim/model.ts';
import { choiceAmong } from '../sim/strategies/menu.ts';
import { distanceFromNeeds } from '../sim/use.ts';
import { atEnd, begin, futuresOf, mean, planOf, type Wish } from './futures.ts';

const INVITED = affiliation('invited');
const designs = [
  { name: 'weak', effect: 0, effectSpread: 0.01, needA: 0.5, needB: 0.5 },
  { name: 'for some', effect: 0.15, effectSpread: 0.01, needA: 0.2, needB: 0.5 },
  { name: 'for others', effect: 0.15, effectSpread: 0.01, needA: 0.8, needB: 0.5 },
];
const menu = (waves: Wish = {}): Wish => ({
  years: 10,
  localVariants: 0,
  innovations: designs,
  ingredients: { betterData: 0.8 },
  strategy: { kind: 'waves', seedSchools: 12, waves: { models: 'menu', size: 15, years: 1, ...waves } },
});

/** Schools invited in a step and with what, told as they are. */
function invitations(wish: Wish, each: (model: Model, school: number, v: number) => void): void {
  const future = begin(planOf(wish));
  const { model } = future;
  for (let step = 0; step < 30; step++) {
    const before = model.schools.programme.slice();
    const proven = model.innovations.sustainedYears.slice();
    future.step();
    for (const [s, now] of model.schools.programme.entries())
      if (now !== before[s]) each({ ...model, innovations: { ...model.innovations, sustainedYears: proven } }, s, now - 1);
  }
}

describe('a school with a menu', () => {
  const { model } = begin(planOf({ ...menu(), system: { preset: 'made-up' } }));
  const schools = Array.from({ length: model.system.schoolCount }, (_, s) => s);
  const share = (byFit: number, byEvidence: number): number[] => {
    const choose = choiceAmong(model, [0, 1, 2], { byFit, byEvidence });
    const taken = schools.map(choose);
    return [0, 1, 2].map((v) => taken.filter((x) => x === v).length / schools.length);
  };

  test('that weighs nothing takes each with the same chance', () => {
    // 212 schools: a third has a standard error of 0.032.
    for (const part of share(0, 0)) expect(Math.abs(part - 1 / 3)).toBeLessThan(4 * 0.032);
  });

  test('takes what fits the more, the more it weighs fit', () => {
    const far = (byFit: number): number => {
      const choose = choiceAmong(model, [0, 1, 2], { byFit, byEvidence: 0 });
      return mean(schools.map((s) => distanceFromNeeds(model, s, choose(s))));
    };
    expect(far(50)).toBeLessThan(far(3));
    expect(far(3)).toBeLessThan(far(0));
    const least = mean(schools.map((s) => Math.min(...[0, 1, 2].map((v) => distanceFromNeeds(model, s, v)))));
    expect(far(50)).toBeLessThan(least + 0.02);
  });

  test('takes by evidence as a logit does: e to the gap in 0.1 SD', () => {
    model.innovations.estimate.set([0, 0.1, 0.2]);
    const parts = share(0, 1);
    const weights = [1, Math.E, Math.E ** 2];
    const total = weights.reduce((a, b) => a + b, 0);
    for (const [v, part] of parts.entries()) {
      const expected = weights[v] / total;
      expect(Math.abs(part - expected)).toBeLessThan(4 * Math.sqrt((expected * (1 - expected)) / schools.length));
    }
  });
});

describe('pilots try all models, the menu holds the proven ones', () => {
  test('before the menu every model is tried; after it nobody takes one that is not proven', () => {
    const [early, late] = [new Set<number>(), new Map<number, number>()];
    invitations(menu({ menuWave: 4 }), (model, _, v) => {
      if (model.state.wave[0] < 4) early.add(v);
      else {
        expect(model.innovations.sustainedYears[v]).toBeGreaterThanOrEqual(2);
        late.set(v, (late.get(v) ?? 0) + 1);
      }
    });
    expect([...early].sort()).toEqual([0, 1, 2]);
    expect([...late.values()].reduce((a, b) => a + b, 0)).toBeGreaterThan(5);
  });

  test('while none is proven the menu is empty', () => {
    let taken = 0;
    invitations(menu({ menuWave: 1, provenYears: 30 }), (model, s) => {
      if (model.schools.affiliation[s] === INVITED) taken++;
    });
    expect(taken).toBe(0);
  });

  test('with one model the plan offers that one alone', () => {
    const offered = new Set<number>();
    invitations(menu({ models: 'one' }), (_, __, v) => offered.add(v));
    expect([...offered]).toEqual([0]);
  });

  test('where the plan’s own design is weak, learners gain more from a menu', () => {
    const gain = (wish: Wish): number[] => atEnd(futuresOf(planOf(wish), 8), 'gainCumulative');
    const [chosen, one] = [gain(menu()), gain(menu({ models: 'one' }))];
    const better = chosen.map((x, k) => x - one[k]);
    const error = Math.sqrt(mean(better.map((x) => (x - mean(better)) ** 2)) / (better.length - 1));
    expect(mean(better)).toBeGreaterThan(2 * error);
  });
});

describe('the measure of it', () => {
  test('is a column only of plans that have a menu', () => {
    const columns = (models: string) => Object.keys(futuresOf(planOf({ ...menu({ models }), years: 1 }), 1)[0].columns);
    expect(columns('menu')).toEqual(expect.arrayContaining([1, 2, 3].map((v) => `schoolsOffered.innovation${v}`)));
    expect(columns('one').filter((name) => name.startsWith('schoolsOffered'))).toEqual([]);
  });
});
