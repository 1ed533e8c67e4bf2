/** The door of this room for the page: workers of both kinds, and what they say. */
export { type Catalogue, isLever } from './catalogue.ts';
export { type Client, connect } from './client.ts';
export type { Desk, Read, SchoolsAnswer, SchoolsFile } from './desk.ts';
export type { Ground } from './ground.ts';
export { type JobDone, Pool } from './pool.ts';
export { openDesk, openWorker } from './web.ts';
