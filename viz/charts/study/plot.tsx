/** The ground of a picture with two scales: names, numbers and thin lines. */
import type { ComponentChildren } from 'preact';
import { linear, type Scale } from '../scale.ts';
import { cut, type Drawn, Lines, NARROW, px, Sheet } from './parts.tsx';

export interface Axis {
  readonly title: string;
  readonly ends: readonly [number, number];
  readonly text: (value: number) => string;
}

interface PlotProps extends Omit<Drawn, 'words'> {
  readonly across: Axis;
  readonly up: Axis;
  /** Room for names to the right of what is drawn (px); 0 where absent. */
  readonly side?: number;
  readonly children: (x: Scale, y: Scale) => ComponentChildren;
}

const MARGIN = { left: 44, right: 18, top: 34, bottom: 46 } as const;

export function Plot({ across, up, side = 0, children, ...drawn }: PlotProps) {
  const { width, paint } = drawn;
  const isNarrow = width < NARROW;
  const height = isNarrow ? 300 : 340;
  const [right, bottom] = [Math.min(width, 620) - MARGIN.right - side, height - MARGIN.bottom];
  const x = linear(across.ends, [MARGIN.left, right]);
  const y = linear(up.ends, [bottom, MARGIN.top]);
  return (
    <Sheet {...drawn} height={height}>
      <Lines x={4} y={16} lines={[cut(up.title, width, 12.5)]} size={12.5} fill={paint.ink2} />
      {y.ticks(5).map((tick) => (
        <g key={tick}>
          <path d={`M${MARGIN.left},${px(y(tick))}H${right}`} stroke={paint.line} />
          <Lines x={MARGIN.left - 8} y={y(tick) + 4} lines={[up.text(tick)]} size={12} anchor="end" fill={paint.ink3} />
        </g>
      ))}
      {x.ticks(isNarrow ? 4 : 6).map((tick) => (
        <Lines key={tick} x={x(tick)} y={bottom + 18} lines={[across.text(tick)]} size={12} anchor="middle" fill={paint.ink3} />
      ))}
      <path d={`M${MARGIN.left},${bottom}H${right}`} stroke={paint.lineStrong} />
      <Lines
        x={MARGIN.left}
        y={bottom + 38}
        lines={[cut(across.title, width - MARGIN.left, 12.5)]}
        size={12.5}
        fill={paint.ink2}
      />
      {children(x, y)}
    </Sheet>
  );
}
