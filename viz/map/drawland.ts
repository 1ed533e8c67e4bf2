/** What stays as it is while the years pass: land, districts and their names, ties. All of it in pixels of the screen. */

import type { Label } from './labels.ts';
import type { Land } from './land.ts';
import type { Pen, Trace } from './pen.ts';
import type { Ring } from './rings.ts';
import { type View, xOn, yOn } from './view.ts';

/** Width and distance of the stripes of poorer districts, in pixels. */
const STRIPE = { width: 3, apart: 6 * Math.SQRT2 } as const;
const closed =
  (rings: readonly Ring[], view: View): Trace =>
  (path) => {
    for (const ring of rings) {
      ring.forEach((_, i) => {
        if (i % 2 === 1) return;
        const [x, y] = [xOn(view, ring[i]), yOn(view, ring[i + 1])];
        if (i === 0) path.moveTo(x, y);
        else path.lineTo(x, y);
      });
      path.closePath();
    }
  };

const stretches =
  (lines: ArrayLike<number>, view: View): Trace =>
  (path) => {
    for (let i = 0; i < lines.length; i += 4) {
      path.moveTo(xOn(view, lines[i]), yOn(view, lines[i + 1]));
      path.lineTo(xOn(view, lines[i + 2]), yOn(view, lines[i + 3]));
    }
  };

/** The land, the stripes of its poorer districts, its borders, those between regions drawn as its coast is, and its coast. */
export function drawLand(pen: Pen, land: Land, view: View): void {
  const coast = closed(land.coast, view);
  pen.draw(coast, { fill: 'land' });
  pen.within(coast, () => {
    if (land.poorer.length > 0)
      pen.within(closed(land.poorer, view), () => pen.draw(stripes(view), { stroke: 'land-2', width: STRIPE.width }));
    if (land.borders.length > 0) pen.draw(stretches(land.borders, view), { stroke: 'border', width: 2.5 });
    if (land.divides.length > 0) pen.draw(stretches(land.divides, view), { stroke: 'coast', width: 1.6 });
  });
  pen.draw(coast, { stroke: 'coast', width: 1.2 });
}

const stripes =
  ({ width, height }: View): Trace =>
  (path) => {
    for (let x = -height; x < width; x += STRIPE.apart) {
      path.moveTo(x, height);
      path.lineTo(x + height, 0);
    }
  };

/** Ties between schools, two a tie. */
export function drawTies(pen: Pen, { x, y }: Land, ties: Int32Array, view: View): void {
  const ends = Array.from(ties).flatMap((s) => [x[s], y[s]]);
  // The more there are, the fainter each is: they say that schools hang together, never which.
  const alpha = Math.min(0.8, 12 / Math.sqrt(ties.length));
  if (ends.length > 0) pen.draw(stretches(ends, view), { stroke: 'tie', width: 0.7, alpha });
}

export function drawLabels(pen: Pen, labels: readonly Label[], size: number): void {
  for (const { name, x, y, inside } of labels)
    pen.write(name, x, y, { size, colour: 'ink-2', ...(inside && { rim: 'land' as const }) });
}
