/** What keys do while a plan is shown to a room. */
import { signal } from '@preact/signals';
import { visit } from '../state/change.ts';
import { panel } from '../state/store.ts';
import { another, goOn, yearBy } from './deeds.ts';
import type { Role } from './roles.ts';

/** What lies over the picture: nothing, a blank screen, or the list of keys. */
export const over = signal<'nothing' | 'blank' | 'help'>('nothing');
/** The role whose tokens lie open. */
export const purse = signal<Role | null>(null);
/** Whether the model is put away again. */
export const hidden = signal(false);

const lay = (what: 'blank' | 'help'): void => {
  over.value = over.peek() === what ? 'nothing' : what;
};

function fullScreen(): void {
  if (document.fullscreenElement) void document.exitFullscreen();
  else void document.documentElement.requestFullscreen?.();
}

/** By the key, or its letter whatever its case. `notes`: opens the notes. */
const deeds = (from: Window, notes: () => void): Readonly<Record<string, (event: KeyboardEvent) => void>> => ({
  ' ': ({ shiftKey }) => goOn(shiftKey ? -1 : 1),
  PageDown: () => goOn(),
  PageUp: () => goOn(-1),
  ArrowRight: () => yearBy(1),
  ArrowLeft: () => yearBy(-1),
  g: () => from.document.getElementById('present-guess')?.focus(),
  r: another,
  h: () => (hidden.value = !hidden.peek()),
  b: () => lay('blank'),
  n: notes,
  f: fullScreen,
  '?': () => lay('help'),
});

/** Whether a key belongs to what has the focus: letters to a field, the space bar to a button that was come to by key. */
function isTaken(key: string, target: EventTarget | null): boolean {
  const element = target as HTMLElement | null;
  if (!element?.matches) return false;
  if (element.matches('input, select, textarea, [role=slider], [role=application]')) return true;
  return key === ' ' && element.matches('button:focus-visible');
}

/** Hears keys of a window; returns how to stop. */
export function hearKeys(from: Window, notes: () => void): () => void {
  const all = deeds(from, notes);
  const hear = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || panel.peek() !== null) return;
    if (event.key === 'Escape') {
      if (over.peek() !== 'nothing') over.value = 'nothing';
      else if (purse.peek()) purse.value = null;
      else if ((event.target as Element).matches?.('input, select')) (event.target as HTMLElement).blur();
      else visit('explore');
      return;
    }
    const deed = all[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!deed || isTaken(event.key, event.target)) return;
    event.preventDefault();
    deed(event);
  };
  // Before a panel hears that it is to close: it alone is closed then.
  from.addEventListener('keydown', hear, true);
  return () => from.removeEventListener('keydown', hear, true);
}
