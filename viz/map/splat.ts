/**
 * Thousands of schools at once: each kind of school is drawn once, small, and its pixels are then put where its schools are.
 * A path for each would take a canvas seconds where this takes milliseconds.
 */
import type { Colours } from './colours.ts';
import type { Land } from './land.ts';
import { drawMarks, type Mark } from './marks.ts';
import { canvasPen } from './pen.ts';
import { isSeen, type View, xOn, yOn } from './view.ts';

/** Where more schools than this are in view, pixels are put rather than paths drawn. */
const MOST_PATHS = 800;

/** Whether a view shows too many schools for a path each. */
export function isCrowd({ x, y }: Land, view: View): boolean {
  let seen = 0;
  for (let s = 0; s < x.length && seen <= MOST_PATHS; s++)
    if (isSeen(view, xOn(view, x[s]), yOn(view, y[s]), view.radius)) seen++;
  return seen > MOST_PATHS;
}

/** Sizes of schools that are told apart. */
const SIZES = [0.65, 0.85, 1.1, 1.5, 2.2] as const;
const sizeOf = (width: number): number => (width < 0.75 ? 0 : width < 0.97 ? 1 : width < 1.3 ? 2 : width < 1.85 ? 3 : 4);

/** Kinds of schools as bytes, and what each is drawn with. */
export interface Kinds {
  readonly codes: Uint8Array;
  /** Codes in the order that they are put, those that must be seen last. */
  readonly order: readonly number[];
  marks(code: number, r: number): readonly Mark[];
}

interface Sprite {
  /** Pixels from its middle to its edge; its side is twice this and one. */
  readonly reach: number;
  /** Coloured pixels: where from the middle, and what colour. */
  readonly dx: Int16Array;
  readonly dy: Int16Array;
  readonly pixel: Uint32Array;
}

/** Puts the schools of a view on a canvas whose pixels are `ratio` to one of the page; all else on it is wiped away. */
export function splat(
  context: CanvasRenderingContext2D,
  land: Land,
  view: View,
  kinds: Kinds,
  colours: Colours,
  ratio: number,
): void {
  const { width, height } = context.canvas;
  const image = imageOf(context);
  const pixels = new Uint32Array(image.data.buffer);
  const { codes, order } = kinds;
  for (const code of order) {
    const sprites = SIZES.map((size) => spriteOf(kinds.marks(code, view.radius * size), colours, ratio));
    for (let s = 0; s < codes.length; s++) {
      if (codes[s] !== code) continue;
      const x = Math.round(xOn(view, land.x[s]) * ratio);
      const y = Math.round(yOn(view, land.y[s]) * ratio);
      put(pixels, width, height, sprites[sizeOf(land.width[s])], x, y);
    }
  }
  context.putImageData(image, 0, 0);
}

const images = new WeakMap<CanvasRenderingContext2D, ImageData>();

/** Clear pixels for a canvas, the same memory each time. */
function imageOf(context: CanvasRenderingContext2D): ImageData {
  const { width, height } = context.canvas;
  const kept = images.get(context);
  const isFit = kept?.width === width && kept.height === height;
  const image = isFit ? kept : context.createImageData(width, height);
  if (isFit) image.data.fill(0);
  images.set(context, image);
  return image;
}

function put(pixels: Uint32Array, width: number, height: number, { reach, dx, dy, pixel }: Sprite, x: number, y: number): void {
  if (x < reach || y < reach || x >= width - reach || y >= height - reach) return;
  const middle = y * width + x;
  for (let i = 0; i < pixel.length; i++) pixels[middle + dy[i] * width + dx[i]] = pixel[i];
}

/** Below this opacity, of 255, a pixel of an edge is left out. */
const EDGE = 70;

const known = new WeakMap<Colours, Map<string, Sprite>>();
/** Sprites kept of a theme: more than one view needs, fewer than a long way into a map leaves behind. */
const MOST_KEPT = 500;

function spriteOf(marks: readonly Mark[], colours: Colours, ratio: number): Sprite {
  const kept = known.get(colours) ?? new Map<string, Sprite>();
  known.set(colours, kept);
  if (kept.size > MOST_KEPT) kept.clear();
  const key = JSON.stringify([marks, ratio]);
  const sprite = kept.get(key) ?? makeSprite(marks, colours, ratio);
  kept.set(key, sprite);
  return sprite;
}

function makeSprite(marks: readonly Mark[], colours: Colours, ratio: number): Sprite {
  const reach = Math.ceil(ratio * Math.max(...marks.map(({ r, width = 0 }) => 1.1 * r + width)));
  const side = 2 * reach + 1;
  const canvas = document.createElement('canvas');
  canvas.width = side;
  canvas.height = side;
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  context.setTransform(ratio, 0, 0, ratio, reach + 0.5, reach + 0.5);
  drawMarks(canvasPen(context, colours), marks, 0, 0);
  const { data } = context.getImageData(0, 0, side, side);
  const all = new Uint32Array(data.buffer);
  const seen = Array.from(all.keys()).filter((i) => data[4 * i + 3] >= EDGE);
  return {
    reach,
    dx: Int16Array.from(seen, (i) => (i % side) - reach),
    dy: Int16Array.from(seen, (i) => Math.floor(i / side) - reach),
    pixel: Uint32Array.from(seen, (i) => all[i]),
  };
}
