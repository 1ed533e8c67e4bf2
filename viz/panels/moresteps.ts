/** Schedules of ingredients: levels from years on, in the order of the years. */
import type { Scenario } from '../../sim/index.ts';

export interface Step {
  readonly year: number;
  /** 0 to 1. */
  readonly level: number;
}

/** A schedule with a step changed, added (`old` null) or taken away (`to` null); a year has one level, the one said last. */
export function withStep(steps: readonly Step[], old: Step | null, to: Step | null): readonly Step[] {
  const kept = steps.filter((step) => step !== old && step.year !== to?.year);
  return (to ? [...kept, to] : kept).sort((a, b) => a.year - b.year);
}

/** The plan with an ingredient's level following a schedule. */
export function withSchedule(plan: Scenario, path: string, steps: readonly Step[]): Scenario {
  const name = path.slice(path.indexOf('.') + 1);
  return { ...plan, ingredients: { ...plan.ingredients, [name]: [...steps] } };
}
