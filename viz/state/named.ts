/** The catalogue in the words of the screen. */
import { computed } from '@preact/signals';
import { inWords } from './labels.ts';
import { text } from './language.ts';
import { catalogue } from './store.ts';

/** As it is read; what is computed from settings follows the catalogue itself, which no language changes. */
export const named = computed(() => catalogue.value && inWords(catalogue.value, text.value.catalogue));

/** What an event is called. */
export const eventName = (kind: string): string => named.value?.events.find((event) => event.kind === kind)?.label ?? kind;
