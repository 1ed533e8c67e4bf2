/** Short ways to say the reduced models that known results are about. */
import type { Contagion } from '../../../sim/contagion/model.ts';
import { prepare } from '../../../sim/contagion/prepare.ts';
import { fromEach, type SeedResult } from '../../../sim/contagion/summary.ts';
import { type Edges, tiesFromEdges } from '../../../sim/contagion/ties.ts';
import { draw, type Key, purposes } from '../../../sim/random.ts';
import { upTo } from './check.ts';

type Wish = Pick<Contagion, 'kernel'> & Partial<Contagion>;

const plain = {
  exposure: { of: 'share', among: 'ties' },
  external: 0,
  dropOut: { kind: 'none', strength: 0 },
  timing: { per: 'step' },
  steps: null,
} as const satisfies Partial<Contagion>;

export const networked = (nodes: number, edges: Edges, wish: Wish): Contagion => ({
  ...plain,
  nodes,
  ties: tiesFromEdges(nodes, edges, false),
  ...wish,
});

export const mixing = (nodes: number, wish: Wish): Contagion => ({
  ...plain,
  exposure: { of: 'share', among: 'population' },
  nodes,
  ...wish,
});

/** Adopts for certain from a share of ties on, or, with `counted`, from a number of them on. */
export const threshold = (theta: number, counted = false): Wish => ({
  kernel: { kind: 'step', strength: 1, threshold: theta },
  ...(counted && { exposure: { of: 'count', among: 'ties' } as const }),
});

/** Cascades from nodes drawn at random, one run each; with their neighbours where asked. */
export function cascades(model: Contagion, count: number, key: Key, withNeighbours = false): SeedResult[] {
  const seeds = upTo(count).map((s) => Math.floor(model.nodes * draw(key, purposes.randomSeeds, s, 0, 0)));
  return fromEach(prepare(model), seeds, withNeighbours, key, 'ever');
}
