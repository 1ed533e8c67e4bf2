/** A process that runs futures of arms as it is told: a job and its futures come in over the channel, their results go back. */
import { type Job, runJob } from './evaluate.ts';

interface Order {
  readonly job: Job;
  readonly from: number;
  readonly until: number;
}

process.on('message', ({ job, from, until }: Order) => {
  process.send?.({ key: job.key, from, runs: runJob(job, from, until) });
});
process.send?.({});
