/** What a screen has room for, and what it is touched with. */
import { type ReadonlySignal, signal } from '@preact/signals';

function matching(query: string): ReadonlySignal<boolean> {
  const list = matchMedia(query);
  const matches = signal(list.matches);
  list.addEventListener('change', () => {
    matches.value = list.matches;
  });
  return matches;
}

/** Fingers rather than a mouse. */
export const coarse = matching('(pointer: coarse)');
/** One column: the levers are in a sheet. */
export const narrow = matching('(max-width: 899px)');
/** Room for a map beside a panel. */
export const wide = matching('(min-width: 1280px)');
