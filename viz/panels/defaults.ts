/** What the engine takes where a plan is silent, as a plan would write it. */
import type { Catalogue } from '../../workers/index.ts';
import type { Defaults } from './differences.ts';

const kept = new WeakMap<Catalogue, Defaults>();

export function defaultsOf(catalogue: Catalogue): Defaults {
  const known = kept.get(catalogue);
  if (known) return known;
  const made = new Map(
    catalogue.settings.map(({ path, quantity: { choices, default: value } }) => [path, choices ? choices[value] : value]),
  );
  kept.set(catalogue, made);
  return made;
}
