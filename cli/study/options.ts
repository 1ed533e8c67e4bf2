/** Options that several commands on a study folder share. */
import { Command } from '@commander-js/extra-typings';
import { refuse } from '../problems.ts';
import type { Shard } from './chunks.ts';
import { defaults, type WorkOptions } from './work.ts';

export const wholeOf = (option: string, text: string, least: number, most = Number.MAX_SAFE_INTEGER): number =>
  /^\d+$/.test(text) && Number(text) >= least && Number(text) <= most
    ? Number(text)
    : refuse(
        option,
        `found "${text}", expected a whole number ${most === Number.MAX_SAFE_INTEGER ? `of ${least} or more` : `from ${least} to ${most}`}`,
      );

/** `3/8` as the fourth of eight shards. */
export function shardOf(text: string): Shard {
  const [, index, of] = /^(\d{1,7})\/(\d{1,7})$/.exec(text) ?? [];
  if (of === undefined || Number(index) >= Number(of))
    return refuse('--shard', `found "${text}", expected two whole numbers such as 0/8 to 7/8, the first below the second`);
  return { index: Number(index), of: Number(of) };
}

/** How much of this machine is used. */
export const workCommand = (name: string) =>
  new Command(name)
    .option('--workers <k>', 'processes that make runs at the same time (default: one a core)')
    .option('--memory <MB>', 'memory that each of them may take', String(defaults.memory))
    .option('--seconds-a-run <s>', 'seconds after which a run is given up', String(defaults.seconds));

export interface WorkWish {
  readonly workers?: string | undefined;
  readonly memory: string;
  readonly secondsARun: string;
}

export const workOptionsOf = ({ workers, memory, secondsARun }: WorkWish): Omit<WorkOptions, 'shard'> => ({
  ...(workers !== undefined && { workers: wholeOf('--workers', workers, 1, 1024) }),
  memory: wholeOf('--memory', memory, 64),
  seconds: wholeOf('--seconds-a-run', secondsARun, 1),
});
