/**
 * What to run next, from mixes that were really run. Surfaces are put right by as much as they missed these, the nearest counting
 * most (Shepard 1968), so that they are exact where something was run; and they are believed only so far from the cheapest mix that
 * did come to the target, as a search with regions of trust does (Alexandrov, Dennis, Lewis & Torczon 1998): in several such
 * regions at once, as each is a run of its own and all are made together.
 */
import { cheapened, cheapest, type Problem } from '../../statistics/search.ts';

type Mix = readonly number[];

/** A mix that was really run: the level that it comes to as reliably as asked for, and what it cost. */
export interface Known {
  readonly mix: Mix;
  readonly level: number;
  readonly cost: number;
}

export interface Foreseen {
  /** By input, the values it may take, rising. */
  readonly values: Problem['values'];
  /** By input, how far it is from its least to its most; 1 where it is a choice. */
  readonly widths: readonly number[];
  /** Level that a mix has to come to. */
  readonly goal: number;
  level(mix: Mix): number;
  cost(mix: Mix): number;
}

/** How far from the cheapest that came to it mixes are sought, beside anywhere: inputs moved from end to end, summed. */
const REGIONS = [0.25, 0.75, 2];
/** Part of its cost that a mix has to save to be worth running. */
const WORTH = 0.01;

/** Mixes that the surfaces, put right, hold for good enough, and cheaper than all good ones that were run. */
export function nearer(foreseen: Foreseen, runs: readonly Known[]): readonly Mix[] {
  const { values, goal } = foreseen;
  const known = runs.filter(({ level }) => !Number.isNaN(level));
  const apart = distanceOf(foreseen);
  const levelOf = mended(foreseen.level, known, ({ level }) => level, apart);
  const cost = mended(foreseen.cost, known, (one) => one.cost, apart);
  const margin = (mix: Mix): number => levelOf(mix) - goal;
  const [best] = known.filter(({ level }) => level >= goal).sort((a, b) => a.cost - b.cost);
  const near = (radius: number): Mix | null => {
    const isIn = (mix: Mix): boolean => apart(mix, best.mix) <= radius;
    return cheapened({ values, cost, margin: (mix) => (isIn(mix) ? margin(mix) : Number.NEGATIVE_INFINITY) }, best.mix);
  };
  const anywhere = cheapest({ values, cost, margin }, best ? [best.mix] : []);
  const found = [...(best ? REGIONS.map(near) : []), anywhere].filter((mix) => mix !== null);
  return found.filter(
    (mix, i) =>
      (!best || cost(mix) <= (1 - WORTH) * best.cost) &&
      known.every((one) => apart(one.mix, mix) > 0) &&
      found.findIndex((other) => apart(other, mix) === 0) === i,
  );
}

type Distance = (a: Mix, b: Mix) => number;

/** Inputs moved from end to end, summed; a choice that is another counts as one. */
const distanceOf =
  ({ widths }: Foreseen): Distance =>
  (a, b) =>
    widths.reduce((sum, width, f) => sum + Math.min(1, Math.abs(a[f] - b[f]) / width), 0);

/** A surface, moved by what it missed of what was run, each mix counting by the inverse square of its distance. */
function mended(
  surface: (mix: Mix) => number,
  known: readonly Known[],
  real: (one: Known) => number,
  apart: Distance,
): (mix: Mix) => number {
  const missed = known.map((one) => real(one) - surface(one.mix));
  return (mix) => {
    let sum = 0;
    let weights = 0;
    for (const [i, one] of known.entries()) {
      const far = apart(one.mix, mix);
      if (far === 0) return real(one);
      sum += missed[i] / (far * far);
      weights += 1 / (far * far);
    }
    return surface(mix) + (weights > 0 ? sum / weights : 0);
  };
}
