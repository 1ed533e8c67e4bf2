/**
 * A lever: its name, how strong its evidence is, and one track with the plan being edited, the other plan, and the start. The hand
 * moves a native range input that lies under the drawing; the drawing follows in the same frame, and nothing waits for the engine.
 */
import './slider.css';
import { useId, useRef, useState } from 'preact/hooks';
import { fill } from '../../words/index.ts';
import { Evidence } from '../parts/evidence.tsx';
import { Icon } from '../parts/icon.tsx';
import { lazily } from '../parts/lazily.tsx';
import { choiceName } from '../state/labels.ts';
import { text } from '../state/language.ts';
import { comparing, edited, planOf } from '../state/store.ts';
import { type Facts, factsOf } from './facts.ts';
import { useHand } from './hand.ts';
import { departure, read, set, still, variation } from './reading.ts';
import { shortSaid, valueSaid } from './said.ts';
import { caught, keyed, scaleOf, settled } from './scale.ts';
import { coarse } from './screen.ts';
import { Drawing } from './track.tsx';

const About = lazily(async () => (await import('./about.tsx')).About);

interface LeverProps {
  /** Of a setting that is a number or a choice, or `fragmentation` for the dial turned round. */
  readonly path: string;
  /** Name and word above, track and buttons below: for fingers. */
  readonly roomy?: boolean;
}

export function Lever({ path, roomy = false }: LeverProps) {
  const facts = factsOf(path);
  const isRoomy = roomy || coarse.value;
  const [asked, setAsked] = useState(false);
  const row = useRef<HTMLDivElement>(null);
  if (!facts) return null;
  const { label, term, quantity } = facts;
  const ask = (): void => setAsked(true);
  return (
    <div ref={row} class={isRoomy ? 'lever lever-roomy' : 'lever'} data-path={path}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the key ? and the button beside it do the same */}
      <span class="lever-label" title={term} onDblClick={ask}>
        {label}
      </span>
      <button
        type="button"
        class="lever-ask"
        tabIndex={-1}
        aria-label={fill(text.value.levers.about.what, { label })}
        onClick={ask}
      >
        <Icon name="info" />
      </button>
      <Evidence grade={quantity.grade} />
      <Setter facts={facts} ask={ask} />
      {asked && <About facts={facts} by={row} close={() => setAsked(false)} />}
    </div>
  );
}

interface SetterProps {
  readonly facts: Facts;
  /** Opens the note about the setting. */
  readonly ask: () => void;
}

/** What a level or a choice is set by. */
export function Setter({ facts, ask }: SetterProps) {
  const plan = planOf(edited.value);
  if (variation(plan, facts.path, departure())) return <Varies facts={facts} />;
  return facts.quantity.choices ? <Choice facts={facts} /> : <Track facts={facts} ask={ask} />;
}

/** A level that the plan lets change: said, and replaced when asked. */
export function Varies({ facts: { path, label } }: { readonly facts: Facts }) {
  const words = text.value.levers.slider;
  return (
    <span class="lever-varies">
      {words.varies}{' '}
      <button type="button" class="link" aria-label={fill(words.replaceLabel, { label })} onClick={() => still(path)}>
        {words.replace}
      </button>
    </span>
  );
}

function Choice({ facts: { path, label, quantity } }: { readonly facts: Facts }) {
  const value = read(planOf(edited.value), path, departure());
  return (
    <select
      class="lever-choice"
      aria-label={label}
      value={value}
      onChange={({ currentTarget }) => set(path, currentTarget.value, 'done')}
    >
      {quantity.choices!.map((choice) => (
        <option key={choice} value={choice}>
          {choiceName(choice)}
        </option>
      ))}
    </select>
  );
}

function Track({ facts, ask }: SetterProps) {
  const { path, label, term, about, quantity } = facts;
  const scale = scaleOf(quantity);
  const said = Number(read(planOf(edited.value), path, departure()));
  const otherId = edited.value === 'a' ? 'b' : 'a';
  const other = comparing.value ? Number(read(planOf(otherId), path, departure())) : null;
  const { held, hold, release } = useHand(facts, said);
  const now = held ?? said;
  const fresh = useRef(false);
  const id = useId();
  const words = text.value.levers.slider;
  const spoken = valueSaid(now, quantity);
  const valueText =
    other === null
      ? spoken
      : fill(words.other, { value: spoken, plan: otherId.toUpperCase(), other: shortSaid(other, quantity) });
  const step = (steps: number): void => {
    hold(settled(now + steps * scale.step, scale));
    release();
  };
  return (
    <span class="lever-set">
      <Stepper icon="minus" label={fill(words.less, { label })} act={() => step(-PAGE)} />
      <span class="lever-track">
        <Drawing facts={facts} now={now} other={other} />
        <input
          type="range"
          min={scale.min}
          max={scale.max}
          step="any"
          value={now}
          aria-label={term ? `${label} (${term})` : label}
          aria-valuetext={valueText}
          aria-describedby={about ? id : undefined}
          onPointerDown={() => (fresh.current = true)}
          onInput={({ currentTarget }) => {
            const to = Number(currentTarget.value);
            const marks = [quantity.default, ...(other === null ? [] : [other])];
            hold(fresh.current ? caught(to, marks, scale) : settled(to, scale));
            fresh.current = false;
          }}
          onChange={release}
          onPointerUp={release}
          onPointerCancel={release}
          onKeyDown={(event) => {
            if (event.key === '?') ask();
            if (event.ctrlKey || event.metaKey || event.altKey) return;
            const to = keyed(event.key, now, scale, quantity.default, other);
            if (to === undefined) return;
            event.preventDefault();
            hold(to);
          }}
          onKeyUp={release}
          onBlur={release}
        />
      </span>
      <Stepper icon="plus" label={fill(words.more, { label })} act={() => step(PAGE)} />
      <output class="lever-word" aria-hidden="true">
        {shortSaid(now, quantity)}
      </output>
      {about && (
        <span id={id} class="visually-hidden">
          {about}
        </span>
      )}
    </span>
  );
}

/** Steps of the − and + that fingers press. */
const PAGE = 5;

interface StepperProps {
  readonly icon: 'minus' | 'plus';
  readonly label: string;
  readonly act: () => void;
}

const Stepper = ({ icon, label, act }: StepperProps) => (
  <button type="button" class="lever-step" aria-label={label} onClick={act}>
    <Icon name={icon} />
  </button>
);
