/** Every number of the model that carries a grade, once, in groups by what it belongs to. */
import { conventions, processes, type Quantity, type Setting, settings, systemQuantities } from '../../sim/index.ts';

/** What a number is: claimed of the world, a trait of what is scaled, chosen by who makes the plan, or a way of speaking. */
export type Standing = 'assumption' | 'innovation' | 'choice' | 'convention';

export interface Entry {
  readonly path: string;
  readonly quantity: Quantity;
}

export interface Group {
  readonly title: string;
  readonly standing: Standing;
  readonly entries: readonly Entry[];
}

const under = (prefix: string): readonly Setting[] => settings.filter(({ path }) => path.startsWith(`${prefix}.`));

/** Groups whose settings share the start of their paths. */
const assumed: readonly (readonly [title: string, prefix: string])[] = [
  ['What is scaled', 'innovations.0'],
  ...processes.map(({ label, name }) => [label, `parameters.${name}`] as const),
  ['What people bring', 'parameters.traits'],
  ['The first day', 'parameters.start'],
  ['What the ingredients do', 'effects'],
];

/** Further innovations have the rows of the first. */
const isOfInnovation = (path: string): boolean => path.startsWith('innovations.');

export const groups: readonly Group[] = [
  ...assumed
    .map(([title, prefix]): Group => {
      const standing = isOfInnovation(prefix) ? 'innovation' : 'assumption';
      return { title, standing, entries: under(prefix) };
    })
    .filter(({ entries }) => entries.length > 0),
  {
    title: 'Made-up systems',
    standing: 'assumption',
    entries: Object.entries(systemQuantities).map(([name, quantity]) => ({ path: `system.statistics.${name}`, quantity })),
  },
  {
    title: 'Choices of a plan',
    standing: 'choice',
    entries: settings.filter(({ path }) => !isOfInnovation(path) && !assumed.some(([, prefix]) => path.startsWith(`${prefix}.`))),
  },
  { title: 'Where a degree becomes a word', standing: 'convention', entries: conventions },
];
