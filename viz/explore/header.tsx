/** The header: the name, and the panels that are about the whole. */
import { Icon } from '../parts/icon.tsx';
import { visit } from '../state/change.ts';
import { text } from '../state/language.ts';
import { destination, destinations, type Panel, panel } from '../state/store.ts';
import { Menu } from './menu.tsx';

const open = (kind: Exclude<Panel['kind'], 'school' | 'schools'>) => () => {
  panel.value = { kind };
};

export function Header() {
  const words = text.value.shell;
  return (
    <header class="top">
      <a class="brand" href="./" aria-label={words.name}>
        <Mark />
        <span>{words.name}</span>
      </a>
      <Places />
      <span class="top-gap" />
      {/* On small screens their words are not seen. */}
      <nav class="top-tools" aria-label={words.tools}>
        <button type="button" class="button quiet" aria-label={words.trust} title={words.trust} onClick={open('trust')}>
          <Icon name="info" />
          <span class="label">{words.trust}</span>
        </button>
        <button type="button" class="button" aria-label={words.brief} title={words.brief} onClick={open('brief')}>
          <Icon name="page" />
          <span class="label">{words.brief}</span>
        </button>
        <button type="button" class="button" aria-label={words.share} title={words.share} onClick={open('share')}>
          <Icon name="share" />
          <span class="label">{words.share}</span>
        </button>
        <Menu />
      </nav>
    </header>
  );
}

/** The parts of the page: in the header, or under it where that has no room for them. */
function Places() {
  const words = text.value.shell.places;
  return (
    <nav class="top-places" aria-label={words.label}>
      {destinations.map((place) => (
        <button
          key={place}
          type="button"
          aria-current={destination.value === place ? 'page' : undefined}
          onClick={() => visit(place)}
        >
          {words[place]}
        </button>
      ))}
    </nav>
  );
}

/** Three schools: one that uses it in name, one part way, one well. */
const Mark = () => (
  <svg width="26" height="26" viewBox="0 0 26 26" aria-hidden="true">
    <circle class="ring" cx="6.5" cy="18" r="4.2" />
    <circle class="ring" cx="13" cy="7" r="4.2" />
    <path class="half" d="M8.9 8.2a4.2 4.2 0 0 0 8.2 0Z" />
    <circle class="full" cx="19.5" cy="18" r="5.1" />
  </svg>
);
