/** Whether a media query holds, as a signal that follows it. */
import { type ReadonlySignal, signal } from '@preact/signals';

export function matching(query: string): ReadonlySignal<boolean> {
  const list = matchMedia(query);
  const now = signal(list.matches);
  list.addEventListener('change', () => {
    now.value = list.matches;
  });
  return now;
}
