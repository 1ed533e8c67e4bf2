/** A canvas made ready to be drawn on. */
import { enlargement } from '../parts/enlarged.ts';
import { ground } from '../state/store.ts';
import { type Colours, coloursOf } from './colours.ts';
import { forcedColours, worn } from './media.ts';
import type { View } from './view.ts';
import { isLarge } from './zoom.ts';

/** A canvas to draw on, wiped clean. */
export interface Surface {
  readonly context: CanvasRenderingContext2D;
  readonly colours: Colours;
  /** Pixels of the canvas to one of the page. */
  readonly ratio: number;
}

/** Pixels of the screen beyond which nobody sees a difference. */
const SHARPEST = 3;

/** A canvas as large as the view, clean, with the colours of the theme that the page wears. */
export function surfaceOf(canvas: HTMLCanvasElement, { width, height }: View): Surface {
  const ratio = Math.min(SHARPEST, devicePixelRatio * enlargement(canvas));
  const [w, h] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== w) canvas.width = w;
  if (canvas.height !== h) canvas.height = h;
  const context = canvas.getContext('2d', { willReadFrequently: isLarge(ground.value.schoolCount) })!;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  return { context, colours: coloursOf(worn.value, forcedColours.value), ratio };
}
