/** One setting, whatever it is: its name, its evidence, what it is set by, the range tried, its source, and the way back. */
import './morerow.css';
import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { boundsOf } from '../../sim/index.ts';
import { fill } from '../../words/index.ts';
import { About } from '../controls/about.tsx';
import { type Facts, factsOf } from '../controls/facts.ts';
import { departure, read, set, variation } from '../controls/reading.ts';
import { plainNumber, shortSaid } from '../controls/said.ts';
import { isLevel } from '../controls/scale.ts';
import { Setter, Varies } from '../controls/slider.tsx';
import { Evidence } from '../parts/evidence.tsx';
import { Icon } from '../parts/icon.tsx';
import { text } from '../state/language.ts';
import { edited, planOf } from '../state/store.ts';

/** A setting of the plan being edited, by its path; nothing for a path that is none. */
export function SettingRow({ path }: { readonly path: string }) {
  const asked = useSignal(false);
  const row = useRef<HTMLDivElement>(null);
  const facts = factsOf(path);
  if (!facts) return null;
  const { label, quantity } = facts;
  const { settings, about } = text.value.levers;
  const isFixed = quantity.fixed === true && departure() > 0;
  return (
    <div ref={row} class="setting" data-path={path}>
      <span class="setting-name">
        {label}
        <button type="button" class="setting-ask" aria-label={fill(about.what, { label })} onClick={() => (asked.value = true)}>
          <Icon name="info" />
        </button>
      </span>
      <Evidence grade={quantity.grade} />
      <span class="setting-value">
        {isFixed ? <small>{settings.fixed}</small> : <Control facts={facts} ask={() => (asked.value = true)} />}
      </span>
      <Reset facts={facts} />
      <small class="setting-more">
        {!quantity.choices && (
          <>{fill(settings.range, { low: plainNumber(quantity.range[0]), high: plainNumber(quantity.range[1]) })}. </>
        )}
        <span lang="en">{quantity.source}</span>
      </small>
      {asked.value && <About facts={facts} by={row} close={() => (asked.value = false)} />}
    </div>
  );
}

function Control({ facts, ask }: { readonly facts: Facts; readonly ask: () => void }) {
  const { path, quantity } = facts;
  if (quantity.choices || isLevel(quantity)) return <Setter facts={facts} ask={ask} />;
  return variation(planOf(edited.value), path, departure()) ? <Varies facts={facts} /> : <NumberField facts={facts} />;
}

/** A number with its unit, believed only inside its bounds. */
function NumberField({ facts: { path, label, quantity } }: { readonly facts: Facts }) {
  const isOut = useSignal(false);
  const [low, high] = boundsOf(quantity);
  const words = text.value.levers.settings;
  return (
    <label class="setting-number">
      <span class="visually-hidden">{label}</span>
      <input
        type="number"
        min={low}
        max={high}
        step={quantity.whole ? 1 : 'any'}
        value={read(planOf(edited.value), path, departure())}
        aria-invalid={isOut.value}
        onChange={({ currentTarget: { valueAsNumber: to } }) => {
          isOut.value = !(to >= low && to <= high) || (quantity.whole === true && !Number.isInteger(to));
          if (!isOut.value) set(path, to, 'done');
        }}
      />{' '}
      <span>{quantity.unit}</span>
      {isOut.value && <small role="alert">{fill(words.bounds, { low: plainNumber(low), high: plainNumber(high) })}</small>}
    </label>
  );
}

function Reset({ facts: { path, label, quantity } }: { readonly facts: Facts }) {
  const start = quantity.choices ? quantity.choices[quantity.default] : quantity.default;
  const isHeld = read(planOf(edited.value), path, departure()) !== start;
  const said = fill(text.value.levers.settings.reset, { value: shortSaid(start, quantity), label });
  return (
    <button
      type="button"
      class="setting-reset"
      aria-label={said}
      title={said}
      disabled={!isHeld || (quantity.fixed === true && departure() > 0)}
      onClick={() => set(path, start, 'done')}
    >
      <Icon name="undo" />
    </button>
  );
}
