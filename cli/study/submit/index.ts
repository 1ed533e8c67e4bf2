/** The schedulers that a study can be handed to. One is added by a file and a line here. */
import type { Engine } from './engine.ts';
import { kubernetes } from './kubernetes.ts';
import { parallel } from './parallel.ts';
import { slurm } from './slurm.ts';
import { snakemake } from './snakemake.ts';

export { jobOf } from './job.ts';

export const engines: readonly Engine[] = [slurm, snakemake, kubernetes, parallel];
