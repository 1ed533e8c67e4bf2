/** What helped and what held back: per year, what the school met beside the mean school with users. A row a thing that it met. */
import { type FactorName, factorNames, type SchoolLife } from '../../sim/index.ts';
import { fill } from '../../words/index.ts';
import type { Chart } from '../charts/chart.ts';
import { Figure } from '../charts/figure.tsx';
import { useSize } from '../charts/size.ts';
import { whole } from '../state/language.ts';
import { panelText } from '../state/paneltext.ts';
import { type MetYear, metByYear } from './whyfacts.ts';
import { type Across, acrossOf } from './whyscale.ts';

const ROW = 24;
/** A name over its row needs a line of its own. */
const NARROW_ROW = 38;
/** Height of the tallest bar to either side. */
const BAR = 11;
/** The tallest bar of a row stands for this much at least, so that trifles look like trifles: a share, and projects. */
const LEAST_SHARE = 0.1;
const LEAST_PROJECTS = 1;
const IN_HUNDRED = 100;

const isShare = (name: FactorName): boolean => name !== 'overload';

interface MetProps {
  readonly life: SchoolLife;
  readonly years: ArrayLike<number>;
  readonly at: number;
}

export function Met({ life, years, at }: MetProps) {
  const words = panelText.value.why.met;
  const [place, size] = useSize<HTMLDivElement>({ width: 790, height: 160 });
  const met = metByYear(life, years);
  const across = acrossOf(size.value.width, years[years.length - 1]);
  if (met.length === 0)
    return (
      <div ref={place} class="why-wide">
        <h3>{words.title}</h3>
        <p class="why-key">{words.none}</p>
      </div>
    );
  const height = factorNames.length * (across.narrow ? NARROW_ROW : ROW) + 4;
  return (
    <div ref={place} class="why-wide">
      <Figure
        name={words.title}
        title={words.title}
        summary={summaryOf(met)}
        table={() => tableOf(met)}
        caption={
          <>
            <strong>{words.title}</strong> <small>{words.key}</small>
          </>
        }
        svg={
          <svg width={across.width} height={height} viewBox={`0 0 ${across.width} ${height}`} aria-hidden="true">
            <Rows met={met} across={across} at={at} />
          </svg>
        }
      />
      <p class="why-key">{fill(words.scale, { year: whole(at) })}</p>
    </div>
  );
}

function Rows({ met, across, at }: { readonly met: readonly MetYear[]; readonly across: Across; readonly at: number }) {
  const names = panelText.value.why.met.names;
  const mostOf = (name: FactorName): number =>
    Math.max(isShare(name) ? LEAST_SHARE : LEAST_PROJECTS, ...met.map((one) => Math.abs(one.met[name].helps)));
  const row = across.narrow ? NARROW_ROW : ROW;
  return (
    <>
      {factorNames.map((name, i) => {
        const base = i * row + (across.narrow ? 26 : ROW / 2);
        return (
          <g key={name}>
            <path class="why-base" d={`M${across.left},${base}H${across.right}`} />
            <text
              class="why-row"
              x={across.narrow ? 0 : across.left - 10}
              y={across.narrow ? base - 14 : base + 4}
              text-anchor={across.narrow ? 'start' : 'end'}
            >
              {names[name]}
            </text>
            <Bars met={met} name={name} base={base} full={mostOf(name)} across={across} at={at} />
          </g>
        );
      })}
    </>
  );
}

interface BarsProps {
  readonly met: readonly MetYear[];
  readonly name: FactorName;
  readonly base: number;
  /** What the tallest bar stands for. */
  readonly full: number;
  readonly across: Across;
  readonly at: number;
}

function Bars({ met, name, base, full, across, at }: BarsProps) {
  const width = Math.max(3, 0.62 * (across.x(1) - across.x(0)));
  const now = met.find(({ year }) => year === at);
  return (
    <>
      {met.map(({ year, met: { [name]: one } }) => {
        const height = (BAR * Math.abs(one.helps)) / full;
        const x = across.x(year - 0.5) - width / 2;
        return (
          <rect
            key={year}
            class={one.helps >= 0 ? 'why-helped' : 'why-held'}
            x={x}
            y={one.helps >= 0 ? base - height : base}
            width={width}
            height={height}
          />
        );
      })}
      {now && (
        <text class="chart-tick" x={across.right + 6} y={base + 4}>
          {signed(now.met[name].helps, name)}
        </text>
      )}
    </>
  );
}

function signed(helps: number, name: FactorName): string {
  const words = panelText.value.why.met;
  const n = Math.round(helps * (isShare(name) ? IN_HUNDRED : 1));
  return n === 0 ? whole(0) : fill(n > 0 ? words.more : words.less, { n: whole(Math.abs(n)) });
}

/** Projects more or fewer that are set beside a share of 1 when the two are put in one order. */
const PROJECTS = 5;

/** The things with the largest and the smallest mean over the years. */
function summaryOf(met: readonly MetYear[]): string {
  const words = panelText.value.why.met;
  const scaled = (name: FactorName): number =>
    met.reduce((sum, one) => sum + one.met[name].helps / (isShare(name) ? 1 : PROJECTS), 0) / met.length;
  const ordered = [...factorNames].sort((a, b) => scaled(b) - scaled(a));
  return fill(words.summary, { best: words.names[ordered[0]], worst: words.names[ordered[ordered.length - 1]] });
}

function tableOf(met: readonly MetYear[]): Chart {
  const { names, table } = panelText.value.why.met;
  return {
    columns: [
      { name: panelText.value.why.life.table.year },
      ...factorNames.flatMap((name) => [
        { name: fill(table.here, { name: names[name] }), digits: isShare(name) ? 0 : 1 },
        { name: fill(table.mean, { name: names[name] }), digits: isShare(name) ? 0 : 1 },
      ]),
    ],
    rows: met.map(({ year, met: values }) => [
      year,
      ...factorNames.flatMap((name) => {
        const scale = isShare(name) ? IN_HUNDRED : 1;
        return [scale * values[name].own, scale * values[name].mean];
      }),
    ]),
  };
}
