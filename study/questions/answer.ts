/**
 * What the questions return: plain data that survives a message or a file. Sentences are made from them by
 * `words/studies.ts`, in the reader's language; pictures by `viz/charts/study/`.
 */
import type { OutcomeColumn } from '../table.ts';

/** An estimate, and the range that holds it in nine of ten resamples; low and high are NaN where it could not be. */
export interface Interval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** An answer as rows for a CSV or a screen; empty cells are null. */
export interface AnswerTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** Why a study cannot answer a question: one plain sentence. */
export interface Refusal {
  readonly ok: false;
  readonly why: string;
}

/** Whether more of the outcome is better, or less: a threshold is then reached from above. */
export type Better = 'high' | 'low';

/** What resampling drew anew: futures of every point, points themselves, or whole trajectories. */
export type Resampled = 'futures' | 'points' | 'trajectories';

interface Answered {
  readonly ok: true;
  /** Title of the study. */
  readonly title: string;
  readonly outcome: OutcomeColumn;
  readonly pointCount: number;
  readonly replicates: number;
  readonly table: AnswerTable;
}

/** One input as every answer names it; `factor` is its place in the table of the study. */
export interface Input {
  readonly factor: number;
  readonly name: string;
  readonly label: string;
  /** A to D: the worst evidence behind it. */
  readonly grade: string;
}

export interface InputShare extends Input {
  /** By itself: all others at their low level, or its first-order share. */
  readonly alone: Interval;
  /** With the others: averaged over everything that they may be, or its total share. */
  readonly withOthers: Interval;
  /** Shapley share of what the inputs explain of the variance; the shares of all inputs sum to 1. Absent for Morris. */
  readonly share?: Interval;
  /** Best and worst place that it took in nine of ten resamples, 1 the largest. */
  readonly place: readonly [best: number, worst: number];
  /** Whether it differs from no effect by more than luck explains. */
  readonly isBeyondNoise: boolean;
  /** Spread of its effects (Morris's sigma): how much they depend on where the others stand. Only for Morris. */
  readonly sigma?: number;
  /** Standardised regression coefficient, signed: of the values, and of their ranks. Only for sampled designs. */
  readonly slope?: number;
  readonly rankSlope?: number;
}

/** How far another sample would have put the inputs into another order. */
export interface Stability {
  readonly resamples: number;
  readonly resampled: Resampled;
  /** Mean of Kendall's tau-b between the order found and that of each resample: 1 the same, 0 unrelated. */
  readonly tau: number;
  /** Share of resamples with the same input first. */
  readonly keepsFirst: number;
  /** Share of resamples with the same three inputs on top, in any order. */
  readonly keepsTop3: number;
}

/** How sizes came to what they are as more was run: the last step is all that was. */
export interface Growth {
  /** What there was more of. */
  readonly unit: Resampled;
  readonly steps: readonly {
    readonly n: number;
    /** By input, in the order of the answer. */
    readonly withOthers: readonly number[];
    /** Kendall's tau-b between the order then and in the end. */
    readonly tau: number;
  }[];
}

/**
 * Which inputs matter. `measure` says what `alone` and `withOthers` are: a change of the outcome, in its unit, from low to high
 * (signed); a share of its variance (0 to 1); or a Morris effect, over the whole range of an input: `alone` its mean (signed),
 * `withOthers` the mean of its size.
 */
export interface MattersAnswer extends Answered {
  readonly question: 'matters';
  readonly measure: 'change' | 'variance' | 'elementary';
  readonly method: 'factorial' | 'fraction' | 'sobol' | 'morris' | 'regression';
  /** Largest first, by the size of withOthers. */
  readonly inputs: readonly InputShare[];
  /** Size below which a change is not told from luck; NaN where it is not known. */
  readonly noise: number;
  /** Share of the variance between points that the method accounts for, 0 to 1 (R² or cross-validated Q²); NaN where it has none. */
  readonly explained: number;
  /** Share of the variance over all futures that is luck within a point; NaN with one future a point. */
  readonly luck: number;
  /** Share of the variance that a straight line in every input explains: of values, and of ranks. Only for sampled designs. */
  readonly linear?: { readonly rSquared: number; readonly rankRSquared: number };
  /** Shares of the variance that pairs add to their inputs alone, largest first. Only where a saltelli design has them. */
  readonly second?: readonly { readonly a: Input; readonly b: Input; readonly share: Interval }[];
  /** Points with nothing to measure that stand in with what main effects and pairs foresee. Only for two-level designs. */
  readonly filled?: number;
  readonly stability: Stability;
  /** Only where it was asked for. */
  readonly growth?: Growth;
}

/** What two inputs do beyond what they do apart: outcome(both) − outcome(a) − outcome(b) + outcome(neither), in the outcome's unit. */
export interface Pair {
  readonly a: Input;
  readonly b: Input;
  readonly effect: Interval;
  readonly isBeyondNoise: boolean;
}

/** An input held at one end of its levels. */
export interface Held extends Input {
  readonly end: 'low' | 'high';
}

/** Inputs that, held so, bring the outcome to the threshold; no smaller part of it does. */
export interface Combination {
  readonly held: readonly Held[];
  /** Share of the futures with these held in which the outcome reaches the threshold. */
  readonly consistency: number;
  /** Lowest share at any one setting of the others. */
  readonly worst: number;
  /** Share of all futures that reach the threshold in which these are held. */
  readonly coverage: number;
  /** The same, of futures that no other combination listed covers. */
  readonly uniqueCoverage: number;
  /** Points of the design in which these are held. */
  readonly points: number;
}

export interface Combinations {
  readonly threshold: number;
  readonly better: Better;
  readonly reliability: number;
  /** 'every': at each setting of the others; 'mixed': over all settings of the others together. */
  readonly mode: 'every' | 'mixed';
  /** True when all combinations of levels were run; otherwise it holds over what was run. */
  readonly isComplete: boolean;
  /** Largest number of inputs held at once that was looked at. */
  readonly sizeLimit: number;
  /** How many there are, of which the first are listed: smallest first, then largest coverage. */
  readonly found: number;
  readonly list: readonly Combination[];
  /** Share of all futures in which the outcome reaches the threshold. */
  readonly base: number;
}

/** What works together. */
export interface TogetherAnswer extends Answered {
  readonly question: 'together';
  readonly inputs: readonly Input[];
  /** Every pair, largest effect first. */
  readonly pairs: readonly Pair[];
  /** Size below which an effect of a pair is not told from luck, over all pairs at once (5 in 100 false alarms for the whole matrix). */
  readonly noise: number;
  /** Points with nothing to measure that stand in with what main effects and pairs foresee. */
  readonly filled: number;
  readonly combinations: Combinations;
}

/** What a box keeps of one input. */
export interface Limit extends Input {
  readonly low: number;
  readonly high: number;
  /** The whole range of the input. */
  readonly range: readonly [number, number];
  /** The values kept, of a choice by name or of an input of few levels. */
  readonly kept?: readonly string[];
  /** Chance of a density as high by this limit alone if it were luck (quasi-p-value: a one-sided binomial test). */
  readonly quasiP: number;
  /** Share of resamples whose first box limits this input too; NaN in further boxes, which are not sought anew. */
  readonly steadiness: number;
}

/** One step of peeling: what the box then held. */
export interface PeelStep {
  /** Share of all failures that lie in the box. */
  readonly coverage: number;
  /** Share of the futures in the box that fail. */
  readonly density: number;
  /** Share of all points that lie in the box. */
  readonly mass: number;
  /** Inputs limited so far. */
  readonly limited: number;
}

/** A further box, among the points that no box before it holds. */
export interface FoundBox {
  /** Limits, surest first, by what the boxes before leave. */
  readonly box: readonly Limit[];
  /** Share of all failures that this box holds and none before it. */
  readonly coverage: number;
  /** Share of the futures in it, of those outside the boxes before it, that fail. */
  readonly density: number;
  /** Share of all points that this box holds and none before it. */
  readonly mass: number;
}

/** When it fails: where in the inputs the outcome stays on the wrong side of the threshold. */
export interface FailsAnswer extends Answered {
  readonly question: 'fails';
  readonly threshold: number;
  /** 'below': an outcome under the threshold is a failure; 'above': one over it; 'at': one at the threshold, the worst that was met. */
  readonly side: 'below' | 'above' | 'at';
  /** Share of all futures that fail. */
  readonly base: number;
  readonly trajectory: readonly PeelStep[];
  /** The step that the box is of. */
  readonly chosen: number;
  /** Limits of the box, surest first. */
  readonly box: readonly Limit[];
  readonly coverage: Interval;
  readonly density: Interval;
  /** The density that was asked for. */
  readonly wanted: number;
  readonly mass: number;
  /** Next boxes, each of what those before it leave; none where nothing dense is left. */
  readonly further: readonly FoundBox[];
  /** All boxes together. */
  readonly covered: { readonly coverage: number; readonly density: number; readonly mass: number };
  readonly resamples: number;
}

/** A plan in one setting. */
export interface PlanCell {
  readonly plan: number;
  readonly setting: number;
  readonly mean: number;
  /** Futures that reach the threshold, of `futures`. */
  readonly reached: number;
  readonly futures: number;
  /** Best of its setting by futures that reach the threshold, then by mean. */
  readonly isBest: boolean;
}

export interface PlanRow {
  readonly name: string;
  /** Share of futures over all settings that reach the threshold. */
  readonly satisfices: Interval;
  /** Loss against the best plan of the same setting and future, in the outcome's unit: mean, and the largest of a setting's mean. */
  readonly meanRegret: Interval;
  readonly worstRegret: Interval;
  /** Share of settings and futures in which no plan is better; ties are shared. */
  readonly best: Interval;
}

/** Which plan holds up: plans against settings. */
export interface HoldsAnswer extends Answered {
  readonly question: 'holds';
  readonly planLabel: string;
  readonly settingLabel: string;
  readonly threshold: number;
  readonly better: Better;
  /** Smallest mean regret first. */
  readonly plans: readonly PlanRow[];
  readonly settings: readonly string[];
  /** By plan in the order of `plans`, then by setting. */
  readonly cells: readonly PlanCell[];
}

/** A mix that the emulator takes to reach the target. */
export interface Candidate {
  /** A value for each factor, in the order of the table; NaN where no plan chooses it. `mixAt` makes a point of it. */
  readonly values: readonly number[];
  readonly cost: number;
  /** Share of futures that reach the target, by the emulator. */
  readonly predicted: number;
  /** By futures that were really run; absent until then. The range of the share is the binomial one (Clopper & Pearson). */
  readonly real?: { readonly share: Interval; readonly mean: number; readonly cost: number; readonly futures: number };
}

export interface Emulator {
  /** Terms that were kept, beside the constant. */
  readonly terms: number;
  /** Cross-validated share of variance explained: of the level that the outcome reaches with the reliability asked for. */
  readonly q2: number;
  /** The same of the cost; NaN where cost is the sum of levels. */
  readonly costQ2: number;
  /** Root mean square error of that level on points left out, in the outcome's unit. */
  readonly error: number;
}

/** What would it take: the cheapest mixes that reach a target in a given share of futures. */
export interface TakesAnswer extends Answered {
  readonly question: 'takes';
  readonly target: number;
  readonly better: Better;
  readonly reliability: number;
  /** Name of the outcome that is the cost, or null where cost is the sum of levels over the low ones. */
  readonly costOutcome: OutcomeColumn | null;
  /** What a plan chooses. */
  readonly inputs: readonly Input[];
  /** What it does not: futures are over what these may be, too. */
  readonly assumed: readonly Input[];
  /** Points of the study whose settings of `assumed` futures go through; none where there are none. */
  readonly others: readonly (readonly number[])[];
  /** By factor, what its values are called where it is a choice, and the lowest of them. */
  readonly values: readonly { readonly lowest: number; readonly choices?: readonly string[] }[];
  readonly emulator: Emulator;
  /** Cheapest first; after `pursue` those that really reach it come first. */
  readonly candidates: readonly Candidate[];
  /** All that were run to find them, in that order, with what came of each then; none before `pursue`. */
  readonly tried: readonly Candidate[];
  /** The cheapest cost by reliability, as the emulator has it, which never falls: what the picture draws. NaN where nothing reaches it. */
  readonly curve: readonly { readonly reliability: number; readonly cost: number }[];
  readonly isConfirmed: boolean;
}

export type Answer = MattersAnswer | TogetherAnswer | FailsAnswer | HoldsAnswer | TakesAnswer;
export type Question = Answer['question'];
