/** The sentence: what became of the plans at the year looked at. Its marked words are the legend, and the year in it can be dragged. */
import { useComputed } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { Futures } from '../../sim/index.ts';
import { type Segment, segments, sentence, sentenceOfTwo, winLines } from '../../words/index.ts';
import { Spoken } from '../parts/spoken.tsx';
import { Segments } from '../parts/words.tsx';
import { goTo } from '../state/change.ts';
import { filled, text, whole } from '../state/language.ts';
import { planName } from '../state/names.ts';
import { comparing, dragging, futures, lastYear, panel, playing, year } from '../state/store.ts';
import { tallyNow } from '../state/tally.ts';
import { hasSettled } from './playing.ts';

/** The whole year looked at, which is all that the sentence speaks of. */
const yearNow = (): number => Math.min(lastYear.value, Math.floor(year.value + 1e-6));

/** Names cannot carry marks of their own. */
const nameOf = (id: 'a' | 'b'): string => `<${id}>${planName(id).replaceAll('<', '‹')}</${id}>`;

function runsOf(id: 'a' | 'b'): Futures {
  const { runs } = futures[id].value;
  return { years: runs[0].years, runs };
}

function sentenceNow(): readonly Segment[] {
  const words = text.value.shell;
  if (!comparing.value && !hasSettled.value) {
    const { using, well } = tallyNow('a');
    const all = futures.a.value.record?.schools ?? 1;
    const inHundred = (n: number): string => whole((100 * n) / all);
    return segments(filled(words.playing, { year: yearNow(), uses: inHundred(using), well: inHundred(well) }));
  }
  const a = runsOf('a');
  const { runs } = futures.b.value;
  if (!comparing.value || runs.length === 0) return sentence(a, yearNow(), text.value).segments;
  return sentenceOfTwo(a, runsOf('b'), { a: nameOf('a'), b: nameOf('b') }, yearNow(), text.value).segments;
}

function winsNow(): readonly Segment[] {
  const { runs } = futures.b.value;
  if (!comparing.value || runs.length === 0) return [];
  const [a, b] = [runsOf('a'), runsOf('b')];
  const lines = winLines(a, b, { a: nameOf('a'), b: nameOf('b') }, yearNow(), text.value);
  return segments(lines.join(' '));
}

export function Saying() {
  const said = useComputed(sentenceNow);
  const wins = useComputed(winsNow);
  return (
    <>
      <p class="saying" id="saying" tabIndex={-1}>
        <Segments
          of={said.value}
          as={{ year: (label) => <YearControl label={label} />, range: (range) => <span class="range">{range}</span> }}
        />
      </p>
      <Spoken of={said} quiet={QUIET} isMoving={isMoving} />
      {comparing.value && (
        <p class="saying-more">
          <span>
            <Segments of={wins.value} />
          </span>
          <button type="button" class="link" onClick={() => (panel.value = { kind: 'drivers' })}>
            {text.value.shell.drivers}
          </button>
        </p>
      )}
    </>
  );
}

/** Milliseconds without a change of the sentence before it is spoken: more futures change its numbers once more. */
const QUIET = 700;

/** While a hand or the clock changes the sentence. */
export const isMoving = (): boolean => dragging.value || playing.value;

/** Pixels of a drag that are a year. */
const PULL = 24;

/** The year inside the sentence: drag it, or use the arrow keys. */
function YearControl({ label }: { readonly label: string }) {
  const from = useRef<{ readonly x: number; readonly year: number } | null>(null);
  return (
    <span
      class="year"
      role="slider"
      tabIndex={0}
      aria-label={text.value.shell.yearControl}
      aria-valuemin={0}
      aria-valuemax={lastYear.value}
      aria-valuenow={yearNow()}
      aria-valuetext={label}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        from.current = { x: event.clientX, year: yearNow() };
        playing.value = false;
      }}
      onPointerMove={({ clientX }) => {
        if (from.current) goTo(Math.round(from.current.year + (clientX - from.current.x) / PULL), 'held');
      }}
      onPointerUp={() => {
        if (from.current) goTo(yearNow());
        from.current = null;
      }}
      onKeyDown={(event) => {
        const to = {
          ArrowRight: yearNow() + 1,
          ArrowUp: yearNow() + 1,
          ArrowLeft: yearNow() - 1,
          ArrowDown: yearNow() - 1,
          Home: 0,
          End: lastYear.value,
        }[event.key];
        if (to === undefined) return;
        event.preventDefault();
        playing.value = false;
        goTo(to);
      }}
    >
      {label}
    </span>
  );
}
