/** Dots on a fixed axis: plan A above it, plan B below it as diamonds, and a threshold that counts them. */
import type { PlanId } from '../state/plan.ts';
import { type Axis, BINS, type Dot, packingFor, stacked } from './dots.ts';
import { linear } from './scale.ts';
import './dotplot.css';

/** Sizes in pixels: the axis lies in the middle, or low where only one plan stands on it. */
const HEIGHT = 64;
const SINGLE = 58;
const SIDE = 5;
/** Room at the right for the middle of each plan. */
const MEDIANS = 50;
/** Between the axis and its first marks; its numbers stand there. */
const GAP = 6;
/** Part of its place that a mark fills. */
const FILLED = 0.46;

export interface Plotted {
  readonly plan: PlanId;
  readonly dots: readonly Dot[];
  /** The middle, as it is written. */
  readonly median: string;
}

interface DotPlotProps {
  readonly width: number;
  readonly axis: Axis;
  /** Of both plans, or of the only one. */
  readonly plots: readonly Plotted[];
  readonly height: number;
  readonly tickText: (value: number) => string;
  /** A value from which marks are counted. */
  readonly threshold: number | null;
}

/** The plot's box in the row: where a threshold can be dragged. */
export const plotOf = (width: number) => ({ left: SIDE, right: width - MEDIANS });

export const heightOf = (plans: number): number => (plans > 1 ? HEIGHT : SINGLE);

export function DotPlot({ width, height, axis, plots, tickText, threshold }: DotPlotProps) {
  const { left, right } = plotOf(width);
  const x = linear(axis, [left, right]);
  const middle = height === HEIGHT ? height / 2 : height - 14;
  const bin = (right - left) / BINS;
  const room = Math.min(middle, height - 1) - GAP - 1;
  return (
    <svg class="dots" viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
      {threshold !== null && (
        <>
          <rect class="dots-passed" x={x(threshold)} y={0} width={Math.max(0, right - x(threshold))} height={height} />
          <path class="dots-threshold" d={`M${x(threshold)},0V${height}`} />
        </>
      )}
      <path class="dots-axis" d={`M${left},${middle}H${right}`} />
      {x.ticks(2).map((tick) => (
        <text key={tick} class="chart-tick dots-tick" x={x(tick)} y={middle + 4} text-anchor="middle">
          {tickText(tick)}
        </text>
      ))}
      {plots.map(({ plan, dots, median }, i) => {
        const out = i === 0 ? -1 : 1;
        const packing = packingFor(dots, bin, room);
        return (
          <g key={plan} class={`dots-${plan}`}>
            {stacked(dots, packing, bin).map((mark, k) => (
              <path key={k} d={shapeAt(plan, left + mark.x, middle + out * (GAP + mark.y), FILLED * packing.pitch)} />
            ))}
            <Beyond dots={dots} left={left} right={right} y={middle + out * (GAP + 3)} />
            <text
              class="dots-median"
              x={width}
              y={height === HEIGHT ? middle + (i === 0 ? -12 : 22) : middle - 8}
              text-anchor="end"
            >
              {median}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

const shapeAt = (plan: PlanId, x: number, y: number, r: number): string =>
  plan === 'a'
    ? `M${x - r},${y}a${r},${r} 0 1 0 ${2 * r},0a${r},${r} 0 1 0 ${-2 * r},0`
    : `M${x},${y - 1.2 * r}l${1.2 * r},${1.2 * r}l${-1.2 * r},${1.2 * r}l${-1.2 * r},${-1.2 * r}z`;

/** Arrows at the ends of an axis beyond which some marks would stand. */
const Beyond = ({
  dots,
  left,
  right,
  y,
}: {
  readonly dots: readonly Dot[];
  readonly left: number;
  readonly right: number;
  readonly y: number;
}) => (
  <>
    {dots.some(({ beyond }) => beyond < 0) && <path class="dots-beyond" d={`M${left - 1},${y - 3}l-3.5,3l3.5,3`} />}
    {dots.some(({ beyond }) => beyond > 0) && <path class="dots-beyond" d={`M${right + 1},${y - 3}l3.5,3l-3.5,3`} />}
  </>
);
