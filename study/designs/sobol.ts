/** The Sobol sequence (Sobol' 1967) in Joe and Kuo's dimensions and the order of Gray codes, plain or scrambled (Owen 1995). */
import { draw, type Key, purposes } from '../../sim/index.ts';
import type { DesignKind } from './design.ts';
import { directions } from './joekuo.ts';

/** As many coordinates as a point may have. */
export const MOST_DIMENSIONS = directions.length;

const BITS = 32;
const WORD = 2 ** -32;

/** Coordinate of a point in one dimension, as 32 bits after the point. */
function wordAt(dimension: number, point: number): number {
  const direction = directions[dimension];
  let word = 0;
  for (let gray = point ^ (point >>> 1), b = 0; gray !== 0; gray >>>= 1, b++) if (gray & 1) word ^= direction[b];
  return word >>> 0;
}

/** Owen's nested uniform scrambling: each bit is turned over or not by a draw that depends on the bits before it. */
function scrambledWord(word: number, dimension: number, key: Key): number {
  let result = 0;
  for (let b = 0; b < BITS; b++) {
    const before = b === 0 ? 0 : word >>> (BITS - b);
    const bit = (word >>> (BITS - 1 - b)) & 1;
    const turned = draw(key, purposes.designScramble, dimension, before, b) < 0.5 ? 1 - bit : bit;
    result |= turned << (BITS - 1 - b);
  }
  return result >>> 0;
}

/** A coordinate from 0 to below 1; scrambled where there is a key, which moves it to the middle of its last bit. */
export function sobolAt(dimension: number, point: number, key?: Key): number {
  const word = wordAt(dimension, point);
  return key ? (scrambledWord(word, dimension, key) + 0.5) * WORD : word * WORD;
}

export const sobol: DesignKind<'sobol'> = {
  refuse: (_, axes) =>
    axes.length > MOST_DIMENSIONS
      ? `found ${axes.length} factors, expected at most ${MOST_DIMENSIONS} for a Sobol sequence; a Latin hypercube takes more.`
      : undefined,
  make: ({ points, skip = 0, scrambled = true }, axes, key) => ({
    pointCount: points,
    numbers: { skip },
    at: (point) => Float64Array.from(axes, (axis, j) => axis.at(sobolAt(j, point + skip, scrambled ? key : undefined))),
  }),
};
