/** Every setting as a CSV file: what it is, what it is assumed to be, on what grounds, and how much it was found to matter. */
import { writeCsv } from '../../../formats/index.ts';
import { boundsOf, type Scenario } from '../../../sim/index.ts';
import type { Catalogue } from '../../../workers/index.ts';
import { saveText } from '../../state/download.ts';
import { valueAt } from '../../state/plan.ts';
import { catalogue, edited, planOf } from '../../state/store.ts';

/** A row a setting, in the engine's order; `value` is what a plan says where it says something. */
export function settingsTable({ settings }: Pick<Catalogue, 'settings'>, plan: Scenario): string {
  const numbers = (of: (one: Catalogue['settings'][number]) => number): Float64Array => Float64Array.from(settings, of);
  const texts = (of: (one: Catalogue['settings'][number]) => string): string[] => settings.map(of);
  const said = ({ path }: Catalogue['settings'][number]): string => String(valueAt(plan, path) ?? '');
  return writeCsv([
    { name: 'setting', values: texts(({ path }) => path) },
    { name: 'label', values: texts(({ quantity }) => quantity.label) },
    { name: 'unit', values: texts(({ quantity }) => quantity.unit) },
    { name: 'default', values: numbers(({ quantity }) => quantity.default) },
    { name: 'plan', values: texts(said) },
    { name: 'low', values: numbers(({ quantity }) => quantity.range[0]) },
    { name: 'high', values: numbers(({ quantity }) => quantity.range[1]) },
    { name: 'least', values: numbers(({ quantity }) => boundsOf(quantity)[0]) },
    { name: 'most', values: numbers(({ quantity }) => boundsOf(quantity)[1]) },
    { name: 'choices', values: texts(({ quantity }) => (quantity.choices ?? []).join(' ')) },
    { name: 'grade', values: texts(({ quantity }) => quantity.grade) },
    { name: 'source', values: texts(({ quantity }) => quantity.source) },
    { name: 'about', values: texts(({ quantity }) => quantity.about ?? '') },
  ]);
}

export function saveSettings(): void {
  if (catalogue.value) saveText('taking-root-settings.csv', settingsTable(catalogue.value, planOf(edited.value)), 'text/csv');
}
