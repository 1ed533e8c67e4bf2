/** Read with care: how sure the order is, and what it is an order of. */
import { fill } from '../../words/index.ts';
import { Icon } from '../parts/icon.tsx';
import { Words } from '../parts/words.tsx';
import { whole } from '../state/language.ts';
import { panelText } from '../state/paneltext.ts';
import { matters } from './answers.ts';
import { about } from './asking.ts';
import { inHundred, valued } from './figures.ts';
import { isRough } from './head.tsx';

export function Care() {
  const words = panelText.value.matters.care;
  const { answer } = matters.value;
  if (!answer?.ok) return null;
  const { stability, noise, luck } = answer;
  const lines = [
    isRough(answer) && fill(words.rough, { points: whole(answer.pointCount) }),
    stability.resamples > 0 && fill(words.order, { top: inHundred(stability.keepsTop3), first: inHundred(stability.keepsFirst) }),
    noise > 0 && fill(words.noise, { noise: valued(noise, about.value) }),
    luck >= 0 && fill(words.luck, { luck: inHundred(luck) }),
    words.ranges,
    words.thin,
  ].filter((line) => line !== false);
  return (
    <section class="matters-note">
      <h3>
        <Icon name="info" /> {words.title}
      </h3>
      <p>
        <Words message={words.model} as={{ strong: (label) => <strong>{label}</strong> }} /> {lines.join(' ')}
      </p>
    </section>
  );
}
