/** Shapes over the years that the page and the command line draw alike: data and scales in, paths out. */
import { area, curveMonotoneX, line } from 'd3';
import type { Band } from '../../sim/index.ts';
import type { Scale } from './scale.ts';

/** Nine in ten futures, or the middle half. */
export type Width = 'wide' | 'middle';

const edges = { wide: ['low', 'high'], middle: ['lowerMiddle', 'upperMiddle'] } as const;

/** The outline of a band, a point a row; rows with nothing to measure are left open. */
export function bandPath(bands: readonly Band[], width: Width, years: ArrayLike<number>, x: Scale, y: Scale): string {
  const [low, high] = edges[width];
  return (
    area<Band>()
      .defined(({ n }) => n > 0)
      .x((_, i) => x(years[i]))
      .y0((band) => y(band[low]))
      .y1((band) => y(band[high]))
      .curve(curveMonotoneX)
      .digits(1)(bands) ?? ''
  );
}

/** One future, a point a row; NaN leaves it open. */
export function futurePath(values: ArrayLike<number>, years: ArrayLike<number>, x: Scale, y: Scale): string {
  return (
    line<number>()
      .defined((value) => !Number.isNaN(value))
      .x((_, i) => x(years[i]))
      .y((value) => y(value))
      .curve(curveMonotoneX)
      .digits(1)(Array.from(values)) ?? ''
  );
}

/** Heights of two labels moved apart to keep a gap (px), neither below the floor; the first is the upper one. */
export function apart(upper: number, lower: number, gap: number, floor: number): [number, number] {
  const lift = Math.max(0, gap - (lower - upper)) / 2;
  const down = Math.max(0, lower + lift - floor);
  return [upper - lift - down, lower + lift - down];
}

/** Ten years or fewer that are named, evenly, the last one among them where that can be. */
export function yearsNamed(last: number): readonly number[] {
  const steps = [1, 2, 3, 4, 5, 10].filter((step) => last / step <= 10);
  const step = steps.find((one) => last % one === 0) ?? steps[0];
  return Array.from({ length: Math.floor(last / step) + 1 }, (_, i) => i * step);
}
