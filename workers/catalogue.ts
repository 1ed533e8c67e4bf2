/** The lists of the simulation as plain data: what the page shows of settings, ingredients, rollouts, systems and measures. */
import {
  type EventKind,
  type EventPlace,
  eventKinds,
  type Ingredient,
  ingredients,
  knownStatistics,
  MODEL_VERSION,
  metrics,
  type Preset,
  type PresetName,
  presetNames,
  presets,
  processes,
  type Quantity,
  type Setting,
  settings,
  strategies,
  thresholds,
} from '../sim/index.ts';

export interface Catalogue {
  readonly model: string;
  /** In the order of the engine's list: the levers first, then what is assumed. */
  readonly settings: readonly Setting[];
  readonly ingredients: readonly Ingredient[];
  readonly strategies: readonly { readonly name: string; readonly label: string; readonly about: string }[];
  /** Mechanisms that have assumptions of their own, as parameters.<name>. */
  readonly processes: readonly { readonly name: string; readonly label: string }[];
  readonly presets: readonly {
    readonly name: PresetName;
    readonly label: string;
    readonly about: string;
    readonly schools: number;
    /** Regions above its districts; 1 where there are none. */
    readonly regions: number;
  }[];
  readonly metrics: readonly { readonly name: string; readonly label: string; readonly unit: string; readonly about: string }[];
  readonly events: readonly {
    readonly kind: EventKind;
    readonly label: string;
    readonly about: string;
    readonly places: readonly EventPlace[];
  }[];
  readonly thresholds: Readonly<Record<string, Quantity>>;
}

/** Settings that a plan chooses; the others are what the model assumes. */
const LEVERS = ['ingredients', 'fragmentation', 'collaboration', 'forces', 'foundations', 'finance', 'strategy', 'innovations'];

/** A choice of the plan, or an assumption of the model. */
export const isLever = (path: string): boolean => LEVERS.includes(path.slice(0, path.indexOf('.')));

export function catalogue(): Catalogue {
  return {
    model: MODEL_VERSION,
    settings,
    ingredients,
    strategies: strategies.map(({ name, label, about }) => ({ name, label, about })),
    processes: processes.map(({ name, label }) => ({ name, label })),
    presets: presetNames.map((name) => {
      const { label, about, regions }: Preset = presets[name];
      return { name, label, about, regions: regions?.value ?? 1, schools: knownStatistics({ preset: name }).schools.value };
    }),
    metrics: metrics.map(({ name, label, unit, about }) => ({ name, label, unit, about })),
    events: Object.entries(eventKinds).map(([kind, row]) => ({ kind: kind as EventKind, ...row })),
    thresholds,
  };
}
