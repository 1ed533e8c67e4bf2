/** From school to school by the arrow keys. */
import type { Land } from './land.ts';

/** Ways to go, as steps on the sheet. */
export const ways: Readonly<Record<string, readonly [dx: number, dy: number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
};

/** The nearest school in the quarter of the land that lies that way; null where there is none. */
export function stepFrom({ x, y }: Pick<Land, 'x' | 'y'>, from: number, [wayX, wayY]: readonly [number, number]): number | null {
  let best: number | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (let s = 0; s < x.length; s++) {
    const [dx, dy] = [x[s] - x[from], y[s] - y[from]];
    const ahead = dx * wayX + dy * wayY;
    const aside = Math.abs(dx * wayY - dy * wayX);
    const far = dx * dx + dy * dy;
    if (ahead > 0 && aside <= ahead && far < least) {
      best = s;
      least = far;
    }
  }
  return best;
}

/** Where a walk begins: the school nearest to the middle of all. */
export function middleSchool({ x, y }: Pick<Land, 'x' | 'y'>): number {
  const mean = (values: Float32Array): number => values.reduce((sum, v) => sum + v, 0) / values.length;
  const [midX, midY] = [mean(x), mean(y)];
  const far = (s: number): number => (x[s] - midX) * (x[s] - midX) + (y[s] - midY) * (y[s] - midY);
  let best = 0;
  for (let s = 1; s < x.length; s++) if (far(s) < far(best)) best = s;
  return best;
}
