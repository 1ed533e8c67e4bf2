/** Places for words beside a line, so that none lies over another, over the line's dots or outside the picture. */

export interface Wanted {
  readonly label: string;
  /** The point of the line that the words are about, in pixels. */
  readonly x: number;
  readonly y: number;
  /** Stands at the top of a line through the whole picture, not beside the point. */
  readonly dashed: boolean;
}

export interface Placed<W extends Wanted> {
  readonly of: W;
  /** The middle of the words, and the line that they stand on. */
  readonly labelX: number;
  readonly labelY: number;
}

interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Of 13 px letters: a mean width, and the height of a line. */
const LETTER = 6.5;
const LINE = 15;
/** Distances from the point at which a place is looked for: below first, then above, each time further. */
const AWAY = [26, -16, 42, -32, 58, -48, 74, -64] as const;
const DOT = 5;

type Box = readonly [left: number, top: number, right: number, bottom: number];

const meet = (a: Box, b: Box): boolean => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

/** In the order wanted; words for which there is no room are left out. */
export function placed<W extends Wanted>(
  wanted: readonly W[],
  dots: readonly { readonly x: number; readonly y: number }[],
  frame: Frame,
): readonly Placed<W>[] {
  const taken: Box[] = dots.map(({ x, y }) => [x - DOT, y - DOT, x + DOT, y + DOT]);
  return wanted.flatMap((of) => {
    const half = (LETTER * of.label.length) / 2 + 3;
    const labelX = Math.min(frame.right - half, Math.max(frame.left + half, of.x));
    const heights = of.dashed ? [frame.top - 8] : AWAY.map((away) => of.y + away);
    for (const labelY of heights) {
      const box: Box = [labelX - half, labelY - LINE + 3, labelX + half, labelY + 3];
      const fits = of.dashed || (box[1] >= frame.top && box[3] <= frame.bottom);
      if (!fits || taken.some((other) => meet(box, other))) continue;
      taken.push(box);
      return [{ of, labelX, labelY }];
    }
    return [];
  });
}
