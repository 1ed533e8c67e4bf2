/** The keys, over the picture. */
import { panelText } from '../state/paneltext.ts';
import { over } from './keys.ts';

export function Help({ blocked }: { readonly blocked: boolean }) {
  const words = panelText.value.present.keys;
  const rows = [
    [words.space, words.next],
    ['← →', words.year],
    ['G', words.guess],
    ['R', words.another],
    ['H', words.hide],
    ['B', words.blank],
    ['N', words.notes],
    ['F', words.full],
    ['Ctrl P', words.print],
    ['?', words.help],
    ['Esc', words.leave],
  ];
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: any of the keys puts it away
    <section class="present-over" role="dialog" aria-label={words.title} onClick={() => (over.value = 'nothing')}>
      <h2>{words.title}</h2>
      {blocked && <p role="alert">{words.blocked}</p>}
      <dl>
        {rows.map(([key, deed]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{deed}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
