/** What a settable number is. Every number that a scenario, an ingredient or a study may touch has one of these rows. */

/** A: several measured studies; B: one study; C: a source document, expert judgement or an unread citation; D: assumed. */
export type Grade = 'A' | 'B' | 'C' | 'D';

export interface Quantity {
  readonly label: string;
  /** 'share', 'per year', 'years', 'SD', 'USD per learner', 'count', ... */
  readonly unit: string;
  /** The values that the evidence leaves plausible: what a study varies. */
  readonly range: readonly [low: number, high: number];
  /** The values that make sense at all: what a file is held to. The plausible range where absent. */
  readonly bounds?: readonly [min: number, max: number];
  readonly default: number;
  /** Settled on the first day: a dated change or a rule cannot move it. */
  readonly fixed?: boolean;
  /** Only whole numbers make sense. */
  readonly whole?: boolean;
  readonly grade: Grade;
  readonly source: string;
  readonly about?: string;
  /** A quantity that is a choice: the number is the place in this list, and files say the name. */
  readonly choices?: readonly string[];
}

export type Quantities = Readonly<Record<string, Quantity>>;

/** The numbers behind a record of rows. */
export type Values<Q extends Quantities> = { readonly [K in keyof Q]: number };

/** Keeps the literal keys of a table of rows while checking each row. */
export const quantities = <const Q extends Quantities>(rows: Q): Q => rows;

export function boundsOf(row: Quantity): readonly [min: number, max: number] {
  return row.bounds ?? row.range;
}
