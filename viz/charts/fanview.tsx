/** A plan over the years: how many schools use it and use it well, in all its futures and in the one on the map. */
import { type ReadonlySignal, useComputed } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { Results } from '../../sim/index.ts';
import { fill } from '../../words/index.ts';
import { GuessDrawn, GuessHandle } from '../explore/guess.tsx';
import { asking } from '../explore/playing.ts';
import { text, whole } from '../state/language.ts';
import { planName } from '../state/names.ts';
import type { PlanId } from '../state/plan.ts';
import { dragging, edited, future, futures, planIds, planOf, year } from '../state/store.ts';
import { bandsOf } from './bands.ts';
import './fan.css';
import { fanSummary } from './fansummary.ts';
import { fanTable } from './fantable.ts';
import { Figure } from './figure.tsx';
import { FIRST_SIZE, Frame, type Ground, groundFor } from './frame.tsx';
import { apart } from './geometry.ts';
import { HappeningMarks } from './happeningmarks.tsx';
import { useSize } from './size.ts';
import { Bands, Hatch, isFew, Line, Rough, series, thinOf } from './spread.tsx';
import { type Followed, YearDrawn, YearHandle } from './yearline.tsx';

const AXIS = [0, 1] as const;
const NAMED = [0, 0.5, 1] as const;

interface FanViewProps {
  readonly plan: PlanId;
  /** Futures of the plan under other assumptions: outlined over the fan. */
  readonly assumed?: readonly Results[];
}

const percent = (share: number): string => {
  const n = whole(100 * share);
  return share === 1 ? fill(text.value.charts.percent, { n }) : n;
};

export function FanView({ plan, assumed }: FanViewProps) {
  const [room, size] = useSize<HTMLDivElement>(FIRST_SIZE);
  const ground = useComputed(() => groundFor(size.value, Math.max(...planIds.value.map((id) => planOf(id).years)), AXIS));
  const hidden = useComputed(() => asking.value && plan === 'a');
  const map = useComputed(() => futures[plan].value.runs.find(({ replicate }) => replicate === future.value));
  const id = useId();
  const words = text.value.charts.fan;
  if (futures[plan].value.runs.length === 0) return <p class="fan fan-waiting">{text.value.charts.difference.none}</p>;
  const title = hidden.value ? words.titleAsking : plan === 'a' ? words.title : words.titleB;
  return (
    <Figure
      class="fan"
      title={title}
      summary={fanSummary(plan, hidden.value, map.value)}
      table={() => {
        const { runs } = futures[plan].value;
        const thin = thinOf(runs, map.value);
        return fanTable({ runs, map: map.value, year: year.value, hidden: hidden.value, assumed, thin }, text.value);
      }}
      name={planName(plan)}
      svg={
        <div ref={room} class="fan-room">
          <Frame
            ground={ground.value}
            shares={NAMED}
            shareText={percent}
            moving={
              <>
                {hidden.value && <Hatch id={`${id}-fog`} of="fog" />}
                {plan === 'a' && <GuessDrawn ground={ground.value} fog={`${id}-fog`} />}
                <OnTheMap ground={ground} map={map.value} id={id} named={hidden.value} />
                {!hidden.value && <Labels plan={plan} ground={ground} />}
              </>
            }
          >
            {!hidden.value && <Spread plan={plan} ground={ground} id={id} assumed={assumed} />}
            <HappeningMarks plan={plan} ground={ground} />
          </Frame>
        </div>
      }
    >
      <YearHandle ground={ground.value} plan={plan} label={fill(words.line, { plan: planName(plan) })} />
      {plan === 'a' && <GuessHandle ground={ground.value} />}
    </Figure>
  );
}

interface PartProps {
  readonly plan: PlanId;
  readonly ground: ReadonlySignal<Ground>;
}

/** What stands still while the year moves: bands and thin futures, the ones of before while the new are few. */
function Spread({
  plan,
  ground: { value: ground },
  id,
  assumed,
}: PartProps & { readonly id: string; readonly assumed: readonly Results[] | undefined }) {
  const { runs, before } = futures[plan].value;
  const rough = isFew(runs.length) || (dragging.value && edited.value === plan);
  const map = runs.find(({ replicate }) => replicate === future.value);
  const drawn = (of: readonly Results[], as?: 'faint' | 'outlined') =>
    series.map(({ role, metric }) => (
      <Bands
        key={role}
        role={role}
        bands={bandsOf(of, metric)}
        years={of[0].years}
        ground={ground}
        {...(as && { as })}
        edge={as || !rough ? undefined : `${id}-${role}`}
      />
    ));
  return (
    <>
      {rough && series.map(({ role }) => <Hatch key={role} id={`${id}-${role}`} of={role} />)}
      {before.length > 0 && drawn(before, 'faint')}
      {drawn(runs)}
      {thinOf(runs, map).map((run) =>
        series.map(({ role, metric }) => (
          <Line
            key={`${run.replicate}-${role}`}
            class="fan-thin"
            role={role}
            values={run.columns[metric]}
            years={run.years}
            ground={ground}
          />
        )),
      )}
      {assumed && assumed.length > 0 && drawn(assumed, 'outlined')}
      {rough && <Rough ground={ground} />}
    </>
  );
}

/** The future on the map: heavy as far as the year looked at. */
function OnTheMap({
  ground: { value: ground },
  map,
  id,
  named,
}: Pick<PartProps, 'ground'> & { readonly map: Results | undefined; readonly id: string; readonly named: boolean }) {
  const followed: readonly Followed[] = map
    ? series.map(({ role, metric }) => ({ role, values: map.columns[metric], years: map.years }))
    : [];
  return (
    <>
      <g clip-path={`url(#${id}-seen)`}>
        {followed.map((one) => (
          <Line key={one.role} class="fan-map" ground={ground} {...one} />
        ))}
      </g>
      <YearDrawn ground={ground} followed={followed} seen={`${id}-seen`} named={named} />
    </>
  );
}

/** Year, from which labels stand inside the right end: a share of all years. */
const LABELLED = 0.97;

/** The words at both bands, which are the legend. */
function Labels({ plan, ground: { value: ground } }: PartProps) {
  const { runs } = futures[plan].value;
  const row = Math.round(LABELLED * (runs[0].years.length - 1));
  const middle = series.map(({ metric }) => ground.y(bandsOf(runs, metric)[row].median) + 4);
  const heights = apart(middle[0], middle[1], 20, ground.y.range()[0] - 5);
  return (
    <>
      {series.map(({ role }, i) => (
        <text key={role} class={`chart-label fan-label fan-${role}`} x={ground.x.range()[1] - 6} y={heights[i]} text-anchor="end">
          {text.value.charts[role]}
        </text>
      ))}
    </>
  );
}
