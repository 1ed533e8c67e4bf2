/** How the plan is rolled out: a card for each way, those of both plans marked with their letters. */
import './rollouts.css';
import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { fill, type Messages } from '../../words/index.ts';
import { Icon } from '../parts/icon.tsx';
import { change, changePlan } from '../state/change.ts';
import { count, text } from '../state/language.ts';
import { retitled } from '../state/names.ts';
import { type PlanId, valueAt } from '../state/plan.ts';
import { edited, forks, planIds, planOf } from '../state/store.ts';
import { strategies } from './facts.ts';
import { RolloutIcon } from './rollouticon.tsx';

export { RolloutIcon } from './rollouticon.tsx';

/** The rollouts that stand open. */
const SHOWN = ['waves', 'mandate', 'gated', 'clusters'];

/** What the screen calls a rollout. */
export const rolloutName = (kind: string): string =>
  text.value.levers.rollouts[kind as keyof Messages['levers']['rollouts']] ??
  strategies.value.find(({ name }) => name === kind)?.label ??
  kind;

/** The rollout that a plan begins with, or that it has from its departure on. */
export const rolloutOf = (id: PlanId): string => {
  const said = valueAt(planOf(id), 'strategy.kind', forks.value[id] ?? 0);
  return String(said ?? strategies.value[0].name);
};

/** Rolls the plan being edited out in another way; of stages one after another none is kept but the first, changed. */
function rollOut(kind: string): void {
  const from = forks.value[edited.value];
  const { strategy } = planOf(edited.value);
  if (from !== null || !Array.isArray(strategy)) {
    change('strategy.kind', kind);
    return;
  }
  const { from: _, ...first } = strategy[0];
  changePlan((plan) => retitled(plan, { ...plan, strategy: { ...first, kind } }));
}

export function RolloutPicker() {
  const open = useSignal(false);
  const cards = useRef<HTMLDivElement>(null);
  const words = text.value.levers;
  const chosen = rolloutOf(edited.value);
  const inUse = planIds.value.map(rolloutOf);
  const all = strategies.value.map(({ name }) => name);
  const ordered = [...SHOWN.filter((name) => all.includes(name)), ...all.filter((name) => !SHOWN.includes(name))];
  const shown = open.value ? ordered : ordered.filter((name) => SHOWN.includes(name) || inUse.includes(name));
  const move = (event: KeyboardEvent): void => {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const next = (shown.indexOf(chosen) + by + shown.length) % shown.length;
    rollOut(shown[next]);
    cards.current?.querySelectorAll('button')[next]?.focus();
  };
  return (
    <section class="rollouts">
      <h3 class="levers-head">
        {words.rollout}
        {shown.length < ordered.length && (
          <button type="button" class="rollouts-more" onClick={() => (open.value = true)}>
            {count(words.others, ordered.length - shown.length)}
            <Icon name="down" />
          </button>
        )}
      </h3>
      <div ref={cards} class="rollouts-cards" role="radiogroup" aria-label={words.rollout} onKeyDown={move}>
        {shown.map((kind) => (
          <Card key={kind} kind={kind} chosen={kind === chosen} />
        ))}
      </div>
      <Stages />
    </section>
  );
}

function Card({ kind, chosen }: { readonly kind: string; readonly chosen: boolean }) {
  const about = strategies.value.find(({ name }) => name === kind)?.about;
  const marks = planIds.value.filter((id) => rolloutOf(id) === kind);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a card with a drawing and two marks is more than a radio input can be
    <button
      type="button"
      role="radio"
      aria-checked={chosen}
      tabIndex={chosen ? 0 : -1}
      class={['rollout', ...marks.map((id) => `rollout-${id}`)].join(' ')}
      title={about}
      data-kind={kind}
      onClick={() => rollOut(kind)}
    >
      <RolloutIcon kind={kind} />
      {rolloutName(kind)}
      <span class="rollout-marks">
        {marks.map((id) => (
          <span key={id} class={`rollout-mark rollout-mark-${id}`}>
            {id.toUpperCase()}
          </span>
        ))}
      </span>
    </button>
  );
}

/** A word about a plan whose rollout is a list of stages. */
function Stages() {
  const { strategy } = planOf(edited.value);
  if (!Array.isArray(strategy) || strategy.length < 2) return null;
  const { stages, stageFrom } = text.value.levers;
  const said = strategy.map(({ kind, from }) => fill(stageFrom, { rollout: rolloutName(kind), year: Number(from ?? 0) }));
  return <p class="rollouts-stages">{fill(stages, { stages: said.join(', ') })}</p>;
}
