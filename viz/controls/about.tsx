/** "What is this?": what a setting means, where it stands, what was tried, and how strong the evidence for it is. */
import './about.css';
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { fill } from '../../words/index.ts';
import { enlargement } from '../parts/enlarged.ts';
import { Evidence } from '../parts/evidence.tsx';
import { giveBack } from '../parts/giveback.ts';
import { Words } from '../parts/words.tsx';
import { languageOf } from '../state/labels.ts';
import { text } from '../state/language.ts';
import { comparing, edited, planOf } from '../state/store.ts';
import type { Facts } from './facts.ts';
import { departure, read, set } from './reading.ts';
import { plainNumber, shortSaid, valueSaid } from './said.ts';

interface AboutProps {
  readonly facts: Facts;
  /** What the note is beside. */
  readonly by: RefObject<HTMLElement | null>;
  readonly close: () => void;
}

export function About({ facts, by, close }: AboutProps) {
  const note = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    const shown = note.current!;
    shown.showPopover();
    placeBeside(shown, by.current!);
    shown.focus();
    return () => giveBack(before, shown);
  }, [by]);
  const { path, label, term, about, quantity } = facts;
  const words = text.value.levers.about;
  const { evidence } = text.value.shell;
  return (
    <div
      ref={note}
      class="about"
      popover="auto"
      role="dialog"
      aria-label={fill(words.what, { label })}
      tabIndex={-1}
      onToggle={({ newState }) => newState === 'closed' && close()}
    >
      <h3 lang={languageOf(path)}>{label}</h3>
      {about && <p>{about}</p>}
      {term && (
        <p>
          <Words message={words.term} with={{ term }} as={{ term: (name) => <i>{name}</i> }} />
        </p>
      )}
      <Numbers facts={facts} />
      <p class="about-evidence">
        <Evidence grade={quantity.grade} /> {fill(evidence.label, { grade: quantity.grade, meaning: evidence[quantity.grade] })}
      </p>
      <p class="about-source">
        <Words
          message={words.source}
          with={{ source: quantity.source.replaceAll('<', '‹') }}
          as={{ source: (source) => <span lang="en">{source}</span> }}
        />
      </p>
      <Deeds facts={facts} close={close} />
      <p class="about-keys">{words.keys}</p>
    </div>
  );
}

function Numbers({ facts: { path, quantity } }: { readonly facts: Facts }) {
  const words = text.value.levers.about;
  const [low, high] = quantity.range;
  const start = quantity.choices ? quantity.choices[quantity.default] : quantity.default;
  return (
    <dl class="about-numbers">
      <dt>{words.now}</dt>
      <dd>{valueSaid(read(planOf(edited.value), path, departure()), quantity)}</dd>
      <dt>{words.start}</dt>
      <dd>{valueSaid(start, quantity)}</dd>
      {!quantity.choices && (
        <>
          <dt>{words.range}</dt>
          <dd>{fill(words.to, { low: plainNumber(low), high: plainNumber(high) })}</dd>
        </>
      )}
    </dl>
  );
}

/** What the marks on a track do when they are clicked, as buttons. */
function Deeds({ facts: { path, quantity }, close }: Pick<AboutProps, 'facts' | 'close'>) {
  const words = text.value.levers.about;
  const otherId = edited.value === 'a' ? 'b' : 'a';
  const other = read(planOf(otherId), path, departure());
  const start = quantity.choices ? quantity.choices[quantity.default] : quantity.default;
  const take = (value: typeof other) => () => {
    set(path, value, 'done');
    close();
  };
  return (
    <p class="about-deeds">
      <button type="button" class="button" onClick={take(start)}>
        {words.back}
      </button>
      {comparing.value && (
        <button type="button" class="button" onClick={take(other)}>
          {fill(words.take, { plan: otherId.toUpperCase(), value: shortSaid(other, quantity) })}
        </button>
      )}
    </p>
  );
}

/** Pixels kept free around the note. */
const FREE = 8;

/** Below what it is about, or above where there is no room; always inside the window. */
function placeBeside(note: HTMLElement, by: HTMLElement): void {
  const row = by.getBoundingClientRect();
  const { width, height } = note.getBoundingClientRect();
  const below = row.bottom + FREE;
  const top = below + height <= innerHeight - FREE ? below : Math.max(FREE, row.top - height - FREE);
  const larger = enlargement(note);
  note.style.left = `${Math.max(FREE, Math.min(row.left, innerWidth - width - FREE)) / larger}px`;
  note.style.top = `${top / larger}px`;
}
