/** Where one plan goes deeper than the other: practice that is used, as well as it is, against the same in the other plan. */
import type { SchoolRecord } from '../../sim/index.ts';
import { rowsOf, type Thresholds } from './states.ts';

/** Depths that differ by less are about the same. */
const SAME = 0.05;

/** By school how much deeper A is than B, -1 to 1: how well it is used, and nothing where it is not. `rows` of A and of B. */
export function depthsApart(
  a: SchoolRecord,
  b: SchoolRecord,
  rows: readonly [number, number],
  { inUse }: Thresholds,
): Float32Array {
  const depth =
    ({ use, well, schools }: SchoolRecord, row: number) =>
    (s: number) => {
      const at = row * schools + s;
      return use[at] >= 255 * inUse ? well[at] / 255 : 0;
    };
  const [inA, inB] = [depth(a, rowIn(a, rows[0])), depth(b, rowIn(b, rows[1]))];
  return Float32Array.from({ length: a.schools }, (_, s) => {
    const apart = inA(s) - inB(s);
    return Math.abs(apart) < SAME ? 0 : apart;
  });
}

const rowIn = (record: SchoolRecord, row: number): number => Math.max(0, Math.min(row, rowsOf(record) - 1));
