/** Explore: the sentence, the levers, the map and the fans of each plan, and what came of it. */
import { useComputed } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { FanView } from '../charts/fanview.tsx';
import { useSize } from '../charts/size.ts';
import { Levers } from '../controls/levers.tsx';
import { MapLegend } from '../map/legend.tsx';
import { SchoolMap } from '../map/map.tsx';
import { lazily } from '../parts/lazily.tsx';
import { Tag } from '../parts/tag.tsx';
import { Words } from '../parts/words.tsx';
import { assumed } from '../state/assumptions.ts';
import { text, whole } from '../state/language.ts';
import { planName } from '../state/names.ts';
import type { PlanId } from '../state/plan.ts';
import { comparing, planIds, view } from '../state/store.ts';
import { tallyNow } from '../state/tally.ts';
import { Results } from './results.tsx';
import { isMoving, Saying } from './saying.tsx';
import { StageBar } from './stagebar.tsx';
import { Timeline } from './timeline.tsx';

const Notices = lazily(async () => (await import('./notices.tsx')).Notices);
const Differing = lazily(async () => (await import('./differing.tsx')).Differing);

export function Explore() {
  const [saying, said] = useSize<HTMLDivElement>({ width: 0, height: 0 });
  const kept = useRef(0);
  // What the sentence takes, the maps give, so that the fans stand whole above the timeline; under a moving hand they keep still.
  const style = useComputed(() => {
    if (!isMoving() || kept.current === 0) kept.current = said.value.height;
    return `--said: ${kept.current}px`;
  });
  return (
    <main class="explore" style={style}>
      <h1 class="visually-hidden">{text.value.shell.explore}</h1>
      <div class="explore-saying" ref={saying}>
        <Notices />
        <Saying />
      </div>
      <div class="explore-levers">
        <Levers />
      </div>
      <div class="explore-stage">
        <div class="explore-shown">
          <StageBar />
          <Stage />
        </div>
        <Timeline />
      </div>
      <div class="explore-results">
        <Results />
      </div>
    </main>
  );
}

function Stage() {
  if (comparing.value && view.value === 'difference') return <Differing />;
  const shown = planIds.value.filter((id) => view.value === 'both' || view.value === id);
  return (
    <>
      <div class={shown.length > 1 ? 'stage-twin' : 'stage-one'}>
        {shown.map((id) => (
          <PlanStage key={id} plan={id} />
        ))}
      </div>
      <MapLegend />
    </>
  );
}

function PlanStage({ plan }: { readonly plan: PlanId }) {
  return (
    <section class="stage-plan" aria-label={planName(plan)}>
      {comparing.value && <PlanHead plan={plan} />}
      <SchoolMap plan={plan} />
      <FanView plan={plan} assumed={assumed[plan].value} />
    </section>
  );
}

function PlanHead({ plan }: { readonly plan: PlanId }) {
  const { using, well } = tallyNow(plan);
  return (
    <h2 class="stage-name">
      <Tag plan={plan} />
      <span class="stage-name-text">{planName(plan)}</span>
      <small>
        <Words message={text.value.shell.thisFuture} with={{ using: whole(using), well: whole(well) }} />
      </small>
    </h2>
  );
}
