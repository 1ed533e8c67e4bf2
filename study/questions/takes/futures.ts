/** What came of mixes in futures that were really run. */
import { shareRange } from '../../statistics/tails.ts';
import type { Candidate, Interval, TakesAnswer } from '../answer.ts';
import { reaches } from '../asking.ts';

/** Futures of one mix: a value of the outcome in each, and of the cost where it is an outcome. */
export interface RealRuns {
  readonly outcome: ArrayLike<number>;
  readonly cost?: ArrayLike<number>;
}

export interface Tried {
  readonly candidate: Candidate;
  readonly runs: RealRuns;
}

type Aim = Pick<TakesAnswer, 'better' | 'target' | 'reliability'>;

/** The candidate with what really came of it. The range of the share is the binomial one (Clopper & Pearson 1934). */
export function realOf({ better, target }: Aim, { candidate, runs }: Tried): Candidate {
  const futures = presentOf(runs);
  const hits = futures.filter(reaches(better, target)).length;
  const [low, high] = shareRange(hits, futures.length);
  const share: Interval = { value: hits / futures.length, low, high };
  return { ...candidate, real: { share, mean: mean(futures), cost: paidFor(runs, candidate.cost), futures: futures.length } };
}

/** Whether as many of its real futures reached the target as were asked for. */
export const isGood = ({ reliability }: Aim, { real }: Candidate): boolean =>
  real !== undefined && real.share.value >= reliability;

/**
 * The value that the outcome comes to, where more is better, in a standard error more futures than were asked for: the cheapest of
 * many that did what was asked was lucky by about as much. NaN where none has a value.
 */
export function levelOf({ better, reliability }: Aim, runs: RealRuns): number {
  const rising = Float64Array.from(presentOf(runs), (value) => (better === 'high' ? value : -value)).sort();
  const n = rising.length;
  const missed = 1 - reliability;
  const few = missed - Math.sqrt((reliability * missed) / n);
  return rising[Math.floor(Math.max(0, few * n) + 1e-9)] ?? Number.NaN;
}

/** Whether it comes to the target by `levelOf`. */
export const isSure = (aim: Aim, runs: RealRuns): boolean =>
  levelOf(aim, runs) >= (aim.better === 'high' ? aim.target : -aim.target);

/** Mean of what was paid; `foreseen` where cost is no outcome. */
export const paidFor = ({ cost }: RealRuns, foreseen: number): number => (cost ? mean(Array.from(cost)) : foreseen);

/** The futures of both. */
export const pooled = (a: RealRuns, b: RealRuns): RealRuns => ({
  outcome: [...Array.from(a.outcome), ...Array.from(b.outcome)],
  ...(a.cost && b.cost && { cost: [...Array.from(a.cost), ...Array.from(b.cost)] }),
});

const presentOf = ({ outcome }: RealRuns): number[] => Array.from(outcome).filter((value) => !Number.isNaN(value));

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
