/** How far to trust this: what it is for, which numbers deserve most doubt, and every number with what it rests on. */
import './trust/trust.css';
import { useComputed } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Panel } from '../parts/panel.tsx';
import { Words } from '../parts/words.tsx';
import { text } from '../state/language.ts';
import { named } from '../state/named.ts';
import { panelText } from '../state/paneltext.ts';
import { catalogue, edited, planOf } from '../state/store.ts';
import { Cards, Uses } from './trust/cards.tsx';
import { Doubts } from './trust/doubts.tsx';
import { rowsOf } from './trust/rows.ts';
import { Numbers } from './trust/table.tsx';
import { tryWhileOpen } from './trust/tried.ts';

export function Trust() {
  useEffect(() => tryWhileOpen(null), []);
  const rows = useComputed(() => (named.value ? rowsOf(named.value, planOf(edited.value)) : []));
  return (
    <Panel kind="trust" title={text.value.shell.trust}>
      <div class="trust">
        <div class="trust-left">
          <p class="trust-lead">
            <Words message={panelText.value.trust.lead} as={{ strong: (said) => <strong>{said}</strong> }} />
          </p>
          <Doubts rows={rows.value} />
          <Uses />
        </div>
        <div class="trust-right">
          <Cards />
          <Numbers rows={rows.value} all={catalogue.value?.settings.length ?? 0} />
        </div>
      </div>
    </Panel>
  );
}
