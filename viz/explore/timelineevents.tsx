/** Events on the timeline: dropped from a menu, moved by drag or key, and taken away again. */
import { type Signal, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { EventKind, Scenario } from '../../sim/index.ts';
import { fill } from '../../words/index.ts';
import { Slide } from '../charts/slide.tsx';
import { wholeYear } from '../charts/yearline.tsx';
import { Icon } from '../parts/icon.tsx';
import { Words } from '../parts/words.tsx';
import { changePlan } from '../state/change.ts';
import { text, whole } from '../state/language.ts';
import { eventKind, eventName, named } from '../state/named.ts';
import { planName } from '../state/names.ts';
import { edited, lastYear, planOf } from '../state/store.ts';
import { EventPlace } from './eventplace.tsx';
import { canDrop, movedEvent, withEvent, withoutEvent } from './planevents.ts';

/** Where one goes on once an event is gone: the button that adds another, as soon as it is there. */
const toAdding = (): void => {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('.timeline-add button')?.focus());
};

/** The place of the selected event in the plan being edited. */
type Selected = Signal<number | null>;

const eventsOf = (plan: Scenario) => plan.events ?? [];

/** Marks on the track for the plan being edited. */
export function EventMarks({ selected }: { readonly selected: Selected }) {
  const dragged = useSignal<{ readonly place: number; readonly year: number } | null>(null);
  const words = text.value.charts.timeline;
  const last = lastYear.value;
  return (
    <>
      {eventsOf(planOf(edited.value)).map((event, place) => {
        const { year } = event;
        const at = dragged.value?.place === place ? dragged.value.year : year;
        const name = eventName(event);
        const label = fill(words.event, { event: name, year: whole(at) });
        return (
          <Slide
            key={place}
            class={selected.value === place ? 'timeline-event selected' : 'timeline-event'}
            label={name}
            min={0}
            max={last}
            value={Math.min(last, at)}
            valueText={`${label}. ${words.eventHelp}`}
            step={1}
            page={1}
            near={Math.round}
            by="handle"
            to={(to, moment) => {
              selected.value = place;
              dragged.value = moment === 'held' ? { place, year: to } : null;
              if (moment === 'done' && to !== year) changePlan((plan) => movedEvent(plan, place, to));
            }}
            clear={() => {
              selected.value = null;
              changePlan((plan) => withoutEvent(plan, place));
              toAdding();
            }}
          >
            <span class="timeline-flag" title={label} />
          </Slide>
        );
      })}
    </>
  );
}

/** About the selected event, in place of the other tools. */
export function EventTools({ selected }: { readonly selected: Selected }) {
  const words = text.value.charts.timeline;
  const place = selected.value;
  const event = place === null ? undefined : eventsOf(planOf(edited.value))[place];
  if (place === null || !event) return null;
  const remove = (): void => {
    selected.value = null;
    changePlan((plan) => withoutEvent(plan, place));
    toAdding();
  };
  return (
    <>
      <span class="timeline-selected">
        <Words
          message={words.selected}
          with={{ event: eventKind(event.kind), year: whole(event.year), plan: planName(edited.value).replaceAll('<', '‹') }}
          as={{ strong: (part) => <strong>{part}</strong> }}
        />
      </span>
      <EventPlace at={place} />
      <button type="button" class="button quiet" onClick={remove}>
        <Icon name="close" />
        {words.remove}
      </button>
      <button type="button" class="button quiet" onClick={() => (selected.value = null)}>
        {words.doneWith}
      </button>
    </>
  );
}

/** A button that opens the list of events; choosing one drops it at the year looked at. */
export function AddEvent() {
  const open = useSignal(false);
  const root = useRef<HTMLDivElement>(null);
  const words = text.value.charts.timeline;
  const events = named.value?.events.filter(({ kind }) => canDrop(kind)) ?? [];
  useEffect(() => {
    if (!open.value) return undefined;
    const away = ({ target }: Event): void => {
      if (!root.current?.contains(target as Node)) open.value = false;
    };
    addEventListener('pointerdown', away);
    return () => removeEventListener('pointerdown', away);
  }, [open.value]);
  const close = (): void => {
    open.value = false;
    root.current?.querySelector('button')?.focus();
  };
  const drop = (kind: EventKind): void => {
    close();
    changePlan((plan) => withEvent(plan, kind, wholeYear.value));
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys come from the buttons inside
    <div
      ref={root}
      class="timeline-add"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && open.value) close();
      }}
    >
      <button
        type="button"
        class="button quiet"
        aria-label={words.add}
        title={words.add}
        aria-expanded={open.value}
        disabled={events.length === 0 || wholeYear.value >= lastYear.value}
        onClick={() => (open.value = !open.value)}
      >
        <Icon name="plus" />
        {words.addShort}
      </button>
      {open.value && (
        <div class="timeline-menu">
          <p>{fill(words.addTo, { year: whole(wholeYear.value), plan: planName(edited.value) })}</p>
          <ul>
            {events.map(({ kind, label, about }) => (
              <li key={kind}>
                <button type="button" title={about} onClick={() => drop(kind)}>
                  {label}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
