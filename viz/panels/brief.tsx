/** The one-page brief: what would come of the plans and how far that can be believed, on one sheet to print. */
import './brief/brief.css';
import { useComputed, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { fill } from '../../words/index.ts';
import { Icon } from '../parts/icon.tsx';
import { Panel } from '../parts/panel.tsx';
import { whole } from '../state/language.ts';
import { named } from '../state/named.ts';
import { outcomes } from '../state/outcomes.ts';
import { panelText } from '../state/paneltext.ts';
import { catalogue, planOf } from '../state/store.ts';
import { mindsWhileOpen } from './brief/minds.ts';
import { Sheet } from './brief/sheet.tsx';
import { type Order, useDrivers } from './driversdata.ts';
import { rowsOf } from './trust/rows.ts';
import { outcomeAsked, progress, tryWhileOpen } from './trust/tried.ts';

const depth = outcomes.find(({ name }) => name === 'depth')!;

/** What was asked of other settings of plan A is asked of depth here, whatever else was looked at before. */
function workWhileOpen(): () => void {
  const before = outcomeAsked.peek();
  outcomeAsked.value = depth;
  const stopTrying = tryWhileOpen('a');
  const stopMinds = mindsWhileOpen();
  return () => {
    stopMinds();
    stopTrying();
    outcomeAsked.value = before;
  };
}

export function Brief() {
  const words = panelText.value.brief;
  const drivers = useDrivers(useSignal<Order>('largest'));
  const rows = useComputed(() => (named.value ? rowsOf(named.value, planOf('a')) : []));
  useEffect(workWhileOpen, []);
  const now = progress.value;
  const print = (
    <button type="button" class="button primary" onClick={() => window.print()}>
      <Icon name="page" />
      {words.print}
    </button>
  );
  return (
    <Panel kind="brief" title={words.title} tools={print}>
      <p class="brief-work" role="status">
        {now ? fill(words.working, { done: whole(now.done), all: whole(now.all) }) : words.printMore}
      </p>
      {catalogue.value && <Sheet catalogue={catalogue.value} rows={rows.value} drivers={drivers} />}
    </Panel>
  );
}
