/** A plan is a scenario; these read and write one setting of it by the path that files, rules and studies use. */
import type { Scenario } from '../../sim/index.ts';

export type PlanId = 'a' | 'b';
export type Value = number | string;

type Json = { [name: string]: unknown };

/** What tells two plans apart: all that is run, and nothing that is only said of it. */
export function keyOf(plan: Scenario): string {
  const { title: _, description: __, lookFor: ___, replicates: ____, ...run } = plan;
  return JSON.stringify(run);
}

/** What a plan says of a setting at a year; undefined where it is silent, or says it by a formula. */
export function valueAt(plan: Scenario, path: string, year = 0): Value | undefined {
  const dated = (plan.changes ?? []).filter((change) => change.year <= year && path in change.set).at(-1);
  if (dated) return dated.set[path];
  const said = atPlace(plan, path);
  if (Array.isArray(said)) return levelAt(said as readonly { year: number; level: number }[], year);
  if (typeof said === 'number') return said;
  return typeof said === 'string' && !isFormula(path) ? said : undefined;
}

/** The plan with a setting changed: from the first day, or from a year on where one is given. */
export function withValue(plan: Scenario, path: string, value: Value, from?: number): Scenario {
  return from === undefined ? put(plan, path, value) : withChange(plan, from, { [path]: value });
}

/** The plan with settings changed from a year on; a later word about the same year and path replaces an earlier one. */
export function withChange(plan: Scenario, year: number, set: Readonly<Record<string, Value>>): Scenario {
  const changes = plan.changes ?? [];
  const same = changes.find((change) => change.year === year);
  const others = changes.filter((change) => change !== same);
  const merged = [...others, { year, set: { ...same?.set, ...set } }].sort((a, b) => a.year - b.year);
  return { ...plan, changes: merged };
}

/** Settings whose text is a formula of the year; elsewhere a text is the name of a choice. */
const isFormula = (path: string): boolean =>
  /^(ingredients|fragmentation|collaboration|forces|foundations|finance)\./.test(path) &&
  !/\.(regime|chargeIngredients)$/.test(path);

/** The level of a schedule at a year. */
function levelAt(steps: readonly { readonly year: number; readonly level: number }[], year: number): number | undefined {
  return steps.filter((step) => step.year <= year).at(-1)?.level;
}

/** Names that lead to a setting inside a scenario; effects keep the parameter's two names in one. */
function placeOf(path: string): string[] {
  const [group, ...rest] = path.split('.');
  return group === 'effects' ? [group, rest[0], rest.slice(1).join('.')] : [group, ...rest];
}

/** Of stages one after another the first is the plan's rollout; later ones are dated changes in another spelling. */
const firstOf = (node: unknown): unknown => (Array.isArray(node) && node.every((one) => one && 'kind' in one) ? node[0] : node);

/** What a plan says at a path, as it says it: a number, a name, a formula, a schedule; undefined where it is silent. */
export function atPlace(plan: Scenario, path: string): unknown {
  let node: unknown = plan;
  for (const name of placeOf(path)) {
    node = firstOf(node);
    if (typeof node === 'number') return node; // one dial for all its parts
    if (typeof node !== 'object' || node === null) return undefined;
    node = (node as Json)[name];
  }
  return node;
}

/** Parts of the fragmentation dial, which one number may stand for. */
const DIALS: Readonly<Record<string, readonly string[]>> = { fragmentation: ['structural', 'initiative', 'policy'] };

function put(plan: Scenario, path: string, value: Value): Scenario {
  const names = placeOf(path);
  const write = (node: unknown, depth: number): unknown => {
    const name = names[depth];
    if (name === undefined) return value;
    if (Array.isArray(node)) {
      const at = depth === 1 && names[0] === 'innovations' ? Number(name) : 0;
      const next = at === Number(name) ? depth + 1 : depth;
      return node.map((item, i) => (i === at ? write(item, next) : item));
    }
    const parts = typeof node === 'number' ? Object.fromEntries(DIALS[names[0]].map((part) => [part, node])) : (node as Json);
    return { ...parts, [name]: write(parts?.[name], depth + 1) };
  };
  return write(plan, 0) as Scenario;
}
