/** A process that makes checks by name as it is told, and says what came out: `child FULL|QUICK`, messages over the channel. */

import { jobs, scales } from './jobs.ts';
import { isThere } from './reference.ts';

const scale = process.argv[2] === 'quick' ? scales.quick : scales.full;
const all = isThere() ? jobs() : [];

process.on('message', (name: string) => {
  const job = all.find((one) => one.name === name);
  process.send?.({ name, checks: job?.run(scale) ?? [] });
});
process.send?.({ jobs: all.map(({ name, part }) => ({ name, part })) });
