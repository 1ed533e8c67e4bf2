/** What the page is about, in signals: two plans, the year and the future looked at, and what is open beside the picture. */
import { computed, type Signal, signal } from '@preact/signals';
import type { Results, Scenario, SchoolRecord } from '../../sim/index.ts';
import type { Catalogue, Ground } from '../../workers/index.ts';
import { first } from '../first/index.ts';
import { kept } from './kept.ts';
import type { Outcome } from './outcomes.ts';
import { keyOf, type PlanId } from './plan.ts';

export type View = 'both' | PlanId | 'difference';

/** What the page is for at the moment: one plan's or two plans' futures, which settings matter over many mixes of them, or showing them to a room. */
export const destinations = ['explore', 'matters', 'present'] as const;
export type Destination = (typeof destinations)[number];

/** What lies over Explore. */
export type Panel =
  | { readonly kind: 'school'; readonly school: number; readonly plan: PlanId }
  | { readonly kind: 'schools'; readonly plan: PlanId }
  | { readonly kind: 'drivers' | 'trust' | 'brief' | 'share' | 'systems' | 'rollouts' | 'more' };

export const themes = ['light', 'dark', 'projector'] as const;
export type Theme = (typeof themes)[number];

/** A plan's futures as far as they are known. */
export interface Futures {
  /** Of the plan that the runs are of: `keyOf` it. */
  readonly key: string;
  readonly runs: readonly Results[];
  /** The futures of the plan before the last change, until the new ones are as many: drawn faint. */
  readonly before: readonly Results[];
  /** The future on the map, school by school; of the plan before the last change until it is known. */
  readonly record: SchoolRecord | null;
}

const none: Futures = { key: '', runs: [], before: [], record: null };

export const plans = signal<{ readonly a: Scenario; readonly b: Scenario | null }>({ a: first.plan, b: null });
/** The plan that the levers change. */
export const edited = signal<PlanId>('a');
/** Years from which a plan departs from what it is a copy of; null: from the first day. */
export const forks = signal<Readonly<Record<PlanId, number | null>>>({ a: null, b: null });
export const futures: Readonly<Record<PlanId, Signal<Futures>>> = {
  a: signal<Futures>({ key: keyOf(first.plan), runs: first.runs, before: [], record: first.record }),
  b: signal<Futures>(none),
};
/** Futures wanted of each plan. */
export const wanted = signal(200);
/** Year looked at, and the number of the future on the map. */
export const year = signal(0);
export const future = signal(0);
export const playing = signal(false);
export const view = signal<View>('both');
export const destination = signal<Destination>('explore');
/** Key of the outcome that What matters is about. */
export const asked = signal<Outcome['name']>('depth');
export const panel = signal<Panel | null>(null);
/** The school pointed at, if any. */
export const pointed = signal<number | null>(null);
export const theme = signal<Theme>(themes.find((one) => one === kept('look')) ?? 'light');
export const ground = signal<Ground>(first.ground);
/** Null until the desk has sent it: a tenth of a second after the page stands. */
export const catalogue = signal<Catalogue | null>(null);
/** Why the engine stands still, if it does. */
export const stopped = signal<string | null>(null);
/** While a slider is held. */
export const dragging = signal(false);

export const planIds = computed<readonly PlanId[]>(() => (plans.value.b ? ['a', 'b'] : ['a']));
export const comparing = computed(() => plans.value.b !== null);
/** The last year that both plans reach. */
export const lastYear = computed(() => Math.min(plans.value.a.years, plans.value.b?.years ?? Number.POSITIVE_INFINITY));

export const planOf = (id: PlanId): Scenario => plans.value[id] ?? plans.value.a;
