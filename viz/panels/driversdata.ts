/** The futures behind a waterfall: each switch alone, for the order, then all of them one after another. */
import { type ReadonlySignal, useComputed, useSignal, useSignalEffect } from '@preact/signals';
import { type Ensemble, ensembleOf, type Results, type Scenario } from '../../sim/index.ts';
import { futuresOf } from '../state/engine.ts';
import { rowAt } from '../state/rows.ts';
import { catalogue, plans } from '../state/store.ts';
import { defaultsOf } from './defaults.ts';
import { type Refusal, refusal, type Switch, switchesBetween } from './differences.ts';
import { meanAt } from './waterfall.ts';
import { yearAsked } from './yearasked.ts';

/** Futures that the order is found by, and that the rough and the fine answer rest on. */
const FEW = 16;
const STAGES = [16, 64] as const;

export type Order = 'largest' | 'reversed';

/** Plans from B to A, each one switch further, through the same futures. */
export interface Chain {
  readonly switches: readonly Switch[];
  readonly plans: readonly Ensemble[];
}

export interface DriversData {
  readonly refused: ReadonlySignal<Refusal | null>;
  /** Null until the engine's defaults are here. */
  readonly switches: ReadonlySignal<readonly Switch[] | null>;
  readonly chain: ReadonlySignal<Chain | null>;
  /** Plans rerun so far of those that the answer needs. */
  readonly progress: ReadonlySignal<{ readonly done: number; readonly all: number }>;
}

export function useDrivers(order: ReadonlySignal<Order>): DriversData {
  const chain = useSignal<Chain | null>(null);
  const progress = useSignal({ done: 0, all: 0 });
  const refused = useComputed(() => (plans.value.b ? refusal(plans.value.a, plans.value.b) : null));
  const switches = useComputed(() => {
    const { a, b } = plans.value;
    return b && catalogue.value && !refused.value ? switchesBetween(a, b, defaultsOf(catalogue.value)) : null;
  });
  useSignalEffect(() => {
    const { a, b } = plans.value;
    const all = switches.value;
    chain.value = null;
    if (!b || !all || all.length === 0) return undefined;
    const stop = new AbortController();
    const count = (done: number): void => {
      progress.value = { done, all: (1 + STAGES.length) * all.length };
    };
    const show = (next: Chain): void => {
      chain.value = next;
    };
    follow({ a, b, switches: all, order: order.value, row: rowAt('a', yearAsked()), signal: stop.signal, count, show }).catch(
      ended,
    );
    return () => stop.abort();
  });
  return { refused, switches, chain, progress };
}

/** Work that nobody waits for any more ends quietly; the page says elsewhere when the engine stands still. */
const ended = (): void => {};

interface Task {
  readonly a: Scenario;
  readonly b: Scenario;
  readonly switches: readonly Switch[];
  readonly order: Order;
  readonly row: number;
  readonly signal: AbortSignal;
  readonly count: (done: number) => void;
  readonly show: (chain: Chain) => void;
}

const first = (count: number): readonly number[] => Array.from({ length: count }, (_, k) => k);
const ensemble = (plan: Scenario, runs: readonly Results[]): Ensemble => ensembleOf(plan.title, runs);

async function follow(task: Task): Promise<void> {
  const { a, b, signal, count, show } = task;
  let done = 0;
  const run = async (plan: Scenario, futures: number): Promise<Ensemble> => {
    const runs = await futuresOf(plan, first(futures), signal);
    count(done++);
    return ensemble(plan, runs);
  };
  const switches = await ordered(task, run);
  const between = [b];
  for (const { turn } of switches.slice(0, -1)) between.push(turn(between[between.length - 1]));
  for (const futures of STAGES) {
    const known: Ensemble[] = [];
    for (const plan of [...between, a]) known.push(await run(plan, futures));
    show({ switches, plans: known });
  }
}

/** By what each changes in depth when it alone is switched. */
async function ordered(
  { b, switches, order, row }: Task,
  run: (plan: Scenario, futures: number) => Promise<Ensemble>,
): Promise<readonly Switch[]> {
  const before = meanAt(await run(b, FEW), 'schoolsWell', row, FEW);
  const alone: { readonly one: Switch; readonly size: number }[] = [];
  for (const one of switches) {
    const after = meanAt(await run(one.turn(b), FEW), 'schoolsWell', row, FEW);
    alone.push({ one, size: Math.abs(after - before) });
  }
  const largest = alone.sort((x, y) => y.size - x.size).map(({ one }) => one);
  return order === 'largest' ? largest : largest.reverse();
}
