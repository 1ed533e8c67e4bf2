/** Events of a plan: adding, moving and removing one. */
import type { EventKind, EventPlace, Scenario } from '../../sim/index.ts';

export type PlanEvent = NonNullable<Scenario['events']>[number];

/** How large an event is when it is dropped on the timeline; null: it needs a school that is named. */
const sizes: Readonly<Record<EventKind, number | null>> = {
  leaderLeaves: 0.5,
  districtLeaderLeaves: 1,
  election: 1,
  budgetCut: 0.5,
  curriculumReform: 1,
  closure: null,
  windowOpens: 1,
};

/** Whether an event of this kind, if it is one, can be dropped on the timeline. */
export const canDrop = (kind: string): boolean => Object.hasOwn(sizes, kind) && sizes[kind as EventKind] !== null;

export const withEvent = (plan: Scenario, kind: EventKind, year: number): Scenario => ({
  ...plan,
  events: [...(plan.events ?? []), { year, kind, size: sizes[kind] ?? 1 }],
});

export const movedEvent = (plan: Scenario, place: number, year: number): Scenario => ({
  ...plan,
  events: (plan.events ?? []).map((event, i) => (i === place ? { ...event, year } : event)),
});

/** The plan with an event at one place, or everywhere. */
export const placedEvent = (plan: Scenario, place: number, at: Partial<Record<EventPlace, number>>): Scenario => ({
  ...plan,
  events: (plan.events ?? []).map(({ region: _, district: __, school: ___, ...event }, i) =>
    i === place ? { ...event, ...at } : plan.events![i],
  ),
});

/** A plan without events says nothing of them. */
export function withoutEvent(plan: Scenario, place: number): Scenario {
  const { events = [], ...rest } = plan;
  const left = events.filter((_, i) => i !== place);
  return left.length > 0 ? { ...rest, events: left } : rest;
}
