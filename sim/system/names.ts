/** Names of made-up districts, after where they lie. */
import { power } from '../arithmetic.ts';

/** Each with the direction, east and north, in which it lies from the middle. */
const NAMED: readonly (readonly [name: string, east: number, north: number])[] = [
  ['Old Town', 0, 0],
  ['Harbour', 1, 0.3],
  ['Lakeshore', -1, 0.3],
  ['Plains', 0, -1],
  ['Northern Farms', -0.3, 1],
  ['Hill Country', 0.6, 0.8],
  ['Riverbend', -0.8, -0.6],
  ['Border', 0.8, -0.6],
];

/** Names for as many districts as there are names; numbers beyond. */
export function districtNames(x: Float64Array, y: Float64Array): string[] {
  const count = x.length;
  if (count > NAMED.length) return Array.from(x, (_, d) => `District ${String(d + 1).padStart(String(count).length, '0')}`);
  const names: string[] = new Array(count).fill('');
  const farthest = Math.sqrt(x.reduce((most, _, d) => Math.max(most, x[d] * x[d] + y[d] * y[d]), 1e-9));
  for (const [name, east, north] of NAMED.slice(0, count)) {
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let d = 0; d < count; d++) {
      const away = power(x[d] / farthest - east, 2) + power(y[d] / farthest - north, 2);
      if (names[d] !== '' || away >= least) continue;
      least = away;
      best = d;
    }
    names[best] = name;
  }
  return names;
}
