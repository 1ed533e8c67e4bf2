/** The innovation itself, and those that compete with it. */
import { useSignal } from '@preact/signals';
import type { Scenario } from '../../sim/index.ts';
import { fill } from '../../words/index.ts';
import { Icon } from '../parts/icon.tsx';
import { change, changePlan } from '../state/change.ts';
import { text } from '../state/language.ts';
import { valueAt } from '../state/plan.ts';
import { catalogue, edited, planOf } from '../state/store.ts';
import { SettingRow } from './morerow.tsx';
import { NumberInput } from './moretime.tsx';

type Innovations = NonNullable<Scenario['innovations']>;

/** As long as a scenario file may call an innovation. */
const LONGEST = 120;
/** Variants that educators may make where a plan does not say. */
const VARIANTS = 2;

const innovationsOf = (plan: Scenario): Innovations => plan.innovations ?? [];

/** As many innovations as the engine has room for, variants included. */
const roomFor = (): number =>
  new Set(catalogue.value!.settings.flatMap(({ path }) => /^innovations\.(\d+)/.exec(path)?.[1] ?? [])).size;

/** The plan with other innovations; what rolls one out that is gone, rolls out the first. */
function withInnovations(plan: Scenario, innovations: Innovations): Scenario {
  const stage = (one: Record<string, unknown>) =>
    Number(one.innovation ?? 0) < innovations.length ? one : { ...one, innovation: 0 };
  const { strategy, localVariants = VARIANTS } = plan;
  return {
    ...plan,
    innovations,
    localVariants: Math.min(localVariants, roomFor() - innovations.length),
    ...(strategy && {
      strategy: (Array.isArray(strategy) ? strategy.map(stage) : stage(strategy)) as NonNullable<Scenario['strategy']>,
    }),
  };
}

export function Innovations({ paths }: { readonly paths: readonly string[] }) {
  const words = text.value.levers.settings.innovations;
  const plan = planOf(edited.value);
  const all = innovationsOf(plan);
  const room = roomFor();
  const add = (): void =>
    changePlan((now) => withInnovations(now, [...innovationsOf(now), { name: fill(words.newName, { n: all.length + 1 }) }]));
  return (
    <>
      {all.map((_, place) => (
        <Innovation key={place} place={place} paths={paths.filter((path) => path.startsWith(`innovations.${place}.`))} />
      ))}
      {all.length > 1 && <Rolled />}
      <NumberInput
        label={words.variants}
        value={plan.localVariants ?? VARIANTS}
        low={0}
        high={room - all.length}
        set={(to) => changePlan((now) => ({ ...now, localVariants: to }))}
      />
      <button type="button" class="button" disabled={all.length >= room} onClick={add}>
        <Icon name="plus" />
        {all.length >= room ? words.full : words.add}
      </button>
    </>
  );
}

function Innovation({ place, paths }: { readonly place: number; readonly paths: readonly string[] }) {
  const words = text.value.levers.settings.innovations;
  const open = useSignal(place === 0);
  const all = innovationsOf(planOf(edited.value));
  const { name } = all[place];
  const rename = (to: string): void =>
    changePlan((plan) => ({
      ...plan,
      innovations: innovationsOf(plan).map((one, i) => (i === place ? { ...one, name: to } : one)),
    }));
  return (
    <details class="more-innovation" open={open.value} onToggle={({ currentTarget }) => (open.value = currentTarget.open)}>
      <summary>
        {fill(words.title, { n: place + 1 })}: {name}
      </summary>
      <label class="setting-line">
        <span>{words.name}</span>
        <input
          type="text"
          maxLength={LONGEST}
          value={name}
          onChange={({ currentTarget }) => currentTarget.value.trim() !== '' && rename(currentTarget.value.trim())}
        />
      </label>
      {open.value && paths.map((path) => <SettingRow key={path} path={path} />)}
      {all.length > 1 && (
        <button
          type="button"
          class="button"
          onClick={() =>
            changePlan((plan) =>
              withInnovations(
                plan,
                innovationsOf(plan).filter((__, i) => i !== place),
              ),
            )
          }
        >
          {fill(words.remove, { name })}
        </button>
      )}
    </details>
  );
}

/** Which of several innovations is rolled out. */
function Rolled() {
  const plan = planOf(edited.value);
  return (
    <label class="setting-line">
      <span>{text.value.levers.settings.innovations.rolled}</span>
      <select
        value={Number(valueAt(plan, 'strategy.innovation') ?? 0)}
        onChange={({ currentTarget }) => change('strategy.innovation', Number(currentTarget.value))}
      >
        {innovationsOf(plan).map(({ name }, place) => (
          <option key={place} value={place}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
