/** What a scheduler has to be told: the shards of a study, and how the program is called where it runs them. */
import type { FileProblem } from '../../problems.ts';

export interface Job {
  /** Absolute path of the study folder, without control characters. */
  readonly folder: string;
  /** What calls the program there, as text for a shell. */
  readonly program: string;
  /** Into how many shards the study is cut; it is written into the script, since schedulers count only what they were handed. */
  readonly shards: number;
  /** The shards that are to be run again, ascending; all of them are run where it is not given. */
  readonly only?: readonly number[];
  /** Shards at once at most; as many as there is room for where it is not given. */
  readonly atOnce?: number;
  /** Minutes that a shard may take. */
  readonly minutes: number;
  /** MB that a shard may take, of which its program keeps some for itself. */
  readonly memory: number;
  /** Container image that holds the program. */
  readonly image?: string;
  /** Persistent volume claim whose root is the study folder. */
  readonly claim?: string;
}

export interface Engine {
  readonly name: string;
  readonly about: string;
  /** What stands in the way of a job here, or nothing. */
  readonly refusal?: (job: Job) => FileProblem | undefined;
  readonly text: (job: Job) => string;
}

/** MB for the program itself, which holds the rows of a chunk; the rest is for the process that makes the runs. */
export const OWN_MEMORY = 400;

/** The words after the program that run a shard of a folder, which is text for a shell; the shard as i/n comes last. */
export const workWords = (folder: string, { memory }: Job): string =>
  `work ${folder} --workers 1 --memory ${memory - OWN_MEMORY} --shard`;
