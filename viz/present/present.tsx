/** Present: plans shown to a room on a large screen, in four rounds. The room predicts before it sees, and talks before it goes on. */
import './present.css';
import { effect, useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { fill } from '../../words/index.ts';
import { wholeYear } from '../charts/yearline.tsx';
import { hasSettled } from '../explore/playing.ts';
import { MapLegend } from '../map/legend.tsx';
import { SchoolMap } from '../map/map.tsx';
import { whole } from '../state/language.ts';
import { planName } from '../state/names.ts';
import { panelText } from '../state/paneltext.ts';
import { theme } from '../state/store.ts';
import { Cards } from './cards.tsx';
import { Debrief } from './debrief.tsx';
import { keepInStep, phase, shown } from './deeds.ts';
import { Head } from './head.tsx';
import { Help } from './help.tsx';
import { hearKeys, hidden, over, purse } from './keys.ts';
import { openNotes } from './notes.tsx';
import { Question } from './question.tsx';
import { Tokens } from './tokens.tsx';

/** Height of the names on the map, in the units of a hall's screen of 1920 by 1080. */
const LETTERS = 28;

/** A unit of that screen in pixels of this one; on small screens it stays readable. */
const unitNow = (): number => Math.max(0.5, Math.min(innerWidth / 1920, innerHeight / 1080));

function useUnit() {
  const unit = useSignal(unitNow());
  useEffect(() => {
    const measure = (): void => {
      unit.value = unitNow();
    };
    addEventListener('resize', measure);
    return () => removeEventListener('resize', measure);
  }, []);
  return unit;
}

/** In a room the look is the projector's, unless somebody chose the dark one; the look of before comes back afterwards. */
function useLook(): void {
  useEffect(() => {
    const before = theme.peek();
    if (before === 'light') theme.value = 'projector';
    return () => {
      if (before === 'light') theme.value = before;
    };
  }, []);
}

export function Present() {
  const words = panelText.value.present;
  const unit = useUnit();
  const notes = useRef<{ readonly close: () => void } | null>(null);
  const blocked = useSignal(false);
  useLook();
  // At once, not after the next frame as effects of components are: what is written into the address is in step.
  useLayoutEffect(() => effect(keepInStep), []);
  useEffect(() => {
    hasSettled.value = true;
    document.getElementById('saying')?.focus();
    const deaf = hearKeys(window, () => {
      notes.current?.close();
      notes.current = openNotes();
      blocked.value = notes.current === null;
      if (blocked.value) over.value = 'help';
    });
    const shut = (): void => notes.current?.close();
    addEventListener('pagehide', shut);
    return () => {
      deaf();
      shut();
      removeEventListener('pagehide', shut);
      over.value = 'nothing';
      purse.value = null;
      hidden.value = false;
    };
  }, []);
  const isEnd = phase.value === 'debrief';
  return (
    <main class="present" aria-label={words.label}>
      <Head help={() => (over.value = 'help')} />
      {isEnd ? (
        <Debrief />
      ) : (
        <div class="present-body">
          <section class="present-map">
            <p class="present-year">
              <strong>{fill(words.year, { year: whole(wholeYear.value) })}</strong>
              <span class={`present-plan-${shown.value}`}>{planName(shown.value)}</span>
            </p>
            <SchoolMap key={unit.value} plan={shown.value} letters={Math.round(LETTERS * unit.value)} />
            <MapLegend few />
          </section>
          <Question hidden={hidden.value} />
        </div>
      )}
      <Tokens />
      {!isEnd && <Cards />}
      {over.value === 'help' && <Help blocked={blocked.value} />}
      {over.value === 'blank' && <div class="present-blank" />}
    </main>
  );
}
