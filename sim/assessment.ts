/** What assessment sees of an innovation. */
import type { Model } from './model.ts';

/**
 * Share of an innovation’s effect that is measured: all of it where assessment is as broad as what schools are for, and of the rest
 * only what the narrowest test would see. A variant made by a school is seen as the defaults say.
 */
export function assessedShare({ levers }: Pick<Model, 'levers'>, v: number): number {
  return 1 - (1 - levers.innovations[v].basics) * (1 - levers.foundations.breadth);
}
