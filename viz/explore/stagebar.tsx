/** Above the maps: which plans are shown, and another roll of the dice. */
import { useRef } from 'preact/hooks';
import { expanded } from '../controls/levers.tsx';
import { Icon } from '../parts/icon.tsx';
import { compareWith, heardDone, lookAt, nextFuture } from '../state/change.ts';
import { text } from '../state/language.ts';
import { comparing, futures, type Panel, panel, type View, view } from '../state/store.ts';
import { hasSettled } from './playing.ts';

const views: readonly View[] = ['both', 'a', 'b', 'difference'];
/** Milliseconds between futures while the button is held. */
const ROLL = 667;

export function StageBar() {
  const words = text.value.shell;
  return (
    <div class={comparing.value ? 'stage-bar' : 'stage-bar alone'}>
      {comparing.value && (
        <fieldset class="seg" aria-label={words.views.label}>
          {views.map((one) => (
            <button key={one} type="button" aria-pressed={view.value === one} onClick={() => lookAt(one)}>
              {words.views[one]}
            </button>
          ))}
        </fieldset>
      )}
      {!comparing.value && hasSettled.value && !expanded.value && (
        <button type="button" class="button" onClick={() => compareWith()}>
          <Icon name="plus" />
          {words.compare}
        </button>
      )}
      <Opens words={words.rollouts} what={{ kind: 'rollouts' }} />
      <Opens words={words.schools} what={{ kind: 'schools', plan: view.value === 'b' ? 'b' : 'a' }} />
      <span class="top-gap" />
      <Another />
    </div>
  );
}

interface OpensProps {
  readonly words: { readonly short: string; readonly label: string };
  readonly what: Panel;
}

const Opens = ({ words: { short, label }, what }: OpensProps) => (
  <button type="button" class="button quiet" aria-label={label} title={label} onClick={() => (panel.value = what)}>
    {short}
  </button>
);

/** One more future for each press, and one and a half a second while it is held: together one step. */
function Another() {
  const rolling = useRef<ReturnType<typeof setInterval>>(undefined);
  const rolled = useRef(false);
  const next = (): void => nextFuture(futures.a.value.runs.length);
  const stop = (): void => {
    clearInterval(rolling.current);
    rolling.current = undefined;
  };
  /** What was rolled is kept, though no click follows. */
  const leave = (): void => {
    const isRolling = rolling.current !== undefined && rolled.current;
    stop();
    rolled.current = false;
    if (isRolling) heardDone();
  };
  return (
    <button
      type="button"
      class="button"
      onClick={() => {
        if (!rolled.current) next();
        rolled.current = false;
        heardDone();
      }}
      onPointerDown={() => {
        stop();
        rolled.current = false;
        rolling.current = setInterval(() => {
          rolled.current = true;
          next();
        }, ROLL);
      }}
      onPointerUp={stop}
      onPointerLeave={leave}
      onPointerCancel={leave}
    >
      <Icon name="again" />
      {text.value.shell.another}
    </button>
  );
}
