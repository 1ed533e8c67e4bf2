/**
 * Every settable number, once: a path, its row, and a slot in one array. Scenario files, dated changes, rules, sliders, the
 * command line's --set, the schema and the documents all go by this list.
 */
import { clamp } from './arithmetic.ts';
import { type Effect, type Ingredient, ingredients } from './ingredients.ts';
import { innovationQuantities } from './innovation.ts';
import {
  collaboration,
  eventQuantities,
  finance,
  forceQuantities,
  foundationQuantities,
  fragmentation,
  rollout,
} from './levers.ts';
import type { Levers } from './model.ts';
import { startQuantities, traitQuantities } from './people.ts';
import { processes } from './processes/index.ts';
import { boundsOf, type Quantities, type Quantity, type Values } from './quantity.ts';
import { MAX_INNOVATIONS } from './scenario/bounds.ts';
import { strategies } from './strategies/index.ts';
import { thresholds } from './thresholds.ts';

export interface Setting {
  readonly path: string;
  readonly quantity: Quantity;
}

const under = (prefix: string, rows: Quantities): Setting[] =>
  Object.entries(rows).map(([name, quantity]) => ({ path: `${prefix}.${name}`, quantity }));

const ingredientQuantity = ({ label, definition, level, cost, source }: (typeof ingredients)[number]): Quantity => ({
  label,
  unit: 'level',
  range: [0.2, 0.8],
  bounds: [0, 1],
  default: level,
  grade: 'D',
  source: `a choice of the plan; ${source}`,
  about: `${definition} Costs ${cost} USD per learner and year at level 1.`,
});

/** What an ingredient does to a parameter is itself a number that can be questioned: effects.<ingredient>.<process>.<parameter>. */
export const effectQuantity = ({ label }: Ingredient, { target, form, gain, range, grade, source }: Effect): Quantity => ({
  label: `${label}: effect on ${target}`,
  unit: form === 'add' ? 'added per unit of level' : 'share added per unit of level',
  range,
  bounds: [-20, 20],
  default: gain,
  grade,
  source,
});

const strategyKind: Quantity = {
  label: 'Rollout strategy',
  unit: 'choice',
  range: [0, strategies.length - 1],
  default: 0,
  grade: 'D',
  source: 'a choice of the plan',
  choices: strategies.map(({ name }) => name),
};

/** The rows of every process, the traits of people and the first day, as parameters.<process>.<name>. */
export const parameterGroups: Readonly<Record<string, Quantities>> = {
  ...Object.fromEntries(processes.map(({ name, parameters }) => [name, parameters])),
  traits: traitQuantities,
  start: startQuantities,
};

export const settings: readonly Setting[] = [
  ...ingredients.map((i) => ({ path: `ingredients.${i.name}`, quantity: ingredientQuantity(i) })),
  ...under('fragmentation', fragmentation),
  ...under('collaboration', collaboration),
  ...Object.entries(forceQuantities).flatMap(([name, rows]) => under(`forces.${name}`, rows)),
  ...under('foundations', foundationQuantities),
  ...under('finance', finance),
  { path: 'strategy.kind', quantity: strategyKind },
  ...under('strategy', rollout),
  ...strategies.flatMap(({ name, parameters }) => under(`strategy.${name}`, parameters)),
  ...Object.entries(eventQuantities).flatMap(([name, rows]) => under(`events.${name}`, rows)),
  ...Array.from({ length: MAX_INNOVATIONS }, (_, v) => under(`innovations.${v}`, innovationQuantities)).flat(),
  ...Object.entries(parameterGroups).flatMap(([name, rows]) => under(`parameters.${name}`, rows)),
  ...ingredients.flatMap((ingredient) =>
    ingredient.effects.map((effect) => ({
      path: `effects.${ingredient.name}.${effect.target}`,
      quantity: effectQuantity(ingredient, effect),
    })),
  ),
];

/** Rows that are conventions of language and cannot be set, shown with the others. */
export const conventions: readonly Setting[] = under('thresholds', thresholds);

const slots = new Map(settings.map(({ path }, slot) => [path, slot]));

/** Slot of a path, or -1. */
export const slotOf = (path: string): number => slots.get(path) ?? -1;

export const defaultSettings = (): Float64Array => Float64Array.from(settings, ({ quantity }) => quantity.default);

/** What the ingredients do, resolved to slots once: from a level, by a gain, to a parameter. */
const effects = ingredients.flatMap((ingredient) =>
  ingredient.effects.map(({ target, form }) => {
    const to = slotOf(`parameters.${target}`);
    if (to < 0) throw new Error(`ingredient ${ingredient.name}: no parameter named ${target}`);
    return { form, to, from: slotOf(`ingredients.${ingredient.name}`), gain: slotOf(`effects.${ingredient.name}.${target}`) };
  }),
);
const eventSlots = settings.flatMap(({ path }, slot) => (path.startsWith('events.') ? [slot] : []));

type Nested = { [name: string]: number | Nested };
/** The tree of names, whose leaves are slots: sorted out once, since every run grows one. */
type Branch = readonly (readonly [name: string, child: number | Branch])[];

const branches = branchesOf(
  settings.map(({ path }, slot) => ({ parts: path.split('.'), slot })),
  0,
);

function branchesOf(leaves: readonly { readonly parts: readonly string[]; readonly slot: number }[], depth: number): Branch {
  const names = new Set(leaves.map(({ parts }) => parts[depth]));
  return [...names].map((name) => {
    const below = leaves.filter(({ parts }) => parts[depth] === name);
    const isLeaf = below[0].parts.length === depth + 1;
    return [name, isLeaf ? below[0].slot : branchesOf(below, depth + 1)] as const;
  });
}

/** Where a setting lives in a run's tree. */
interface Place {
  readonly node: Nested;
  readonly name: string;
}

/**
 * Nested objects with all numbers 0; a list where names are places. Made in one go: one that grew key by key is a hash table in V8,
 * and slow to read.
 */
function grow(branch: Branch, places: Place[]): Nested {
  const grown = branch.map(([name, child]) => [name, typeof child === 'number' ? 0 : grow(child, places)] as const);
  const isList = branch.every(([name], i) => name === String(i));
  const node = (isList ? grown.map(([, child]) => child) : Object.fromEntries(grown)) as Nested;
  for (const [name, child] of branch) if (typeof child === 'number') places[child] = { node, name };
  return node;
}

const bounds = settings.map(({ quantity }) => boundsOf(quantity));

/** The settings of a run: what the plan says, what the ingredients make of it, and a tree of names that processes read. */
export interface Board {
  /** As the plan says, before ingredients act. */
  readonly plain: Float64Array;
  readonly levers: Levers;
  readonly strategyKind: () => number;
  readonly parameters: (process: string) => Values<Quantities>;
  readonly strategy: (name: string) => Values<Quantities>;
  readonly set: (slot: number, value: number) => void;
  /** Makes all changes since the last call felt. */
  readonly refresh: () => void;
  /** Ends the pulses of this step's events. */
  readonly endEvents: () => void;
}

export function makeBoard(initial: Float64Array): Board {
  const plain = Float64Array.from(initial);
  const resolved = Float64Array.from(initial);
  const places: Place[] = [];
  const tree = grow(branches, places);
  let dirty = true;
  const refresh = (): void => {
    if (!dirty) return;
    dirty = false;
    resolved.set(plain);
    for (const { from, to, form, gain } of effects) {
      const effect = plain[gain] * plain[from];
      resolved[to] = form === 'add' ? resolved[to] + effect : resolved[to] * (1 + effect);
    }
    for (let slot = 0; slot < places.length; slot++) {
      const [min, max] = bounds[slot];
      const { node, name } = places[slot];
      node[name] = clamp(resolved[slot], min, max);
    }
  };
  refresh();
  return {
    plain,
    levers: tree as unknown as Levers,
    strategyKind: () => (tree.strategy as Nested).kind as number,
    parameters: (process) => ((tree.parameters as Nested)[process] ?? {}) as Values<Quantities>,
    strategy: (name) => ((tree.strategy as Nested)[name] ?? {}) as Values<Quantities>,
    set(slot, value) {
      plain[slot] = value;
      dirty = true;
    },
    refresh,
    endEvents() {
      for (const slot of eventSlots) {
        if (plain[slot] === settings[slot].quantity.default) continue;
        plain[slot] = settings[slot].quantity.default;
        dirty = true;
      }
    },
  };
}
