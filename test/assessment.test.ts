/** A narrow measure: what assessment does not see of an innovation, and what follows from not seeing it. */
import { describe, expect, test } from 'vitest';
import { simulate } from '../sim/index.ts';
import { atEnd, differing, futuresOf, mean, planOf, type Wish } from './futures.ts';

const FUTURES = 8;
const plan = (breadth: number, basics: number, wish: Wish = {}): Wish => ({
  years: 8,
  localVariants: 0,
  ingredients: { betterData: 1 },
  foundations: { breadth, assessment: 1 },
  innovations: [{ name: 'it', effect: 0.2, effectSpread: 0, basics, overPromise: 0 }],
  strategy: { kind: 'waves', seedSchools: 10, waves: { size: 20 } },
  ...wish,
});
const standardError = (values: readonly number[]): number =>
  Math.sqrt(mean(values.map((x) => (x - mean(values)) ** 2)) / (values.length - 1));

describe('a broad assessment', () => {
  test('sees everything, whatever an innovation is good for', () => {
    const digest = (basics: number) => simulate(planOf(plan(1, basics))).digest;
    expect(digest(0.05)).toBe(digest(0.5));
    expect(digest(1)).toBe(digest(0.5));
  });

  test('and a narrow one sees everything of what is all basics', () => {
    const [broad, narrow] = [1, 0].map((breadth) => simulate(planOf(plan(breadth, 1))));
    expect(differing(broad, narrow)).toEqual([]);
    expect(narrow.columns.effectMissed.every((x) => x === 0)).toBe(true);
  });
});

describe('a narrow assessment', () => {
  /** Nobody acts on evidence, so that both plans measure the same schools. */
  const deaf = {
    decision: { belief: 0 },
    programme: { joiningEvidence: 0, adopting: 0 },
    learning: { often: 0 },
    confirmation: { stoppingGain: 0 },
    start: { priorNoise: 0 },
  };
  const evidence = (breadth: number, basics: number): number[] =>
    atEnd(
      futuresOf(planOf(plan(breadth, basics, { parameters: { ...deaf, outcomes: { eager: 0, forgetting: 0 } } })), FUTURES),
      'evidence',
    );

  test('measures the share that it sees of what is there', () => {
    const [whole, half, none] = [evidence(1, 0.5), evidence(0, 0.5), evidence(0, 0)];
    // Gains and noise are the same in all three; evidence from before stands at the truth, a trial of one school against many.
    const lost = whole.map((x, k) => x - none[k]);
    const halfLost = whole.map((x, k) => x - half[k]);
    expect(mean(lost)).toBeGreaterThan(3 * standardError(lost));
    for (const [k, x] of halfLost.entries()) expect(x).toBeCloseTo(lost[k] / 2, 6);
  });

  test('misses what the measure of it says', () => {
    const { columns } = simulate(planOf(plan(0.2, 0.3)));
    expect(columns.effectMissed.at(-1)).toBeCloseTo(columns.trueEffect.at(-1)! * (1 - 0.3) * (1 - 0.2), 12);
    expect(simulate(planOf(plan(1, 0.3))).columns).not.toHaveProperty('effectMissed');
  });

  test('puts the drill on the menu and keeps the better design off it, and less is learned', () => {
    const choice = (breadth: number) =>
      futuresOf(
        planOf(
          plan(breadth, 0.5, {
            years: 12,
            innovations: [
              { name: 'drill', effect: 0.08, effectSpread: 0, basics: 1, overPromise: 0 },
              { name: 'inquiry', effect: 0.2, effectSpread: 0, basics: 0, overPromise: 0 },
            ],
            strategy: { kind: 'waves', seedSchools: 14, waves: { models: 'menu', size: 15 } },
          }),
        ),
        FUTURES,
      );
    const [broad, narrow] = [choice(1), choice(0)];
    const more = (name: string) => atEnd(broad, name).map((x, k) => x - narrow[k].columns[name].at(-1)!);
    for (const gained of [more('schoolsOffered.innovation2'), more('gainCumulative')])
      expect(mean(gained)).toBeGreaterThan(2 * standardError(gained));
  });

  test('opens the gate later, or never', () => {
    const reach = (breadth: number) =>
      atEnd(
        futuresOf(planOf(plan(breadth, 0, { years: 9, strategy: { kind: 'gated', seedSchools: 10 } })), FUTURES),
        'schoolsReached',
      );
    const [broad, narrow] = [reach(1), reach(0)];
    const held = broad.map((x, k) => x - narrow[k]);
    expect(mean(held)).toBeGreaterThan(2 * standardError(held));
  });
});
