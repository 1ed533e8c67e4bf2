/** The one hint of the first minute: a rollout worth trying. It goes when it is put away, or once another rollout was chosen. */
import './hint.css';
import { signal } from '@preact/signals';
import { first } from '../first/index.ts';
import { Icon } from '../parts/icon.tsx';
import { Words } from '../parts/words.tsx';
import { text } from '../state/language.ts';
import { valueAt } from '../state/plan.ts';
import { rolloutOf } from './rollouts.tsx';

const away = signal(false);

export function Hint() {
  const words = text.value.levers.hint;
  if (away.value || rolloutOf('a') !== valueAt(first.plan, 'strategy.kind')) return null;
  return (
    <aside class="hint">
      <p>
        <Words message={words.try} as={{ strong: (said) => <strong>{said}</strong> }} />
        <small>{words.watch}</small>
      </p>
      <button type="button" aria-label={words.away} onClick={() => (away.value = true)}>
        <Icon name="close" />
      </button>
    </aside>
  );
}
