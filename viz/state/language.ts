/** The language of the screen: its messages, and its way with numbers. */
import { batch, computed, signal } from '@preact/signals';
import { en, type Fillings, fill, languages, type Messages, type PanelMessages } from '../../words/index.ts';

export const language = signal('en');
export const text = signal<Messages>(en);
/** The words of the panels in another language than English, whose words of the panels come with them. */
export const panelsSpoken = signal<PanelMessages | undefined>(undefined);

/** The first of some languages, most wanted first, that the page speaks; English where it speaks none of them. */
export const preferredLanguage = (wanted: readonly string[]): string =>
  wanted.map((tag) => tag.split('-')[0]).find((tag) => tag in languages) ?? 'en';

/** The language asked for last: messages that arrive after another was chosen are not shown. */
let asked = 'en';

/** Changes the language once all its messages are here, those of the panels too: no part of the page is ever in two languages. */
export async function speak(tag: string): Promise<void> {
  asked = tag;
  const { load, loadPanels } = languages[tag];
  const [messages, panels] = await Promise.all([load(), loadPanels?.()]);
  if (tag !== asked) return;
  batch(() => {
    language.value = tag;
    text.value = messages;
    panelsSpoken.value = panels;
  });
  document.documentElement.lang = tag;
}

const wholeNumbers = computed(() => new Intl.NumberFormat(language.value, { maximumFractionDigits: 0 }));
const plurals = computed(() => new Intl.PluralRules(language.value));

/** A whole number as the language writes it. */
export const whole = (n: number): string => wholeNumbers.value.format(n);

/** A number with at most so many decimals, as the language writes it. */
export const decimal = (n: number, digits: number): string =>
  new Intl.NumberFormat(language.value, { maximumFractionDigits: digits, minimumFractionDigits: digits }).format(n);

/** A message filled, with words in the form that the number beside them asks for. */
export const filled = (message: string, fillings: Fillings): string => fill(message, fillings, language.value);

/** A message that depends on how many there are, `{ one: '{n} school', other: '{n} schools' }`, and may have other fillings. */
export function count(message: { readonly one: string; readonly other: string }, n: number, others: Fillings = {}): string {
  const form = plurals.value.select(n);
  return fill(form === 'one' ? message.one : message.other, { ...others, n: whole(n) });
}
