/** What a study may vary: every setting of a scenario, and the few numbers of a scenario that are no settings. */
import { presetNames, type Quantity, settings, systemQuantities } from '../../sim/index.ts';

const plan = { grade: 'D', source: 'a choice of the study' } as const;

/** What one number sets in several settings at once, or what stands outside them. */
const others: Readonly<Record<string, Quantity>> = {
  fragmentation: {
    ...plan,
    label: 'Fragmentation',
    unit: 'share',
    range: [0, 1],
    default: 0.4,
    about: 'All three parts at once.',
  },
  years: { ...plan, label: 'Years', unit: 'years', range: [5, 30], bounds: [1, 60], default: 15, whole: true },
  localVariants: {
    ...plan,
    label: 'Room for local variants',
    unit: 'count',
    range: [0, 3],
    bounds: [0, 7],
    default: 2,
    whole: true,
  },
  'system.preset': {
    ...plan,
    label: 'Schools',
    unit: 'choice',
    range: [0, presetNames.length - 1],
    default: 0,
    choices: presetNames,
  },
  'system.sample': { ...plan, label: 'Share of the schools', unit: 'share', range: [0.1, 1], bounds: [0.001, 1], default: 1 },
  ...Object.fromEntries(Object.entries(systemQuantities).map(([name, row]) => [`system.statistics.${name}`, row])),
};

const rows: ReadonlyMap<string, Quantity> = new Map([
  // Pulses are no settings of a scenario: a scenario has events, by their place.
  ...settings.filter(({ path }) => !path.startsWith('events.')).map(({ path, quantity }) => [path, quantity] as const),
  ...Object.entries(others),
]);

/** The paths that a factor may name, but those of events. */
export const targetPaths: readonly string[] = [...rows.keys()];

const eventSize: Quantity = { ...plan, label: 'Size of an event', unit: 'size', range: [0, 1], bounds: [-10, 10], default: 1 };
const eventYear: Quantity = { ...plan, label: 'Year of an event', unit: 'years', range: [0, 15], bounds: [0, 100], default: 0 };

/** The row behind a path: `ingredients.champions`, `innovations.0.effect`, `system.statistics.disadvantage`, `events.0.size`. */
export function targetOf(path: string): Quantity | undefined {
  const event = /^events\.\d+\.(size|year)$/.exec(path);
  if (event) return event[1] === 'size' ? eventSize : eventYear;
  return rows.get(path);
}
