/** What an address says beside the plans: what the reader assumes, the most that a plan may cost, what lies open over the page, and how far a room is. */
import type { LinkState } from '../../formats/linkstate.ts';
import type { Assumptions } from './assuming.ts';
import { assumeAll, assumptions } from './assumptions.ts';
import { cap } from './cap.ts';
import { room } from './room.ts';
import { panel } from './store.ts';

type Beside = Pick<LinkState, 'assumed' | 'cap' | 'open' | 'room'>;

/** Panels that whoever opens an address sees open: those that are about the plans, not about files and sending. */
export const OPEN = ['school', 'schools', 'drivers', 'trust', 'brief', 'rollouts', 'more'] as const;

export function besideNow(): Beside {
  const open = panel.value && OPEN.some((kind) => kind === panel.value?.kind) ? panel.value : null;
  return {
    ...(Object.keys(assumptions.value).length > 0 && { assumed: assumptions.value }),
    ...(cap.value !== null && { cap: cap.value }),
    ...(open && { open }),
    ...(room.value && { room: room.value }),
  };
}

/** Takes over what a link says beside its plans, once all of it is known to be sound. */
export function takeBeside({
  assumed = {},
  cap: most = null,
  room: done = null,
}: {
  readonly assumed?: Assumptions;
  readonly cap?: number | null;
  readonly room?: LinkState['room'] | null;
}): void {
  assumeAll(assumed);
  cap.value = most;
  room.value = done;
}
