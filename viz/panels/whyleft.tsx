/** What stays in view beside a school's story where there is room: the map, and whom the school learned from. */
import type { Results } from '../../sim/index.ts';
import { SchoolMap } from '../map/map.tsx';
import { Words } from '../parts/words.tsx';
import { whole } from '../state/language.ts';
import { planName } from '../state/names.ts';
import { panelText } from '../state/paneltext.ts';
import type { PlanId } from '../state/plan.ts';
import { tallyNow } from '../state/tally.ts';
import { LearnedFrom } from './whyfrom.tsx';

interface BesideProps {
  readonly id: PlanId;
  readonly school: number;
  readonly told: Results | null;
  readonly at: number;
}

export function Beside({ id, school, told, at }: BesideProps) {
  const { using, well } = tallyNow(id);
  return (
    <aside class="why-left">
      <p class="why-left-said">
        <Words
          message={panelText.value.why.head.map}
          with={{ plan: planName(id).replaceAll('<', '‹'), year: whole(at), using: whole(using), well: whole(well) }}
        />
      </p>
      <div class="why-left-map">
        <SchoolMap plan={id} />
      </div>
      {told && <LearnedFrom id={id} school={school} told={told} at={at} />}
    </aside>
  );
}
