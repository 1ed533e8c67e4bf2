/** What stands on the years of a plan: its events, and when its money ends. */
import type { Scenario } from '../../sim/index.ts';
import type { Catalogue } from '../../workers/index.ts';
import { valueAt } from '../state/plan.ts';

export interface Happening {
  readonly year: number;
  readonly kind: 'event' | 'funding';
  readonly label: string;
}

interface Words {
  readonly fundingEnds: string;
  readonly pilotEnds: string;
}

type Lists = Pick<Catalogue, 'settings'>;
type Event = NonNullable<Scenario['events']>[number];

/** What a plan says of a setting, or what holds where it is silent. */
function numberOf(plan: Scenario, path: string, { settings }: Lists): number {
  const said = valueAt(plan, path) ?? settings.find((setting) => setting.path === path)?.quantity.default;
  return typeof said === 'number' ? said : Number.NaN;
}

/** In the order of years; those after the last year are left out. */
export function happeningsOf(plan: Scenario, lists: Lists, words: Words, nameOf: (event: Event) => string): readonly Happening[] {
  const events = (plan.events ?? []).map((event) => ({ year: event.year, kind: 'event' as const, label: nameOf(event) }));
  const pilotEnds = numberOf(plan, 'strategy.start', lists) + numberOf(plan, 'finance.pilotYears', lists);
  const funding = [
    { year: numberOf(plan, 'finance.stopYear', lists), kind: 'funding' as const, label: words.fundingEnds },
    { year: pilotEnds, kind: 'funding' as const, label: words.pilotEnds },
  ];
  return [...events, ...funding].filter(({ year }) => year < plan.years).sort((a, b) => a.year - b.year);
}
