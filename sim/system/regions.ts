/** Regions of made-up systems: districts that lie together. */
import { alongCurve } from './order.ts';
import type { Plane } from './plane.ts';
import type { Statistics } from './statistics.ts';
import type { SchoolTable } from './system.ts';

/**
 * Districts along a curve through their seats, cut where the next region's share of schools begins: each region has one district at
 * least and as even a number of schools as whole districts allow. Nothing where the system is not divided.
 */
export function regionsOf(
  { seatX, seatY }: Pick<Plane, 'seatX' | 'seatY'>,
  { regions, districts, schools }: Pick<Statistics, 'regions' | 'districts' | 'schools'>,
  district: Int32Array,
): SchoolTable['regions'] {
  if (regions < 2) return undefined;
  const size = new Int32Array(districts);
  for (const d of district) size[d]++;
  const ofDistrict = new Int32Array(districts);
  let before = 0;
  let region = 0;
  const order = alongCurve(
    seatX,
    seatY,
    Int32Array.from(size, (_, d) => d),
  );
  order.forEach((d, k) => {
    const due = Math.floor((regions * (before + size[d] / 2)) / schools);
    // One further at most, so that none is left out; and on, where the districts left only just suffice for the regions left.
    const next = Math.min(region + 1, Math.max(due, region, regions - (districts - k)));
    region = k === 0 ? 0 : next;
    ofDistrict[d] = region;
    before += size[d];
  });
  return { names: Array.from({ length: regions }, (_, r) => regionName(r, regions)), ofDistrict };
}

const regionName = (r: number, regions: number): string => `Region ${String(r + 1).padStart(String(regions).length, '0')}`;
