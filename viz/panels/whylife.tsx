/** How well a school used it, year by year: one future in full, the same school in others behind it, and what happened beside it. */
import { area, line } from 'd3';
import type { Results, SchoolLife, SchoolRecord } from '../../sim/index.ts';
import { fill } from '../../words/index.ts';
import type { Chart } from '../charts/chart.ts';
import { Figure } from '../charts/figure.tsx';
import { futurePath } from '../charts/geometry.ts';
import { linear, type Scale } from '../charts/scale.ts';
import { useSize } from '../charts/size.ts';
import { stateAt } from '../map/states.ts';
import { thresholds } from '../map/thresholds.ts';
import { count, whole } from '../state/language.ts';
import { panelText } from '../state/paneltext.ts';
import type { Asked } from './whydata.ts';
import { headsLeft, heightOf, type LifeMark, lifeOf, marksOf } from './whyfacts.ts';
import { SchoolMark } from './whyglyph.tsx';
import { placed } from './whylabels.ts';
import { nameOfSchool } from './whyname.ts';
import { type Across, acrossOf, yearLabels } from './whyscale.ts';

/** Other futures drawn behind. */
const OTHERS = 40;
const TOP = 22;
const BASE = 164;
const HEIGHT = 218;
/** Middle of the row of glyphs. */
const GLYPHS = 201;
const IN_HUNDRED = 100;

interface LifeProps {
  readonly told: Results;
  readonly asked: readonly Asked[];
  readonly name: string;
  readonly at: number;
  readonly summary: string;
}

export function Life({ told, asked, name, at, summary }: LifeProps) {
  const words = panelText.value.why.life;
  const [place, size] = useSize<HTMLDivElement>({ width: 790, height: HEIGHT });
  const years = told.years[told.years.length - 1];
  const across = acrossOf(size.value.width, years);
  const others = (asked[0]?.runs ?? []).filter(({ replicate }) => replicate !== told.replicate).slice(0, OTHERS);
  return (
    <div ref={place} class="why-wide">
      <Figure
        name={name}
        title={words.title}
        summary={summary}
        table={() => tableOf(told, others)}
        caption={
          <>
            <strong>{words.title}</strong> <small>{count(words.others, others.length)}</small>
          </>
        }
        svg={
          <svg width={across.width} height={HEIGHT} viewBox={`0 0 ${across.width} ${HEIGHT}`} aria-hidden="true">
            <Picture told={told} others={others} across={across} at={at} />
          </svg>
        }
      />
      <p class="why-key">{words.key}</p>
    </div>
  );
}

interface PictureProps {
  readonly told: Results;
  readonly others: readonly Results[];
  readonly across: Across;
  readonly at: number;
}

function Picture({ told, others, across, at }: PictureProps) {
  const y = linear([0, 1], [BASE, TOP]);
  const life = lifeOf(told);
  const height = heightOf(life);
  const { x } = across;
  return (
    <>
      <Frame across={across} y={y} at={at} />
      <path class="why-users" d={usersPath(life.practice.use, told.years, x, y)} />
      <g class="why-others">
        {others.map((run) => (
          <path key={run.replicate} d={futurePath(heightOf(lifeOf(run)), run.years, x, y)} />
        ))}
      </g>
      <path class="why-line" d={straightPath(height, told.years, x, y)} />
      <Dots told={told} across={across} y={y} height={height} />
      <Marks told={told} across={across} y={y} height={height} />
      {headsLeft(told.story ?? []).map((year) => (
        <path key={year} class="why-head" d={`M${x(year)},${TOP - 1}l-4,-7h8z`} />
      ))}
      <Glyphs told={told} across={across} />
    </>
  );
}

const straightPath = (values: readonly number[], years: ArrayLike<number>, x: Scale, y: Scale): string =>
  line<number>()
    .x((_, i) => x(years[i]))
    .y((value) => y(value))
    .digits(1)(values) ?? '';

const usersPath = (use: Float64Array, years: ArrayLike<number>, x: Scale, y: Scale): string =>
  area<number>()
    .x((_, i) => x(years[i]))
    .y0(y(0))
    .y1((share) => y(share))
    .digits(1)(use) ?? '';

function Frame({ across, y, at }: { readonly across: Across; readonly y: Scale; readonly at: number }) {
  const words = panelText.value.why.life;
  const { left, right, x } = across;
  const well = thresholds.well;
  return (
    <>
      <rect class="why-band" x={left} y={y(1)} width={right - left} height={y(well) - y(1)} />
      {[0, 0.5, 1].map((value) => (
        <g key={value}>
          <path class="chart-grid" d={`M${left},${y(value)}H${right}`} />
          <text class="chart-tick" x={right + 6} y={y(value) + 4}>
            {whole(IN_HUNDRED * value)}
          </text>
        </g>
      ))}
      <path class="why-now" d={`M${x(at)},${TOP - 4}V${BASE}`} />
      {yearLabels(across).map(({ year, label }) => (
        <text key={year} class="chart-tick" x={x(year)} y={BASE + 17} text-anchor="middle">
          {label}
        </text>
      ))}
      <text
        class="chart-tick why-side"
        x={across.narrow ? left + 6 : left - 10}
        y={y(1) + 16}
        text-anchor={across.narrow ? 'start' : 'end'}
      >
        {words.well}
      </text>
      <text
        class="chart-tick why-side"
        x={across.narrow ? left + 6 : left - 10}
        y={y(well) + 16}
        text-anchor={across.narrow ? 'start' : 'end'}
      >
        {words.name}
      </text>
    </>
  );
}

interface LineProps {
  readonly told: Results;
  readonly across: Across;
  readonly y: Scale;
  readonly height: readonly number[];
}

/** Rows at whole years. */
const wholeYears = ({ years }: Results): readonly number[] =>
  Array.from(years, (_, row) => row).filter((row) => Math.abs(years[row] - Math.round(years[row])) < 1e-6);

const Dots = ({ told, across, y, height }: LineProps) => (
  <>
    {wholeYears(told)
      .filter((row) => height[row] > 0)
      .map((row) => (
        <circle
          key={row}
          class={height[row] >= thresholds.well ? 'why-dot-well' : 'why-dot-name'}
          cx={across.x(told.years[row])}
          cy={y(height[row])}
          r={4}
        />
      ))}
  </>
);

const markText = ({ kind, source }: LifeMark): string => {
  const { marks } = panelText.value.why.life;
  return kind === 'begins' && source >= 0 ? fill(marks.sees, { source: nameOfSchool(source) }) : marks[kind];
};

/** Words beside the line, as far as there is room; the others stand in the list below the story. */
function Marks({ told, across, y, height }: LineProps) {
  const rowNear = (year: number): number => told.years.findIndex((one) => one >= year - 1e-6);
  const wanted = marksOf(told.story ?? [], lifeOf(told), told.years).map((mark) => {
    const row = Math.max(0, rowNear(mark.year));
    return { mark, label: markText(mark), x: across.x(mark.year), y: y(height[row]), dashed: mark.kind === 'support' };
  });
  const taken = wholeYears(told).map((row) => ({ x: across.x(told.years[row]), y: y(height[row]) }));
  return (
    <>
      {placed(wanted, taken, { left: across.left, right: across.right, top: TOP, bottom: BASE - 4 }).map(
        ({ of, labelX, labelY }) => (
          <g key={`${of.mark.kind}${of.mark.year}`}>
            <path
              class={of.dashed ? 'why-ends' : 'why-stem'}
              d={of.dashed ? `M${of.x},${TOP - 4}V${BASE}` : `M${of.x},${of.y}V${labelY < of.y ? labelY + 3 : labelY - 11}`}
            />
            <text class="why-mark" x={labelX} y={labelY} text-anchor="middle">
              {of.label}
            </text>
          </g>
        ),
      )}
    </>
  );
}

/** What the school is on the map at each whole year. */
function Glyphs({ told, across }: { readonly told: Results; readonly across: Across }) {
  const rows = wholeYears(told);
  const record = recordOf(lifeOf(told));
  const apart = rows.length > 1 ? across.x(told.years[rows[1]]) - across.x(told.years[rows[0]]) : across.right;
  const r = Math.max(3, Math.min(10.5, 0.34 * apart));
  return (
    <>
      {rows.map((row) => (
        <SchoolMark key={row} state={stateAt(record, 0, row, thresholds)} x={across.x(told.years[row])} y={GLYPHS} r={r} />
      ))}
    </>
  );
}

/** The school's life as the map would record it, a byte a share: one way to tell states apart. */
function recordOf({ practice }: SchoolLife): SchoolRecord {
  const bytes = (shares: Float64Array): Uint8Array => Uint8Array.from(shares, (share) => Math.round(255 * Math.max(0, share)));
  const use = bytes(practice.use);
  return {
    schools: 1,
    use,
    well: bytes(practice.well),
    owned: bytes(practice.owned),
    affiliation: new Uint8Array(use.length),
    adoptions: new Int32Array(0),
  };
}

function tableOf(told: Results, others: readonly Results[]): Chart {
  const words = panelText.value.why.life.table;
  const { practice } = lifeOf(told);
  const height = heightOf(lifeOf(told));
  const heights = others.map((run) => heightOf(lifeOf(run)));
  return {
    columns: [
      { name: words.year, digits: 1 },
      { name: words.use },
      { name: words.well },
      { name: words.owned },
      ...others.map(({ replicate }) => ({ name: fill(words.future, { n: whole(replicate + 1) }) })),
    ],
    rows: Array.from(told.years, (year, row) => [
      year,
      IN_HUNDRED * practice.use[row],
      IN_HUNDRED * height[row],
      IN_HUNDRED * practice.owned[row],
      ...heights.map((one) => IN_HUNDRED * one[row]),
    ]),
  };
}
