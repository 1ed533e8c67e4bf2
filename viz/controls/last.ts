/** The last change made by a lever, and what it did: the futures from before it beside those from after it, same luck. */
import { computed, signal } from '@preact/signals';
import { differenceAt, type Quantity, type Results } from '../../sim/index.ts';
import type { PlanId } from '../state/plan.ts';
import { rowAt } from '../state/rows.ts';
import { dragging, edited, futures, year } from '../state/store.ts';

interface LastChange {
  readonly plan: PlanId;
  readonly label: string;
  readonly quantity: Quantity;
  readonly from: number;
  readonly to: number;
  /** The futures that were on the screen. */
  readonly before: readonly Results[];
}

export const last = signal<LastChange | null>(null);

/** Notes where a change begins, and then where it ends. Further changes of the same lever count from where the first began. */
export function remember(note: Pick<LastChange, 'label' | 'from' | 'quantity'> | Pick<LastChange, 'to'>): void {
  const now = last.value;
  if ('to' in note) {
    if (now) last.value = { ...now, to: note.to };
    return;
  }
  if (now?.label === note.label && now.plan === edited.value && now.to === note.from) return;
  last.value = { ...note, to: note.from, plan: edited.value, before: futures[edited.value].value.runs };
}

/** Futures from which on a difference is told. */
const ENOUGH = 16;

export interface Effect {
  /** Change of schools using it well, in 100. */
  readonly difference: number;
  /** Futures in 100 that went the same way: more schools, or fewer. */
  readonly share: number;
}

/** What the last change did to schools using it well at the year looked at; null until enough futures are known. */
export const effectOfLast = computed<Effect | null>(() => {
  const change = last.value;
  if (!change || dragging.value) return null;
  const { runs } = futures[change.plan].value;
  const n = Math.min(runs.length, change.before.length);
  if (runs === change.before || n < ENOUGH) return null;
  const row = Math.min(rowAt(change.plan, year.value), runs[0].years.length - 1, change.before[0].years.length - 1);
  const { band, aAhead } = differenceAt({ runs: runs.slice(0, n) }, { runs: change.before.slice(0, n) }, 'schoolsWell', row);
  const difference = Math.round(100 * band.median);
  return { difference, share: Math.round(100 * (difference < 0 ? 1 - aAhead : aAhead)) };
});
