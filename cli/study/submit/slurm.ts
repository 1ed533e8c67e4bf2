/** A job array for Slurm: a task a shard. */
import { type Engine, type Job, workWords } from './engine.ts';
import { quoted } from './quoted.ts';

export const slurm: Engine = {
  name: 'slurm',
  about: 'a job array for sbatch; all nodes see the folder',
  text,
};

function text(job: Job): string {
  const { folder, program, shards, only, atOnce, minutes, memory } = job;
  const indices = (only?.join(',') ?? `0-${shards - 1}`) + (atOnce === undefined ? '' : `%${atOnce}`);
  const collect = `sbatch --dependency=afterany:$JOB --wrap ${quoted(`${program} collect ${quoted(folder)}`)}`;
  return `#!/bin/bash
# Shards of a study. Slurm starts those of a lost node again; one that ended with an error is run again by
# "taking-root status --shards ${shards}" and "taking-root submit slurm --shards ${shards} --only ...".
# JOB=$(sbatch --parsable THIS_FILE)
# ${collect}
#SBATCH --job-name=taking-root
#SBATCH --array=${indices}
#SBATCH --ntasks=1
#SBATCH --cpus-per-task=1
#SBATCH --mem=${memory}M
#SBATCH --time=${minutes}
#SBATCH --requeue
#SBATCH --signal=B:TERM@60
#SBATCH --output=/dev/null
set -u
folder=${quoted(folder)}
mkdir -p -- "$folder/logs" || exit 75
exec >>"$folder/logs/\${SLURM_ARRAY_JOB_ID}_$SLURM_ARRAY_TASK_ID.log" 2>&1 || exit 75
exec ${program} ${workWords('"$folder"', job)} "$SLURM_ARRAY_TASK_ID/${shards}"
`;
}
