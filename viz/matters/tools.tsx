/** What else can be done: every future as a file, results of one's own, and another mix of settings. */
import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { Icon } from '../parts/icon.tsx';
import { saveBlob } from '../state/download.ts';
import { panelText } from '../state/paneltext.ts';
import { file, openResults } from './file.ts';
import { runsFile } from './runsfile.ts';
import { choosable, leftOut } from './varied.ts';

export function Tools() {
  const words = panelText.value.matters.tools;
  const isMixing = useSignal(false);
  const input = useRef<HTMLInputElement>(null);
  return (
    <section class="matters-tools" aria-label={words.label}>
      {!file.value && (
        <>
          <button
            type="button"
            class="button"
            onClick={() => saveBlob('results.csv', new Blob(runsFile(), { type: 'text/csv' }))}
          >
            <Icon name="download" />
            {words.runs}
          </button>
          <button type="button" class="button" aria-expanded={isMixing.value} onClick={() => (isMixing.value = !isMixing.value)}>
            {words.mix}
          </button>
        </>
      )}
      <button type="button" class="button" onClick={() => input.current?.click()}>
        <Icon name="open" />
        {words.file}
      </button>
      <input
        ref={input}
        type="file"
        multiple
        class="visually-hidden"
        tabIndex={-1}
        aria-hidden="true"
        accept=".csv,.parquet,.json"
        onChange={({ currentTarget }) => {
          const given = [...(currentTarget.files ?? [])];
          void openResults(given);
          currentTarget.value = '';
        }}
      />
      <p class="matters-about">{words.fileAbout}</p>
      {isMixing.value && !file.value && <Mix close={() => (isMixing.value = false)} />}
    </section>
  );
}

/** The fewest settings that a fraction is worth. */
const LEAST = 5;

/** Which settings are varied: chosen one by one, and run when asked. */
function Mix({ close }: { readonly close: () => void }) {
  const words = panelText.value.matters.tools;
  const out = useSignal(leftOut.peek());
  const left = choosable.value.length - out.value.length;
  return (
    <form
      class="matters-mix"
      onSubmit={(event) => {
        event.preventDefault();
        leftOut.value = out.value;
        close();
      }}
    >
      <fieldset>
        <legend>{words.mixAbout}</legend>
        {choosable.value.map(({ path, label }) => (
          <label key={path}>
            <input
              type="checkbox"
              checked={!out.value.includes(path)}
              onChange={({ currentTarget }) => {
                out.value = currentTarget.checked ? out.value.filter((one) => one !== path) : [...out.value, path];
              }}
            />
            {label}
          </label>
        ))}
      </fieldset>
      {left < LEAST && <p role="status">{words.mixLeast}</p>}
      <button type="submit" class="button primary" disabled={left < LEAST}>
        {words.mixDone}
      </button>
    </form>
  );
}
