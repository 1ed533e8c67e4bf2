/** A pattern as one small SVG that stands alone: its curve where it has one, then a strip for each statistic. */
import type { Results } from '../../../sim/index.ts';
import { bandsOf } from '../../../viz/charts/bands.ts';
import { linear, type Scale } from '../../../viz/charts/scale.ts';
import { markup } from '../../../viz/charts/study/markup.ts';
import { plain } from '../../../viz/charts/study/paint.ts';
import { Lines, linesIn, px, Sheet } from '../../../viz/charts/study/parts.tsx';
import { type Finding, interval, type Judged } from './evaluate.ts';
import { bandText, estimateText, figure } from './figure.ts';
import type { Curve } from './pattern.ts';

const WIDTH = 360;
const SIDE = 16;
const INNER = [SIDE, WIDTH - SIDE] as const;
const SMALL = 11.5;
const CURVE = 150;
const LINE = SMALL * 1.25;

/** `curve`: the futures that the pattern's curve shows, where it has one. */
export function picture({ pattern, findings }: Judged, curve?: readonly Results[]): string {
  let y = 10;
  const parts = [];
  if (pattern.curve && curve) {
    const lines = linesIn(pattern.curve.label, WIDTH - 2 * SIDE, SMALL);
    parts.push(<Fan y={y} curve={pattern.curve} lines={lines} runs={curve} />);
    y += CURVE + lines.length * LINE;
  }
  for (const finding of findings) {
    const lines = linesIn(labelOf(finding), WIDTH - 2 * SIDE, SMALL);
    parts.push(<Strip y={y} finding={finding} lines={lines} />);
    y += 60 + lines.length * LINE;
  }
  const label = `${pattern.title}. ${findings.map(({ verdict, ...finding }) => `${labelOf(finding)}: ${verdict}`).join('. ')}.`;
  return `${markup(
    <Sheet width={WIDTH} height={y} label={label} paint={plain}>
      <rect width={WIDTH} height={px(y)} fill={plain.paper} />
      {parts}
    </Sheet>,
  )}\n`;
}

const labelOf = ({ statistic: { label, unit }, estimate }: Pick<Finding, 'statistic' | 'estimate'>): string =>
  `${label}: ${[estimateText(estimate), unit].filter(Boolean).join(' ')}`;

interface StripProps {
  readonly y: number;
  readonly finding: Finding;
  readonly lines: readonly string[];
}

/** The band shaded, a dot a future, the estimate with its interval: full where the pattern shows, a ring where it does not. */
function Strip({ y: top, finding, lines }: StripProps) {
  const { statistic, estimate, verdict } = finding;
  const { band } = statistic;
  const x = scaleFor(finding);
  const y = top + lines.length * LINE + 26;
  const [from, to] = band.map((edge) => Math.min(INNER[1], Math.max(INNER[0], x(edge))));
  const [low, high] = interval(estimate).map((end) => Math.min(INNER[1], Math.max(INNER[0], x(end))));
  const each = estimate.each ?? [];
  return (
    <g>
      <Lines x={SIDE} y={top + SMALL} lines={lines} size={SMALL} fill={plain.ink} />
      <rect x={px(from)} y={px(y - 12)} width={px(Math.max(1.5, to - from))} height="24" fill={plain.wellSoft} />
      <path d={`M${INNER[0]},${px(y)}H${INNER[1]}`} stroke={plain.line} />
      {each.map((value, k) => (
        <circle key={k} cx={px(x(value))} cy={px(y - 8 + 2 * ((k * 5) % 9))} r="1.4" fill={plain.ink3} fill-opacity="0.45" />
      ))}
      {Number.isFinite(estimate.value) && (
        <>
          {Number.isFinite(low) && <path d={`M${px(low)},${px(y)}H${px(high)}`} stroke={plain.nameInk} stroke-width="2.5" />}
          <circle
            cx={px(x(estimate.value))}
            cy={px(y)}
            r="4.5"
            fill={verdict === 'shown' ? plain.nameInk : plain.paper}
            stroke={plain.nameInk}
            stroke-width="2"
          />
        </>
      )}
      {x.ticks(4).map((tick) => (
        <Lines key={tick} x={x(tick)} y={y + 25} lines={[figure(tick)]} size={10} anchor="middle" fill={plain.ink3} />
      ))}
      <Lines x={INNER[1]} y={y - 15} lines={[`band: ${bandText(band)}`]} size={10} anchor="end" fill={plain.wellInk} />
    </g>
  );
}

/** Room for the band's edges, the interval and every future. */
function scaleFor({ statistic, estimate }: Finding): Scale {
  const ends = [...statistic.band, ...interval(estimate), estimate.value, ...(estimate.each ?? [])].filter(Number.isFinite);
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const room = (high - low || Math.abs(high) || 1) * 0.06;
  return linear([low - room, high + room], INNER);
}

interface FanProps {
  readonly y: number;
  readonly curve: Curve;
  readonly lines: readonly string[];
  readonly runs: readonly Results[];
}

/** Median and nine in ten of the futures over the years, and the documented points. */
function Fan({ y: top, curve: { metric, documented = [] }, lines, runs }: FanProps) {
  const { years } = runs[0];
  const bands = bandsOf(runs, metric);
  const most = Math.max(...bands.map(({ high }) => high || 0), ...documented.map(([, value]) => value), 1e-9);
  const last = Math.max(years[years.length - 1], ...documented.map(([year]) => year));
  const head = top + lines.length * LINE;
  const [left, bottom] = [SIDE + 26, head + CURVE - 30];
  const x = linear([0, last], [left, INNER[1]]);
  const y = linear([0, most], [bottom, head + 10]);
  const rows = bands.flatMap((band, row) => (band.n > 0 ? [{ ...band, x: px(x(years[row])) }] : []));
  const line = (points: readonly string[]): string => `M${points.join('L')}`;
  const area = [...rows.map((r) => `${r.x},${px(y(r.high))}`), ...rows.toReversed().map((r) => `${r.x},${px(y(r.low))}`)];
  return (
    <g>
      <Lines x={SIDE} y={top + SMALL} lines={lines} size={SMALL} fill={plain.ink} />
      {y.ticks(3).map((tick) => (
        <g key={tick}>
          <path d={`M${left},${px(y(tick))}H${INNER[1]}`} stroke={plain.line} />
          <Lines x={left - 5} y={y(tick) + 3.5} lines={[figure(tick)]} size={10} anchor="end" fill={plain.ink3} />
        </g>
      ))}
      {x.ticks(5).map((tick) => (
        <Lines
          key={tick}
          x={x(tick)}
          y={bottom + 13}
          lines={[tick === 0 ? 'year 0' : figure(tick)]}
          size={10}
          anchor="middle"
          fill={plain.ink3}
        />
      ))}
      <path d={`${line(area)}Z`} fill={plain.nameSoft} />
      <path d={line(rows.map((r) => `${r.x},${px(y(r.median))}`))} fill="none" stroke={plain.nameInk} stroke-width="2" />
      {documented.map(([year, value]) => (
        <circle
          key={year}
          cx={px(x(year))}
          cy={px(y(value))}
          r="3"
          fill={plain.paper}
          stroke={plain.wellInk}
          stroke-width="1.6"
        />
      ))}
    </g>
  );
}
