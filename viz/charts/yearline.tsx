/** The year looked at, on any fan: a line to drag, a dot on each future on the map, and the rest of the picture left alone. */
import { computed } from '@preact/signals';
import { fill } from '../../words/index.ts';
import { goTo } from '../state/change.ts';
import { decimal, text, whole } from '../state/language.ts';
import type { PlanId } from '../state/plan.ts';
import { stepsPerYear } from '../state/rows.ts';
import { lastYear, playing, year } from '../state/store.ts';
import { type Ground, plotBox } from './frame.tsx';
import { apart } from './geometry.ts';
import { Slide } from './slide.tsx';
import type { Role } from './spread.tsx';

/** The whole year looked at, for what is said and counted rather than drawn: it changes once a year. */
export const wholeYear = computed(() => Math.min(lastYear.value, Math.floor(year.value + 1e-6)));

/** A column at a year between two rows, along the line that is drawn between them. */
function valueAtYear(values: ArrayLike<number>, years: ArrayLike<number>, at: number): number {
  const perYear = (years.length - 1) / years[years.length - 1];
  const row = Math.min(values.length - 1, Math.floor(at * perYear + 1e-6));
  const next = Math.min(values.length - 1, row + 1);
  return values[row] + Math.max(0, at * perYear - row) * (values[next] - values[row]);
}

export interface Followed {
  readonly role: Role;
  readonly values: ArrayLike<number>;
  readonly years: ArrayLike<number>;
}

interface YearProps {
  readonly ground: Ground;
  /** Columns that carry a dot. */
  readonly followed: readonly Followed[];
  /** Name of the window in which the heavy lines are seen. */
  readonly seen: string;
  /** Whether the words of the series stand at the dots. */
  readonly named?: boolean;
}

/** What moves with the year in a picture. */
export function YearDrawn({ ground: { x, y, height }, followed, seen, named = false }: YearProps) {
  const at = Math.min(year.value, x.domain()[1]);
  const [left, now] = [x(0) - 4, x(at)];
  const heights = followed.map(({ values, years }) => y(valueAtYear(values, years, at)));
  const labels = apart(heights[0], heights[1], 17, y.range()[0] - 9);
  return (
    <>
      <clipPath id={seen}>
        <rect x={left} y={0} width={now - left} height={height} />
      </clipPath>
      <path class="fan-now" d={`M${now},${y.range()[1] - 6}V${y.range()[0]}`} />
      {followed.map(({ role }, i) => (
        <circle key={role} class={`fan-dot fan-${role}`} cx={now} cy={heights[i]} r="4" />
      ))}
      {named &&
        followed.map(({ role }, i) => (
          <text key={role} class={`chart-label fan-label fan-${role}`} x={now + 10} y={labels[i] + 4}>
            {text.value.charts[role]}
          </text>
        ))}
    </>
  );
}

/** A year as it is said: whole years whole, the steps between with a decimal. */
export const yearText = (at: number): string => (Number.isInteger(at) ? whole(at) : decimal(at, 1));

/** The slider over a picture's plot: the whole plot is its ground. */
export function YearHandle({ ground, plan, label }: { readonly ground: Ground; readonly plan: PlanId; readonly label: string }) {
  const steps = stepsPerYear(plan);
  const onStep = (at: number): number => Math.round(at * steps) / steps;
  const { left, top, bottom } = plotBox(ground);
  const said = fill(text.value.charts.year, { year: yearText(playing.value ? Math.floor(year.value) : onStep(year.value)) });
  return (
    <Slide
      class="fan-year"
      box={{ left, top, bottom, width: `${ground.x(lastYear.value) - ground.x(0)}px` }}
      label={label}
      min={0}
      max={lastYear.value}
      value={year.value}
      valueText={said}
      step={1 / steps}
      page={1}
      near={onStep}
      to={(to, moment) => {
        playing.value = false;
        goTo(onStep(to), moment);
      }}
    >
      <span class="fan-pill" aria-hidden="true">
        {said}
      </span>
    </Slide>
  );
}
