/** Who comes first when there is not enough for all. */
import type { Model } from './model.ts';

/** A school's place in every queue, 0 first to 1 last: fixed luck, moved toward need as far as the plan targets it. */
export function placeInQueue({ schools, system, levers }: Model, s: number): number {
  const { targeting } = levers.strategy;
  return (1 - targeting) * schools.luck[s] + targeting * (1 - system.disadvantage[s]);
}
