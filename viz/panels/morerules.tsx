/** What a plan does by itself: rules that look at the futures, changes at set years, events. */
import type { Scenario } from '../../sim/index.ts';
import { fill } from '../../words/index.ts';
import { factsOf } from '../controls/facts.ts';
import { valueSaid } from '../controls/said.ts';
import { Icon } from '../parts/icon.tsx';
import { changePlan } from '../state/change.ts';
import { text } from '../state/language.ts';
import { eventName } from '../state/named.ts';
import type { Value } from '../state/plan.ts';
import { edited, planOf } from '../state/store.ts';

/** Settings and their new values in words: "Good timing to strong, 70 of 100; …". */
function setSaid(set: Readonly<Record<string, Value>>): string {
  const said = Object.entries(set).map(([path, value]) => {
    const facts = factsOf(path);
    const words = { label: facts?.label ?? path, value: facts ? valueSaid(value, facts.quantity) : value };
    return fill(text.value.levers.settings.rules.set, words);
  });
  return said.join(text.value.between);
}

/** The plan without what it changes at a year. */
function without(plan: Scenario, year: number): Scenario {
  const changes = (plan.changes ?? []).filter((one) => one.year !== year);
  const { changes: _, ...rest } = plan;
  return changes.length > 0 ? { ...rest, changes } : rest;
}

export function Rules() {
  const words = text.value.levers.settings.rules;
  const { rules = [], changes = [], events = [] } = planOf(edited.value);
  if (rules.length + changes.length + events.length === 0) return <p class="setting-more">{words.none}</p>;
  return (
    <ul class="more-rules">
      {rules.map(({ when, set, about }) => (
        <li key={`${when} ${JSON.stringify(set)}`}>
          {about && <p>{about}</p>}
          <code>{fill(words.rule, { when, set: setSaid(set) })}</code>
        </li>
      ))}
      {changes.map(({ year, set }) => (
        <li key={year}>
          {fill(words.change, { year, set: setSaid(set) })}
          <button
            type="button"
            class="button quiet"
            aria-label={fill(words.remove, { year })}
            onClick={() => changePlan((plan) => without(plan, year))}
          >
            <Icon name="close" />
          </button>
        </li>
      ))}
      {events.map((event, i) => (
        <li key={i}>{fill(words.event, { year: event.year, label: eventName(event) })}</li>
      ))}
    </ul>
  );
}
