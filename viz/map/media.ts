/** What the person's machine asks of the page, as signals: less motion, their own colours, and the theme that it wears. */
import { type ReadonlySignal, signal } from '@preact/signals';
import { matching } from '../state/matching.ts';

export const reducedMotion = matching('(prefers-reduced-motion: reduce)');
export const forcedColours = matching('(forced-colors: active)');

/** The theme in the document's own attribute: once it is there, the style sheet's colours are those of the theme. */
export const worn: ReadonlySignal<string> = (() => {
  const html = document.documentElement;
  const now = signal(html.dataset.theme ?? 'light');
  new MutationObserver(() => {
    now.value = html.dataset.theme ?? 'light';
  }).observe(html, { attributeFilter: ['data-theme'] });
  return now;
})();

/** Counts the letters that have come: a canvas is not drawn again by itself when the page's own are there. */
export const lettersHere: ReadonlySignal<number> = (() => {
  const now = signal(0);
  document.fonts.addEventListener('loadingdone', () => {
    now.value++;
  });
  return now;
})();
