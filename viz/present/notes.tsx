/** Notes for whoever leads, in a window of their own beside the screen that the room sees. */
import { render } from 'preact';
import { fill } from '../../words/index.ts';
import { language, whole } from '../state/language.ts';
import { panelText } from '../state/paneltext.ts';
import { phase, table } from './deeds.ts';
import { hearKeys } from './keys.ts';
import { Entry, saidNow } from './question.tsx';
import { partOf, rounds, stepBy } from './script.ts';

function Notes() {
  const words = panelText.value.present;
  const { round } = table.value;
  const part = partOf(phase.value);
  const said = saidNow();
  const step = { round, phase: phase.value };
  const next = stepBy(step, 1);
  const isEnd = next.round === round && next.phase === step.phase;
  return (
    <main class="present-notes">
      <h1>{words.notes.title}</h1>
      <h2>
        {fill(words.round, { n: whole(round + 1), all: whole(rounds.length) })}, {words.parts[part]}
      </h2>
      <p>{words.notes.about[rounds[round]]}</p>
      <p>{words.notes.say[part]}</p>
      {part === 'predict' && <Entry />}
      {said && (
        <p class="present-notes-model">
          {fill(part === 'predict' ? words.notes.hidden : words.notes.seen, {
            low: whole(said.half[0]),
            high: whole(said.half[1]),
            median: whole(said.median),
          })}
        </p>
      )}
      <p>
        {isEnd
          ? words.notes.end
          : fill(words.notes.following, {
              step: `${fill(words.round, { n: whole(next.round + 1), all: whole(rounds.length) })}, ${words.parts[partOf(next.phase)]}`,
            })}
      </p>
    </main>
  );
}

/** Opens them; null where the browser does not let a window open. They hear the same keys. Ends with what `close` does. */
export function openNotes(): { readonly close: () => void } | null {
  const other = window.open('', 'taking-root-notes', 'popup,width=720,height=820');
  if (!other) return null;
  const { document: sheet } = other;
  sheet.title = panelText.peek().present.notes.title;
  sheet.documentElement.lang = language.peek();
  sheet.documentElement.dataset.theme = 'light';
  sheet.head.replaceChildren(...[...document.querySelectorAll('link[rel=stylesheet]')].map((link) => styleFor(sheet, link)));
  render(<Notes />, sheet.body);
  const deaf = hearKeys(other, () => other.focus());
  return {
    close() {
      deaf();
      other.close();
    },
  };
}

function styleFor(sheet: Document, link: Element): HTMLLinkElement {
  const copy = sheet.createElement('link');
  copy.rel = 'stylesheet';
  copy.href = (link as HTMLLinkElement).href;
  return copy;
}
