/** Everything a person can do to the plans, with a way back: each deed is a step of the browser's history. */
import { batch } from '@preact/signals';
import type { Scenario } from '../../sim/index.ts';
import { retitled } from './names.ts';
import type { Outcome } from './outcomes.ts';
import { type PlanId, type Value, withValue } from './plan.ts';
import {
  asked,
  comparing,
  type Destination,
  destination,
  dragging,
  edited,
  forks,
  future,
  lastYear,
  panel,
  planOf,
  plans,
  playing,
  view,
  year,
} from './store.ts';

/** Says that the page is in a new state: held, while a slider moves; done, when it is let go. */
type Heard = (moment: 'held' | 'done') => void;
let heard: Heard = () => {};

/** The one listener: whoever keeps the address of the page. */
export const onChange = (listener: Heard): void => {
  heard = listener;
};

/** For what is changed elsewhere or bit by bit: the page is in a new state. */
export const heardDone = (): void => heard('done');

/** The year looked at when a comparison begins. */
const TELLING = 10;

function setPlan(id: PlanId, plan: Scenario): void {
  plans.value = { ...plans.value, [id]: plan };
}

/** Changes a setting of the plan being edited; `held` while a slider moves. */
export function change(path: string, value: Value, moment: 'held' | 'done' = 'done'): void {
  const id = edited.value;
  batch(() => {
    dragging.value = moment === 'held';
    setPlan(id, retitled(planOf(id), withValue(planOf(id), path, value, forks.value[id] ?? undefined)));
  });
  heard(moment);
}

/** Changes the plan being edited in any other way. */
export function changePlan(how: (plan: Scenario) => Scenario, moment: 'held' | 'done' = 'done'): void {
  const id = edited.value;
  batch(() => {
    dragging.value = moment === 'held';
    setPlan(id, how(planOf(id)));
  });
  heard(moment);
}

/** Changes what both plans have in common, such as their years. */
export function changeBoth(how: (plan: Scenario) => Scenario): void {
  const { a, b } = plans.value;
  batch(() => {
    plans.value = { a: how(a), b: b && how(b) };
    year.value = Math.min(year.value, lastYear.value);
  });
  heard('done');
}

/** Puts one plan, or two side by side, in place of all. */
export function begin(a: Scenario, b: Scenario | null): void {
  batch(() => {
    plans.value = { a, b };
    forks.value = { a: null, b: null };
    edited.value = 'a';
    view.value = 'both';
    year.value = Math.min(Math.max(year.value, TELLING), lastYear.value);
  });
  heard('done');
}

/** Puts another plan in a place, such as one from a file. Both plans stand on the schools of the new one. */
export function place(id: PlanId, plan: Scenario): void {
  const { a, b } = plans.value;
  const { system } = plan;
  batch(() => {
    plans.value = { a: { ...a, system }, b: b && { ...b, system }, [id]: plan };
    forks.value = { ...forks.value, [id]: null };
    edited.value = id;
    year.value = Math.min(year.value, plan.years);
  });
  heard('done');
}

/** A second plan: a copy of A, which from here on is the one that is changed. `from`: keeps the years before as they were. */
export function compareWith(plan: Scenario = plans.value.a, from: number | null = null): void {
  batch(() => {
    plans.value = { ...plans.value, b: plan };
    forks.value = { ...forks.value, b: from };
    edited.value = 'b';
    view.value = 'both';
    // The first years say little about how two plans differ.
    if (from === null) year.value = Math.min(Math.max(year.value, TELLING), lastYear.value);
  });
  heard('done');
}

/** Ends the comparison with the plan that is kept. */
export function keepOnly(id: PlanId): void {
  batch(() => {
    plans.value = { a: planOf(id), b: null };
    forks.value = { a: forks.value[id], b: null };
    edited.value = 'a';
    view.value = 'both';
  });
  heard('done');
}

export function edit(id: PlanId): void {
  edited.value = id;
  heard('done');
}

export function lookAt(which: 'both' | PlanId | 'difference'): void {
  view.value = comparing.value ? which : 'both';
  heard('done');
}

/** Goes to another part of the page. */
export function visit(where: Destination): void {
  batch(() => {
    destination.value = where;
    playing.value = false;
    panel.value = null;
    // The first years say little about what matters.
    if (where === 'matters') year.value = Math.min(Math.max(Math.round(year.value), TELLING), lastYear.value);
  });
  heard('done');
}

/** Asks What matters about another outcome. */
export function ask(outcome: Outcome['name']): void {
  asked.value = outcome;
  heard('done');
}

/** Goes to a year; whole and fractional years alike, inside the plan. */
export function goTo(to: number, moment: 'held' | 'done' = 'done'): void {
  year.value = Math.min(lastYear.value, Math.max(0, to));
  heard(moment);
}

/** The next of the futures onto the map: a step only once `heardDone` is told. */
export function nextFuture(count: number): void {
  future.value = (future.value + 1) % Math.max(1, count);
}
