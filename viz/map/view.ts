/** Where on the screen a place of the land lies, and how large schools are there. */
import type { Land } from './land.ts';
import { LEGIBLE } from './marks.ts';

/** Screen = sheet · scale + shift, in pixels. */
export interface View {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  readonly dx: number;
  readonly dy: number;
  /** Radius of a typical school in use, in pixels. */
  readonly radius: number;
}

/** How far somebody has gone into the map: scale and shift in pixels, as d3-zoom counts them. */
export interface Zoom {
  readonly k: number;
  readonly x: number;
  readonly y: number;
}
export const WHOLE: Zoom = { k: 1, x: 0, y: 0 };

/** Room around the land: for names of districts above and below, in heights of their letters, and beside, in pixels. */
const NAMES = 2.1;
const BESIDE = 22;
const BARE = 8;
/** Height of the letters of a map of usual size, in pixels. */
export const LETTERS = 12;

/** The whole land in a box of pixels, or what a zoom shows of it, with room for names in `letters` of so many pixels. */
export function viewOf(land: Land, width: number, height: number, zoom: Zoom = WHOLE, letters = LETTERS): View {
  const { left, top, right, bottom } = land.box;
  const named = land.named.length > 0;
  const roomX = Math.max(1, width - 2 * (named ? BESIDE : BARE));
  const roomY = Math.max(1, height - 2 * (named ? NAMES * letters : BARE));
  const fit = Math.min(roomX / (right - left), roomY / (bottom - top));
  return {
    width,
    height,
    scale: fit * zoom.k,
    dx: ((width - fit * (left + right)) / 2) * zoom.k + zoom.x,
    dy: ((height - fit * (top + bottom)) / 2) * zoom.k + zoom.y,
    radius: radiusOf(Math.sqrt(land.area / Math.max(1, land.x.length)) * fit * zoom.k),
  };
}

/** By the pixels from a school to the next: large enough to tell states apart where there is room, never a blot. */
const radiusOf = (apart: number): number => Math.min(13, Math.max(0.9, 0.235 * apart, Math.min(4.1, 0.27 * apart)));

/** Whether schools are large enough for all states to be told apart. */
export const isDetailed = ({ radius }: View): boolean => radius >= LEGIBLE;

export const xOn = ({ scale, dx }: View, x: number): number => x * scale + dx;
export const yOn = ({ scale, dy }: View, y: number): number => y * scale + dy;

/** Whether something so large around a place of the screen can be seen at all. */
export const isSeen = ({ width, height }: View, x: number, y: number, r: number): boolean =>
  x > -r && y > -r && x < width + r && y < height + r;
