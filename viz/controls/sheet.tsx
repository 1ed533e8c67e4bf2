/** The levers on a small screen: a sheet from below that leaves the sentence and the map in view, and says what a change did. */
import './sheet.css';
import { signal, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Quantity } from '../../sim/index.ts';
import { fill } from '../../words/index.ts';
import { Icon } from '../parts/icon.tsx';
import { Words } from '../parts/words.tsx';
import { place, undo } from '../state/address.ts';
import { text, whole } from '../state/language.ts';
import { comparing, edited, panel } from '../state/store.ts';
import { CostLine } from './cost.tsx';
import { groups } from './groups.ts';
import { effectOfLast, last } from './last.ts';
import { RolloutPicker } from './rollouts.tsx';
import { shortSaid, valueSaid } from './said.ts';
import { Lever } from './slider.tsx';
import { Starters } from './starters.tsx';
import { PlanTabs } from './tabs.tsx';

/** Whether the sheet is up. */
const sheetUp = signal(false);

type Tab = 'rollout' | 'design' | 'delivery' | 'finance' | 'setting';
const tabs: readonly Tab[] = ['rollout', 'design', 'delivery', 'finance', 'setting'];

export function LeversSheet() {
  if (sheetUp.value) return <Sheet />;
  return (
    <div class="sheet-bar">
      <button type="button" class="button primary" onClick={() => (sheetUp.value = true)}>
        {text.value.levers.title}
      </button>
    </div>
  );
}

function Sheet() {
  const tab = useSignal<Tab>('rollout');
  const sheet = useRef<HTMLElement>(null);
  useEffect(() => {
    scrollTo({ top: 0 }); // where the sentence and the map are
    sheet.current!.focus({ preventScroll: true });
  }, []);
  const words = text.value.levers;
  return (
    <section
      ref={sheet}
      class="sheet"
      tabIndex={-1}
      aria-labelledby="sheet-title"
      onKeyDown={({ key }) => {
        if (key === 'Escape') sheetUp.value = false;
      }}
    >
      <header class="sheet-head">
        <h2 id="sheet-title">{fill(words.titleOf, { plan: edited.value.toUpperCase() })}</h2>
        <button type="button" class="button quiet" disabled={place.value.at === 0} onClick={undo}>
          <Icon name="undo" />
          {text.value.shell.undo}
        </button>
        <button type="button" class="button quiet" onClick={() => (sheetUp.value = false)}>
          {words.done}
        </button>
      </header>
      <div class="sheet-tabs" role="tablist" aria-label={words.title}>
        {tabs.map((one) => (
          <button
            key={one}
            type="button"
            role="tab"
            id={`sheet-tab-${one}`}
            aria-controls="sheet-page"
            aria-selected={tab.value === one}
            onClick={() => (tab.value = one)}
          >
            {words.tabs[one]}
          </button>
        ))}
      </div>
      <div class="sheet-page" id="sheet-page" role="tabpanel" aria-labelledby={`sheet-tab-${tab.value}`}>
        {tab.value === 'rollout' ? <Rollout /> : <Page tab={tab.value} />}
      </div>
    </section>
  );
}

const Rollout = () => (
  <>
    <PlanTabs />
    <RolloutPicker />
    {!comparing.value && <Starters />}
    <CostLine />
  </>
);

function Page({ tab }: { readonly tab: Tab }) {
  const shown = groups.value.filter(({ name }) => (tab === 'setting' ? name === 'enabling' || name === 'system' : name === tab));
  return (
    <>
      {shown
        .flatMap(({ paths }) => paths)
        .map((path) => (
          <Lever key={path} path={path} roomy />
        ))}
      {tab === 'setting' && (
        <button type="button" class="button" onClick={() => (panel.value = { kind: 'more' })}>
          {text.value.levers.more}
        </button>
      )}
      <LastChange />
    </>
  );
}

const valued = (quantity: Quantity) => (value: number) => valueSaid(value, quantity);

function LastChange() {
  const words = text.value.levers.last;
  const change = last.value;
  if (!change) return null;
  const { label, quantity, from, to } = change;
  // Two values of one word are told apart by their numbers.
  const said =
    shortSaid(from, quantity) === shortSaid(to, quantity) ? valued(quantity) : (value: number) => shortSaid(value, quantity);
  return (
    <p class="sheet-last" aria-live="polite">
      <Words
        message={words.changed}
        with={{ label, from: said(from), to: said(to) }}
        as={{ strong: (said) => <strong>{said}</strong> }}
      />{' '}
      <EffectSaid />
    </p>
  );
}

/** What the last change did to schools using it well. */
function EffectSaid() {
  const words = text.value.levers.last;
  const effect = effectOfLast.value;
  if (!effect) return <>{words.waiting}</>;
  if (effect.difference === 0) return <>{words.same}</>;
  const signed = `${effect.difference > 0 ? '+' : '−'}${whole(Math.abs(effect.difference))}`;
  return <Words message={words.gain} with={{ difference: signed, share: effect.share }} />;
}
