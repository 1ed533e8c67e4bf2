/** What a facilitator does: each deed is a step of the history, so that Back takes it back, and stands in the address. */
import { batch, computed } from '@preact/signals';
import type { Room } from '../../formats/linkstate.ts';
import type { Scenario } from '../../sim/index.ts';
import { playTo } from '../explore/playing.ts';
import { goTo, heardDone } from '../state/change.ts';
import { panelText } from '../state/paneltext.ts';
import { keyOf, type PlanId } from '../state/plan.ts';
import { room } from '../state/room.ts';
import { future, futures, planOf, plans, playing, year } from '../state/store.ts';
import { planOfRound } from './plans.ts';
import type { Role } from './roles.ts';
import { withGift, withToken } from './roles.ts';
import { ASKED, type Part, type Phase, phaseOf, rounds, type Step, stepBy } from './script.ts';

const START: Room = { round: 0, phase: 'predict', guesses: rounds.map(() => []), held: {}, spent: {}, shock: 'budgetCut' };

/** What is on the table now; the beginning where nobody has begun. */
export const table = computed<Room>(() => room.value ?? START);
export const phase = computed(() => table.value.phase as Phase);
/** The plan slot that the round is shown in: the first plan itself, or the round's own as the second. */
export const shown = computed<PlanId>(() => (table.value.round === 0 ? 'a' : 'b'));
/** The year that is asked about. */
export const asked = computed(() => Math.min(ASKED, planOf('a').years));
export const guessesNow = computed(() => table.value.guesses[table.value.round]);

/** The plan of any round as the table stands. */
export const planIn = (round: number): Scenario => planOfRound(round, plans.value.a, table.value, panelText.value.present.titles);

/** While a room guesses it sees how things begin, and no more; the second plan is always the round's. To be watched as an effect. */
export function keepInStep(): void {
  if (phase.value === 'predict' && year.peek() > 1) {
    playing.value = false;
    year.value = 1;
  }
  if (table.value.round === 0) return;
  const plan = planIn(table.value.round);
  const { a, b } = plans.value;
  if (!b || keyOf(b) !== keyOf(plan) || b.title !== plan.title) plans.value = { a, b: plan };
}

/** Futures of the round's plan, as far as they are of the plan as it is now. */
export const runsNow = computed(() => {
  const { key, runs } = futures[shown.value].value;
  return key === keyOf(planOf(shown.value)) ? runs : [];
});

function put(next: Partial<Room>): void {
  room.value = { ...table.peek(), ...next };
  heardDone();
}

function goToStep(next: Step): void {
  const before = table.peek();
  if (next.round === before.round && next.phase === before.phase) return;
  batch(() => {
    playing.value = false;
    if (next.phase === 'predict') year.value = 1;
    put(next);
  });
  if (next.phase === 'range' && before.phase === 'predict') playTo(asked.peek());
}

export const goOn = (by = 1): void => goToStep(stepBy({ round: table.peek().round, phase: phase.peek() }, by));
export const goToPart = (part: Part): void => goToStep({ round: table.peek().round, phase: phaseOf(part) });

/** A year on or back, inside what the room may see. */
export function yearBy(by: number): void {
  playing.value = false;
  const last = phase.peek() === 'predict' ? 1 : planOf('a').years;
  goTo(Math.min(last, Math.round(year.peek()) + by));
}

export function addGuess(guess: number): void {
  const { round, guesses } = table.peek();
  put({ guesses: guesses.map((list, r) => (r === round ? [...list, guess] : list)) });
}

export function takeBackGuess(): void {
  const { round, guesses } = table.peek();
  put({ guesses: guesses.map((list, r) => (r === round ? list.slice(0, -1) : list)) });
}

export const spend = (role: Role, ingredient: string, by: 1 | -1): void => put(withToken(table.peek(), role, ingredient, by));
export const give = (from: Role, to: Role): void => put(withGift(table.peek(), from, to));
export const chooseShock = (shock: string): void => put({ shock });

/** Another of the futures onto the map. */
export function another(): void {
  future.value = (future.peek() + 1) % Math.max(1, runsNow.peek().length);
  heardDone();
}
