/** What the learning loop of a plan went through in the future on the map. */
import type { Cycle } from '../../sim/index.ts';
import type { PlanId } from './plan.ts';
import { future, futures } from './store.ts';

/** In the order of years; empty where it never turned, or until the workers have run that future. */
export const cyclesOf = (id: PlanId): readonly Cycle[] => futures[id].value.runs[future.value]?.cycles ?? [];
