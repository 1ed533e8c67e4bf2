/** What a school's pupils need locally: two coordinates, alike among neighbours and partly a matter of poverty. */
import { normalQuantile, normalShare } from '../arithmetic.ts';
import { block, type Key, purposes, unit, words } from '../random.ts';

/** Variance of a need's normal score that neighbours share, and its correlation with poverty. D: assumed. */
const NEARBY = 0.4;
const POVERTY = [0.5, -0.2] as const;
/** Schools to a square of the lattice over which needs vary. */
const SCHOOLS_PER_SQUARE = 12;

interface Placed {
  readonly schoolKey: Uint32Array;
  readonly disadvantage: Float32Array;
  readonly x: Float32Array;
  readonly y: Float32Array;
}

/** Two values in 0..1 a school, each near uniform over schools. */
export function needsOf(key: Key, { schoolKey, disadvantage, x, y }: Placed): Float32Array {
  const count = schoolKey.length;
  const needs = new Float32Array(2 * count);
  const side = squareSide(x, y);
  const [mean, sd] = momentsOf(disadvantage);
  for (let s = 0; s < count; s++) {
    field(key, x[s] / side, y[s] / side);
    block(key, purposes.schoolNeeds, schoolKey[s], 0, 1);
    const poverty = (disadvantage[s] - mean) / sd;
    for (let k = 0; k < 2; k++) {
      const own = Math.sqrt(1 - NEARBY - POVERTY[k] * POVERTY[k]) * normalQuantile(unit(words[k]));
      needs[2 * s + k] = normalShare(POVERTY[k] * poverty + Math.sqrt(NEARBY) * fieldScore[k] + own);
    }
  }
  return needs;
}

/** The standard normal field's two values at the point last asked for. */
const fieldScore = new Float64Array(2);

/** Normal draws at the four corners of a square, weighted so that the variance is 1 everywhere. */
function field(key: Key, x: number, y: number): void {
  const column = Math.floor(x);
  const row = Math.floor(y);
  const east = x - column;
  const north = y - row;
  let squares = 0;
  fieldScore.fill(0);
  for (let corner = 0; corner < 4; corner++) {
    const right = corner & 1;
    const up = corner >> 1;
    const weight = (right ? east : 1 - east) * (up ? north : 1 - north);
    block(key, purposes.schoolNeeds, column + right, row + up, 0);
    fieldScore[0] += weight * normalQuantile(unit(words[0]));
    fieldScore[1] += weight * normalQuantile(unit(words[1]));
    squares += weight * weight;
  }
  fieldScore[0] /= Math.sqrt(squares);
  fieldScore[1] /= Math.sqrt(squares);
}

function squareSide(x: Float32Array, y: Float32Array): number {
  const extent = (values: Float32Array) => {
    let least = Number.POSITIVE_INFINITY;
    let most = Number.NEGATIVE_INFINITY;
    for (const value of values) {
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    return Math.max(most - least, 1e-3);
  };
  return Math.sqrt((extent(x) * extent(y) * SCHOOLS_PER_SQUARE) / x.length);
}

function momentsOf(values: Float32Array): readonly [mean: number, sd: number] {
  let sum = 0;
  let squares = 0;
  for (const value of values) {
    sum += value;
    squares += value * value;
  }
  const mean = sum / values.length;
  return [mean, Math.sqrt(Math.max(squares / values.length - mean * mean, 1e-12))];
}
