/** A script for GNU parallel: this machine's cores, or a few machines by ssh that see the same folder. */
import { type Engine, type Job, workWords } from './engine.ts';
import { quoted } from './quoted.ts';

export const parallel: Engine = {
  name: 'parallel',
  about: 'a script for GNU parallel; cores here, or by --sshlogin a few machines that see the folder',
  text,
};

function text(job: Job): string {
  const { folder, program, shards, only, atOnce } = job;
  // GNU parallel goes on by the number of a line, not by what it says: the log is in the folder, so that it is of this plan alone,
  // and a choice of shards keeps none.
  const log = `--joblog "$folder/logs/parallel-of-${shards}.joblog" --resume-failed `;
  const numbers = only?.join(' ') ?? `$(seq 0 ${shards - 1})`;
  const work = `${program} ${workWords(quoted(folder), job)}`;
  return `#!/bin/sh
# Shards of a study. After a kill the same again goes on. Words after the script go to parallel: --sshlogin 4/host1,4/host2
set -u
folder=${quoted(folder)}
mkdir -p -- "$folder/logs" || exit 75
for shard in ${numbers}; do
  printf '%s %s\\0' ${quoted(work)} "$shard/${shards}"
done |
  parallel --null ${only ? '' : log}--retries 3 ${atOnce === undefined ? '' : `--jobs ${atOnce} `}"$@" || exit
exec ${program} collect "$folder"
`;
}
