/** What is rarely needed: the look, the language, the schools, files, and the way back. */
import './menu.css';
import { Icon } from '../parts/icon.tsx';
import { lazily } from '../parts/lazily.tsx';
import { text } from '../state/language.ts';

const MenuItems = lazily(async () => (await import('./menuitems.tsx')).MenuItems);

export const Menu = () => (
  <>
    <button type="button" class="button quiet" popovertarget="menu" aria-label={text.value.shell.menu}>
      <Icon name="more" />
    </button>
    <div id="menu" popover="auto" class="menu">
      <MenuItems />
    </div>
  </>
);
