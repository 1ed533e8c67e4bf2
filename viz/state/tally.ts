/** How many schools are what in the future on the map, at the year looked at. */
import { computed } from '@preact/signals';
import { type Counts, countsOf, statesAt } from '../map/states.ts';
import { thresholds } from '../map/thresholds.ts';
import type { PlanId } from './plan.ts';
import { rowAt } from './rows.ts';
import { futures, year } from './store.ts';

const nothing: Counts = { using: 0, well: 0, owned: 0, stopped: 0 };

const tallyOf = (id: PlanId) =>
  computed(() => {
    const { record } = futures[id].value;
    return record ? countsOf(statesAt(record, rowAt(id, year.value), thresholds)) : nothing;
  });

const tallies = { a: tallyOf('a'), b: tallyOf('b') };

export const tallyNow = (id: PlanId): Counts => tallies[id].value;
