/** The most that a plan may cost, in dollars per pupil; null until somebody says. */
import { signal } from '@preact/signals';
import { heardDone } from './change.ts';

export const CAPS = [1, 100_000] as const;

export const cap = signal<number | null>(null);

/** Says how much a plan may cost: a step that can be undone. */
export function capAt(dollars: number): void {
  cap.value = dollars;
  heardDone();
}
