/**
 * The reduced engine beside plain loops of the same rule, and other frameworks, on a network like ADOPT-60's: schools of 30, six
 * ties inside, two or so across. They take turns; figures are medians over the rounds.
 */
import type { Contagion } from '../../sim/contagion/model.ts';
import { prepare } from '../../sim/contagion/prepare.ts';
import { runContagion } from '../../sim/contagion/run.ts';
import { tiesFromEdges } from '../../sim/contagion/ties.ts';
import { draw, futureKey, keyOf, purposes } from '../../sim/random.ts';
import { median, ratio, takeTurns } from './measure.ts';

export const STEPS = 60;
export const EXTERNAL = 0.0005;
export const STRENGTH = 0.15;

export interface Workload {
  readonly model: Contagion;
  readonly seeds: readonly number[];
}

/** One way of running the workload: made ready once, then run for a replicate; returns how many are active at the end. */
export interface Entry {
  readonly name: string;
  /** Runs to a round; as many as make a round long enough to time where absent. */
  readonly runs?: number;
  /** Nodes beyond which it takes too long to wait for. */
  readonly largest?: number;
  ready(workload: Workload): (replicate: number) => number;
}

export interface Row {
  readonly nodes: number;
  readonly name: string;
  /** Median over the rounds. */
  readonly milliseconds: number;
  readonly nanosecondsPerNodeStep: number;
  /** Median over the pairs of the engine's time divided by this entry's. */
  readonly engineRatio: number;
  /** Mean share active after the last step: all entries run one model. */
  readonly share: number;
}

function workload(nodes: number): Workload {
  const key = keyOf('bench');
  const source: number[] = [];
  const target: number[] = [];
  for (let i = 0; i < nodes; i++) {
    const first = Math.floor(i / 30) * 30;
    for (let d = 1; d <= 3; d++) {
      source.push(i);
      target.push(first + ((i - first + d) % Math.min(30, nodes - first)));
    }
    source.push(i);
    target.push(Math.floor(nodes * draw(key, purposes.sampling, i, 0, 0)));
  }
  const model: Contagion = {
    nodes,
    ties: tiesFromEdges(nodes, { source, target }, false),
    exposure: { of: 'share', among: 'ties' },
    kernel: { kind: 'linear', strength: STRENGTH },
    external: EXTERNAL,
    dropOut: { kind: 'none', strength: 0 },
    timing: { per: 'step' },
    steps: STEPS,
  };
  return { model, seeds: Array.from({ length: Math.floor(nodes / 100) }, (_, n) => n * 100) };
}

const engine: Entry = {
  name: 'engine',
  ready({ model, seeds }) {
    const prepared = prepare(model);
    return (replicate) => runContagion(prepared, futureKey('bench', replicate), seeds).active[STEPS];
  },
};

/** Every non-adopter reads its neighbours at every step. */
const lookFirst: Entry = { name: 'plain loop, look first', ready: (given) => plainLoop(given, 1) };

/** Neighbours are read only when the draw is below the highest hazard there can be. */
const drawFirst: Entry = { name: 'plain loop, draw first', ready: (given) => plainLoop(given, EXTERNAL + STRENGTH) };

function plainLoop({ model: { nodes, ties }, seeds }: Workload, bound: number) {
  const { offsets, source } = ties!;
  return (replicate: number) => {
    const random = sfc32(replicate);
    let now = new Uint8Array(nodes);
    let then = new Uint8Array(nodes);
    for (const i of seeds) now[i] = 1;
    for (let t = 0; t < STEPS; t++) {
      for (let i = 0; i < nodes; i++) {
        then[i] = now[i];
        const u = random();
        if (now[i] === 1 || u >= bound) continue;
        let active = 0;
        for (let k = offsets[i]; k < offsets[i + 1]; k++) active += now[source[k]];
        const degree = offsets[i + 1] - offsets[i];
        if (u < EXTERNAL + STRENGTH * (degree > 0 ? active / degree : 0)) then[i] = 1;
      }
      [now, then] = [then, now];
    }
    return now.reduce((sum, active) => sum + active, 0);
  };
}

/** Chris Doty-Humphrey's small fast counter: about as fast as a sequential generator gets in JavaScript. */
function sfc32(seed: number): () => number {
  let a = seed | 0;
  let b = 0x9e3779b9 | 0;
  let c = 0x243f6a88;
  let d = 1;
  const next = () => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + t) | 0;
    return (t >>> 0) / 4294967296;
  };
  for (let warm = 0; warm < 15; warm++) next();
  return next;
}

const own: readonly Entry[] = [engine, lookFirst, drawFirst];

function compare(nodes: number, entries: readonly Entry[], rounds: number): Row[] {
  const given = workload(nodes);
  const active = entries.map(() => 0);
  const runsOf = (e: number) => entries[e].runs ?? Math.max(1, Math.round(200_000 / nodes));
  const works = entries.map((entry, e) => {
    const run = entry.ready(given);
    return (round: number) => {
      for (let r = 0; r < runsOf(e); r++) active[e] += run(round * runsOf(e) + r);
    };
  });
  takeTurns(1, works);
  active.fill(0);
  const perRun = takeTurns(rounds, works).map((times) => times.map((time, e) => time / runsOf(e)));
  return entries.map(({ name }, e) => {
    const milliseconds = median(perRun.map((times) => times[e]));
    return {
      nodes,
      name,
      milliseconds,
      nanosecondsPerNodeStep: (milliseconds * 1e6) / (nodes * STEPS),
      engineRatio: ratio(perRun, 0, e),
      share: active[e] / (rounds * runsOf(e)) / nodes,
    };
  });
}

export function benchContagion(peers: readonly Entry[], rounds = 7): readonly Row[] {
  return [10_000, 100_000].flatMap((nodes) =>
    compare(nodes, [...own, ...peers.filter(({ largest = nodes }) => nodes <= largest)], rounds),
  );
}
