/** In what two plans differ, as switches that can be turned one at a time from one plan to the other. */
import type { Scenario } from '../../sim/index.ts';
import { atPlace } from '../state/plan.ts';

/** Why two plans cannot be taken apart: other schools, another length or pace, other luck. */
export type Refusal = 'system' | 'years' | 'seed';

/** Parts of a plan that are one switch each, whatever differs inside. */
const wholes = [
  'strategy',
  'rollouts',
  'pilots',
  'coachedFirst',
  'regionsFirst',
  'fragmentation',
  'collaboration',
  'finance',
  'forces',
  'foundations',
  'innovations',
  'events',
  'changes',
  'rules',
  'parameters',
  'effects',
] as const;
export type Whole = (typeof wholes)[number];

export interface Switch {
  /** `rollout` for the kind of rollout with its own settings, `rest` for several parts at once. */
  readonly kind: Whole | 'rollout' | 'ingredient' | 'rest';
  /** Of an ingredient, or of one setting of a part; empty otherwise. */
  readonly path: string;
  /** The first plan's part in place of another plan's. */
  turn(plan: Scenario): Scenario;
}

/** What the engine takes where a plan is silent, by path: every setting that there is. */
export type Defaults = ReadonlyMap<string, number | string>;

type Part = Readonly<Record<string, unknown>>;

/** What a plan runs on where it says nothing. */
const SILENT = { seed: '1', stepsPerYear: 3 };

export function refusal(a: Scenario, b: Scenario): Refusal | null {
  if (!isSame(a.system, b.system)) return 'system';
  if (a.years !== b.years || (a.stepsPerYear ?? SILENT.stepsPerYear) !== (b.stepsPerYear ?? SILENT.stepsPerYear)) return 'years';
  return String(a.seed ?? SILENT.seed) === String(b.seed ?? SILENT.seed) ? null : 'seed';
}

/** Switches from B to A in the order in which a plan is written; those beyond `most` are one. Turning all of them makes A of B. */
export function switchesBetween(a: Scenario, b: Scenario, defaults: Defaults, most = 12): readonly Switch[] {
  const all = [...rolloutSwitches(a, b, defaults), ...ingredientSwitches(a, b, defaults), ...wholeSwitches(a, b, defaults)];
  if (all.length <= most) return all;
  const rest = all.slice(most - 1);
  const together: Switch = { kind: 'rest', path: '', turn: (plan) => rest.reduce((now, { turn }) => turn(now), plan) };
  return [...all.slice(0, most - 1), together];
}

/** The kind of rollout with the settings of its own, and every setting that rollouts share; stages are one switch. */
function rolloutSwitches(a: Scenario, b: Scenario, defaults: Defaults): readonly Switch[] {
  if (Array.isArray(a.strategy) || Array.isArray(b.strategy))
    return isSame(a.strategy, b.strategy)
      ? []
      : [{ kind: 'rollout', path: '', turn: (plan) => withPart(plan, 'strategy', a.strategy) }];
  const [ofA, ofB] = [partOf(a, 'strategy'), partOf(b, 'strategy')];
  const isOwn = (name: string): boolean => name === 'kind' || typeof ofA[name] === 'object' || typeof ofB[name] === 'object';
  const names = namesOf(ofA, ofB);
  const own = names.filter(isOwn);
  const differ = own.some((name) =>
    name === 'kind'
      ? !isSame(ofA.kind ?? defaults.get('strategy.kind'), ofB.kind ?? defaults.get('strategy.kind'))
      : !isSame(ofA[name], ofB[name]),
  );
  const rollout: Switch = { kind: 'rollout', path: '', turn: (plan) => withNames(plan, 'strategy', ofA, own) };
  const shared = names.filter((name) => !isOwn(name) && !isSameSetting(a, b, `strategy.${name}`, defaults));
  return [
    ...(differ ? [rollout] : []),
    ...shared.map(
      (name): Switch => ({
        kind: 'strategy',
        path: `strategy.${name}`,
        turn: (plan) => withNames(plan, 'strategy', ofA, [name]),
      }),
    ),
  ];
}

function ingredientSwitches(a: Scenario, b: Scenario, defaults: Defaults): readonly Switch[] {
  const [ofA, ofB] = [partOf(a, 'ingredients'), partOf(b, 'ingredients')];
  return namesOf(ofA, ofB)
    .filter((name) => !isSameLevel(ofA[name], ofB[name], defaults.get(`ingredients.${name}`)))
    .map((name) => ({
      kind: 'ingredient',
      path: `ingredients.${name}`,
      turn: (plan) => withNames(plan, 'ingredients', ofA, [name]),
    }));
}

function wholeSwitches(a: Scenario, b: Scenario, defaults: Defaults): readonly Switch[] {
  return wholes
    .filter((part) => part !== 'strategy' && !isSamePart(a, b, part, defaults))
    .map((part) => ({
      kind: part,
      path: '',
      turn: (plan) =>
        part === 'innovations'
          ? withPart(withPart(plan, part, a.innovations), 'localVariants', a.localVariants)
          : withPart(plan, part, a[part]),
    }));
}

function isSamePart(a: Scenario, b: Scenario, part: Whole, defaults: Defaults): boolean {
  if (part === 'innovations' && (!isSame(a.localVariants, b.localVariants) || innovationsOf(a) !== innovationsOf(b)))
    return false;
  if (part !== 'innovations' && Array.isArray(a[part] ?? b[part])) return isSame(a[part] ?? [], b[part] ?? []);
  return [...defaults.keys()].every((path) => !path.startsWith(`${part}.`) || isSameSetting(a, b, path, defaults));
}

/** A plan that names none has one. */
const innovationsOf = ({ innovations }: Scenario): number => innovations?.length ?? 1;

/** A formula is compared as it is written, a plain value with what the engine takes where a plan is silent. */
function isSameSetting(a: Scenario, b: Scenario, path: string, defaults: Defaults): boolean {
  const read = (plan: Scenario): unknown => atPlace(plan, path) ?? defaults.get(path);
  return isSame(read(a), read(b));
}

const isSameLevel = (a: unknown, b: unknown, silent: unknown): boolean => isSame(a ?? silent, b ?? silent);

/** Names that either part says something of, in the order of the first, then the second. */
const namesOf = (a: Part, b: Part): readonly string[] => [...new Set([...Object.keys(a), ...Object.keys(b)])];

const partOf = (plan: Scenario, part: 'strategy' | 'ingredients'): Part => (plan[part] ?? {}) as Part;

/** A plan with a part in place of its own; undefined takes it out. */
function withPart(plan: Scenario, part: keyof Scenario, value: unknown): Scenario {
  const { [part]: _, ...others } = plan;
  return (value === undefined ? others : { ...others, [part]: value }) as Scenario;
}

/** A plan with some names of a part as another part has them. */
function withNames(plan: Scenario, part: 'strategy' | 'ingredients', from: Part, names: readonly string[]): Scenario {
  const kept = Object.entries(partOf(plan, part)).filter(([name]) => !names.includes(name));
  const taken = names.filter((name) => from[name] !== undefined).map((name) => [name, from[name]]);
  return withPart(plan, part, Object.fromEntries([...kept, ...taken]));
}

/** Equal whatever the order of names. */
function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return Object.is(a, b);
  const [x, y] = [a as Part, b as Part];
  return Array.isArray(a) === Array.isArray(b) && namesOf(x, y).every((name) => isSame(x[name], y[name]));
}
