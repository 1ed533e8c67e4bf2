/**
 * Quantiles over the futures of each point in the tidy form of the hubverse (hubverse.io, "model output"): columns that say
 * which task a row is about, then output_type, output_type_id and value.
 */
import { quantile } from '../sim/index.ts';
import type { Column } from './columns.ts';
import type { DictionaryRow } from './dictionary.ts';

/** One point of a study with all its futures. */
export interface PointFutures {
  readonly point: number;
  /** By input, as it is written. */
  readonly inputs: readonly (number | string)[];
  /** By outcome, a value a future; NaN where there was nothing to measure. */
  readonly outcomes: readonly ArrayLike<number>[];
}

export interface HubverseFacts {
  /** Team and model, as hubs name them: letters, digits and underscores on either side of one hyphen, `TakingRoot-4`. */
  readonly model: string;
  readonly inputs: readonly string[];
  readonly outcomes: readonly string[];
}

/** The levels that are given. */
const LEVELS = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

const fixed = ['model_id', 'scenario_id', 'target', 'output_type', 'output_type_id', 'value'] as const;

/** The name of an input that is also the name of a column of its own, which it may not be. */
export const hubverseClash = (inputs: readonly string[]): string | undefined =>
  inputs.find((name) => (fixed as readonly string[]).includes(name));

/** A row a point, outcome and level; an outcome that no future of a point has gives no rows. */
export function hubverseColumns({ model, inputs, outcomes }: HubverseFacts, points: readonly PointFutures[]): readonly Column[] {
  const rows = points.flatMap((at) =>
    outcomes.flatMap((target, j) => {
      const sorted = Float64Array.from(at.outcomes[j]).filter(Number.isFinite).sort();
      return sorted.length === 0 ? [] : LEVELS.map((level) => ({ at, target, level, value: quantile(sorted, level) }));
    }),
  );
  return [
    { name: 'model_id', values: rows.map(() => model) },
    { name: 'scenario_id', values: Int32Array.from(rows, ({ at }) => at.point) },
    ...inputs.map((name, i) => {
      const values = rows.map(({ at }) => at.inputs[i]);
      return { name, values: values.every((value) => typeof value === 'number') ? (values as number[]) : values.map(String) };
    }),
    { name: 'target', values: rows.map(({ target }) => target) },
    { name: 'output_type', values: rows.map(() => 'quantile') },
    { name: 'output_type_id', values: Float64Array.from(rows, ({ level }) => level) },
    { name: 'value', values: Float64Array.from(rows, ({ value }) => value) },
  ];
}

/** What the columns of that file mean, for the dictionary that goes out with it. */
export const hubverseDictionary: readonly DictionaryRow[] = [
  {
    column: 'model_id',
    label: 'Model',
    unit: '',
    meaning: 'In results-hubverse.csv: team and model, with the version of the model.',
  },
  { column: 'scenario_id', label: 'Point', unit: '', meaning: 'In results-hubverse.csv: the point, as in the other tables.' },
  {
    column: 'target',
    label: 'Outcome',
    unit: '',
    meaning: 'In results-hubverse.csv: the outcome, by its name in the other tables.',
  },
  { column: 'output_type', label: 'Kind of output', unit: '', meaning: 'In results-hubverse.csv: always quantile.' },
  {
    column: 'output_type_id',
    label: 'Level',
    unit: 'share',
    meaning: `In results-hubverse.csv: level of the quantile (type 7) over the futures of a point: ${LEVELS.join(', ')}.`,
  },
  { column: 'value', label: 'Quantile', unit: 'as the outcome', meaning: 'In results-hubverse.csv: the quantile.' },
];
