/** What the page's own study varies: the ingredients and the school system, each between weak and strong. */
import { computed, signal } from '@preact/signals';
import type { Scenario } from '../../sim/index.ts';
import { factsOf, JOINED } from '../controls/facts.ts';
import { groups } from '../controls/groups.ts';
import { stilled, withJoined } from '../controls/reading.ts';
import { withValue } from '../state/plan.ts';

/** Levels that stand for weak and for strong: the ends of the range that studies try. */
export const WEAK = 0.2;
export const STRONG = 0.8;

export interface Varied {
  readonly path: string;
  readonly label: string;
  /** How strong the evidence for its influence is. */
  readonly grade: string;
}

/** Settings that somebody has taken out of the mix. */
export const leftOut = signal<readonly string[]>([]);

/** In the order of the levers. */
export const choosable = computed<readonly Varied[]>(() =>
  groups.value.flatMap(({ paths }) => paths.map(variedOf).filter((one) => one !== null)),
);

export const varied = computed(() => choosable.value.filter(({ path }) => !leftOut.value.includes(path)));

function variedOf(path: string): Varied | null {
  const facts = factsOf(path);
  return facts && { path, label: facts.label, grade: facts.quantity.grade };
}

/** The plan with settings at levels, whatever it said of them before, over all its years. */
export const mixed = (plan: Scenario, levels: Readonly<Record<string, number>>): Scenario =>
  Object.entries(levels).reduce((now, [path, level]) => {
    const still = stilled(now, path);
    return path === JOINED ? withJoined(still, level, null) : withValue(still, path, level);
  }, plan);
