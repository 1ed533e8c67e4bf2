/** Two things crossed: plans with neither, one, the other and both, through the same futures, and what the four say together. */
import { type Results, withSetting } from '../../../sim/index.ts';
import { at, differenceOf, meanOf, ratioOf } from './estimate.ts';
import type { Arm, Estimate, Wish } from './pattern.ts';

/** What is varied: by settings' paths, the values where it is absent and where it is there. */
type Factor = Readonly<Record<string, readonly [absent: unknown, present: unknown]>>;

type Corner = 'neither' | 'one' | 'other' | 'both';
type Square = Readonly<Record<Corner, readonly Results[]>>;

/** An ingredient at the low and the high level of studies. */
export const ingredient = (name: string): Factor => ({ [`ingredients.${name}`]: [0.2, 0.8] });

/** A plan with values put at settings' paths. */
export const put = (plan: Wish, values: Readonly<Record<string, unknown>>): Wish =>
  Object.entries(values).reduce<unknown>((wish, [path, value]) => withSetting(wish, path, value), plan) as Wish;

const side = (factor: Factor, place: 0 | 1): Record<string, unknown> =>
  Object.fromEntries(Object.entries(factor).map(([path, values]) => [path, values[place]]));

/** The four plans of a two-by-two design. */
export function crossed(plan: Wish, one: Factor, other: Factor, futures: number): Readonly<Record<Corner, Arm>> {
  const corner = (i: 0 | 1, j: 0 | 1): Arm => ({ wish: put(put(plan, side(one, i)), side(other, j)), futures });
  return { neither: corner(0, 0), one: corner(1, 0), other: corner(0, 1), both: corner(1, 1) };
}

const four = (runs: Square, metric: string, year: number) => ({
  neither: at(runs.neither, metric, year),
  one: at(runs.one, metric, year),
  other: at(runs.other, metric, year),
  both: at(runs.both, metric, year),
});

/** Both − one − the other + neither, within the same future: above zero where the two are worth more together than apart. */
export const interaction =
  (metric: string, year: number) =>
  (runs: Square): Estimate => {
    const { neither, one, other, both } = four(runs, metric, year);
    return meanOf(both.map((x, k) => x - one[k] - other[k] + neither[k]));
  };

/** What the first brings where the other is absent, beside what it brings where the other is there: near 0 where the other is a gate. */
export const leftWithout =
  (metric: string, year: number) =>
  (runs: Square): Estimate => {
    const { neither, one, other, both } = four(runs, metric, year);
    return ratioOf(
      one.map((x, k) => x - neither[k]),
      both.map((x, k) => x - other[k]),
    );
  };

/** A metric in one arm less that in another, within the same future. */
export const gap =
  <Name extends string>(arm: Name, from: Name, metric: string, year: number) =>
  (runs: Readonly<Record<Name, readonly Results[]>>): Estimate =>
    differenceOf(at(runs[arm], metric, year), at(runs[from], metric, year));

/** Bands of a sign: complements and other gains; substitutes, antagonists and other losses. */
export const MORE = [0, Number.POSITIVE_INFINITY] as const;
export const LESS = [Number.NEGATIVE_INFINITY, 0] as const;
/** A shut gate lets a quarter through at most. */
export const SHUT = [-0.25, 0.25] as const;
