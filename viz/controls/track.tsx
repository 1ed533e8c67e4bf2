/** What is drawn of a lever's track: the start, the bar from there to now, the other plan's value, and the hand with its number. */
import { edited } from '../state/store.ts';
import type { Facts } from './facts.ts';
import { levelSaid, plainNumber } from './said.ts';
import { isLevel, placeOn, scaleOf } from './scale.ts';

const percent = (share: number): string => `${100 * share}%`;

export function Drawing({
  facts: { quantity },
  now,
  other,
}: {
  readonly facts: Facts;
  readonly now: number;
  readonly other: number | null;
}) {
  const scale = scaleOf(quantity);
  const at = placeOn(now, scale);
  const start = placeOn(quantity.default, scale);
  const otherId = edited.value === 'a' ? 'b' : 'a';
  return (
    <span class={`lever-line lever-line-${edited.value}`} aria-hidden="true">
      <span class="lever-start" style={{ left: percent(start) }} />
      <span class="lever-bar" style={{ left: percent(Math.min(at, start)), width: percent(Math.abs(at - start)) }} />
      {other !== null && <span class={`lever-other lever-other-${otherId}`} style={{ left: percent(placeOn(other, scale)) }} />}
      <span class={`lever-hand lever-hand-${edited.value}`} style={{ left: percent(at) }}>
        <span class="lever-tip">
          {isLevel(quantity) ? levelSaid(now) : quantity.unit} <b>{plainNumber(isLevel(quantity) ? 100 * now : now)}</b>
        </span>
      </span>
    </span>
  );
}
