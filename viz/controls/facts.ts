/** What is known of a setting by its path: its words, its bounds, its evidence. */
import { computed } from '@preact/signals';
import type { Quantity } from '../../sim/index.ts';
import { first } from '../first/index.ts';
import { inWords } from '../state/labels.ts';
import { text } from '../state/language.ts';
import { named } from '../state/named.ts';

export interface Facts {
  readonly path: string;
  readonly label: string;
  /** What the field calls it, where that differs. */
  readonly term?: string;
  readonly about?: string;
  readonly quantity: Quantity;
}

/** The dial of fragmentation turned round: one number for its three parts. */
export const JOINED = 'fragmentation';

const lists = computed(() => named.value ?? inWords(first.levers, text.value.catalogue));

export const ingredients = computed(() => lists.value.ingredients);
export const strategies = computed(() => lists.value.strategies);

const settings = computed(() => new Map(lists.value.settings.map(({ path, quantity }) => [path, quantity])));

/** Parts of fragmentation, from the list of settings. */
export const fragments = computed(() => [...settings.value.keys()].filter((path) => path.startsWith(`${JOINED}.`)));

/** Null for a path that is no setting, or not known before the catalogue has come. */
export function factsOf(path: string): Facts | null {
  if (path === JOINED) return joined();
  const ingredient = ingredients.value.find(({ name }) => path === `ingredients.${name}`);
  const quantity = settings.value.get(path) ?? (ingredient && quantityOf(ingredient));
  if (!quantity) return null;
  if (ingredient) return { path, label: ingredient.label, term: ingredient.term, about: quantity.about ?? '', quantity };
  const facts = { path, label: quantity.label, quantity, ...(quantity.about !== undefined && { about: quantity.about }) };
  return path === 'collaboration.intensity' ? { ...facts, ...text.value.levers.collaboration } : facts;
}

/** The row of an ingredient before the catalogue has come with its own. */
const quantityOf = ({ label, definition, level, grade, source }: (typeof ingredients.value)[number]): Quantity => ({
  label,
  unit: 'level',
  range: [0, 1],
  default: level,
  grade,
  source,
  about: definition,
});

function joined(): Facts | null {
  const part = settings.value.get(fragments.value[0]);
  if (!part) return null;
  const { label, term, about } = text.value.levers.joined;
  const [low, high] = part.range;
  return {
    path: JOINED,
    label,
    term,
    about,
    quantity: { ...part, label, default: 1 - part.default, range: [1 - high, 1 - low] },
  };
}
