/** Which further settings stand together: by the part of a plan that they are written in. */
import type { Scenario } from '../../sim/index.ts';
import { type Catalogue, isLever } from '../../workers/index.ts';

export type MoreName =
  | 'innovation'
  | 'strategy'
  | 'ownStrategy'
  | 'choosing'
  | 'fragmentation'
  | 'collaboration'
  | 'foundations'
  | 'forces'
  | 'finance';

export interface MoreGroup {
  readonly key: string;
  readonly name: MoreName;
  /** The rollout whose own settings they are; empty otherwise. */
  readonly rollout: string;
  readonly paths: readonly string[];
}

const ORDER: readonly MoreName[] = [
  ...(['ownStrategy', 'strategy', 'choosing', 'innovation', 'foundations', 'forces'] as const),
  ...(['fragmentation', 'collaboration', 'finance'] as const),
];

/** Settings that have a control of their own elsewhere. */
const ELSEWHERE: ReadonlySet<string> = new Set(['strategy.kind', 'strategy.innovation', 'collaboration.intensity']);
/** Settings of the rollout that act on those alone who choose for themselves. */
const CHOOSING: ReadonlySet<string> = new Set(['strategy.imitation']);

/** The groups of a plan: of rollouts the one chosen and those that others choose, of innovations only those that there are. */
export function groupsOf({ settings }: Catalogue, plan: Scenario, rollout: string): readonly MoreGroup[] {
  const innovations = plan.innovations?.length ?? 1;
  const rollouts = [...new Set([rollout, ...(plan.rollouts ?? []).map(({ kind }) => kind)])];
  const groups = new Map<string, { readonly name: MoreName; readonly rollout: string; readonly paths: string[] }>();
  for (const { path } of settings) {
    const name = isLever(path) && !ELSEWHERE.has(path) ? nameOf(path, rollouts, innovations) : null;
    if (!name) continue;
    const own = name === 'ownStrategy' ? path.split('.')[1] : '';
    const key = own === '' ? name : `${name} ${own}`;
    const group = groups.get(key) ?? { name, rollout: own, paths: [] };
    group.paths.push(path);
    groups.set(key, group);
  }
  const place = ({ name, rollout: own }: MoreGroup): number => ORDER.indexOf(name) * rollouts.length + rollouts.indexOf(own);
  return [...groups].map(([key, group]) => ({ key, ...group })).sort((a, b) => place(a) - place(b));
}

function nameOf(path: string, rollouts: readonly string[], innovations: number): MoreName | null {
  const [group, second, third] = path.split('.');
  if (CHOOSING.has(path)) return 'choosing';
  switch (group) {
    case 'ingredients':
      return null;
    case 'innovations':
      return Number(second) < innovations ? 'innovation' : null;
    case 'strategy':
      return third === undefined ? 'strategy' : rollouts.includes(second) ? 'ownStrategy' : null;
    default:
      return group as MoreName;
  }
}
