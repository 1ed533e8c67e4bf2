/** Chance for fitting, one draw after another: a pure function of the seed and of what it is for, whatever else is fitted. */
import { draw, keyOf, normalQuantile, purposes } from '../../sim/index.ts';

export interface Luck {
  /** Uniform, strictly between 0 and 1. */
  uniform(): number;
  /** Standard normal. */
  normal(): number;
}

export function luckOf(...seed: readonly (string | number)[]): Luck {
  const key = keyOf(seed.join('\n'));
  let n = 0;
  const uniform = () => draw(key, purposes.fitting, n++, 0, 0);
  return { uniform, normal: () => normalQuantile(uniform()) };
}
