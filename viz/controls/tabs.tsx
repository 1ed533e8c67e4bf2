/** The plans as tabs: which one the levers change, its name, and the way to a second. */
import './tabs.css';
import { useSignal } from '@preact/signals';
import { fill } from '../../words/index.ts';
import { Icon } from '../parts/icon.tsx';
import { Tag } from '../parts/tag.tsx';
import { changePlan, compareWith, edit, keepOnly, place } from '../state/change.ts';
import { saveFile } from '../state/files.ts';
import { text } from '../state/language.ts';
import { planName } from '../state/names.ts';
import type { PlanId } from '../state/plan.ts';
import { comparing, edited, planIds, planOf } from '../state/store.ts';

/** As long as a scenario file may call a plan. */
const LONGEST = 120;

export function PlanTabs() {
  const open = useSignal(false);
  const words = text.value.levers.plans;
  return (
    <div class="plans">
      <div class="plans-bar">
        <div class="plans-tabs" role="tablist" aria-label={words.label}>
          {planIds.value.map((id) => (
            <PlanTab key={id} id={id} />
          ))}
        </div>
        {!comparing.value && <Compare />}
        <button
          type="button"
          class="plans-menu"
          aria-expanded={open.value}
          aria-label={fill(words.menu, { plan: edited.value.toUpperCase() })}
          onClick={() => (open.value = !open.value)}
        >
          <Icon name="more" />
        </button>
      </div>
      {open.value && <PlanMenu close={() => (open.value = false)} />}
    </div>
  );
}

function PlanTab({ id }: { readonly id: PlanId }) {
  const chosen = edited.value === id;
  return (
    <button
      type="button"
      role="tab"
      class={`plans-tab plans-tab-${id}`}
      aria-selected={chosen}
      tabIndex={chosen ? 0 : -1}
      title={planName(id)}
      onClick={() => edit(id)}
      onKeyDown={(event) => {
        const to = { ArrowLeft: 'a', ArrowRight: 'b' }[event.key] as PlanId | undefined;
        if (!to || !planIds.value.includes(to)) return;
        edit(to);
        const bar = event.currentTarget.parentElement;
        bar?.querySelectorAll('button')[planIds.value.indexOf(to)]?.focus();
      }}
    >
      <Tag plan={id} />
      <span class="plans-name">{planName(id)}</span>
    </button>
  );
}

const Compare = () => (
  <button type="button" class="plans-compare" onClick={() => compareWith()}>
    <Icon name="plus" />
    {text.value.shell.compare}
  </button>
);

function PlanMenu({ close }: { readonly close: () => void }) {
  const words = text.value.levers.plans;
  const id = edited.value;
  const otherId = id === 'a' ? 'b' : 'a';
  const then = (deed: () => void) => () => {
    deed();
    close();
  };
  const copy = (): void => (comparing.value ? place(otherId, planOf(id)) : compareWith(planOf(id)));
  return (
    <div class="plans-deeds">
      <label>
        <span>{fill(words.name, { plan: id.toUpperCase() })}</span>
        <input
          type="text"
          maxLength={LONGEST}
          value={planName(id)}
          onChange={({ currentTarget }) => {
            const title = currentTarget.value.trim();
            if (title !== '') changePlan((plan) => ({ ...plan, title }));
          }}
        />
      </label>
      <button type="button" class="button" onClick={then(copy)}>
        {fill(words.copy, { plan: otherId.toUpperCase() })}
      </button>
      {comparing.value && (
        <button type="button" class="button" onClick={then(() => keepOnly(id))}>
          {words.keep}
        </button>
      )}
      <button type="button" class="button" onClick={then(saveFile)}>
        {words.save}
      </button>
    </div>
  );
}
