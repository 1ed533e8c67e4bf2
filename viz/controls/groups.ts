/** Which levers stand where: the ingredients by their group, and the school system beside them. */
import { computed } from '@preact/signals';
import { ingredients, JOINED } from './facts.ts';

export type GroupName = 'design' | 'delivery' | 'finance' | 'enabling' | 'system';

export interface Group {
  readonly name: GroupName;
  readonly paths: readonly string[];
}

const SYSTEM: Group = { name: 'system', paths: [JOINED, 'collaboration.intensity'] };

/** In the order of the engine's list of ingredients. */
export const groups = computed<readonly Group[]>(() => {
  const names = [...new Set(ingredients.value.map(({ group }) => group))];
  const of = (group: string): string[] =>
    ingredients.value.filter((one) => one.group === group).map(({ name }) => `ingredients.${name}`);
  return [...names.map((name) => ({ name, paths: of(name) })), SYSTEM];
});

/** The levers of the first minute. */
export const FIVE: readonly string[] = [
  'ingredients.elevatingTeachers',
  'ingredients.middlePhaseFinancing',
  'ingredients.flexibleAdaptation',
  'collaboration.intensity',
  'ingredients.longTermFinancing',
];
