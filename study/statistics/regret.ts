/** Plans against settings and futures: loss against the best plan of the same case, and how often a plan will do. */

export interface Robustness {
  /** Mean loss against the best plan of the same case. */
  readonly meanRegret: number;
  /** The largest of a setting's mean loss (minimax regret, Savage 1951, on what is expected in a setting). */
  readonly worstRegret: number;
  /** Share of cases that reach the threshold (domain criterion, Starr 1963). */
  readonly satisfices: number;
  /** Share of cases in which no plan is better; plans that tie share a case. */
  readonly best: number;
}

/**
 * Of every plan. `value(plan, setting, future)` is the outcome, turned so that more is better, or NaN; a case in which some plan
 * has no value is left out. `times` counts how often each future is drawn.
 */
export function robustness(
  [plans, settings, futures]: readonly [plans: number, settings: number, futures: number],
  value: (plan: number, setting: number, future: number) => number,
  threshold: number,
  times?: ArrayLike<number>,
): Robustness[] {
  const loss = Array.from({ length: plans }, () => new Float64Array(settings));
  const reached = new Float64Array(plans);
  const best = new Float64Array(plans);
  const perSetting = new Float64Array(settings);
  for (let s = 0; s < settings; s++) {
    for (let k = 0; k < futures; k++) {
      const weight = times ? times[k] : 1;
      if (weight === 0) continue;
      const values = Array.from({ length: plans }, (_, p) => value(p, s, k));
      if (values.some(Number.isNaN)) continue;
      perSetting[s] += weight;
      const top = Math.max(...values);
      const ties = values.filter((v) => v === top).length;
      for (let p = 0; p < plans; p++) {
        loss[p][s] += weight * (top - values[p]);
        if (values[p] >= threshold) reached[p] += weight;
        if (values[p] === top) best[p] += weight / ties;
      }
    }
  }
  const cases = perSetting.reduce((sum, n) => sum + n, 0);
  return loss.map((bySetting, p) => ({
    meanRegret: bySetting.reduce((sum, l) => sum + l, 0) / cases,
    worstRegret: Math.max(...Array.from(bySetting, (l, s) => (perSetting[s] > 0 ? l / perSetting[s] : 0))),
    satisfices: reached[p] / cases,
    best: best[p] / cases,
  }));
}
