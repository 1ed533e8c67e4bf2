/** Where dots and labels of the doubts go, so that no dot hides another and no label covers anything. All in pixels; pure. */
import type { Grade } from '../../../sim/index.ts';

export interface Doubt {
  readonly path: string;
  readonly label: string;
  readonly grade: Grade;
  readonly kind: 'assumption' | 'choice';
  /** How far it moves the outcome, without its sign. */
  readonly size: number;
  readonly isCare: boolean;
}

export interface Placed extends Doubt {
  readonly x: number;
  readonly y: number;
  /** Undefined where there is no room for it. */
  readonly words?: Words;
}

interface Words {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'end';
  readonly text: string;
  /** Whether a line must lead from the dot to its words. */
  readonly isApart: boolean;
}

export interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** End of the upward axis. */
  readonly most: number;
}

/** From thin to thick evidence, left to right, with room by how many settings have it. */
export const grades: readonly Grade[] = ['D', 'C', 'B', 'A'];
const SHARES: Readonly<Record<Grade, number>> = { D: 0.4, C: 0.26, B: 0.2, A: 0.14 };

export const RADIUS = 5;
const GAP = 2 * RADIUS + 3;
/** Width of a letter and height of a line, roughly, at the size of the labels. */
const LETTER = 6.6;
const LINE = 15;
const LONGEST = 27;
/** Between a dot or words and the line that leads from one to the other. */
export const APART = 3;
/** Width, at most, of the boxes that stand for a line. */
const STEP = 3;

/** Left edge and width of a grade's column. */
export function columnOf(grade: Grade, { left, right }: Frame): { readonly from: number; readonly width: number } {
  const before = grades.slice(0, grades.indexOf(grade)).reduce((sum, one) => sum + SHARES[one], 0);
  return { from: left + before * (right - left), width: SHARES[grade] * (right - left) };
}

export const heightOf = (size: number, { top, bottom, most }: Frame): number => bottom - (size / most) * (bottom - top);

interface Box {
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
}

const overlap = (a: Box, b: Box): boolean => a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;

/** The largest first, for places and for words. */
export function placed(doubts: readonly Doubt[], frame: Frame): readonly Placed[] {
  const dots: Placed[] = [];
  for (const doubt of [...doubts].sort((a, b) => b.size - a.size)) dots.push(dotOf(doubt, dots, frame));
  const taken: Box[] = dots.map(({ x, y }) => ({ x0: x - RADIUS, x1: x + RADIUS, y0: y - RADIUS, y1: y + RADIUS }));
  return dots.map((dot, rank) => {
    const words = wordsOf(dot, taken, frame, rank);
    if (!words) return dot;
    taken.push(...words.boxes);
    return { ...dot, words: words.words };
  });
}

/** What the line from a dot to its words goes through, in small boxes. */
function lineOf({ x, y }: Placed, words: { readonly x: number; readonly y: number }): readonly Box[] {
  const from = x + RADIUS + APART;
  const steps = Math.max(1, Math.ceil((words.x - APART - from) / STEP));
  return Array.from({ length: steps }, (_, i) => {
    const [at, to] = [i, i + 1].map((step) => ({
      x: from + ((words.x - APART - from) * step) / steps,
      y: y + ((words.y - y) * step) / steps,
    }));
    return { x0: at.x, x1: to.x, y0: Math.min(at.y, to.y) - 1, y1: Math.max(at.y, to.y) + 1 };
  });
}

/** The nearest place to the middle of its column that is free. */
function dotOf(doubt: Doubt, done: readonly Placed[], frame: Frame): Placed {
  const { from, width } = columnOf(doubt.grade, frame);
  const y = heightOf(doubt.size, frame);
  const near = done.filter((other) => other.grade === doubt.grade && Math.abs(other.y - y) < GAP);
  const steps = Math.max(0, Math.floor((width / 2 - RADIUS) / GAP));
  const tries = Array.from(
    { length: 2 * steps + 1 },
    (_, i) => (i % 2 === 1 ? 1 : -1) * Math.ceil(i / 2) * GAP + from + width / 2,
  );
  const x = tries.find((at) => near.every((other) => Math.hypot(other.x - at, other.y - y) >= GAP)) ?? from + width / 2;
  return { ...doubt, x, y };
}

/** Lines that words may lie above or below their dot, the nearest first. */
const SHIFTS = [0, -1, 1, -2, 2, -3, 3].map((lines) => lines * LINE);
/** Dots, of those that matter most, whose words may lie apart from them. */
const LED = 8;

/** Beside the dot, or else, for those that matter most, in the free room at the right of its column. */
function wordsOf(
  dot: Placed,
  taken: readonly Box[],
  frame: Frame,
  rank: number,
): { readonly words: Words; readonly boxes: readonly Box[] } | undefined {
  const { label, x, y, grade } = dot;
  const text = label.length > LONGEST ? `${label.slice(0, LONGEST - 1).trimEnd()}…` : label;
  const { from, width } = columnOf(grade, frame);
  const beside = [
    { x: x + RADIUS + 5, y, anchor: 'start' },
    { x: x - RADIUS - 5, y, anchor: 'end' },
  ] as const;
  const apart = rank < LED ? SHIFTS.map((shift) => ({ x: from + width + 2, y: y + shift, anchor: 'start' }) as const) : [];
  for (const [i, at] of [...beside, ...apart].entries()) {
    const isApart = i >= beside.length;
    const box = boxOf(at, text.length * LETTER);
    const boxes = isApart ? [box, ...lineOf(dot, at)] : [box];
    const isInside = box.x0 >= frame.left - 30 && box.x1 <= frame.right && box.y0 >= frame.top && box.y1 <= frame.bottom + LINE;
    if (isInside && !boxes.some((one) => taken.some((other) => overlap(one, other))))
      return { words: { ...at, text, isApart }, boxes };
  }
  return undefined;
}

const boxOf = ({ x, y, anchor }: Pick<Words, 'x' | 'y' | 'anchor'>, width: number): Box => ({
  x0: anchor === 'start' ? x : x - width,
  x1: anchor === 'start' ? x + width : x,
  y0: y - LINE / 2,
  y1: y + LINE / 2,
});
