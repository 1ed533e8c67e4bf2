/** Sharing: the address that says all that is on the screen, and what it promises. */
import './share.css';
import { useSignal, useSignalEffect } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { fill } from '../../words/index.ts';
import { Icon } from '../parts/icon.tsx';
import { Panel } from '../parts/panel.tsx';
import { addressNow, digestNow } from '../state/address.ts';
import { saveFile } from '../state/files.ts';
import { text } from '../state/language.ts';
import { own } from '../state/own.ts';
import { panelText } from '../state/paneltext.ts';
import { planIds, plans, year } from '../state/store.ts';

export function Share() {
  const words = panelText.value.sharing;
  const address = useSignal('');
  const copied = useSignal(false);
  const field = useRef<HTMLInputElement>(null);
  useSignalEffect(() => {
    plans.value;
    year.value;
    for (const id of planIds.value) digestNow(id); // a link that was made before carries none
    copied.value = false;
    void addressNow().then((now) => {
      address.value = now;
    });
  });
  const digests = planIds.value.map(digestNow);
  const copy = async (): Promise<void> => {
    field.current?.select();
    await navigator.clipboard?.writeText(address.value).catch(() => document.execCommand('copy'));
    copied.value = true;
  };
  return (
    <Panel kind="share" title={text.value.shell.share}>
      <p>{words.about}</p>
      <label class="share-field">
        <span class="visually-hidden">{words.field}</span>
        <input ref={field} type="text" readOnly value={address.value} onFocus={({ currentTarget }) => currentTarget.select()} />
        <button type="button" class="button primary" onClick={copy}>
          {copied.value ? words.copied : words.copy}
        </button>
      </label>
      <p>{digests.every(Boolean) ? fill(words.digests, { digests: digests.join(', ') }) : words.waiting}</p>
      {own.value && <p>{fill(words.own, { name: own.value.name })}</p>}
      <p>
        <button type="button" class="button" onClick={saveFile}>
          <Icon name="download" />
          {text.value.shell.save}
        </button>{' '}
        {words.saveMore}
      </p>
      <ExportAll />
    </Panel>
  );
}

/** Everything in one file, put together when it is asked for. */
function ExportAll() {
  const words = panelText.value.sharing;
  const busy = useSignal(false);
  const download = async (): Promise<void> => {
    busy.value = true;
    const { exportAll } = await import('./export.ts');
    await exportAll().finally(() => {
      busy.value = false;
    });
  };
  return (
    <p>
      <button type="button" class="button" disabled={busy.value} onClick={download}>
        <Icon name="download" />
        {busy.value ? words.packing : words.all}
      </button>{' '}
      {words.allMore}
    </p>
  );
}
