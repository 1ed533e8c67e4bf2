/** What the document about the ingredients says follows from its numbers, whichever they are. */
import { describe, expect, test } from 'vitest';
import type { OutcomeFacts } from '../cli/ingredients/facts.ts';
import * as say from '../cli/ingredients/sayings.ts';
import type { Beside, Rollout, Underway } from '../cli/ingredients/underway.ts';
import { company, type Input, type StudyTable } from '../study/index.ts';
import { together } from './answers.ts';

const outcome = { name: 'well', label: 'Schools that use it well, year 15', unit: 'share of schools' };
const factorial = (count: number): number[][] =>
  Array.from({ length: 2 ** count }, (_, p) => Array.from({ length: count }, (_, i) => (p >> i) & 1));

/** Two futures of each point, without luck. */
function tableOf(rows: readonly (readonly number[])[], f: (row: readonly number[]) => number): StudyTable {
  return {
    title: 'By hand',
    factors: rows[0].map((_, i) => ({ name: `x${i}`, label: `Input ${i}`, range: [0, 1], grade: 'D' })),
    outcomes: [outcome],
    design: { kind: 'factorial', sameLuck: true, numbers: {} },
    pointCount: rows.length,
    replicates: 2,
    points: Float64Array.from(rows.flat()),
    values: { well: Float64Array.from(rows.flatMap((row) => [f(row), f(row)])) },
  };
}

describe('the company an input keeps', () => {
  /** Three inputs that do nothing unless all are there, and one that acts alone. */
  const needy = ([a, b, c, d]: readonly number[]): number => 0.6 * a * b * c + 0.1 * d;

  test('from all mixes, by hand', () => {
    const found = company(tableOf(factorial(4), needy));
    expect(found).toMatchObject({ ok: true, isExact: true });
    if (!found.ok) return;
    // Of the sets of s of the three others, b and c are both in: none of 1, none of 3, 1 of 3, 1 of 1.
    [0, 0, 0.2, 0.6].forEach((effect, s) => {
      expect(found.effects[0][s]).toBeCloseTo(effect, 12);
    });
    for (const effect of found.effects[3]) expect(effect).toBeCloseTo(0.1, 12);
  });

  test('from a fraction, as main effects and pairs foresee', () => {
    const rows = factorial(4).map((row) => [...row, row.reduce((sum, x) => sum + x, 0) % 2 === 0 ? 1 : 0]);
    const found = company(tableOf(rows, ([a, b]) => 0.1 * a + 0.4 * a * b));
    expect(found).toMatchObject({ ok: true, isExact: false });
    if (!found.ok) return;
    // Of four others b is one: it is strong in s of 4.
    [0, 1, 2, 3, 4].forEach((s) => {
      expect(found.effects[0][s]).toBeCloseTo(0.1 + (0.4 * s) / 4, 12);
    });
  });
});

const input = (factor: number): Input => ({ factor, name: `x${factor}`, label: `Input ${factor}`, grade: 'D' });
const beside = (mean: number, change: number, share = 0): Beside => ({
  mean,
  share,
  change,
  isBeyondNoise: Math.abs(change) > 0.02,
});

function underway(only: readonly Beside[], without: readonly Beside[]): Underway {
  const usual: Rollout = {
    name: 'clusters',
    label: 'Grow from clusters',
    weak: { mean: 0.02, share: 0 },
    strong: { mean: 0.9, share: 1 },
    only,
    without,
  };
  return { ingredients: only.map((_, i) => ({ name: `x${i}`, label: `Input ${i}` })), rollouts: [usual], usual };
}

describe('sentences', () => {
  test('one alone: enough or not', () => {
    const none = underway([beside(0.03, 0.01), beside(0.2, 0.18)], [beside(0.88, -0.02), beside(0.5, -0.4, 0.5)]);
    expect(say.aloneText(none)).toBe(
      '**No ingredient suffices alone.** With all 2 weak, 2 in 100 schools use it well in year 15; with one of them strong, between 3 and 20 (“Input 1”); with all strong, 90.',
    );
    expect(say.lastText(none)).toBe(
      'Where all are strong, “Input 1” is missed most: without it 50 in 100 schools use it well, 40 in 100 fewer, and half of the schools do in 50 of 100 futures. 1 of them is not missed at all, as far as luck lets one see.',
    );
    const some = underway([beside(0.03, 0.01), beside(0.8, 0.78, 0.95)], [beside(0.9, 0), beside(0.91, 0.01)]);
    expect(say.aloneText(some)).toMatch(/^\*\*1 ingredient suffices alone: “Input 1”\.\*\*/);
    expect(say.lastText(some)).toBe('Where all are strong, taking one away costs nothing that shows.');
    expect(say.firstText(some, outcome)).toContain('adds at most 78 in 100 to it (“Input 1”)');
    expect(say.rolloutsTexts(some)[1]).toContain('none is missed by more than luck');
  });

  const facts = { outcome, together, company: { ok: true, inputs: [], effects: [], isExact: true } } as unknown as OutcomeFacts;

  test('pairs: some, and none', () => {
    expect(say.pairsText(facts, 1)).toMatch(
      /^\d+ of the 91 pairs do more together than apart, above all “[^”]+” with “[^”]+” \(\+/,
    );
    const quiet = { ...together, pairs: together.pairs.map((pair) => ({ ...pair, isBeyondNoise: false })) };
    expect(say.pairsText({ ...facts, together: quiet }, 1)).toMatch(/^No pair of ingredients does more or less/);
  });

  test('what is enough: nothing, anything, or some together', () => {
    const { combinations } = together;
    const told = (list: typeof combinations.list, found = list.length): string =>
      say.enoughText({ ...facts, together: { ...together, combinations: { ...combinations, list, found } } });
    expect(told(combinations.list)).toMatch(/^It takes at least 3 ingredients together: 5 smallest combinations are enough/);
    expect(told([])).toMatch(/^No combination of up to 5 ingredients was enough/);
    expect(told([{ ...combinations.list[0], held: [] }])).toMatch(/^Whatever the ingredients, half of all schools/);
    expect(told([combinations.list[0]])).toMatch(/1 smallest combination is enough/);
  });

  test('company: a gain is told only where it is clear', () => {
    const effects = [
      Array.from({ length: 14 }, (_, s) => 0.02 * s),
      ...Array.from({ length: 13 }, () => Array<number>(14).fill(0.1)),
    ];
    const inputs = effects.map((_, i) => input(i));
    const clear = {
      ...facts,
      company: { ok: true, inputs, effects, isExact: true },
      matters: { noise: 0.01 },
    } as unknown as OutcomeFacts;
    expect(say.companyTexts(clear)).toEqual([
      '1 of the 14 ingredients adds clearly more beside 10 strong others than beside 3, 0 clearly less, and for 13 it makes no clear difference.',
      'Most helped by company: from weak to strong “Input 0” changes it by +6 in 100 beside 3 strong others and by +20 in 100 beside 10.',
    ]);
    expect(say.companyTexts({ ...clear, matters: { ...clear.matters, noise: 0.2 } })).toHaveLength(1);
  });

  test('a condition that turns an ingredient round, and one that changes nothing', () => {
    const changes = [
      { ...input(0), low: 0.2, high: -0.1, isBeyondNoise: true },
      { ...input(1), low: 0.1, high: 0.3, isBeyondNoise: true },
      { ...input(2), low: 0.1, high: 0.11, isBeyondNoise: false },
    ];
    const condition = { ...input(9), label: 'Fragmentation', effect: -0.4, isBeyondNoise: true, changes };
    expect(say.conditionText(condition, 1, 0.05)).toBe(
      'Raising “Fragmentation” from low to high changes the share of schools that use it well by −40 in 100 by itself, averaged over the ingredients. Where it is high, 1 ingredient counts for more, “Input 1” (+10 in 100 where it is low, +30 in 100 where it is high); 1 ingredient counts for less, “Input 0” (+20 in 100 where it is low, −10 in 100 where it is high). “Input 0” helps where it is low and harms where it is high.',
    );
    const calm = { ...condition, isBeyondNoise: false, changes: changes.slice(2) };
    expect(say.conditionText(calm, 1, 0.05)).toMatch(/no more than luck does\. What each ingredient adds is the same/);
  });
});
