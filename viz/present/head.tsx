/** Over the picture: which round it is, its parts, and the clock. */
import { fill } from '../../words/index.ts';
import { Icon } from '../parts/icon.tsx';
import { visit } from '../state/change.ts';
import { whole } from '../state/language.ts';
import { own } from '../state/own.ts';
import { panelText } from '../state/paneltext.ts';
import { Clock } from './clock.tsx';
import { goOn, goToPart, phase, table } from './deeds.ts';
import { partOf, parts, rounds } from './script.ts';

export function Head({ help }: { readonly help: () => void }) {
  const words = panelText.value.present;
  const part = partOf(phase.value);
  const { round } = table.value;
  return (
    <header class="present-head">
      <button type="button" class="present-sign" aria-label={words.back} title={words.back} onClick={() => goOn(-1)}>
        <Icon name="left" />
      </button>
      <h1>{fill(words.round, { n: whole(round + 1), all: whole(rounds.length) })}</h1>
      <button type="button" class="present-sign" aria-label={words.next} title={words.next} onClick={() => goOn()}>
        <Icon name="right" />
      </button>
      <p class="present-tag">{own.value ? words.ownTag : words.tag}</p>
      <ol class="present-parts" aria-label={words.steps}>
        {parts.map((one) => (
          <li key={one}>
            <button type="button" aria-current={one === part ? 'step' : undefined} onClick={() => goToPart(one)}>
              {words.parts[one]}
            </button>
          </li>
        ))}
      </ol>
      <Clock round={round} part={part} />
      <button type="button" class="present-sign" aria-label={words.help} title={words.help} onClick={help}>
        ?
      </button>
      <button type="button" class="present-sign" aria-label={words.leave} title={words.leave} onClick={() => visit('explore')}>
        <Icon name="close" />
      </button>
    </header>
  );
}
