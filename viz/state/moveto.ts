/** Moves both plans to other schools. What they say of single schools and districts stays behind: it is of those that they leave. */
import { signal } from '@preact/signals';
import { namesPlaces, withoutPlaces } from '../../sim/index.ts';
import { changeBoth } from './change.ts';
import { type SystemOf, standOn } from './grounds.ts';
import type { OwnSchools } from './own.ts';
import { plans } from './store.ts';

/** Why the schools last asked for could not be made; null where they could. */
export const notMade = signal<string | null>(null);
/** Whether anything stayed behind, until a person has put that away. */
export const stayedBehind = signal(false);

/** False where they cannot be made: `notMade` says why, and nothing has changed. */
export async function moveTo(system: SystemOf, file: OwnSchools | null): Promise<boolean> {
  notMade.value = null;
  const { a, b } = plans.value;
  try {
    await standOn({ ...a, system }, file);
  } catch (error) {
    notMade.value = (error as Error).message;
    return false;
  }
  stayedBehind.value = [a, b].some((plan) => plan !== null && namesPlaces(plan));
  changeBoth((plan) => ({ ...withoutPlaces(plan), system }));
  return true;
}
