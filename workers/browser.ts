/** The library's door in the browser: the simulation, and its futures over all cores but the one that draws. */
import { runsWith } from './run.ts';
import { openWorker } from './web.ts';

export * from '../sim/index.ts';
export type { Compared, EnsembleOptions } from './run.ts';

export const { run, compare } = runsWith(openWorker, Math.max(1, navigator.hardwareConcurrency - 1));
