/** A school's state inside a larger picture: the strokes and colours of the map's own glyph. */
import { path } from 'd3';
import '../map/glyph.css';
import { type Mark, marksOf, traceOf } from '../map/marks.ts';
import { fillOf, type SchoolState } from '../map/states.ts';

interface SchoolMarkProps {
  readonly state: SchoolState;
  readonly x: number;
  readonly y: number;
  /** In pixels, of a school in use. */
  readonly r: number;
}

export const SchoolMark = ({ state, x, y, r }: SchoolMarkProps) => (
  <g class="why-school">
    {marksOf(state, r, fillOf(state.stage)).map((mark) => (
      <path
        key={`${mark.shape} ${mark.r}`}
        class={`glyph-fill-${mark.fill ?? 'no'} glyph-stroke-${mark.stroke ?? 'no'}`}
        d={pathAt(mark, x, y)}
        stroke-width={mark.width}
        stroke-dasharray={mark.dash?.join(' ')}
      />
    ))}
  </g>
);

function pathAt(mark: Mark, x: number, y: number): string {
  const traced = path();
  traceOf(mark, x, y)(traced);
  return traced.toString();
}
