/** Ties from lists of edges, and the graphs that reference cases are made of. */
import { draw, type Key, purposes } from '../random.ts';
import type { Ties } from './model.ts';

/** One a tie, in columns. Influence flows from source to target; undirected edges are listed once and act both ways. */
export interface Edges {
  readonly source: ArrayLike<number>;
  readonly target: ArrayLike<number>;
  /** Absent: 1 each. */
  readonly weight?: ArrayLike<number>;
  /** Absent: one layer. */
  readonly layer?: ArrayLike<number>;
}

export function tiesFromEdges(nodes: number, edges: Edges, directed: boolean): Ties {
  const { source, target, weight, layer } = edges;
  const count = source.length;
  const arcs = directed ? count : 2 * count;
  const from = (arc: number) => (arc < count ? source[arc] : target[arc - count]);
  const to = (arc: number) => (arc < count ? target[arc] : source[arc - count]);
  const offsets = new Uint32Array(nodes + 1);
  for (let arc = 0; arc < arcs; arc++) offsets[to(arc) + 1]++;
  for (let i = 0; i < nodes; i++) offsets[i + 1] += offsets[i];
  const next = offsets.slice();
  const place = Int32Array.from({ length: arcs }, (_, arc) => next[to(arc)]++);
  const inRows = <A extends Int32Array | Float64Array | Uint8Array>(column: A, value: (arc: number) => number): A => {
    for (let arc = 0; arc < arcs; arc++) column[place[arc]] = value(arc);
    return column;
  };
  return {
    offsets,
    source: inRows(new Int32Array(arcs), from),
    ...(weight && { weight: inRows(new Float64Array(arcs), (arc) => weight[arc % count]) }),
    ...(layer && { layer: inRows(new Uint8Array(arcs), (arc) => layer[arc % count]) }),
  };
}

/** Everyone tied to the `degree`/2 nearest on each side. */
export function ring(nodes: number, degree: number): Edges {
  const reach = degree / 2;
  const source = Int32Array.from({ length: nodes * reach }, (_, e) => Math.floor(e / reach));
  return { source, target: source.map((i, e) => (i + 1 + (e % reach)) % nodes) };
}

export function complete(nodes: number): Edges {
  const source: number[] = [];
  const target: number[] = [];
  for (let i = 0; i < nodes; i++) {
    for (let j = i + 1; j < nodes; j++) {
      source.push(i);
      target.push(j);
    }
  }
  return { source, target };
}

/** A fixed number of edges, N·z/2, between pairs drawn at random; no loops and none twice. */
export function erdosRenyi(nodes: number, meanDegree: number, key: Key): Edges {
  const count = Math.round((nodes * meanDegree) / 2);
  const pairs = new Pairs(nodes);
  const source = new Int32Array(count);
  const target = new Int32Array(count);
  for (let e = 0, time = 0; e < count; time++) {
    source[e] = Math.floor(nodes * draw(key, purposes.sampling, e, 0, time));
    target[e] = Math.floor(nodes * draw(key, purposes.sampling, e, 1, time));
    if (pairs.add(source[e], target[e])) e++;
  }
  return { source, target };
}

/**
 * A ring whose edges are visited in turn: with probability `rewired` an edge exchanges one end with another edge drawn at random,
 * so that everyone keeps their number of ties. An exchange that would make a loop or a double is drawn anew.
 */
export function rewiredRing(nodes: number, degree: number, rewired: number, key: Key): Edges {
  const edges = ring(nodes, degree);
  const source = Int32Array.from(edges.source);
  const target = Int32Array.from(edges.target);
  const pairs = new Pairs(nodes);
  for (let e = 0; e < source.length; e++) pairs.add(source[e], target[e]);
  for (let e = 0; e < source.length; e++) {
    if (draw(key, purposes.sampling, e, 0, 0) >= rewired) continue;
    for (let attempt = 1; attempt <= 100; attempt++) {
      const other = Math.floor(source.length * draw(key, purposes.sampling, e, 1, attempt));
      const turned = draw(key, purposes.sampling, e, 2, attempt) < 0.5;
      if (exchange(pairs, source, target, e, other, turned)) break;
    }
  }
  return { source, target };
}

/** Edges a–b and c–d become a–d and c–b; `turned` reads the other edge from its far end. */
function exchange(pairs: Pairs, source: Int32Array, target: Int32Array, e: number, other: number, turned: boolean): boolean {
  const [a, b] = [source[e], target[e]];
  const [c, d] = turned ? [target[other], source[other]] : [source[other], target[other]];
  if (e === other || a === d || c === b || pairs.has(a, d) || pairs.has(c, b)) return false;
  pairs.delete(a, b);
  pairs.delete(c, d);
  pairs.add(a, d);
  pairs.add(c, b);
  target[e] = d;
  source[other] = c;
  target[other] = b;
  return true;
}

/** A set of unordered pairs of different nodes. */
class Pairs {
  readonly #nodes: number;
  readonly #held = new Set<number>();

  constructor(nodes: number) {
    this.#nodes = nodes;
  }

  #code(a: number, b: number): number {
    return a < b ? a * this.#nodes + b : b * this.#nodes + a;
  }

  has(a: number, b: number): boolean {
    return this.#held.has(this.#code(a, b));
  }

  /** False for a loop, and for a pair that is in already. */
  add(a: number, b: number): boolean {
    if (a === b || this.has(a, b)) return false;
    this.#held.add(this.#code(a, b));
    return true;
  }

  delete(a: number, b: number): void {
    this.#held.delete(this.#code(a, b));
  }
}
