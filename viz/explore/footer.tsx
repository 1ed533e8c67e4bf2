/** The footer: what the numbers rest on, always in view. */
import { useComputed } from '@preact/signals';
import { lazily } from '../parts/lazily.tsx';
import { Words } from '../parts/words.tsx';
import { weakSettings } from '../state/assumptions.ts';
import { count, text, whole } from '../state/language.ts';
import { own } from '../state/own.ts';
import { catalogue, destination, future, futures, ground, panel, planIds } from '../state/store.ts';

const MattersRuns = lazily(async () => (await import('../matters/runsline.tsx')).RunsLine);

const openTrust = (label: string) => (
  <button type="button" class="link" onClick={() => (panel.value = { kind: 'trust' })}>
    {label}
  </button>
);

export function Footer() {
  const words = text.value.shell.footer;
  const { schoolCount, districtNames } = ground.value;
  const counted = useComputed(() => Math.min(...planIds.value.map((id) => futures[id].value.runs.length)));
  const weak = useComputed(() => catalogue.value && weakSettings(catalogue.value));
  return (
    <footer class="foot">
      <ul>
        <li>
          {count(own.value ? words.ownSchools : words.schools, schoolCount)}, {count(words.districts, districtNames.length)}
        </li>
        <li>
          {destination.value === 'matters' ? (
            <MattersRuns />
          ) : (
            <Words message={words.futures} with={{ n: whole(counted.value), future: whole(future.value + 1) }} />
          )}
        </li>
        {weak.value && (
          <li>
            <Words
              message={words.weak}
              with={{ weak: whole(weak.value.weak), all: whole(weak.value.all) }}
              as={{ see: openTrust }}
            />
          </li>
        )}
        <li>
          <Words message={words.limits} as={{ limits: openTrust }} />
        </li>
      </ul>
    </footer>
  );
}
