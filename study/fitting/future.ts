/** What may come after the last known step: a draw of the posterior put into the reduced model of contagion and run on, step by step. */
import { exp, futureKey, log, type PreparedContagion, prepareContagion, runContagion, tiesFromEdges } from '../../sim/index.ts';
import type { NetworkDraw } from './chain.ts';
import { type Hazard, stopsNext } from './hazard.ts';
import { DRIFT, links } from './links.ts';
import type { Luck } from './luck.ts';
import { type Exposed, HILL_EXPONENT, type Sight } from './network.ts';

/** Of a larger group as many are drawn to stand for everybody: their share lies within a few in 100 of all. */
const STANDING_FOR_ALL = 200;

/** Numbers that ever adopted and that use it, after each of the steps that follow. */
export interface Course {
  readonly ever: Float64Array;
  readonly active: Float64Array;
}

/**
 * Those who never will adopt, and those who have stopped, are left out; whoever remains sees as large a share of them as before.
 * Rates act for one step at a time, at the pace that the step is drawn to have. Each user stops by how long it has used it.
 */
export function courseOf(
  exposed: Exposed,
  g: number,
  drawn: NetworkDraw,
  sight: Sight,
  stopping: Hazard | null,
  steps: number,
  seed: string,
  luck: Luck,
): Course {
  const { people, risk, did } = exposed;
  const using: number[] = [];
  const waiting: number[] = [];
  const place = new Map(risk.map((i, r) => [i, r]));
  let gone = 0;
  for (let i = 0; i < people.size; i++) {
    const r = place.get(i);
    if (r !== undefined && !did[r]) {
      if (drawn.open[g][r]) waiting.push(i);
    } else if (people.stopped[i] <= people.seen) gone++;
    else using.push(i);
  }
  const nodes = [...using, ...waiting];
  const prepared = preparedOf(exposed, nodes, drawn.theta[g], sight, luck);
  let active = using.map((_, n) => n);
  const began = Float64Array.from(nodes, (i) => people.adopted[i]);
  const everyone = new Uint8Array(nodes.length).fill(1, 0, using.length);
  const course: Course = { ever: new Float64Array(steps), active: new Float64Array(steps) };
  const left = new Uint8Array(nodes.length);
  let drift = 0;
  for (let t = 0; t < steps; t++) {
    drift += DRIFT * luck.normal();
    const pace = exp(drift) * gamma(1 / (drawn.spread * drawn.spread), luck);
    const { finalState } = runContagion(paced(prepared, pace), futureKey(seed, t), active);
    const step = people.seen + t;
    if (stopping) for (const n of active) if (luck.uniform() < stopsNext(stopping, step - began[n])) left[n] = 1;
    active = [];
    for (let n = 0; n < nodes.length; n++) {
      if (finalState[n] !== 1 || left[n]) continue;
      active.push(n);
      if (everyone[n]) continue;
      everyone[n] = 1;
      began[n] = step + 1;
    }
    course.active[t] = active.length;
    course.ever[t] = gone + everyone.reduce((sum, one) => sum + one, 0);
  }
  return course;
}

function preparedOf(
  { people }: Exposed,
  nodes: readonly number[],
  theta: Float64Array,
  { tieShare, threshold }: Sight,
  luck: Luck,
): PreparedContagion {
  const place = new Map(nodes.map((i, n) => [i, n]));
  const total = new Float64Array(people.size);
  for (const { from, weight } of people.ties) total[from] += weight;
  const [source, target, weight, layer]: number[][] = [[], [], [], []];
  const add = (to: number, from: number, share: number, l: number) => {
    source.push(to);
    target.push(from);
    weight.push(share);
    layer.push(l);
  };
  if (tieShare > 0) {
    for (const { from, to, weight } of people.ties) {
      const [n, m] = [place.get(from), place.get(to)];
      if (n !== undefined && m !== undefined) add(m, n, weight / total[from], 0);
    }
  }
  if (tieShare < 1) {
    const others = people.size - 1;
    for (let n = 0; n < nodes.length; n++) {
      if (nodes.length <= 2 * STANDING_FOR_ALL)
        for (let m = 0; m < nodes.length; m++)
          if (m !== n) add(m, n, 1 / others, 1);
          else continue;
    }
    if (nodes.length > 2 * STANDING_FOR_ALL) {
      for (let n = 0; n < nodes.length; n++) {
        for (let k = 0; k < STANDING_FOR_ALL; k++) {
          const m = Math.floor(luck.uniform() * nodes.length);
          if (m !== n) add(m, n, (nodes.length - 1) / others / STANDING_FOR_ALL, 1);
        }
      }
    }
  }
  const [p, q] = [links.log.from(theta[0]), links.log.from(theta[1])];
  return prepareContagion({
    nodes: nodes.length,
    ties: tiesFromEdges(nodes.length, { source, target, weight, layer }, true),
    exposure: { of: 'count', among: 'ties', layerStrengths: [tieShare, 1 - tieShare] },
    kernel:
      threshold === null ? { kind: 'linear', strength: q } : { kind: 'hill', strength: q, threshold, exponent: HILL_EXPONENT },
    external: p,
    dropOut: { kind: 'none', strength: 0 },
    timing: { per: 'year', dt: 1 },
    steps: 1,
  });
}

/** The same model for a step in which adoption goes faster or slower. */
function paced(prepared: PreparedContagion, pace: number): PreparedContagion {
  const { rule, highestHazard } = prepared;
  return {
    ...prepared,
    rule: { ...rule, strength: rule.strength * pace, external: rule.external * pace },
    highestHazard: highestHazard * pace,
  };
}

/** A gamma number of a shape and mean 1 (Marsaglia & Tsang 2000; below a shape of 1 by their power of a uniform). */
function gamma(shape: number, luck: Luck): number {
  if (shape < 1) return (gamma(shape + 1, luck) * (shape + 1) * exp(log(luck.uniform()) / shape)) / shape;
  const d = shape - 1 / 3;
  for (;;) {
    const x = luck.normal();
    const v = 1 + x / Math.sqrt(9 * d);
    if (v > 0 && log(luck.uniform()) < 0.5 * x * x + d * (1 - v * v * v + 3 * log(v))) return (d * v * v * v) / shape;
  }
}
