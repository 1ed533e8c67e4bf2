/** What a switch between two plans is called on the screen. */
import type { Scenario } from '../../sim/index.ts';
import { fill } from '../../words/index.ts';
import { factsOf } from '../controls/facts.ts';
import { shortSaid } from '../controls/said.ts';
import { text, whole } from '../state/language.ts';
import { panelText } from '../state/paneltext.ts';
import { atPlace, valueAt } from '../state/plan.ts';
import type { Switch } from './differences.ts';

/** Such as "Champions, leaders: strong instead of weak"; the name alone where a value is not one plain number or word. */
export function switchName({ kind, path }: Switch, a: Scenario, b: Scenario): string {
  if (kind === 'rollout') return rolloutName(a, b);
  const { parts } = panelText.value.why.drivers;
  return path === '' ? parts[kind] : (settingName(path, a, b) ?? parts[kind]);
}

function rolloutName(a: Scenario, b: Scenario): string {
  const { parts, instead } = panelText.value.why.drivers;
  const names: Readonly<Record<string, string>> = text.value.levers.rollouts;
  const [to, from] = [a, b].map((plan) => names[valueAt(plan, 'strategy.kind') ?? 'organic']);
  return to === from ? parts.rollout : fill(instead, { label: parts.rollout, to, from });
}

function settingName(path: string, a: Scenario, b: Scenario): string | null {
  const facts = factsOf(path);
  if (!facts) return null;
  const { label, quantity } = facts;
  const [to, from] = [a, b].map((plan) => {
    const said = atPlace(plan, path) ?? (quantity.choices ? quantity.choices[quantity.default] : quantity.default);
    const isPlain = typeof said === 'number' || (typeof said === 'string' && quantity.choices !== undefined);
    return isPlain ? shortSaid(said, quantity) : null;
  });
  return to === null || from === null || to === from ? label : fill(panelText.value.why.drivers.instead, { label, to, from });
}

/** A whole change with its sign. */
export function signed(n: number): string {
  const { more, less } = panelText.value.why.drivers;
  return n === 0 ? whole(0) : fill(n > 0 ? more : less, { n: whole(Math.abs(n)) });
}
