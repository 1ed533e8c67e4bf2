/** Plans that several patterns ask for: who names the same plan shares its futures. */
import file from '../../../scenarios/default.json' with { type: 'json' };
import type { Wish } from './pattern.ts';

/** The default scenario, part by part: six schools, then clusters, all ingredients near the middle. */
const { system, years, ingredients, innovations, strategy } = file;
export const byDefault = { system, years, ingredients, innovations, strategy } satisfies Wish;

/** The default, a part or two of it replaced whole. */
export const unlike = (parts: Wish): Wish => ({ ...byDefault, ...parts });

/** All 14 ingredients at one level, some of them at their own. */
export const levels = (level: number, own: Readonly<Record<string, number>> = {}): Record<string, number> => ({
  ...Object.fromEntries(Object.keys(ingredients).map((name) => [name, level])),
  ...own,
});

/** A quarter of the district, which is about fifty schools: for what does not hang on numbers of schools. */
export const quarter = { preset: 'made-up', sample: 0.25 };

/** The default with the ingredients' cost reported and not paid, as studies of many plans do. */
export const unpaid = unlike({ finance: { chargeIngredients: 'reported' } });

/** A project at work in three of ten schools, fully paid, offered to no more and taken over by nobody: what practice and support do, apart from spread. */
export const inPlace = unlike({
  years: 8,
  ingredients: { ...ingredients, longTermFinancing: 0 },
  finance: { chargeIngredients: 'reported', regime: 'own-budget', deadline: 60 },
  strategy: { kind: 'waves', seedSchools: 30, seedShare: 0.8, waves: { size: 0 } },
});
