/** The words of the panels, in the language of the screen; English until those of another language are here. */
import { effect, signal } from '@preact/signals';
import { languages, type PanelMessages, panels } from '../../words/index.ts';
import { language } from './language.ts';

export const panelText = signal<PanelMessages>(panels);

effect(() => {
  const tag = language.value;
  void languages[tag].loadPanels().then((messages) => {
    if (tag === language.peek()) panelText.value = messages;
  });
});
