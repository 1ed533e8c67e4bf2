/** Settings as rows to be read: choices of a plan apart from what the model assumes, each in its group. */
import type { Quantity, Scenario } from '../../../sim/index.ts';
import { fill } from '../../../words/index.ts';
import type { Catalogue } from '../../../workers/index.ts';
import { isAssumption } from '../../state/assuming.ts';
import { panelText } from '../../state/paneltext.ts';

export interface TrustRow {
  readonly path: string;
  readonly label: string;
  /** Of what an ingredient does: the ends of its effect, of which the second may have no name in the language of the screen. */
  readonly effect?: { readonly ingredient: string; readonly on: string };
  readonly quantity: Quantity;
  readonly kind: 'assumption' | 'choice';
  /** The names that its group's settings begin with. */
  readonly group: string;
}

/** Two names for what the model assumes, `parameters.ties`; one for choices, `finance`. */
const groupOf = (path: string): string =>
  path
    .split('.')
    .slice(0, isAssumption(path) ? 2 : 1)
    .join('.');

/** Rows in the engine's order; without the pulses of events, which are none between events, and innovations that the plan has not. */
export function rowsOf(catalogue: Catalogue, plan: Scenario): readonly TrustRow[] {
  const innovations = Math.max(1, plan.innovations?.length ?? 0);
  const isHere = (path: string): boolean =>
    !path.startsWith('events.') && !(path.startsWith('innovations.') && Number(path.split('.')[1]) >= innovations);
  return catalogue.settings
    .filter(({ path }) => isHere(path))
    .map(({ path, quantity }) => ({
      path,
      quantity,
      ...namesOf(catalogue, path, quantity),
      kind: isAssumption(path) ? 'assumption' : 'choice',
      group: groupOf(path),
    }));
}

/** What an ingredient does is named by both its ends; everything else by its own label. */
function namesOf({ settings, ingredients }: Catalogue, path: string, { label }: Quantity): Pick<TrustRow, 'label' | 'effect'> {
  const [group, name, ...target] = path.split('.');
  if (group !== 'effects') return { label };
  const ingredient = ingredients.find((one) => one.name === name)!.label;
  const on = settings.find((one) => one.path === `parameters.${target.join('.')}`)!.quantity.label;
  return { label: fill(panelText.value.trust.effect, { ingredient, on }), effect: { ingredient, on } };
}

/** What a group is called: by its mechanism, by its ingredient, or by the part of the plan that it is. */
export function groupLabel({ processes, ingredients }: Catalogue, group: string): string {
  const words = panelText.value.trust.groups;
  const [first, name] = group.split('.');
  if (first === 'effects') return fill(words.effects, { ingredient: ingredients.find((one) => one.name === name)!.label });
  const mechanism = processes.find((one) => one.name === name);
  const key = (name ?? first) as keyof typeof words;
  return mechanism?.label ?? words[key] ?? key;
}

/** Rows whose words, path or source hold all words of a search. */
export function matching(rows: readonly TrustRow[], search: string): readonly TrustRow[] {
  const wanted = search.toLowerCase().split(/\s+/);
  return rows.filter(({ path, label, quantity }) => {
    const all = `${path} ${label} ${quantity.source} ${quantity.about ?? ''}`.toLowerCase();
    return wanted.every((word) => all.includes(word));
  });
}
