/** What stands on the years of a fan: events, ends of funding, and the year from which a plan is another. */
import type { ReadonlySignal } from '@preact/signals';
import { fill } from '../../words/index.ts';
import { text, whole } from '../state/language.ts';
import { eventName, named } from '../state/named.ts';
import type { PlanId } from '../state/plan.ts';
import { forks, planOf } from '../state/store.ts';
import type { Ground } from './frame.tsx';
import { type Happening, happeningsOf } from './happenings.ts';
import type { Scale } from './scale.ts';

interface MarksProps {
  readonly plan: PlanId;
  readonly ground: ReadonlySignal<Ground>;
}

/** Width (px) of a letter of a label, on average. */
const LETTER = 6.2;

interface Placed extends Happening {
  readonly middle: number;
  /** Line of its label from the top; none where there is no room. */
  readonly line: number | undefined;
}

/** Labels on two lines, none over another; events are placed before ends of money. */
function placed(happenings: readonly Happening[], x: Scale): readonly Placed[] {
  const taken: [number, number][][] = [[], []];
  return [...happenings]
    .sort((one, other) => one.kind.localeCompare(other.kind))
    .map((one) => {
      const half = (LETTER * one.label.length) / 2;
      const middle = Math.min(x.range()[1] - half, Math.max(x.range()[0] + half, x(one.year)));
      const line = taken.findIndex((spans) => spans.every(([from, to]) => middle + half < from || middle - half > to));
      if (line >= 0) taken[line].push([middle - half - 8, middle + half + 8]);
      return { ...one, middle, line: line >= 0 ? line : undefined };
    });
}

/** Labelled where there is room, each with its whole name. */
export function HappeningMarks({ plan, ground: { value: ground } }: MarksProps) {
  const lists = named.value;
  const { x, y } = ground;
  const [bottom, top] = y.range();
  const fork = forks.value[plan];
  const happenings = lists ? placed(happeningsOf(planOf(plan), lists, text.value.charts.fan, eventName), x) : [];
  return (
    <>
      {happenings.map(({ year: at, kind, label, middle, line }, i) => (
        <g key={`${kind}-${at}-${i}`}>
          <title>{label}</title>
          <path class="fan-happening" d={`M${x(at)},${top}V${bottom}`} />
          {line !== undefined && (
            <text class="fan-happening-label" x={middle} y={top - 8 + 22 * line} text-anchor="middle">
              {label}
            </text>
          )}
        </g>
      ))}
      {fork !== null && (
        <g>
          <title>{fill(text.value.charts.fan.fork, { year: whole(fork) })}</title>
          <path class="fan-fork" d={`M${x(fork)},${bottom}v-13M${x(fork)},${bottom - 4}c5,0 7,-1 7,-7`} />
        </g>
      )}
    </>
  );
}
