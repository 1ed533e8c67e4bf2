/** The words of the panels, in the language of the screen. Whatever imports this is here once they are: a panel does not open in another language. */
import { effect, signal } from '@preact/signals';
import { languages, type PanelMessages } from '../../words/index.ts';
import { language, spoken } from './language.ts';

await spoken();

export const panelText = signal<PanelMessages>(await languages[language.peek()].loadPanels());

effect(() => {
  const tag = language.value;
  void languages[tag].loadPanels().then((messages) => {
    if (tag === language.peek()) panelText.value = messages;
  });
});
