/** What the simulation lists in the words of the screen: its own names are English, and stand where a language has none. */
import type { Quantity, Setting } from '../../sim/index.ts';
import { type CatalogueWords, fill, namingPath } from '../../words/index.ts';
import type { Catalogue } from '../../workers/index.ts';
import { language, text } from './language.ts';

/** What can be put into words of the lists that there are. */
type Lists = Pick<Catalogue, 'settings' | 'ingredients' | 'strategies'> &
  Partial<Pick<Catalogue, 'events' | 'presets' | 'processes'>>;

/** Dollars, with the cents that small costs have. */
const dollars = (n: number): string =>
  new Intl.NumberFormat(language.value, {
    style: 'currency',
    currency: 'USD',
    currencyDisplay: 'narrowSymbol',
    maximumFractionDigits: 2,
  }).format(n);

const unitIn = ({ units }: CatalogueWords, unit: string): string => units?.[unit] ?? unit;

/** The row of an ingredient says what it is and what it costs. */
function ingredientIn(quantity: Quantity, name: string, words: CatalogueWords, { ingredients }: Lists): Quantity {
  const said = words.ingredients?.[name];
  const cost = ingredients.find((one) => one.name === name)?.cost;
  if (!said?.about || !words.cost || cost === undefined) return quantity;
  const about = fill(words.cost, { definition: said.about, money: dollars(cost) });
  return { ...quantity, label: said.label, unit: unitIn(words, quantity.unit), about };
}

function settingIn({ path, quantity }: Setting, words: CatalogueWords, lists: Lists): Setting {
  const [group, name] = path.split('.');
  if (group === 'ingredients') return { path, quantity: ingredientIn(quantity, name, words, lists) };
  const said = words.settings?.[namingPath(path)];
  return said ? { path, quantity: { ...quantity, ...said, unit: unitIn(words, quantity.unit) } } : { path, quantity };
}

/** Lists with the words of a language. */
export function inWords<L extends Lists>(lists: L, words: CatalogueWords): L {
  if (!words.settings) return lists;
  const { events, presets, processes } = lists;
  return {
    ...lists,
    settings: lists.settings.map((setting) => settingIn(setting, words, lists)),
    ingredients: lists.ingredients.map((one) => {
      const said = words.ingredients?.[one.name];
      return said ? { ...one, ...said, definition: said.about ?? one.definition } : one;
    }),
    strategies: lists.strategies.map((one) => ({ ...one, about: words.strategies?.[one.name] ?? one.about })),
    ...(events && { events: events.map((one) => ({ ...one, ...words.events?.[one.kind] })) }),
    ...(presets && { presets: presets.map((one) => ({ ...one, ...words.presets?.[one.name] })) }),
    ...(processes && { processes: processes.map((one) => ({ ...one, label: words.processes?.[one.name] ?? one.label })) }),
  };
}

/** What a choice is called: a rollout by its name, others as files say them where a language has no word. */
export function choiceName(choice: string): string {
  const rollouts: Readonly<Record<string, string>> = text.value.levers.rollouts;
  return rollouts[choice] ?? text.value.catalogue.choices?.[choice] ?? choice;
}

/** The language of a setting's name, where it is not that of the screen. */
export function languageOf(path: string): 'en' | undefined {
  const { settings } = text.value.catalogue;
  const isSaid = !path.includes('.') || /^(ingredients|effects)\./.test(path) || settings?.[namingPath(path)];
  return settings && !isSaid ? 'en' : undefined;
}
