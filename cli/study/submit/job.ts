/** The words of `submit` as a job that a scheduler can be handed. A folder without a plan is refused, and so are more shards than chunks. */
import { resolve } from 'node:path';
import { refuse } from '../../problems.ts';
import { chunksOf } from '../chunks.ts';
import { readManifest } from '../manifest.ts';
import { wholeOf } from '../options.ts';
import { type Job, OWN_MEMORY } from './engine.ts';
import { quoted } from './quoted.ts';

/** MB without which no process makes runs. */
const LEAST = 100;

/** The options of `submit`, as text. */
export interface Wish {
  readonly shards: string;
  readonly only?: string | undefined;
  readonly atOnce?: string | undefined;
  readonly time: string;
  readonly memory: string;
  readonly image?: string | undefined;
  readonly claim?: string | undefined;
  readonly program?: string | undefined;
}

export function jobOf(dir: string, wish: Wish): Job {
  const { only, atOnce, image, claim, program } = wish;
  const { manifest } = readManifest(dir);
  // As it was named: other machines may reach it by another link than this one.
  const folder = resolve(dir);
  const shards = wholeOf('--shards', wish.shards, 1, chunksOf(manifest));
  if (hasControls(folder)) refuse('DIR', 'expected a folder without line breaks or other control characters in its path');
  if (program !== undefined && hasControls(program)) refuse('--program', 'expected one line without control characters');
  return {
    folder,
    program:
      program ?? (image === undefined ? [process.execPath, resolve(process.argv[1])].map(quoted).join(' ') : 'taking-root'),
    shards,
    minutes: wholeOf('--time', wish.time, 2),
    memory: wholeOf('--memory', wish.memory, OWN_MEMORY + LEAST),
    ...(only !== undefined && { only: numbersIn(only, shards) }),
    ...(atOnce !== undefined && { atOnce: wholeOf('--at-once', atOnce, 1) }),
    ...(image !== undefined && { image }),
    ...(claim !== undefined && { claim }),
  };
}

/** Shards by number, as status names them, ascending and once each. */
function numbersIn(text: string, shards: number): readonly number[] {
  const numbers = text
    .split(',')
    .map((part) =>
      /^\d{1,9}$/.test(part) && Number(part) < shards
        ? Number(part)
        : refuse(
            '--only',
            `found "${part}", expected numbers of shards from 0 to ${shards - 1} with commas between, such as 2,5`,
          ),
    );
  return [...new Set(numbers)].sort((a, b) => a - b);
}

const hasControls = (text: string): boolean => /\p{Cc}/u.test(text);
