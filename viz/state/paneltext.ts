/** The words of the panels, in the language of the screen. */
import { computed } from '@preact/signals';
import { panels } from '../../words/index.ts';
import { panelsSpoken } from './language.ts';

export const panelText = computed(() => panelsSpoken.value ?? panels);
