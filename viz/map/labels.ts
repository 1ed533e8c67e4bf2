/** Where names of districts or regions go: beside their own stretch of coast, or among their schools where they have none. */
import { isLand, type Land, nearest } from './land.ts';
import { type View, xOn, yOn } from './view.ts';

export interface Label {
  readonly name: string;
  /** The middle of the words, and the line that they stand on, in pixels. */
  readonly x: number;
  readonly y: number;
  /** Among the schools, where the words need a rim. */
  readonly inside: boolean;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Width of a letter, as a share of its size. */
const LETTER = 0.55;
/** Pixels between a name and the coast. */
const GAP = 6;
/** A name this many times its district's reach away says nothing of it. */
const FAR = 2.2;

/** Places for the names of a land, none over another. `size` of the letters in pixels. */
export function labelsOf(land: Land, view: View, size: number): Label[] {
  const taken: Box[] = [];
  const fromEdge = [...land.named].sort((a, b) => Math.abs(b.y - middleOf(land)) - Math.abs(a.y - middleOf(land)));
  return fromEdge.flatMap((district) => {
    const width = LETTER * size * district.name.length;
    const found = outside(land, view, district, width, size, taken) ?? inside(land, view, district, width, size, taken);
    if (!found) return [];
    taken.push(found.box);
    const { left, right, bottom } = found.box;
    return [{ name: district.name, x: (left + right) / 2, y: bottom - 0.2 * size, inside: found.inside }];
  });
}

type District = Land['named'][number];
interface Place {
  readonly box: Box;
  readonly inside: boolean;
}

const middleOf = ({ box }: Land): number => (box.top + box.bottom) / 2;

const boxAt = (x: number, y: number, width: number, height: number): Box => ({
  left: x - width / 2,
  right: x + width / 2,
  top: y - height / 2,
  bottom: y + height / 2,
});

const meet = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
const isOn = (box: Box, { width, height }: View): boolean =>
  box.left >= 0 && box.top >= 0 && box.right <= width && box.bottom <= height;

/** The place off the coast that is nearest to the district's schools. */
function outside(land: Land, view: View, district: District, width: number, size: number, taken: readonly Box[]): Place | null {
  const [homeX, homeY] = [xOn(view, district.x), yOn(view, district.y)];
  const reach = Math.max(...district.schools.map((s) => Math.hypot(xOn(view, land.x[s]) - homeX, yOn(view, land.y[s]) - homeY)));
  let best: Place | null = null;
  let least = FAR * reach;
  for (const box of offshore(land, view, district, width, size)) {
    const way = wayTo(box, homeX, homeY);
    if (way >= least || !isOn(box, view) || taken.some((other) => meet(box, other)) || !isClear(land, view, box)) continue;
    best = { box, inside: false };
    least = way;
  }
  return best;
}

/** Pixels from a place to a name; of names as near, the one whose middle is nearer comes first. */
function wayTo(box: Box, x: number, y: number): number {
  const nearX = Math.max(box.left, Math.min(x, box.right));
  return Math.hypot(nearX - x, (box.top + box.bottom) / 2 - y) + 0.15 * Math.abs((box.left + box.right) / 2 - x);
}

/** Boxes of a size that touch the district's own stretch of coast from the sea. */
function* offshore(land: Land, view: View, district: District, width: number, size: number): Generator<Box> {
  const { coast, box } = land;
  const own = new Set(district.schools);
  const [midX, midY] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  for (const ring of coast) {
    for (let i = 0; i < ring.length; i += 2) {
      if (!own.has(nearest(land, ring[i], ring[i + 1], Number.POSITIVE_INFINITY)!)) continue;
      const [outX, outY] = [ring[i] - midX, ring[i + 1] - midY];
      const length = Math.hypot(outX, outY) || 1;
      const x = xOn(view, ring[i]) + (outX / length) * (GAP + width / 2);
      const y = yOn(view, ring[i + 1]) + (outY / length) * (GAP + size / 2);
      yield boxAt(x, y, width, 1.2 * size);
      yield boxAt(x, yOn(view, ring[i + 1]) + Math.sign(outY) * (GAP + size / 2), width, 1.2 * size);
      yield boxAt(xOn(view, ring[i]) + Math.sign(outX) * (GAP + width / 2), yOn(view, ring[i + 1]), width, 1.2 * size);
    }
  }
}

/** Whether there is only sea under a box. */
function isClear(land: Land, view: View, { left, top, right, bottom }: Box): boolean {
  const sheet = (x: number, y: number): boolean => isLand(land, (x - view.dx) / view.scale, (y - view.dy) / view.scale);
  for (let k = 0; k <= 6; k++) {
    const x = left + ((right - left) * k) / 6;
    if (sheet(x, top - 2) || sheet(x, bottom + 2)) return false;
  }
  return true;
}

/** The school nearest to the middle of a box. */
const schoolAt = (land: Land, { scale, dx, dy }: View, { left, right, top, bottom }: Box): number =>
  nearest(land, ((left + right) / 2 - dx) / scale, ((top + bottom) / 2 - dy) / scale, Number.POSITIVE_INFINITY)!;

/** The place on the district's own ground, around its middle, that hides the fewest schools. */
function inside(land: Land, view: View, district: District, width: number, size: number, taken: readonly Box[]): Place | null {
  const own = new Set(district.schools);
  const wide = 2 * view.radius;
  const schools = Array.from(land.x, (x, s) => boxAt(xOn(view, x), yOn(view, land.y[s]), wide, wide));
  let best: Place | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (let k = -6; k <= 6; k++) {
    for (let j = -2; j <= 2; j++) {
      const box = boxAt(xOn(view, district.x) + (j * width) / 4, yOn(view, district.y) + k * size, width, 1.2 * size);
      if (!isOn(box, view) || taken.some((other) => meet(box, other)) || !own.has(schoolAt(land, view, box))) continue;
      const hidden = schools.reduce((n, school) => n + (meet(box, school) ? 1 : 0), 0);
      const cost = hidden + 0.35 * Math.abs(k) + 0.2 * Math.abs(j);
      if (cost < least) {
        best = { box, inside: true };
        least = cost;
      }
    }
  }
  return best;
}
