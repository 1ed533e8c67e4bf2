/** Every rollout under the plan's other settings, as small fans on shared axes: which to use, or to compare with. */
import { type Signal, useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { Results, Scenario } from '../../sim/index.ts';
import { fill } from '../../words/index.ts';
import { RolloutIcon, rolloutName, rolloutOf } from '../controls/rollouts.tsx';
import { Panel } from '../parts/panel.tsx';
import { changePlan, compareWith } from '../state/change.ts';
import { futuresOf } from '../state/engine.ts';
import { filled, whole } from '../state/language.ts';
import { named } from '../state/named.ts';
import { planName, retitled } from '../state/names.ts';
import { panelText } from '../state/paneltext.ts';
import { withValue } from '../state/plan.ts';
import { catalogue, comparing, edited, forks, panel, planOf } from '../state/store.ts';
import './fan.css';
import './rollouts.css';
import { SmallFan } from './smallfan.tsx';

/** Futures a rollout, a few of all before more of any. */
const STAGES = [16, 64] as const;

/** The plan with its rollout replaced by another one: from the first day, or from where it departs from what it is a copy of. */
const variantOf = (plan: Scenario, kind: string, from: number | null): Scenario =>
  retitled(plan, withValue(plan, 'strategy.kind', kind, from ?? undefined));

type Found = Readonly<Record<string, readonly Results[]>>;

/** Futures of every rollout, as they come; given up when nobody looks any more. */
function useFutures(variants: Readonly<Record<string, Scenario>>): Signal<Found> {
  const found = useSignal<Found>({});
  useEffect(() => {
    const closed = new AbortController();
    const gather = async (): Promise<void> => {
      for (const count of STAGES) {
        const numbers = Array.from({ length: count }, (_, k) => k);
        for (const [kind, variant] of Object.entries(variants)) {
          const runs = await futuresOf(variant, numbers, closed.signal);
          if (closed.signal.aborted) return;
          found.value = { ...found.value, [kind]: runs };
        }
      }
    };
    gather().catch((error: Error) => {
      if (!closed.signal.aborted) throw error;
    });
    return () => closed.abort(new Error('nobody looks any more'));
  }, [variants]);
  return found;
}

export function Rollouts() {
  const words = panelText.value.rollouts;
  const strategies = catalogue.value?.strategies;
  // The plan as it was when the panel was opened, whatever is chosen in it.
  const variants = useMemo(() => {
    const [plan, from] = [planOf(edited.peek()), forks.peek()[edited.peek()]];
    return Object.fromEntries((strategies ?? []).map(({ name }) => [name, variantOf(plan, name, from)]));
  }, [strategies]);
  const kinds = Object.keys(variants);
  const found = useFutures(variants);
  const futures = Math.min(...kinds.map((kind) => found.value[kind]?.length ?? 0));
  return (
    <Panel kind="rollouts" title={words.title}>
      <p class="multiples-about">
        {filled(words.about, { plan: planName(edited.value), n: whole(Number.isFinite(futures) ? futures : 0) })}
      </p>
      <ul class="multiples">
        {kinds.map((kind) => (
          <li key={kind}>
            <Rollout kind={kind} variant={variants[kind]} runs={found.value[kind] ?? []} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

interface RolloutProps {
  readonly kind: string;
  readonly variant: Scenario;
  readonly runs: readonly Results[];
}

function Rollout({ kind, variant, runs }: RolloutProps) {
  const words = panelText.value.rollouts;
  const name = rolloutName(kind);
  const about = named.value?.strategies.find((one) => one.name === kind)?.about;
  const isNow = rolloutOf(edited.value) === kind;
  const done = (act: () => void) => () => {
    panel.value = null;
    act();
  };
  return (
    <article class={isNow ? 'multiple now' : 'multiple'}>
      <h3 title={about}>
        <RolloutIcon kind={kind} />
        {name}
      </h3>
      {runs.length === 0 ? <p class="multiple-waiting">{words.waiting}</p> : <SmallFan name={name} runs={runs} />}
      <footer>
        {isNow ? (
          <span>{words.current}</span>
        ) : (
          <>
            <button
              type="button"
              class="button"
              aria-label={fill(words.useLabel, { rollout: name })}
              onClick={done(() => changePlan(() => variant))}
            >
              {words.use}
            </button>
            {!comparing.value && (
              <button
                type="button"
                class="button"
                aria-label={fill(words.compareLabel, { rollout: name })}
                onClick={done(() => compareWith(variant))}
              >
                {words.compare}
              </button>
            )}
          </>
        )}
      </footer>
    </article>
  );
}
