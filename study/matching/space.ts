/** The settings that a calibration may move, each over the range that the evidence leaves it; points are held from 0 to 1. */
import { boundsOf, type Grade, type Key, keyOf, settings } from '../../sim/index.ts';
import { sobolAt } from '../designs/sobol.ts';

export interface Free {
  readonly path: string;
  readonly low: number;
  readonly high: number;
  readonly default: number;
  readonly whole: boolean;
  readonly grade: Grade;
}

/** A value from 0 to 1 for each free setting, in their order. */
export type Point = Float64Array;

/** From this ratio of its ends a range counts as wide. */
const WIDE = 2;

/** What nobody has measured: graded C or D, and B where measurements lie far apart. Choices and what a plan is made of are left out. */
export function freeSettings(): Free[] {
  return settings
    .filter(({ path, quantity: { grade, range, choices } }) => {
      if (choices || range[0] === range[1]) return false;
      const isOpen = grade === 'C' || grade === 'D';
      if (/^(parameters|effects)\./.test(path)) return isOpen || (grade === 'B' && range[1] >= WIDE * range[0]);
      return isOpen && path.startsWith('innovations.0.') && isNarrowed(path);
    })
    .map(({ path, quantity: { range, default: value, whole = false, grade } }) => {
      const [low, high] = [Math.min(range[0], value), Math.max(range[1], value)];
      return { path, low, high, default: value, whole, grade };
    });
}

/** A property that may be anything is what innovations differ in: a choice of the plan, not something unknown. */
function isNarrowed(path: string): boolean {
  const { quantity } = settings.find((one) => one.path === path)!;
  const [min, max] = boundsOf(quantity);
  return quantity.range[0] > min || quantity.range[1] < max;
}

export const valueAt = ({ low, high, whole }: Free, u: number): number => {
  const value = low + (high - low) * u;
  return whole ? Math.round(value) : value;
};

const placeOf = ({ low, high }: Free, value: number): number => (value - low) / (high - low);

export const defaultPoint = (free: readonly Free[]): Point => Float64Array.from(free, (one) => placeOf(one, one.default));

/** Values by settings' paths, as a scenario takes them. */
export const settingsAt = (free: readonly Free[], point: Point): Record<string, number> =>
  Object.fromEntries(free.map((one, j) => [one.path, valueAt(one, point[j])]));

/** Points that fill the cube evenly: a scrambled Sobol sequence, from its start on. */
export function fillingPoints(dimensions: number, count: number, seed: string): Point[] {
  const key: Key = keyOf(seed);
  return Array.from({ length: count }, (_, p) => Float64Array.from({ length: dimensions }, (_, j) => sobolAt(j, p, key)));
}

/** Squared distance of two points, in ranges. */
export const squareBetween = (a: Point, b: Point): number => a.reduce((sum, u, j) => sum + (u - b[j]) * (u - b[j]), 0);
