/** The ground of a fan: years to the right, a fixed axis upwards, and what is written along them. */
import type { ComponentChildren } from 'preact';
import { fill } from '../../words/index.ts';
import { text, whole } from '../state/language.ts';
import { linear, type Scale } from './scale.ts';
import type { Size } from './size.ts';

const MARGIN = { left: 38, right: 8, top: 20, bottom: 22 } as const;
/** The size before the page is laid out. */
export const FIRST_SIZE: Size = { width: 368, height: 196 };

export interface Ground extends Size {
  readonly x: Scale;
  readonly y: Scale;
}

/** Scales of a picture of some size; `shares` are the ends of the fixed axis. */
export function groundFor({ width, height }: Size, years: number, shares: readonly [number, number]): Ground {
  return {
    width,
    height,
    x: linear([0, years], [MARGIN.left, width - MARGIN.right]),
    y: linear(shares, [height - MARGIN.bottom, MARGIN.top]),
  };
}

/** Where handles lie: the plot without its margins. */
export const plotBox = ({ x, y, width, height }: Ground) => ({
  left: `${x.range()[0]}px`,
  right: `${width - x.range()[1]}px`,
  top: `${y.range()[1]}px`,
  bottom: `${height - y.range()[0]}px`,
});

interface FrameProps {
  readonly ground: Ground;
  /** Shares that are named, the last one with its unit. */
  readonly shares: readonly number[];
  readonly shareText: (share: number) => string;
  readonly children: ComponentChildren;
  /** What moves with the year: a sheet of its own, so that the rest is painted once. */
  readonly moving?: ComponentChildren;
}

export function Frame({ ground: { x, y, width, height }, shares, shareText, children, moving }: FrameProps) {
  const [left, right] = x.range();
  const sheet = { viewBox: `0 0 ${width} ${height}`, width, height };
  return (
    <>
      <svg class={moving ? 'fan-still' : undefined} aria-hidden="true" {...sheet}>
        {shares.map((share) => (
          <g key={share}>
            <path class="chart-grid" d={`M${left},${y(share)}H${right}`} />
            <text class="chart-tick" x={left - 6} y={y(share) + 4} text-anchor="end">
              {shareText(share)}
            </text>
          </g>
        ))}
        {children}
        <YearTicks x={x} height={height} />
      </svg>
      {moving && (
        <svg class="fan-moving" aria-hidden="true" {...sheet}>
          {moving}
        </svg>
      )}
    </>
  );
}

/** Room (px) that a year needs; the first stands with its word. */
const ROOM = 40;

/** A few years, evenly; the last one instead of one too near to it. */
function yearsShown(x: Scale): readonly number[] {
  const last = x.domain()[1];
  const each = x(1) - x(0);
  const step = [1, 2, 5, 10, 20].find((years) => last / years <= 4) ?? last;
  const inner = Array.from({ length: Math.ceil(last / step) }, (_, i) => i * step).filter((year) => (last - year) * each >= ROOM);
  return [...inner, last];
}

function YearTicks({ x, height }: { readonly x: Scale; readonly height: number }) {
  const shown = yearsShown(x);
  return (
    <>
      {shown.map((year) => (
        <text
          key={year}
          class="chart-tick"
          x={x(year)}
          y={height - 5}
          text-anchor={year === 0 ? 'start' : year === x.domain()[1] ? 'end' : 'middle'}
        >
          {year === 0 ? fill(text.value.charts.yearAxis, { year: whole(0) }) : whole(year)}
        </text>
      ))}
    </>
  );
}
