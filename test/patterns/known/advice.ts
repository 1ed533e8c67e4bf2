/** What is measured of advice networks inside schools: Pitts & Spillane 2009, evidence P37. */
import { layerOf, layers, type System, sourceOf } from '../../../sim/index.ts';
import { defaultActiveShare } from '../../../sim/system/index.ts';

const mean = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length;

/** A school's advice network, from its ties among `posts` people. */
export function measureAdvice(posts: number, ties: readonly (readonly [from: number, to: number])[]) {
  const asks = new Set(ties.map(([from, to]) => from * posts + to));
  const linked = Array.from({ length: posts }, () => new Set<number>());
  const asked = new Array<number>(posts).fill(0);
  for (const [from, to] of ties) {
    linked[from].add(to);
    linked[to].add(from);
    asked[to]++;
  }
  let pairs = 0;
  let closed = 0;
  for (const friends of linked) {
    for (const a of friends) {
      for (const b of friends) {
        if (a >= b) continue;
        pairs++;
        if (linked[a].has(b)) closed++;
      }
    }
  }
  return {
    posts,
    ties: ties.length,
    out: ties.length / posts,
    density: ties.length / (posts * (posts - 1)),
    reciprocity: ties.filter(([from, to]) => asks.has(to * posts + from)).length / ties.length,
    transitivity: closed / pairs,
    colleagues: mean(linked.map((friends) => friends.size)),
    hub: Math.max(...asked),
  };
}

/** Switched-on advice ties of a school, by numbers in it. */
function adviceOf({ firstEducator, ties }: System, s: number): [from: number, to: number][] {
  const first = firstEducator[s];
  const advice: [number, number][] = [];
  for (let e = first; e < firstEducator[s + 1]; e++) {
    for (let k = ties.offsets[e]; k < ties.offsets[e + 1]; k++) {
      const layer = layers[layerOf(ties.ends[k])];
      if (layer !== 'team' && layer !== 'school') continue;
      if (ties.luck[k] / 256 < defaultActiveShare[layer]) advice.push([e - first, sourceOf(ties.ends[k]) - first]);
    }
  }
  return advice;
}

/** The advice networks of a system's schools of 12 to 76 staff, as large as those measured. */
export const measuredSchools = (system: System) =>
  Array.from({ length: system.schoolCount }, (_, s) => [system.firstEducator[s + 1] - system.firstEducator[s], s] as const)
    .filter(([posts]) => posts >= 12 && posts <= 76)
    .map(([posts, s]) => measureAdvice(posts, adviceOf(system, s)));
