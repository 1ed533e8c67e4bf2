/** What stands on the page: outcomes of the plans, and what the plans say, all from what was run and written. */
import type { Results, Scenario } from '../../../sim/index.ts';
import type { Catalogue } from '../../../workers/index.ts';
import { pairsOf } from '../../charts/bands.ts';
import { measured, type Row } from '../../charts/figures.ts';
import { winAt } from '../../charts/wins.ts';
import { outcomes } from '../../state/outcomes.ts';
import { atPlace, type PlanId, type Value, valueAt } from '../../state/plan.ts';

/** A plan's futures, and the row of the year that the page is about. */
export interface Known {
  readonly id: PlanId;
  readonly runs: readonly Results[];
  readonly row: number;
}

/** Every outcome: the middle and nine in ten of each plan, and who is ahead in the same futures. */
export function outcomeRows(known: readonly Known[]): readonly Row[] {
  const [a, b] = known;
  const pairs = b ? pairsOf(a.runs, b.runs) : null;
  return outcomes.map((outcome) => ({
    outcome,
    of: known.map(({ id, runs, row }) => measured(id, runs, outcome, row)),
    win: pairs && winAt(pairs, outcome, a.row),
  }));
}

/** A setting that a plan has at something else than the model's own; undefined: at a curve. */
export interface Said {
  readonly path: string;
  readonly value: Value | undefined;
}

/** Settings in which a plan departs from what is taken where it is silent, in the engine's order. */
export function saidIn(plan: Scenario, { settings }: Pick<Catalogue, 'settings'>): readonly Said[] {
  return settings.flatMap(({ path, quantity: { choices, default: start } }) => {
    const raw = atPlace(plan, path);
    if (raw === undefined) return [];
    const value = valueAt(plan, path);
    if (typeof raw !== 'number' && !(choices && typeof raw === 'string')) return [{ path, value: undefined }];
    return value === (choices ? choices[start] : start) ? [] : [{ path, value }];
  });
}
