/**
 * What the person looking on assumes in place of what the model does. The plans stay as they are: their futures under these
 * assumptions are run beside them, with the same luck.
 */
import { computed, effect, type Signal, signal } from '@preact/signals';
import type { Results } from '../../sim/index.ts';
import { type Assumptions, underAssumptions } from './assuming.ts';
import { changeBoth, heardDone } from './change.ts';
import { futuresOf } from './engine.ts';
import type { PlanId, Value } from './plan.ts';
import { planIds, plans } from './store.ts';

export { weakSettings } from './assuming.ts';

/** Futures of a plan under assumptions, in the order in which more are asked for. */
const STAGES = [16, 64] as const;

export const assumptions = signal<Assumptions>({});
export const assumptionCount = computed(() => Object.keys(assumptions.value).length);
/** The plans' futures under the assumptions; empty while there are none. */
export const assumed: Readonly<Record<PlanId, Signal<readonly Results[]>>> = { a: signal([]), b: signal([]) };

/** Assumes a value; undefined goes back to the model's own. */
export function assume(path: string, value: Value | undefined): void {
  const { [path]: _, ...others } = assumptions.value;
  assumeAll(value === undefined ? others : { ...others, [path]: value });
  heardDone();
}

/** Puts other assumptions in place of all, as an address says them. */
export function assumeAll(all: Assumptions): void {
  assumptions.value = all;
  if (assumptionCount.peek() > 0) follow();
}

export function assumeNothing(): void {
  assumptions.value = {};
  heardDone();
}

/** Writes the assumptions into the plans, which thereby say them to everybody. */
export function assumeForGood(): void {
  const now = assumptions.value;
  assumptions.value = {};
  changeBoth((plan) => underAssumptions(plan, now));
}

let following = false;

/** From the first assumption on, keeps the futures under assumptions those of the plans on the screen. */
function follow(): void {
  if (following) return;
  following = true;
  let current = new AbortController();
  effect(() => {
    const now = assumptions.value;
    const { a, b } = plans.value;
    current.abort(new Error('a later change'));
    current = new AbortController();
    const { signal } = current;
    if (Object.keys(now).length === 0 || !b) assumed.b.value = [];
    if (Object.keys(now).length === 0) assumed.a.value = [];
    else void run({ a: underAssumptions(a, now), ...(b && { b: underAssumptions(b, now) }) }, signal);
  });
}

type Plans = Readonly<Partial<Record<PlanId, Parameters<typeof futuresOf>[0]>>>;

async function run(under: Plans, signal: AbortSignal): Promise<void> {
  for (const stage of STAGES) {
    for (const id of planIds.peek()) {
      const plan = under[id];
      if (!plan) continue;
      const numbers = Array.from({ length: stage }, (_, k) => k);
      const runs = await futuresOf(plan, numbers, signal).catch((): readonly Results[] => []);
      if (signal.aborted) return;
      if (runs.length > 0) assumed[id].value = runs;
    }
  }
}
