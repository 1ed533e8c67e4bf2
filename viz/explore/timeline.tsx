/** The years as a track: play, drag the knob, drop an event, or decide differently from here on. */
import { useSignal } from '@preact/signals';
import { fill } from '../../words/index.ts';
import { Slide } from '../charts/slide.tsx';
import { wholeYear, yearText } from '../charts/yearline.tsx';
import { reducedMotion } from '../map/media.ts';
import { Icon } from '../parts/icon.tsx';
import { lazily } from '../parts/lazily.tsx';
import { Words } from '../parts/words.tsx';
import { compareWith, goTo } from '../state/change.ts';
import { text, whole } from '../state/language.ts';
import { stepsPerYear } from '../state/rows.ts';
import { edited, lastYear, planOf, playing, year } from '../state/store.ts';
import { asking, oneYearOn, pause, play } from './playing.ts';
import './timeline.css';

const events = () => import('./timelineevents.tsx');
const AddEvent = lazily(async () => (await events()).AddEvent);
const EventMarks = lazily(async () => (await events()).EventMarks);
const EventTools = lazily(async () => (await events()).EventTools);

export function Timeline() {
  const selected = useSignal<number | null>(null);
  const words = text.value;
  return (
    <section class={asking.value ? 'timeline asking' : 'timeline'} aria-label={words.charts.timeline.label}>
      <PlayButton />
      {asking.value ? (
        <FirstHint />
      ) : (
        <>
          <div class="timeline-track">
            <Track />
            <EventMarks selected={selected} />
          </div>
          <span class="timeline-pace">{words.shell.pace}</span>
          <div class="timeline-tools">{selected.value === null ? <Tools /> : <EventTools selected={selected} />}</div>
        </>
      )}
    </section>
  );
}

/** While the first years play: what can be done with the picture, and the way to a second plan. */
function FirstHint() {
  const words = text.value;
  return (
    <>
      <p class="timeline-hint">
        <Words message={words.charts.timeline.playing} as={{ strong: (part) => <strong>{part}</strong> }} />
      </p>
      <button type="button" class="button" onClick={() => compareWith()}>
        <Icon name="plus" />
        {words.shell.compare}
      </button>
    </>
  );
}

function PlayButton() {
  const words = text.value;
  if (reducedMotion.value)
    return (
      <button type="button" class="timeline-play" aria-label={words.shell.step} onClick={oneYearOn}>
        <Icon name="step" />
      </button>
    );
  const again = wholeYear.value >= lastYear.value;
  const label = playing.value
    ? words.shell.pause
    : again
      ? words.charts.timeline.again
      : fill(words.charts.timeline.playFrom, { year: whole(wholeYear.value) });
  return (
    <button type="button" class="timeline-play" aria-label={label} onClick={playing.value ? pause : play}>
      <Icon name={playing.value ? 'pause' : 'play'} />
    </button>
  );
}

/** Years between two that are named. */
const NAMED = 5;

function Track() {
  const words = text.value;
  const last = lastYear.value;
  const years = Array.from({ length: last + 1 }, (_, at) => at);
  const place = (at: number) => ({ left: `${(100 * at) / last}%` });
  return (
    <>
      <div class="timeline-line" />
      <Passed />
      {years.map((at) => (
        <i key={at} class={at % NAMED === 0 ? 'timeline-tick named' : 'timeline-tick'} style={place(at)} />
      ))}
      {years
        .filter((at) => at % NAMED === 0)
        .map((at) => (
          <span
            key={at}
            class={at === 0 ? 'timeline-year first' : at === last ? 'timeline-year last' : 'timeline-year'}
            style={place(at)}
          >
            {at === 0 ? words.shell.start : fill(words.charts.year, { year: whole(at) })}
          </span>
        ))}
      <Knob />
    </>
  );
}

/** What moves with the year. */
const Passed = () => <div class="timeline-passed" style={{ width: `${(100 * year.value) / lastYear.value}%` }} />;

function Knob() {
  const steps = stepsPerYear('a');
  const onStep = (at: number): number => Math.round(at * steps) / steps;
  return (
    <Slide
      class="timeline-knob"
      label={text.value.charts.timeline.knob}
      min={0}
      max={lastYear.value}
      value={year.value}
      valueText={fill(text.value.charts.year, { year: yearText(playing.value ? wholeYear.value : onStep(year.value)) })}
      step={1 / steps}
      page={1}
      near={onStep}
      to={(to, moment) => {
        playing.value = false;
        goTo(onStep(to), moment);
      }}
    />
  );
}

/** What can be done at the year looked at. */
function Tools() {
  const words = text.value.charts.timeline;
  const at = wholeYear.value;
  return (
    <>
      <AddEvent />
      <button
        type="button"
        class="button quiet"
        aria-label={words.fork}
        title={`${words.fork}. ${fill(words.forkAbout, { year: whole(at) })}`}
        disabled={at === 0 || at >= lastYear.value}
        onClick={() => compareWith(planOf(edited.value), at)}
      >
        <Icon name="fork" />
        {words.forkShort}
      </button>
    </>
  );
}
