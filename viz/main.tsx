/** The page's beginning: the first picture at once, the engine right after. */
import { effect } from '@preact/signals';
import { render } from 'preact';
import './style.css';
import { App } from './app.tsx';
import { hasSettled, playFirst, watchTime } from './explore/playing.ts';
import { openAddress } from './state/address.ts';
import { start } from './state/engine.ts';
import { kept } from './state/kept.ts';
import { preferredLanguage, speak } from './state/language.ts';
import { theme } from './state/store.ts';

effect(() => {
  document.documentElement.dataset.theme = theme.value;
});
render(<App />, document.getElementById('app')!);
void speak(preferredLanguage([kept('language'), ...navigator.languages]));
watchTime();

/** Not awaited at the top of this module: parts of the page that an address needs would wait for this module, and it for them. */
async function begin(): Promise<void> {
  await openAddress();
  start();
  // Whoever follows a link wants that plan, not the first minute.
  if (location.hash === '') playFirst();
  else hasSettled.value = true;
}
void begin();
