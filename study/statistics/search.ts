/** The cheapest point that is good enough, over lists of values that inputs may take. */
import direct from 'ml-direct';

export interface Problem {
  /** By input, the values it may take, rising. */
  readonly values: readonly (readonly number[])[];
  cost(point: readonly number[]): number;
  /** How far a point is above what is asked; below 0 it is not good enough. */
  margin(point: readonly number[]): number;
}

/** Combinations that are all looked at rather than searched. */
const MOST_LOOKED_AT = 40_000;

/**
 * The cheapest good enough point that was found, or null. Few combinations are all looked at; else DIRECT (Jones, Perttunen &
 * Stuckman 1993) searches the whole range, and moves of one or two inputs from there, and from `starts`, go on as far as they make
 * it cheaper.
 */
export function cheapest(problem: Problem, starts: readonly (readonly number[])[] = []): number[] | null {
  const { values } = problem;
  const ways = values.reduce((product, list) => product * list.length, 1);
  if (ways <= MOST_LOOKED_AT) return bestOf(problem, all(values));
  const ends = [lows(values), highs(values), ...widest(problem)];
  const good = [...ends, ...starts.map((start) => start.map((value, f) => nearest(values[f], value)))]
    .map((point) => repaired(problem, point))
    .filter((point) => point !== null);
  const different = [...new Map(good.map((point) => [point.join(' '), point])).values()];
  const best = bestOf(
    problem,
    different.map((point) => lowered(problem, point, false)),
  );
  // Moves of two inputs are many, so that only the best goes on by them.
  return best && lowered(problem, best, true);
}

/** What a good enough point comes to by moves of one or two inputs, as far as each makes it cheaper and keeps it good enough. */
export const cheapened = (problem: Problem, start: readonly number[]): number[] => lowered(problem, start, true);

function bestOf({ cost, margin }: Problem, points: Iterable<readonly number[]>): number[] | null {
  let best: readonly number[] | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const point of points) {
    const price = cost(point);
    if (price < least && margin(point) >= 0) [best, least] = [point, price];
  }
  return best ? [...best] : null;
}

function* all(values: Problem['values'], point: readonly number[] = []): Generator<readonly number[]> {
  if (point.length === values.length) yield point;
  else for (const value of values[point.length]) yield* all(values, [...point, value]);
}

const lows = (values: Problem['values']): number[] => values.map((list) => list[0]);
const highs = (values: Problem['values']): number[] => values.map((list) => list[list.length - 1]);

const nearest = (list: readonly number[], value: number): number =>
  list.reduce((best, candidate) => (Math.abs(candidate - value) < Math.abs(best - value) ? candidate : best));

/** Where DIRECT ends when what lacks is dear. */
function widest({ values, cost, margin }: Problem): number[][] {
  const scale = Math.max(1e-12, Math.abs(cost(highs(values)) - cost(lows(values))));
  const lack = Math.max(1e-12, Math.abs(margin(highs(values)) - margin(lows(values))));
  const indices = values.map((list) => list.length - 1);
  const point = (at: ArrayLike<number>): number[] => values.map((list, f) => list[Math.round(at[f])]);
  const { optima } = direct(
    (at) => {
      const candidate = point(at);
      return cost(candidate) / scale + (10 * Math.max(0, -margin(candidate))) / lack;
    },
    indices.map(() => 0),
    indices,
    { iterations: 12 },
  );
  return optima.slice(0, 3).map(point);
}

/** The point, moved one input at a time up its margin until it is good enough; null where it gets stuck. */
function repaired({ values, margin }: Problem, start: readonly number[]): number[] | null {
  let point = [...start];
  let here = margin(point);
  while (here < 0) {
    let best = point;
    for (const next of moves(values, point)) {
      const there = margin(next);
      if (there > here) [best, here] = [next, there];
    }
    if (best === point) return null;
    point = best;
  }
  return point;
}

/** The point, made cheaper as long as one move can, or with `inPairs` two together: it stays good enough. */
function lowered({ values, cost, margin }: Problem, start: readonly number[], inPairs: boolean): number[] {
  let point = [...start];
  for (;;) {
    const price = cost(point);
    const cheaper = (next: readonly number[]): boolean => cost(next) < price - 1e-12 && margin(next) >= 0;
    const found = cheapestOf(moves(values, point), cost, cheaper) ?? (inPairs ? twos(values, point, cheaper) : undefined);
    if (!found) return point;
    point = found;
  }
}

/** The cheapest of some points that will do. */
function cheapestOf(
  points: Iterable<number[]>,
  cost: Problem['cost'],
  isGood: (next: readonly number[]) => boolean,
): number[] | undefined {
  return [...points].sort((a, b) => cost(a) - cost(b)).find(isGood);
}

/** The first that will do of all points that differ in two inputs. */
function twos(
  values: Problem['values'],
  point: readonly number[],
  isGood: (next: readonly number[]) => boolean,
): number[] | undefined {
  for (let f = 0; f < values.length; f++)
    for (const one of moves(values, point, f, f + 1)) for (const two of moves(values, one, f + 1)) if (isGood(two)) return two;
  return undefined;
}

/** Every point that differs in one input, of those from one place to before another. */
function* moves(values: Problem['values'], point: readonly number[], from = 0, to = values.length): Generator<number[]> {
  for (let f = from; f < to; f++) {
    for (const value of values[f]) {
      if (value === point[f]) continue;
      const next = [...point];
      next[f] = value;
      yield next;
    }
  }
}
