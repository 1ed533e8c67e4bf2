/**
 * Patient rule induction (Friedman & Fisher 1999, "Bump hunting in high-dimensional data"): the box of inputs in which cases are
 * dense, found by peeling off a thin slice at a time, with Bryant & Lempert's 2010 measures of what the box is worth.
 */
import { binomialTail } from './tails.ts';

/** A row a point; inputs row after row, and the share of each point's futures that are cases (0 to 1). */
export interface Cases {
  readonly inputs: Float64Array;
  readonly shares: Float64Array;
  /** True where an input's numbers only name choices, any of which may be left out. */
  readonly areChoices: readonly boolean[];
  /** By input, the points in rising order of it. */
  readonly orders: readonly Int32Array[];
}

export function casesOf(inputs: Float64Array, shares: Float64Array, areChoices: readonly boolean[]): Cases {
  const count = areChoices.length;
  const orders = areChoices.map((_, f) =>
    Int32Array.from(shares.keys()).sort((a, b) => inputs[a * count + f] - inputs[b * count + f] || a - b),
  );
  return { inputs, shares, areChoices, orders };
}

/** The cases with each point as often as it was drawn; their orders follow from the old ones, which spares the sorting. */
export function redrawn({ inputs, shares, areChoices, orders }: Cases, times: ArrayLike<number>): Cases {
  const count = areChoices.length;
  const n = shares.length;
  const starts = new Int32Array(n + 1);
  for (let p = 0; p < n; p++) starts[p + 1] = starts[p] + times[p];
  const rows = new Float64Array(starts[n] * count);
  const drawn = new Float64Array(starts[n]);
  for (let p = 0; p < n; p++) {
    for (let i = starts[p]; i < starts[p + 1]; i++) {
      rows.set(inputs.subarray(p * count, (p + 1) * count), i * count);
      drawn[i] = shares[p];
    }
  }
  const reordered = orders.map((order) => {
    const out = new Int32Array(starts[n]);
    let at = 0;
    for (const p of order) for (let i = starts[p]; i < starts[p + 1]; i++) out[at++] = i;
    return out;
  });
  return { inputs: rows, shares: drawn, areChoices, orders: reordered };
}

/** Of one input: the range kept, or the choices kept. */
export type Side = { readonly low: number; readonly high: number } | { readonly kept: readonly number[] };

/** By input; undefined where the box does not limit it. */
export type Box = readonly (Side | undefined)[];

export interface Worth {
  readonly coverage: number;
  readonly density: number;
  readonly mass: number;
}

export interface Peel extends Worth {
  readonly box: Box;
}

export interface PeelWish {
  /** Share of the points in the box that a slice takes. */
  readonly alpha: number;
  /** Share of all points that a box has at least. */
  readonly leastMass: number;
}

const holds = (side: Side | undefined, value: number): boolean =>
  side === undefined || ('kept' in side ? side.kept.includes(value) : value >= side.low && value <= side.high);

/** Whether a box holds a point; `but`, if given, is an input that is not looked at. */
export function isInside({ inputs }: Cases, box: Box, point: number, but = -1): boolean {
  const at = point * box.length;
  for (let f = 0; f < box.length; f++) if (f !== but && !holds(box[f], inputs[at + f])) return false;
  return true;
}

export const countOf = (box: Box): number => box.filter((side) => side !== undefined).length;

/** What a box is worth; `times` counts how often each point is drawn. */
export function worthOf(cases: Cases, box: Box, times?: ArrayLike<number>): Worth {
  let [inside, hits, all, total] = [0, 0, 0, 0];
  for (let p = 0; p < cases.shares.length; p++) {
    const weight = times ? times[p] : 1;
    total += weight;
    all += weight * cases.shares[p];
    if (weight === 0 || !isInside(cases, box, p)) continue;
    inside += weight;
    hits += weight * cases.shares[p];
  }
  return { coverage: hits / all, density: hits / inside, mass: inside / total };
}

/** A slice that may be peeled: places in the order of an input, from the first to before the last. */
interface Slice {
  readonly factor: number;
  readonly from: number;
  readonly to: number;
  /** What is kept of the input then; made only for the slice that goes. */
  side(): Side;
}

/** The boxes from all points down to the least mass, each inside the one before. */
export function peel(cases: Cases, wish: PeelWish): Peel[] {
  const { shares, areChoices } = cases;
  const all = shares.reduce((sum, share) => sum + share, 0);
  const n = shares.length;
  const least = Math.max(1, Math.ceil(wish.leastMass * n));
  const isIn = new Uint8Array(n).fill(1);
  let { orders } = cases;
  let box: Box = areChoices.map(() => undefined);
  let [inside, hits] = [n, all];
  const steps: Peel[] = [{ box, coverage: 1, density: all / n, mass: 1 }];
  for (;;) {
    let best: Slice | undefined;
    let bestGain = 0;
    for (const slice of slicesOf(cases, orders, box, wish.alpha)) {
      const removed = slice.to - slice.from;
      if (inside - removed < least) continue;
      const order = orders[slice.factor];
      let rest = hits;
      for (let i = slice.from; i < slice.to; i++) rest -= shares[order[i]];
      // Gain of density for each point given up: thick slices, which few levels force, have to be worth it.
      const gain = (rest / (inside - removed) - hits / inside) / removed;
      // Rounding alone is no gain.
      if (gain > bestGain + 1e-15) [best, bestGain] = [slice, gain];
    }
    if (!best) return steps;
    const { factor, from, to } = best;
    const side = best.side();
    for (let i = from; i < to; i++) {
      isIn[orders[factor][i]] = 0;
      hits -= shares[orders[factor][i]];
    }
    inside -= to - from;
    box = box.map((old, f) => (f === factor ? side : old));
    orders = orders.map((order) => order.filter((p) => isIn[p] === 1));
    steps.push({ box, coverage: hits / all, density: hits / inside, mass: inside / n });
  }
}

/** Every slice that may go next: the lowest and the highest of each input, each choice by itself. */
function* slicesOf({ inputs, areChoices }: Cases, orders: readonly Int32Array[], box: Box, alpha: number): Generator<Slice> {
  const count = areChoices.length;
  for (let factor = 0; factor < count; factor++) {
    const order = orders[factor];
    const at = (i: number): number => inputs[order[i] * count + factor];
    const n = order.length;
    if (at(0) === at(n - 1)) continue;
    if (areChoices[factor]) {
      for (let from = 0; from < n; ) {
        const to = runEnd(at, from, n);
        const gone = at(from);
        yield {
          factor,
          from,
          to,
          side: () => ({ kept: [...new Set(Array.from(order, (_, i) => at(i)))].filter((v) => v !== gone) }),
        };
        from = to;
      }
      continue;
    }
    const thick = Math.max(1, Math.floor(alpha * n));
    const old = box[factor];
    const [low, high] = old && 'low' in old ? [old.low, old.high] : [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
    const upTo = cutBelow(at, thick, n);
    yield { factor, from: 0, to: upTo, side: () => ({ low: (at(upTo - 1) + at(upTo)) / 2, high }) };
    const downTo = n - cutBelow((i) => at(n - 1 - i), thick, n);
    yield { factor, from: downTo, to: n, side: () => ({ low, high: (at(downTo - 1) + at(downTo)) / 2 }) };
  }
}

/** Where the run of equal values that starts at a place ends. */
function runEnd(at: (i: number) => number, from: number, n: number): number {
  let to = from + 1;
  while (to < n && at(to) === at(from)) to++;
  return to;
}

/**
 * Where a slice of so many ends: equal values go or stay together, and where it would end inside the first run of them, the whole
 * run goes.
 */
function cutBelow(at: (i: number) => number, thick: number, n: number): number {
  let cut = thick;
  while (cut > 0 && at(cut - 1) === at(cut)) cut--;
  return cut > 0 ? cut : runEnd(at, 0, n);
}

/** Puts slices back on a box's ranges as long as its density does not fall: peeling looks one step ahead and may take too much. */
export function paste(cases: Cases, box: Box, share: number): Box {
  let current = box;
  for (;;) {
    const { density, mass } = worthOf(cases, current);
    const thick = Math.max(1, Math.floor(share * mass * cases.shares.length));
    const wider = wideningsOf(cases, current, thick)
      .map((next) => ({ next, worth: worthOf(cases, next) }))
      .filter(({ worth }) => worth.density >= density && worth.mass > mass)
      .sort((a, b) => b.worth.density - a.worth.density)[0];
    if (!wider) return current;
    current = wider.next;
  }
}

function wideningsOf(cases: Cases, box: Box, thick: number): Box[] {
  const { inputs, shares } = cases;
  const count = box.length;
  return box.flatMap((side, f) => {
    if (side === undefined || 'kept' in side) return [];
    const outside = Array.from(shares.keys())
      .filter((p) => isInside(cases, box, p, f))
      .map((p) => inputs[p * count + f]);
    const below = outside.filter((value) => value < side.low).sort((a, b) => b - a);
    const above = outside.filter((value) => value > side.high).sort((a, b) => a - b);
    const edge = (values: readonly number[], open: number): number => {
      const next = values.findIndex((value, i) => i >= thick && value !== values[i - 1]);
      return next < 0 ? open : (values[next - 1] + values[next]) / 2;
    };
    const sides: (Side | undefined)[] = [];
    if (below.length > 0) sides.push({ low: edge(below, Number.NEGATIVE_INFINITY), high: side.high });
    if (above.length > 0) sides.push({ low: side.low, high: edge(above, Number.POSITIVE_INFINITY) });
    return sides.map((wide) => box.map((old, i) => (i === f ? openOf(wide) : old)));
  });
}

const openOf = (side: Side | undefined): Side | undefined =>
  side && 'low' in side && side.low === Number.NEGATIVE_INFINITY && side.high === Number.POSITIVE_INFINITY ? undefined : side;

/**
 * Quasi-p-value of each limit (Bryant & Lempert 2010): the chance of so dense a box if this limit only took points at random
 * from the box without it. NaN where there is no limit.
 */
export function quasiPs(cases: Cases, box: Box): number[] {
  const n = cases.shares.length;
  const { density, mass } = worthOf(cases, box);
  return box.map((side, f) => {
    if (side === undefined) return Number.NaN;
    const without = worthOf(
      cases,
      box.map((old, i) => (i === f ? undefined : old)),
    );
    const points = Math.round(mass * n);
    return binomialTail(density * points, points, without.density);
  });
}

/** The box without the limits that luck would make as well, least sure first. */
export function withoutIdleLimits(cases: Cases, box: Box): Box {
  const chances = quasiPs(cases, box);
  const worst = chances.reduce((at, p, f) => (p > (at < 0 ? 0.05 : chances[at]) ? f : at), -1);
  if (worst < 0) return box;
  return withoutIdleLimits(
    cases,
    box.map((side, f) => (f === worst ? undefined : side)),
  );
}
