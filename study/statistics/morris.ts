/**
 * Elementary effects (Morris 1991; Campolongo, Cariboni & Saltelli 2007): along a trajectory one input moves at a time, and the
 * change of the outcome over the step, for a move over the whole range, is one effect of that input.
 */

/** By trajectory, an effect for each input; NaN where a trajectory does not move it. */
export type Trajectories = readonly Float64Array[];

/**
 * Reads trajectories of count + 1 points, one after the other. `unit(f, value)` puts a value on the way from 0 to 1 over its
 * range. Null where two neighbours of a trajectory differ in more than one input; where an input's few levels leave it in place,
 * that trajectory has no effect of it.
 */
export function trajectoriesOf(
  points: Float64Array,
  count: number,
  unit: (factor: number, value: number) => number,
  outcome: Float64Array,
): Trajectories | null {
  const length = count + 1;
  const number = outcome.length / length;
  if (!Number.isInteger(number) || number < 1) return null;
  const trajectories: Float64Array[] = [];
  for (let t = 0; t < number; t++) {
    const effects = new Float64Array(count).fill(Number.NaN);
    for (let step = 1; step < length; step++) {
      const to = t * length + step;
      const moved = movedBetween(points, count, to - 1, to);
      if (moved.length > 1) return null;
      if (moved.length === 0) continue;
      const [f] = moved;
      const way = unit(f, points[to * count + f]) - unit(f, points[(to - 1) * count + f]);
      effects[f] = (outcome[to] - outcome[to - 1]) / way;
    }
    trajectories.push(effects);
  }
  return trajectories;
}

function movedBetween(points: Float64Array, count: number, from: number, to: number): number[] {
  const moved: number[] = [];
  for (let f = 0; f < count; f++) if (points[from * count + f] !== points[to * count + f]) moved.push(f);
  return moved;
}

export interface Effects {
  /** Mean effect, signed: what the input does on average. */
  readonly mu: number;
  /** Mean size of an effect: how much it matters, whichever way. */
  readonly muStar: number;
  /** Standard deviation of the effects: how much it depends on where the others stand, or bends. */
  readonly sigma: number;
}

/** Averages over trajectories; `times` counts how often each is drawn. */
export function effectsOf(trajectories: Trajectories, times?: ArrayLike<number>): Effects[] {
  return Array.from(trajectories[0], (_, f) => {
    let [n, sum, size, square] = [0, 0, 0, 0];
    trajectories.forEach((effects, t) => {
      const weight = times ? times[t] : 1;
      if (Number.isNaN(effects[f])) return;
      n += weight;
      sum += weight * effects[f];
      size += weight * Math.abs(effects[f]);
      square += weight * effects[f] * effects[f];
    });
    const mu = sum / n;
    return { mu, muStar: size / n, sigma: Math.sqrt(Math.max(0, (square - n * mu * mu) / (n - 1))) };
  });
}
