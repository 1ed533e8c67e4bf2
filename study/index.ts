/** The door of studies: all that other rooms may use. */

export { type Design, designOf } from './designs/index.ts';
export { parseStudy } from './file/parse.ts';
export { studyJsonSchema } from './file/schema.ts';
export type { Factor, ResolvedStudy, Study } from './file/study.ts';
export { outcomeColumns, outcomesOf } from './outcomes.ts';
export { factorColumns, scenarioAt } from './points.ts';
export type * from './questions/answer.ts';
export { type FailsWish, fails } from './questions/fails.ts';
export { type HoldsWish, holds } from './questions/holds.ts';
export { matters } from './questions/matters.ts';
export { confirm, propose, type RealRuns, type TakesWish } from './questions/takes.ts';
export { type TogetherWish, together } from './questions/together.ts';
export { type DesignFacts, type FactorColumn, meanAt, type OutcomeColumn, type StudyTable } from './table.ts';
