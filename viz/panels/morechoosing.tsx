/** Rollouts that districts, or networks of schools, choose for themselves: which, by whom, and how far districts look at each other. */
import './morechoosing.css';
import { useRef } from 'preact/hooks';
import { MAX_ROLLOUTS } from '../../sim/index.ts';
import { fill } from '../../words/index.ts';
import { strategies } from '../controls/facts.ts';
import { departure } from '../controls/reading.ts';
import { rolloutName, rolloutOf } from '../controls/rollouts.tsx';
import { Icon } from '../parts/icon.tsx';
import { changePlan } from '../state/change.ts';
import { text } from '../state/language.ts';
import { panelText } from '../state/paneltext.ts';
import { edited, ground, planOf } from '../state/store.ts';
import { type Chosen, chosenIn, takenDistricts, withKind, withOneMore, withoutOne } from './morechosen.ts';
import { Districts, NetworkSchools, Regions } from './moreplaces.tsx';
import { SettingRow } from './morerow.tsx';

export function Choosing({ paths }: { readonly paths: readonly string[] }) {
  const words = panelText.value.choosing;
  const plan = planOf(edited.value);
  const all = chosenIn(plan);
  const add = useRef<HTMLButtonElement>(null);
  const isFixed = departure() > 0;
  const done = takenDistricts(plan, ground.value);
  const free = ground.value.districtNames.findIndex((_, d) => !done.has(d));
  const more = (): void => {
    // The first that is a rollout at all, and not the plan's.
    const kind = strategies.value.slice(1).find(({ name }) => name !== rolloutOf(edited.value))!.name;
    changePlan((now) => withOneMore(now, kind, free));
  };
  return (
    <>
      <p class="setting-more">{words.about}</p>
      {isFixed && <p class="setting-more">{text.value.levers.settings.fixed}</p>}
      <fieldset class="choosing" disabled={isFixed} aria-label={words.title}>
        {all.map((one, at) => (
          <Rollout
            key={at}
            at={at}
            chosen={one}
            remove={() => {
              changePlan((now) => withoutOne(now, at));
              add.current?.focus();
            }}
          />
        ))}
        <More button={add} free={free} count={all.length} add={more} />
      </fieldset>
      {paths.map((path) => (
        <SettingRow key={path} path={path} />
      ))}
    </>
  );
}

interface MoreProps {
  readonly button: { current: HTMLButtonElement | null };
  /** A district that has chosen nothing yet; -1 where all have. */
  readonly free: number;
  readonly count: number;
  readonly add: () => void;
}

function More({ button, free, count, add }: MoreProps) {
  const words = panelText.value.choosing;
  const isStaged = Array.isArray(planOf(edited.value).strategy);
  const why = isStaged
    ? words.staged
    : count >= MAX_ROLLOUTS
      ? fill(words.full, { n: MAX_ROLLOUTS })
      : free < 0
        ? words.none
        : null;
  return (
    <>
      {why !== null && <p class="setting-more">{why}</p>}
      <button ref={button} type="button" class="button" disabled={why !== null} onClick={add}>
        <Icon name="plus" />
        {words.add}
      </button>
    </>
  );
}

interface RolloutProps {
  /** Its place in the plan's list. */
  readonly at: number;
  readonly chosen: Chosen;
  readonly remove: () => void;
}

function Rollout({ at, chosen, remove }: RolloutProps) {
  const words = panelText.value.choosing;
  const name = { n: at + 1, rollout: rolloutName(chosen.kind) };
  return (
    <fieldset class="schedule">
      <legend>{fill(words.one, name)}</legend>
      <label class="setting-line">
        <span>{text.value.levers.rollout}</span>
        <select
          value={chosen.kind}
          onChange={({ currentTarget }) => changePlan((plan) => withKind(plan, at, currentTarget.value))}
        >
          {strategies.value.map(({ name: kind }) => (
            <option key={kind} value={kind}>
              {rolloutName(kind)}
            </option>
          ))}
        </select>
      </label>
      <Regions at={at} chosen={chosen} />
      <Districts at={at} chosen={chosen} />
      <NetworkSchools at={at} chosen={chosen} />
      <button type="button" class="button" onClick={remove}>
        {fill(words.remove, name)}
      </button>
    </fieldset>
  );
}
