/** One school as the map draws it, for legends and stories. */
import { path } from 'd3';
import { type Mark, marksOf, traceOf } from './marks.ts';
import type { SchoolState } from './states.ts';
import { fillOf } from './states.ts';
import './glyph.css';

interface GlyphProps {
  readonly state: SchoolState;
  /** Width and height in pixels, with room for the ring of a school that owns it. */
  readonly size: number;
}

/** A picture only: whoever shows it says in words what it stands for. */
export const Glyph = ({ state, size }: GlyphProps) => (
  <Marks marks={marksOf(state, Math.max(4, (size - 2) / 2 / 1.38), fillOf(state.stage))} width={size} height={size} />
);

interface MarksProps {
  readonly marks: readonly Mark[];
  readonly width: number;
  readonly height: number;
}

export const Marks = ({ marks, width, height }: MarksProps) => (
  <svg class="glyph" width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
    {marks.map((mark) => (
      <path
        key={`${mark.shape} ${mark.r}`}
        class={`glyph-fill-${mark.fill ?? 'no'} glyph-stroke-${mark.stroke ?? 'no'}`}
        d={pathOf(mark, width / 2, height / 2)}
        stroke-width={mark.width}
        stroke-dasharray={mark.dash?.join(' ')}
      />
    ))}
  </svg>
);

function pathOf(mark: Mark, x: number, y: number): string {
  const traced = path();
  traceOf(mark, x, y)(traced);
  return traced.toString();
}
