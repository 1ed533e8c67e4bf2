/** The map of one plan's future: every school, where it is, how large, and what has become of the practice there. */
import { batch } from '@preact/signals';
import { fill } from '../../words/index.ts';
import { count, filled, text, whole } from '../state/language.ts';
import type { PlanId } from '../state/plan.ts';
import { rowAt, stepsPerYear } from '../state/rows.ts';
import { comparing, futures, ground, panel, playing, pointed, year } from '../state/store.ts';
import { drawMoment, type Moment } from './draw.ts';
import { Glyph } from './glyph.tsx';
import type { Land } from './land.ts';
import { marksOf } from './marks.ts';
import { reducedMotion } from './media.ts';
import { canvasPen } from './pen.ts';
import { Sheet } from './sheet.tsx';
import { FLIGHT } from './sparks.ts';
import { isCrowd, splat } from './splat.ts';
import { codeOf, countsOf, emptyRecord, fillOf, rowsOf, type SchoolState, stateAt, stateOf, statesAt } from './states.ts';
import type { Surface } from './surface.ts';
import { thresholds } from './thresholds.ts';
import { isDetailed, type View } from './view.ts';

/** Opens the story of a school. */
function openSchool(school: number, plan: PlanId): void {
  batch(() => {
    pointed.value = null;
    panel.value = { kind: 'school', school, plan };
  });
}

/** The record of the future on the map; of nobody using anything until one of these schools is there. */
export function recordOf(plan: PlanId) {
  const { record } = futures[plan].value;
  return record?.schools === ground.value.schoolCount ? record : emptyRecord(ground.value.schoolCount);
}

/** The state of a school at the year looked at. */
const schoolNow = (plan: PlanId, school: number): SchoolState =>
  stateAt(recordOf(plan), school, rowAt(plan, year.value), thresholds);

/** The map of a plan, at the year looked at; `letters`: height of the names of districts in pixels, where it is not the usual. */
export function SchoolMap({ plan, letters }: { readonly plan: PlanId; readonly letters?: number }) {
  const words = text.value.map;
  return (
    <Sheet
      {...(letters && { letters })}
      label={`${comparing.value ? fill(words.planLabel, { plan: plan.toUpperCase() }) : words.label}.`}
      summary={summaryOf(plan)}
      paint={(surface, land, view) => paint(plan, surface, land, view)}
      tell={(school) => stateWords(schoolNow(plan, school))}
      glyph={(school) => <Glyph state={schoolNow(plan, school)} size={18} />}
      open={(school) => openSchool(school, plan)}
    />
  );
}

/** A school's state in words. */
export function stateWords({ stage, owned }: SchoolState): string {
  const words = text.value.map.state;
  return owned ? fill(words.owned, { state: words[stage] }) : words[stage];
}

function summaryOf(plan: PlanId): string {
  // Said as it stands when it stands: nobody can follow numbers that change with every frame.
  const at = playing.value ? Math.floor(year.value) : year.value;
  const counts = countsOf(statesAt(recordOf(plan), rowAt(plan, at), thresholds));
  const said = Object.entries(counts).map(([name, n]) => [name, whole(n)]);
  const { summary, schools } = text.value.map;
  return filled(summary, {
    ...Object.fromEntries(said),
    schools: count(schools, ground.value.schoolCount),
    year: whole(Math.floor(at)),
  });
}

function paint(plan: PlanId, { context, colours, ratio }: Surface, land: Land, view: View): void {
  const moment = momentOf(plan);
  const isMany = isCrowd(land, view);
  if (isMany) splat(context, land, view, kindsAt(moment, isDetailed(view)), colours, ratio);
  drawMoment(canvasPen(context, colours), land, view, moment, isMany ? () => {} : undefined);
}

function momentOf(plan: PlanId): Moment {
  const record = recordOf(plan);
  const steps = stepsPerYear(plan);
  const row = Math.min(rowAt(plan, year.value), rowsOf(record) - 1);
  const moves = playing.value && !reducedMotion.value;
  const pace = paceAt(year.value, moves);
  const part = moves ? Math.min(1, year.value * steps - row) : 1;
  return { record, row, part, flight: moves ? (FLIGHT / pace) * steps : 0, thresholds };
}

/** Milliseconds a year while it plays, as measured from picture to picture. */
const USUAL_PACE = 900;
let last = { year: 0, time: 0, pace: USUAL_PACE };

function paceAt(now: number, moves: boolean): number {
  const time = performance.now();
  const years = now - last.year;
  if (!moves) last = { year: now, time, pace: USUAL_PACE };
  else if (years > 0) {
    const measured = Math.min(4000, Math.max(200, (time - last.time) / years));
    last = { year: now, time, pace: 0.9 * last.pace + 0.1 * measured };
  }
  return last.pace;
}

/** Of thousands of schools, those using it are put over those that do not, those using it well over all. */
const order = [
  { stage: 'none', owned: false },
  { stage: 'stopped', owned: false },
  ...(['name', 'low', 'high', 'well'] as const).flatMap((stage) => [
    { stage, owned: false },
    { stage, owned: true },
  ]),
] as const satisfies readonly SchoolState[];

const kindsAt = ({ record, row }: Moment, detail: boolean) => ({
  codes: statesAt(record, row, thresholds),
  order: order.map(codeOf),
  marks: (code: number, r: number) => marksOf(stateOf(code), r, fillOf(stateOf(code).stage), detail),
});
