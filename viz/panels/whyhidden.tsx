/** What schools cannot see: the innovation's true effect in this future, beside what is measured and hoped for. Off by default. */

import { useSignal } from '@preact/signals';
import { scaleLinear } from 'd3';
import type { Results } from '../../sim/index.ts';
import { fill } from '../../words/index.ts';
import type { Chart } from '../charts/chart.ts';
import { Figure } from '../charts/figure.tsx';
import { futurePath } from '../charts/geometry.ts';
import { useSize } from '../charts/size.ts';
import { whole } from '../state/language.ts';
import { panelText } from '../state/paneltext.ts';
import { acrossOf, yearLabels } from './whyscale.ts';

const HEIGHT = 150;
const TOP = 12;
const BASE = 122;
/** Hundredths of a standard deviation: what people read. */
const HUNDREDTHS = 100;
/** An axis is at least this long. */
const LEAST = 20;

interface HiddenProps {
  readonly told: Results;
  readonly row: number;
  readonly at: number;
}

export function Hidden(props: HiddenProps) {
  const open = useSignal(false);
  const words = panelText.value.why.hidden;
  return (
    <section class="why-hidden">
      <label>
        <input
          type="checkbox"
          role="switch"
          aria-checked={open.value}
          checked={open.value}
          onChange={(event) => (open.value = event.currentTarget.checked)}
        />
        {words.label}
      </label>
      {open.value && <Shown {...props} />}
    </section>
  );
}

type Name = 'truth' | 'estimate' | 'expected';
type Columns = Readonly<Record<Name, readonly number[]>>;

/** In hundredths of a standard deviation a year. */
function columnsOf({ columns: { trueEffect, evidence, hype } }: Results): Columns {
  const hundredths = (values: Float64Array): readonly number[] => Array.from(values, (value) => HUNDREDTHS * value);
  return {
    truth: hundredths(trueEffect),
    estimate: hundredths(evidence),
    expected: hundredths(evidence.map((value, row) => value + hype[row])),
  };
}

function Shown({ told, row, at }: HiddenProps) {
  const words = panelText.value.why.hidden;
  const [place, size] = useSize<HTMLDivElement>({ width: 790, height: HEIGHT });
  const columns = columnsOf(told);
  const now = {
    truth: whole(columns.truth[row]),
    estimate: whole(columns.estimate[row]),
    expected: whole(columns.expected[row]),
  };
  const error = HUNDREDTHS * told.columns.evidenceError[row];
  const said = Number.isNaN(error) ? words.unmeasured : words.belief;
  const hype = whole(HUNDREDTHS * told.columns.hype[row]);
  return (
    <div ref={place} class="why-wide">
      <p>{fill(words.truth, { ...now, year: whole(at) })}</p>
      <p>{fill(said, { ...now, hype, error: whole(2 * error), year: whole(at) })}</p>
      <Figure
        name={words.title}
        title={words.title}
        summary={fill(words.summary, { ...now, year: whole(at) })}
        table={() => tableOf(told, columns)}
        svg={<Lines told={told} columns={columns} width={size.value.width} at={at} />}
      />
    </div>
  );
}

interface LinesProps {
  readonly told: Results;
  readonly columns: Columns;
  readonly width: number;
  readonly at: number;
}

function Lines({ told, columns, width, at }: LinesProps) {
  const { marks } = panelText.value.why.hidden;
  const across = acrossOf(width, told.years[told.years.length - 1]);
  const all = Object.values(columns).flat().filter(Number.isFinite);
  const y = scaleLinear()
    .domain([Math.min(0, ...all), Math.max(LEAST, ...all)])
    .nice()
    .range([BASE, TOP]);
  const last = told.years.length - 1;
  const names = Object.keys(columns) as Name[];
  const heights = spread(names.map((name) => y(columns[name][0])));
  return (
    <svg width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} aria-hidden="true">
      {y.ticks(3).map((value) => (
        <g key={value}>
          <path class="chart-grid" d={`M${across.left},${y(value)}H${across.right}`} />
          <text class="chart-tick" x={across.right + 6} y={y(value) + 4}>
            {whole(value)}
          </text>
        </g>
      ))}
      <path class="why-now" d={`M${across.x(at)},${TOP}V${BASE}`} />
      {names.map((name, i) => (
        <g key={name} class={`why-effect why-effect-${name}`}>
          <path d={futurePath(columns[name], told.years, across.x, y)} />
          <text
            x={across.narrow ? across.left + 4 : across.left - 10}
            y={heights[i] + 4}
            text-anchor={across.narrow ? 'start' : 'end'}
          >
            {marks[name]}
          </text>
          <circle cx={across.x(told.years[last])} cy={y(columns[name][last])} r={3} />
        </g>
      ))}
      {yearLabels(across).map(({ year, label }) => (
        <text key={year} class="chart-tick" x={across.x(year)} y={BASE + 18} text-anchor="middle">
          {label}
        </text>
      ))}
    </svg>
  );
}

const LINE = 15;

/** Heights of names moved apart, the upper ones upwards. */
function spread(heights: readonly number[]): readonly number[] {
  const order = heights.map((_, i) => i).sort((a, b) => heights[a] - heights[b]);
  const placed = [...heights];
  for (let k = 1; k < order.length; k++) placed[order[k]] = Math.max(placed[order[k]], placed[order[k - 1]] + LINE);
  const beyond = Math.max(0, placed[order[order.length - 1]] - BASE);
  return placed.map((height) => height - beyond);
}

function tableOf({ years }: Results, columns: Columns): Chart {
  const { table } = panelText.value.why.hidden;
  return {
    columns: [{ name: table.year, digits: 1 }, { name: table.truth }, { name: table.estimate }, { name: table.expected }],
    rows: Array.from(years, (year, row) => [year, columns.truth[row], columns.estimate[row], columns.expected[row]]),
  };
}
