/** What each ingredient adds where the system is fragmented and where it is not, and beside much or little collaboration. */
import { type Input, matters, type StudyTable, together } from '../../study/index.ts';
import { answered, ENOUGH } from './bar.ts';

/** Inputs of the study that are no ingredients. */
const CONDITIONS = ['fragmentation', 'collaborationIntensity', 'collaborationDepth'];

export interface Condition extends Input {
  /** What raising it does by itself, averaged over all else. */
  readonly effect: number;
  readonly isBeyondNoise: boolean;
  /** By ingredient. */
  readonly changes: readonly Change[];
}

export interface Change extends Input {
  /** What raising the ingredient does where the condition is low, and where it is high. */
  readonly low: number;
  readonly high: number;
  /** Whether the two differ by more than luck explains. */
  readonly isBeyondNoise: boolean;
}

export interface Surroundings {
  readonly conditions: readonly Condition[];
  /** Size below which the difference between low and high is not told from luck. */
  readonly noise: number;
}

export function surroundingsOf(table: StudyTable): Surroundings {
  const { inputs } = answered(matters(table, { outcome: ENOUGH.outcome }));
  const { pairs, noise } = answered(together(table, { outcome: ENOUGH.outcome }));
  const of = (name: string) => inputs.find((input) => input.name === name)!;
  const ingredients = table.factors.map(({ name }) => name).filter((name) => !CONDITIONS.includes(name));
  const conditions = CONDITIONS.map((name): Condition => {
    const { withOthers, isBeyondNoise, ...condition } = of(name);
    const changes = ingredients.map((ingredient): Change => {
      const main = of(ingredient);
      const pair = pairs.find(({ a, b }) => [a.name, b.name].includes(name) && [a.name, b.name].includes(ingredient))!;
      const half = pair.effect.value / 2;
      const { factor, label, grade } = main;
      return {
        ...{ factor, name: ingredient, label, grade },
        low: main.withOthers.value - half,
        high: main.withOthers.value + half,
        isBeyondNoise: pair.isBeyondNoise,
      };
    });
    return { ...condition, effect: withOthers.value, isBeyondNoise, changes };
  });
  return { conditions, noise };
}
