/** What all questions ask for alike, and what all answers start with. */
import type { FactorColumn, OutcomeColumn, StudyTable } from '../table.ts';
import type { Better, Input, Refusal } from './answer.ts';

export interface Asking {
  /** Name of an outcome; the study's first where absent. */
  readonly outcome?: string;
  /** How often to resample; 200 where absent. */
  readonly resamples?: number;
  /** Of the resampling; '1' where absent. */
  readonly seed?: string;
}

export interface Aiming extends Asking {
  /** 'high' where absent. */
  readonly better?: Better;
}

export const RESAMPLES = 200;

export const refuse = (why: string): Refusal => ({ ok: false, why });

export function outcomeOf({ outcomes }: StudyTable, { outcome }: Asking): OutcomeColumn | Refusal {
  const found = outcome === undefined ? outcomes[0] : outcomes.find(({ name }) => name === outcome);
  return found ?? refuse(`outcome: expected one of ${outcomes.map(({ name }) => name).join(', ')}, got ${outcome}.`);
}

export const isRefusal = (value: object): value is Refusal => 'ok' in value && value.ok === false;

export const inputOf = ({ name, label, grade }: FactorColumn, factor: number): Input => ({ factor, name, label, grade });

/** Refuses where some points have no value: contrasts need them all. */
export function refuseGaps(means: Float64Array, outcome: OutcomeColumn): Refusal | undefined {
  const gaps = means.reduce((n, mean) => (Number.isNaN(mean) ? n + 1 : n), 0);
  if (gaps === 0) return undefined;
  return refuse(
    `${gaps} of ${means.length} points have no value of ${outcome.name}: run what is missing, or ask about an outcome that is always measured.`,
  );
}

export const reaches = (better: Better, threshold: number): ((value: number) => boolean) =>
  better === 'high' ? (value) => value >= threshold : (value) => value <= threshold;

/** By point, the share of the futures with a value of which something holds; NaN where no future has one. */
export function sharesOf(
  { pointCount, replicates, values }: StudyTable,
  outcome: string,
  holds: (value: number) => boolean,
): Float64Array {
  return Float64Array.from({ length: pointCount }, (_, p) => {
    const present = values[outcome].subarray(p * replicates, (p + 1) * replicates).filter((value) => !Number.isNaN(value));
    return present.filter(holds).length / present.length;
  });
}

/** What every answer says of the study. */
export const startOf = ({ title, pointCount, replicates }: StudyTable, outcome: OutcomeColumn) => ({
  ok: true as const,
  title,
  outcome,
  pointCount,
  replicates,
});

/** The table without the points that have no value of an outcome. */
export function measured(table: StudyTable, outcome: string): StudyTable {
  const { factors, points, replicates, values, pointCount } = table;
  const kept: number[] = [];
  for (let p = 0; p < pointCount; p++)
    if (values[outcome].subarray(p * replicates, (p + 1) * replicates).some((value) => !Number.isNaN(value))) kept.push(p);
  if (kept.length === pointCount) return table;
  const pick = (rows: Float64Array, width: number): Float64Array => {
    const out = new Float64Array(kept.length * width);
    kept.forEach((p, i) => {
      out.set(rows.subarray(p * width, (p + 1) * width), i * width);
    });
    return out;
  };
  return {
    ...table,
    pointCount: kept.length,
    points: pick(points, factors.length),
    values: Object.fromEntries(Object.entries(values).map(([name, rows]) => [name, pick(rows, replicates)])),
  };
}

/** All values of an outcome, sorted: where a threshold comes from when none was asked for. */
export function allValues({ values }: StudyTable, outcome: string): Float64Array {
  return values[outcome].filter((value) => !Number.isNaN(value)).sort();
}
