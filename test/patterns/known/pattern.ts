/** What a documented pattern is: plans to run, numbers to take from their futures, and the band that the evidence gives each. */
import type { Grade, RecordWish, Results } from '../../../sim/index.ts';

/** Part of a scenario as a file would say it; what is silent takes the engine's default. The made-up district unless it says otherwise. */
export type Wish = Readonly<Record<string, unknown>>;

export interface Arm {
  readonly wish: Wish;
  /** Futures to run; arms of one pattern meet the same ones. */
  readonly futures: number;
  /** What is kept beside the metrics. */
  readonly record?: RecordWish;
}

/** A number with its sampling error, and what each future (or pair of futures) had, where it has one. */
export interface Estimate {
  readonly value: number;
  /** Of the value, over futures. */
  readonly standardError: number;
  /** The middle 95 per cent, where it is not 1.96 standard errors either side. */
  readonly interval?: readonly [number, number];
  readonly each?: readonly number[];
}

export type Futures<Name extends string> = Readonly<Record<Name, readonly Results[]>>;

export interface Statistic<Name extends string = string> {
  readonly label: string;
  /** As printed after the number; empty for a pure number. */
  readonly unit: string;
  /** Lowest and highest value that the evidence allows; infinite where it bounds one side only. */
  readonly band: readonly [number, number];
  /** From the futures of the arms, in the order of replicates. */
  readonly of: (futures: Futures<Name>) => Estimate;
}

/** A curve to draw: our futures' median with the middle 90 per cent, and what was documented. */
export interface Curve<Name extends string = string> {
  readonly arm: Name;
  readonly metric: string;
  readonly label: string;
  /** Documented points, years since the start and value, where the source has them. */
  readonly documented?: readonly (readonly [year: number, value: number])[];
}

export interface Pattern<Name extends string = string> {
  /** As in the evidence: P01 to P43, I1 to I24; S1 and on for those that only the model's specification asks for. */
  readonly id: string;
  readonly title: string;
  /** What happens in schools, in one sentence. */
  readonly claim: string;
  readonly source: string;
  readonly grade: Grade;
  /** Among the first that a model must show. */
  readonly starred?: boolean;
  readonly arms: Readonly<Record<Name, Arm>>;
  readonly statistics: readonly Statistic<NoInfer<Name>>[];
  readonly curve?: Curve<NoInfer<Name>>;
  /** How the scenario stands for what was observed, and where it does not; what a miss says of the model. */
  readonly reading: string;
  /** Cheap and sure enough to be held at every commit. */
  readonly quick?: boolean;
}

/** Lets the arms' names be inferred. */
export const pattern = <Name extends string>(row: Pattern<Name>): Pattern => row as unknown as Pattern;
