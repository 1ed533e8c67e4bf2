/** What replicates say together: the curve, the final sizes, who was reached, and what each seed alone does. */
import { draw, futureKey, type Key, purposes } from '../random.ts';
import type { Prepared } from './prepare.ts';
import { type ContagionRun, runContagion, states } from './run.ts';

/** `active`: using it then; `ever`: using it or having used it. */
export const counts = ['active', 'ever'] as const;
export type Count = (typeof counts)[number];

/** Where contagion starts: the same nodes, each replicate's own at random, or one run for each of several sets. */
export type Seeding = { readonly nodes: readonly number[] } | { readonly random: number };

/** Mean and standard deviation over replicates, one place a step. */
export interface Curve {
  readonly mean: Float64Array;
  readonly sd: Float64Array;
}

export interface Summary {
  readonly replicates: number;
  readonly curve: Curve;
  /** Share of replicates that ended with a given number, 0..N. */
  readonly finalShare: Float64Array;
  /** Share of replicates in which a node counted at the end. */
  readonly nodeShare: Float64Array;
}

export function* replicates(prepared: Prepared, seeding: Seeding, seed: string, count: number): Generator<ContagionRun> {
  for (let r = 0; r < count; r++) {
    const key = futureKey(seed, r);
    yield runContagion(prepared, key, 'random' in seeding ? randomNodes(prepared, key, seeding.random) : seeding.nodes);
  }
}

/** The nodes with the smallest draws: of two numbers of seeds under one key, the fewer are among the more. */
function randomNodes({ ids }: Prepared, key: Key, count: number): number[] {
  const draws = Float64Array.from(ids, (id) => draw(key, purposes.randomSeeds, id, 0, 0));
  const last = draws.slice().sort()[count - 1];
  return Array.from(ids.keys()).filter((i) => draws[i] <= last);
}

export function summarise(nodes: number, runs: Iterable<ContagionRun>, count: Count): Summary {
  const curves: Int32Array[] = [];
  const finalShare = new Float64Array(nodes + 1);
  const nodeShare = new Float64Array(nodes);
  for (const run of runs) {
    const curve = run[count];
    curves.push(curve);
    finalShare[curve[curve.length - 1]]++;
    for (let i = 0; i < nodes; i++) nodeShare[i] += counted(run, count, i) ? 1 : 0;
  }
  const replicates = curves.length;
  return {
    replicates,
    curve: meanAndSd(curves),
    finalShare: finalShare.map((n) => n / replicates),
    nodeShare: nodeShare.map((n) => n / replicates),
  };
}

const counted = (run: ContagionRun, count: Count, i: number): boolean =>
  count === 'ever' ? run.first[i] >= 0 : run.finalState[i] === states.active;

/** A run that ended early stays where it ended. One replicate has no spread: 0. */
function meanAndSd(curves: readonly Int32Array[]): Curve {
  const length = curves.reduce((longest, curve) => Math.max(longest, curve.length), 0);
  const mean = new Float64Array(length);
  const sd = new Float64Array(length);
  for (let t = 0; t < length; t++) {
    const at = (curve: Int32Array) => curve[Math.min(t, curve.length - 1)];
    mean[t] = curves.reduce((sum, curve) => sum + at(curve), 0) / curves.length;
    const squares = curves.reduce((sum, curve) => sum + (at(curve) - mean[t]) * (at(curve) - mean[t]), 0);
    sd[t] = curves.length > 1 ? Math.sqrt(squares / (curves.length - 1)) : 0;
  }
  return { mean, sd };
}

export interface SeedResult {
  /** The node that the set is named after. */
  readonly seed: number;
  readonly seeds: number;
  readonly final: number;
  /** Steps in which anything changed. */
  readonly steps: number;
}

/** One run from each node, alone or with all those who turn to it or it turns to. */
export function fromEach(
  prepared: Prepared,
  nodes: readonly number[],
  withNeighbours: boolean,
  key: Key,
  count: Count,
): SeedResult[] {
  return nodes.map((seed) => {
    const seeds = withNeighbours ? [seed, ...neighbours(prepared, seed)] : [seed];
    const run = runContagion(prepared, key, seeds);
    return { seed, seeds: seeds.length, final: run[count][run[count].length - 1], steps: run.lastChange };
  });
}

function neighbours({ nodes, spread, model: { ties } }: Prepared, i: number): Set<number> {
  const found = new Set(ties?.source.subarray(ties.offsets[i], ties.offsets[i + 1]));
  for (let k = spread.offsets[i]; k < spread.offsets[i + 1]; k++) found.add(spread.place[k] % nodes);
  found.delete(i);
  return found;
}
