/** Explore: the sentence, the levers, the map and the fans of each plan, and what came of it. */

import { FanView } from '../charts/fanview.tsx';
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
import { Saying } from './saying.tsx';
import { StageBar } from './stagebar.tsx';
import { Timeline } from './timeline.tsx';

const Notices = lazily(async () => (await import('./notices.tsx')).Notices);
const Differing = lazily(async () => (await import('./differing.tsx')).Differing);

export function Explore() {
  return (
    <main class="explore">
      <h1 class="visually-hidden">{text.value.shell.explore}</h1>
      <div class="explore-saying">
        <Notices />
        <Saying />
      </div>
      <div class="explore-levers">
        <Levers />
      </div>
      <div class="explore-stage">
        <StageBar />
        <Stage />
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
      {planName(plan)}
      <small>
        <Words message={text.value.shell.thisFuture} with={{ using: whole(using), well: whole(well) }} />
      </small>
    </h2>
  );
}
