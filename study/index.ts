/** The door of studies: all that other rooms may use. */

export { type Design, designOf } from './designs/index.ts';
export { parseStudy } from './file/parse.ts';
export { studyJsonSchema } from './file/schema.ts';
export type { Factor, ResolvedStudy, Study } from './file/study.ts';
export type { GroupForecast, Point, Scores, Way } from './fitting/forecast.ts';
export { ways } from './fitting/forecast.ts';
export {
  type Gain,
  type HeldOut,
  type HoldOutRule,
  holdOutStopping,
  type StoppingWay,
  stoppingWays,
  type Watched,
} from './fitting/holdOut.ts';
export type { KernelKind, Tie } from './fitting/network.ts';
export { type Calibrated, calibratePeople, type PeopleGiven, type TieEvidence } from './fitting/people.ts';
export type { Estimate } from './fitting/posterior.ts';
export { calibrateSeries, type Series } from './fitting/series.ts';
export { outcomeColumns, outcomesOf } from './outcomes.ts';
export { factorColumns, scenarioAt } from './points.ts';
export type * from './questions/answer.ts';
export { type Company, company } from './questions/company.ts';
export { type FailsWish, fails } from './questions/fails.ts';
export { type HoldsWish, holds } from './questions/holds.ts';
export { matters } from './questions/matters.ts';
export type { RealRuns } from './questions/takes/futures.ts';
export type { TakesWish } from './questions/takes/seek.ts';
export { mixAt, propose, pursue } from './questions/takes.ts';
export { type TogetherWish, together } from './questions/together.ts';
export { type DesignFacts, type FactorColumn, meanAt, type OutcomeColumn, type StudyTable } from './table.ts';
