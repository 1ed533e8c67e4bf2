/** The library's door in Node: the simulation, and its futures over all cores. */
import { availableParallelism } from 'node:os';
import { openThread } from '../workers/node.ts';
import { runsWith } from '../workers/run.ts';

export * from '../sim/index.ts';
export type { Compared, EnsembleOptions } from '../workers/run.ts';

export const { run, compare } = runsWith(openThread, availableParallelism());
