/** What a school takes where it may choose among models. */
import { log } from '../arithmetic.ts';
import type { Model } from '../model.ts';
import { draw, purposes } from '../random.ts';
import { EFFECT_UNIT } from '../thresholds.ts';
import { distanceFromNeeds } from '../use.ts';

interface Weights {
  /** Logit per unit of fit, and per 0.1 SD of measured effect. */
  readonly byFit: number;
  readonly byEvidence: number;
}

/** Models with clearly positive results for that many years on end. */
export function provenModels({ innovations, scenarioInnovations }: Model, years: number): readonly number[] {
  return Array.from({ length: scenarioInnovations }, (_, v) => v).filter((v) => innovations.sustainedYears[v] >= years);
}

/**
 * A school's choice among models: the highest of fit, measured effect and a taste of its own, which a school and a model have once
 * and for all; with such tastes (Gumbel's) shares are those of a logit (McFadden 1974). The list must not be empty.
 */
export function choiceAmong(model: Model, models: readonly number[], p: Weights): (school: number) => number {
  const { innovations, system, key } = model;
  const worth = (s: number, v: number): number =>
    p.byFit * (1 - distanceFromNeeds(model, s, v)) +
    (p.byEvidence * innovations.estimate[v]) / EFFECT_UNIT -
    log(-log(draw(key, purposes.menu, system.schoolKey[s], innovations.key[v], 0)));
  return (s) => models.reduce((best, v) => (worth(s, v) > worth(s, best) ? v : best), models[0]);
}
