/** The catalogue in the words of the screen. */
import { computed } from '@preact/signals';
import type { Scenario } from '../../sim/index.ts';
import { schoolName } from '../../words/index.ts';
import { inWords } from './labels.ts';
import { text } from './language.ts';
import { catalogue, ground } from './store.ts';

/** As it is read; what is computed from settings follows the catalogue itself, which no language changes. */
export const named = computed(() => catalogue.value && inWords(catalogue.value, text.value.catalogue));

type Event = NonNullable<Scenario['events']>[number];

/** A comma and the name of the place that an event is of; nothing where it is felt everywhere. */
export function eventWhere({ region, district, school }: Event): string {
  const { regionNames, districtNames, schoolNames } = ground.value;
  const name =
    region !== undefined
      ? regionNames[region]
      : district !== undefined
        ? districtNames[district]
        : school !== undefined && schoolName(school, schoolNames);
  return name ? `, ${name}` : '';
}

/** What an event of a kind is called. */
export const eventKind = (kind: string): string => named.value?.events.find((event) => event.kind === kind)?.label ?? kind;

/** What an event is called, and where it is felt. */
export const eventName = (event: Event): string => eventKind(event.kind) + eventWhere(event);
