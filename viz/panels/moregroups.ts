/** Which further settings stand together: by the part of a plan that they are written in. */
import type { Scenario } from '../../sim/index.ts';
import { type Catalogue, isLever } from '../../workers/index.ts';

export type MoreName =
  | 'innovation'
  | 'strategy'
  | 'ownStrategy'
  | 'fragmentation'
  | 'collaboration'
  | 'foundations'
  | 'forces'
  | 'finance';

export interface MoreGroup {
  readonly key: string;
  readonly name: MoreName;
  readonly paths: readonly string[];
}

const ORDER: readonly MoreName[] = [
  ...(['ownStrategy', 'strategy', 'innovation', 'foundations', 'forces', 'fragmentation', 'collaboration', 'finance'] as const),
];

/** Settings that have a control of their own elsewhere. */
const ELSEWHERE: ReadonlySet<string> = new Set(['strategy.kind', 'strategy.innovation', 'collaboration.intensity']);

/** The groups of a plan: of rollouts only the one chosen, of innovations only those that there are. */
export function groupsOf({ settings }: Catalogue, plan: Scenario, rollout: string): readonly MoreGroup[] {
  const innovations = plan.innovations?.length ?? 1;
  const groups = new Map<MoreName, string[]>();
  for (const { path } of settings) {
    const name = isLever(path) && !ELSEWHERE.has(path) ? nameOf(path, rollout, innovations) : null;
    if (name) groups.set(name, [...(groups.get(name) ?? []), path]);
  }
  return ORDER.flatMap((name) => {
    const paths = groups.get(name);
    return paths ? [{ key: name === 'ownStrategy' ? `${name} ${rollout}` : name, name, paths }] : [];
  });
}

function nameOf(path: string, rollout: string, innovations: number): MoreName | null {
  const [group, second, third] = path.split('.');
  switch (group) {
    case 'ingredients':
      return null;
    case 'innovations':
      return Number(second) < innovations ? 'innovation' : null;
    case 'strategy':
      return third === undefined ? 'strategy' : second === rollout ? 'ownStrategy' : null;
    default:
      return group as MoreName;
  }
}
