/** The header: the name, and the panels that are about the whole. */
import { Icon } from '../parts/icon.tsx';
import { text } from '../state/language.ts';
import { type Panel, panel } from '../state/store.ts';
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

/** Three schools: one that uses it in name, one part way, one well. */
const Mark = () => (
  <svg width="26" height="26" viewBox="0 0 26 26" aria-hidden="true">
    <circle class="ring" cx="6.5" cy="18" r="4.2" />
    <circle class="ring" cx="13" cy="7" r="4.2" />
    <path class="half" d="M8.9 8.2a4.2 4.2 0 0 0 8.2 0Z" />
    <circle class="full" cx="19.5" cy="18" r="5.1" />
  </svg>
);
