/** What the learning loop of each plan recommends in the future on the map, and what such recommendations are worth over all futures. */
import { useSignal } from '@preact/signals';
import { innovationNames, learnedTitle, recommendations, worthOf } from '../../words/index.ts';
import { rolloutOf } from '../controls/rollouts.tsx';
import { Tag } from '../parts/tag.tsx';
import { cyclesOf } from '../state/cycles.ts';
import { language, whole } from '../state/language.ts';
import { planName } from '../state/names.ts';
import { panelText } from '../state/paneltext.ts';
import type { PlanId } from '../state/plan.ts';
import { comparing, future, futures, planIds, planOf } from '../state/store.ts';
import { Figure } from './figure.tsx';
import './learned.css';
import { learnedTable } from './learnedtable.ts';

/** The rollout that is there to learn. */
const LAB = 'lab';

const isLab = (id: PlanId): boolean => rolloutOf(id) === LAB || (planOf(id).rollouts ?? []).some(({ kind }) => kind === LAB);

const wordsNow = () => ({ messages: panelText.value.learned, tag: language.value });

export function Learned() {
  const chosen = useSignal<boolean | null>(null);
  // What a lab is for stands open; of two plans, how they differ comes first.
  const isOpen = chosen.value ?? (!comparing.value && isLab('a'));
  const title = learnedTitle(whole(future.value + 1), wordsNow());
  return (
    <details
      class="learned"
      open={isOpen}
      onToggle={({ currentTarget: { open } }) => {
        if (open !== isOpen) chosen.value = open;
      }}
    >
      <summary>
        <h2>{title}</h2>
      </summary>
      {isOpen && <Recommendations title={title} />}
    </details>
  );
}

function Recommendations({ title }: { readonly title: string }) {
  const learning = planIds.value.filter((id) => cyclesOf(id).length > 0);
  const rows = learning.map((id) => ({ plan: id.toUpperCase(), cycles: cyclesOf(id), names: innovationNames(planOf(id)) }));
  return (
    <Figure
      parts
      title={title}
      caption={learning.map((id) => (
        <span key={id} class="learned-worth">
          {comparing.value && <Tag plan={id} />} {worthOf(futures[id].value.runs, wordsNow())}
        </span>
      ))}
      summary={title}
      table={() => learnedTable(rows, wordsNow(), comparing.value)}
      name={learning.map(planName).join(' ')}
      svg={learning.map((id) => <OfPlan key={id} plan={id} />)}
    />
  );
}

function OfPlan({ plan }: { readonly plan: PlanId }) {
  return (
    <>
      {comparing.value && (
        <h3>
          <Tag plan={plan} />
          {planName(plan)}
        </h3>
      )}
      {recommendations(cyclesOf(plan), innovationNames(planOf(plan)), wordsNow()).map(({ innovation, tried, lines }) => (
        <section key={innovation}>
          <h4>{tried}</h4>
          <ul>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
