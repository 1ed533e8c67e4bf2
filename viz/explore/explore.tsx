/** Explore: the sentence, the levers, the map and the fans of each plan, and what came of it. */

import { DifferenceFan } from '../charts/differencefan.tsx';
import { FanView } from '../charts/fanview.tsx';
import { Outcomes } from '../charts/outcomes.tsx';
import { Levers } from '../controls/levers.tsx';
import { DifferenceMap, MapLegend, SchoolMap } from '../map/map.tsx';
import { Tag } from '../parts/tag.tsx';
import { Words } from '../parts/words.tsx';
import { assumed } from '../state/assumptions.ts';
import { text, whole } from '../state/language.ts';
import { planName } from '../state/names.ts';
import type { PlanId } from '../state/plan.ts';
import { comparing, planIds, view } from '../state/store.ts';
import { tallyNow } from '../state/tally.ts';
import { Notices } from './notices.tsx';
import { Saying } from './saying.tsx';
import { StageBar } from './stagebar.tsx';
import { Timeline } from './timeline.tsx';

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
        <Outcomes />
      </div>
    </main>
  );
}

function Stage() {
  if (comparing.value && view.value === 'difference')
    return (
      <>
        <DifferenceMap />
        <DifferenceFan />
        <MapLegend difference />
      </>
    );
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
