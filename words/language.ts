/** Languages of the screen: each a folder of messages in the shape of the English one, fetched when somebody asks for it. */
import { en } from './messages/en/index.ts';
import type { panels } from './messages/en/panels.ts';

/** The shape of a table of messages, whatever its language. */
type Shape<T> = { readonly [K in keyof T]: T[K] extends string ? string : Shape<T[K]> };

export type Messages = Shape<typeof en>;
export type PanelMessages = Shape<typeof panels>;

export interface Language {
  /** In the language itself. */
  readonly name: string;
  load(): Promise<Messages>;
  /** The words of the panels; those of English come with the panels. */
  loadPanels?(): Promise<PanelMessages>;
}

/** By BCP 47 tag, the one that is shipped with the page first. */
export const languages: Readonly<Record<string, Language>> = {
  en: { name: 'English', load: async () => en },
  fr: {
    name: 'Français',
    load: async () => (await import('./messages/fr/index.ts')).fr,
    loadPanels: async () => (await import('./messages/fr/panels.ts')).panels,
  },
  es: {
    name: 'Español',
    load: async () => (await import('./messages/es/index.ts')).es,
    loadPanels: async () => (await import('./messages/es/panels.ts')).panels,
  },
};
