/** What a study's runs came to, as every question reads it: points, futures of each, and outcomes. */

/** One input that a study varies. */
export interface FactorColumn {
  readonly name: string;
  readonly label: string;
  /** Lowest and highest value that the design may take; for choices 0 and their number less one. */
  readonly range: readonly [number, number];
  /** Names of the values 0, 1, 2 … where the factor is a choice. */
  readonly choices?: readonly string[];
  /** The values that the design takes, where it takes few. */
  readonly levels?: readonly number[];
  /** The worst evidence grade among the settings that it moves. */
  readonly grade: string;
  /** True where no plan can choose it: a parameter, an effect, what the world is like. */
  readonly isAssumed?: true;
}

/** One number of a future that a study keeps. */
export interface OutcomeColumn {
  readonly name: string;
  readonly label: string;
  readonly unit: string;
}

/** How the points were chosen: what decides which questions they can answer. */
export interface DesignFacts {
  readonly kind: string;
  /** True where replicate k of every point went through the same luck. */
  readonly sameLuck: boolean;
  /** What an analysis has to know of the design beside its points, such as levels or the number of trajectories. */
  readonly numbers: Readonly<Record<string, number>>;
}

export interface StudyTable {
  readonly title: string;
  readonly factors: readonly FactorColumn[];
  readonly outcomes: readonly OutcomeColumn[];
  readonly design: DesignFacts;
  readonly pointCount: number;
  readonly replicates: number;
  /** A row a point, a column a factor, row after row: pointCount × factors.length. */
  readonly points: Float64Array;
  /** By outcome, a row a point and a column a replicate: pointCount × replicates. NaN where there was nothing to measure, or no run. */
  readonly values: Readonly<Record<string, Float64Array>>;
}

/** Mean over the replicates of a point that have a value; NaN where none has. */
export function meanAt({ replicates, values }: StudyTable, outcome: string, point: number): number {
  let sum = 0;
  let n = 0;
  for (let k = 0; k < replicates; k++) {
    const value = values[outcome][point * replicates + k];
    if (Number.isNaN(value)) continue;
    sum += value;
    n++;
  }
  return n > 0 ? sum / n : Number.NaN;
}
