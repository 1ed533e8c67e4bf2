/** The schools that both plans stand on: made up, with the statistics of a real system, or from somebody's file. */
import { signal } from '@preact/signals';
import type { Scenario } from '../../sim/index.ts';
import { first } from '../first/index.ts';
import { useGround } from './engine.ts';
import { type OwnSchools, own } from './own.ts';

export type SystemOf = Scenario['system'];

/** While schools are being made. */
export const moving = signal(false);

const keyOf = (system: SystemOf, file: OwnSchools | null): string => JSON.stringify([system, file?.sha256 ?? null]);

/** The schools on the map. */
let standing = keyOf(first.plan.system, null);

/** Brings a plan's schools onto the map, where they are not there yet. Rejects where they cannot be made. */
export async function standOn(plan: Scenario, file: OwnSchools | null): Promise<void> {
  const key = keyOf(plan.system, file);
  if (key === standing) return;
  moving.value = true;
  try {
    await useGround(plan, file?.table);
    standing = key;
    own.value = file;
  } finally {
    moving.value = false;
  }
}
