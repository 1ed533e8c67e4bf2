/** What a plan may name instead of leaving it to the rollout: that it begins in this school, or coaches this district or region first. */
import { batch } from '@preact/signals';
import type { Scenario } from '../../sim/index.ts';
import { fill } from '../../words/index.ts';
import { changePlan } from '../state/change.ts';
import { count } from '../state/language.ts';
import { panelText } from '../state/paneltext.ts';
import type { PlanId } from '../state/plan.ts';
import { edited, ground, planOf } from '../state/store.ts';

type Field = 'pilots' | 'coachedFirst' | 'regionsFirst';

/** A list of places with one more or one fewer; a plan without any has no list. */
function toggled(plan: Scenario, field: Field, at: number): Scenario {
  const { [field]: list = [], ...rest } = plan;
  const next = list.includes(at) ? list.filter((one) => one !== at) : [...list, at].sort((x, y) => x - y);
  return next.length > 0 ? { ...rest, [field]: next } : rest;
}

export function Picked({ id, school }: { readonly id: PlanId; readonly school: number }) {
  const words = panelText.value.why.picked;
  const { district, districtNames, districtRegion, regionNames } = ground.value;
  const d = district[school];
  const r = districtRegion[d];
  const { pilots = [], coachedFirst = [], regionsFirst = [] } = planOf(id);
  const toggle = (field: Field, at: number) => () =>
    batch(() => {
      edited.value = id;
      changePlan((plan) => toggled(plan, field, at));
    });
  return (
    <p class="why-picked">
      <button type="button" class="button" aria-pressed={pilots.includes(school)} onClick={toggle('pilots', school)}>
        {words.start}
      </button>{' '}
      <button type="button" class="button" aria-pressed={coachedFirst.includes(d)} onClick={toggle('coachedFirst', d)}>
        {fill(words.coach, { district: districtNames[d] })}
      </button>{' '}
      {regionNames.length > 1 && (
        <>
          <button type="button" class="button" aria-pressed={regionsFirst.includes(r)} onClick={toggle('regionsFirst', r)}>
            {fill(words.coach, { district: regionNames[r] })}
          </button>{' '}
        </>
      )}
      {pilots.length > 0 && <small>{count(words.pilots, pilots.length)}</small>}
    </p>
  );
}
