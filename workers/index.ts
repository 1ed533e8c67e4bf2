/** The door of this room for the page: workers of both kinds, and what they say. */
export { type Catalogue, isLever } from './catalogue.ts';
export { type Client, connect } from './client.ts';
export type { Desk, Read, SchoolsAnswer, SchoolsFile } from './desk.ts';
export type { Ground } from './ground.ts';
export { type JobDone, Pool } from './pool.ts';
export type { AnswerTo, Asked } from './studyanswers.ts';
export type { PageDesign, StudyDesk } from './studydesk.ts';
export type { ResultsFile, ResultsRead } from './studyread.ts';
export { openDesk, openStudyDesk, openWorker } from './web.ts';
