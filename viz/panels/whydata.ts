/** The futures behind one school's story: the one on the map, and a hundred with each thing changed. They come as time allows. */
import { batch, type ReadonlySignal, useComputed, useSignal, useSignalEffect } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { Results } from '../../sim/index.ts';
import { toldFutures } from '../state/engine.ts';
import type { PlanId } from '../state/plan.ts';
import { keyOf } from '../state/plan.ts';
import { catalogue, future, planOf } from '../state/store.ts';
import { defaultsOf } from './defaults.ts';
import { type WhatIf, type WhatIfName, whatIfs } from './whatifs.ts';

/** Futures of each what-if: a rough answer first. */
const STAGES = [16, 64, 100] as const;
/** As many as each what-if has in the end. */
export const ALL_FUTURES = STAGES[2];
/** Milliseconds between two looks at what has come. */
const BEAT = 200;

export type Asked = WhatIf & { readonly runs: readonly Results[] };

export interface WhyData {
  /** The future on the map, with the school's story; of the one before until it is known. */
  readonly told: ReadonlySignal<Results | null>;
  /** The plan as it is first; empty until the engine's defaults are here. */
  readonly asked: ReadonlySignal<readonly Asked[]>;
}

export function useWhy(id: PlanId, school: number): WhyData {
  const plan = useComputed(() => planOf(id));
  const key = useComputed(() => keyOf(plan.value));
  const told = useSignal<Results | null>(null);
  const runs = useSignal<ReadonlyMap<WhatIfName, readonly Results[]>>(new Map());
  const ifs = useComputed(() => (catalogue.value ? whatIfs(plan.value, defaultsOf(catalogue.value)) : []));

  useSignalEffect(() => {
    key.value;
    const stop = new AbortController();
    const onFuture = (results: Results): void => {
      told.value = results;
    };
    toldFutures(plan.peek(), [future.value], school, { signal: stop.signal, onFuture }).catch(ended);
    return () => stop.abort();
  });

  useSignalEffect(() => {
    key.value;
    const stop = new AbortController();
    runs.value = new Map();
    void askAll(ifs.value, school, stop.signal, (known) => {
      runs.value = known;
    }).catch(ended);
    return () => stop.abort();
  });

  const asked = useComputed(() => ifs.value.map((one) => ({ ...one, runs: runs.value.get(one.name) ?? [] })));
  return useMemo(() => ({ told, asked }), []);
}

/** Work that nobody waits for any more ends quietly; the page says elsewhere when the engine stands still. */
const ended = (): void => {};

/** All what-ifs, rough ones first; `show` is handed what has come so far. */
async function askAll(
  ifs: readonly WhatIf[],
  school: number,
  signal: AbortSignal,
  show: (known: ReadonlyMap<WhatIfName, readonly Results[]>) => void,
): Promise<void> {
  const known = new Map<WhatIfName, Results[]>(ifs.map(({ name }) => [name, []]));
  const beat = setInterval(() => batch(() => show(copyOf(known))), BEAT);
  try {
    let done = 0;
    for (const stage of STAGES) {
      const numbers = Array.from({ length: stage - done }, (_, k) => done + k);
      for (const { name, plan } of ifs)
        await toldFutures(plan, numbers, school, { signal, onFuture: (results) => known.get(name)!.push(results) });
      done = stage;
    }
  } finally {
    clearInterval(beat);
    if (!signal.aborted) show(copyOf(known));
  }
}

/** In the order of futures, so that what is drawn does not depend on who was quicker. */
const copyOf = (known: ReadonlyMap<WhatIfName, readonly Results[]>): ReadonlyMap<WhatIfName, readonly Results[]> =>
  new Map([...known].map(([name, runs]) => [name, [...runs].sort((a, b) => a.replicate - b.replicate)]));
