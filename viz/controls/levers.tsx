/** The left column: the plans, how they roll out, the levers, questions to start from, and what it costs. */
import './levers.css';
import { signal } from '@preact/signals';
import { asking } from '../explore/playing.ts';
import { Evidence } from '../parts/evidence.tsx';
import { Icon } from '../parts/icon.tsx';
import { lazily } from '../parts/lazily.tsx';
import { count, text } from '../state/language.ts';
import { comparing, panel } from '../state/store.ts';
import { CostLine } from './cost.tsx';
import { ingredients } from './facts.ts';
import { FIVE, groups } from './groups.ts';
import { Hint } from './hint.tsx';
import { RolloutPicker } from './rollouts.tsx';
import { narrow } from './screen.ts';
import { Lever } from './slider.tsx';
import { Starters } from './starters.tsx';

const LeversSheet = lazily(async () => (await import('./sheet.tsx')).LeversSheet);
const PlanTabs = lazily(async () => (await import('./tabs.tsx')).PlanTabs);

/** Whether all levers stand open, or the five of the first minute. */
export const expanded = signal(false);

export function Levers() {
  if (narrow.value) return <LeversSheet />;
  return (
    <section class="levers" aria-label={text.value.levers.title}>
      {comparing.value || expanded.value ? (
        <>
          <h2 class="visually-hidden">{text.value.levers.title}</h2>
          <PlanTabs />
        </>
      ) : (
        <Heading />
      )}
      <div class="levers-rollout">
        <RolloutPicker />
        {asking.value && !comparing.value && <Hint />}
      </div>
      {expanded.value ? <All /> : <Five />}
      <CostLine />
    </section>
  );
}

function Heading() {
  const { title, intro } = text.value.levers;
  return (
    <header class="levers-intro">
      <h2>{title}</h2>
      <p>{intro}</p>
    </header>
  );
}

function Five() {
  const words = text.value.levers;
  return (
    <>
      <h3 class="levers-head">
        {words.ingredients}
        <span class="levers-key">
          <Evidence grade="B" /> {words.evidence}
        </span>
      </h3>
      {FIVE.map((path) => (
        <Lever key={path} path={path} />
      ))}
      <button type="button" class="levers-all" onClick={() => (expanded.value = true)}>
        {count(words.all, ingredients.value.length)}
        <Icon name="down" />
      </button>
      <Starters />
    </>
  );
}

function All() {
  const words = text.value.levers;
  return (
    <>
      {groups.value.map(({ name, paths }) => (
        <section key={name}>
          <h3 class="levers-head">{words.groups[name]}</h3>
          {paths.map((path) => (
            <Lever key={path} path={path} />
          ))}
        </section>
      ))}
      <p class="levers-more">
        <button type="button" class="link" onClick={() => (panel.value = { kind: 'more' })}>
          {words.more}
        </button>
        <button type="button" class="link" onClick={() => (expanded.value = false)}>
          {words.five}
        </button>
      </p>
    </>
  );
}
