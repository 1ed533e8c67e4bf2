/** Commands whose calls of the system go wrong as strace says: killed at, delayed at, or refused the n-th of a kind. */
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { programOf } from '../debian.ts';
import { call, type Ended, newFolder, PROGRAM } from '../study.ts';

/** Calls by what they do, as a pattern of strace's: their names differ between kinds of processors. */
const calls = { fsync: '/^fsync$', rename: '/^rename(at2?)?$', link: '/^link(at)?$' } as const;

export type Call = keyof typeof calls;
/** Calls by which files get their place. */
export const placing: readonly Call[] = ['fsync', 'rename'];

export interface Injected extends Ended {
  /** Whether it came to the call that was to go wrong. */
  readonly happened: boolean;
  /** Paths that were made safe on the disk, in order. */
  readonly synced: readonly string[];
}

/** Runs the program with a fault at the n-th call of a kind, or at all of them. Files are written by the first thread alone. */
export async function injected(call_: Call, fault: string, n: number | 'all', ...words: readonly string[]): Promise<Injected> {
  const log = join(newFolder(), 'strace.log');
  const when = n === 'all' ? '' : `:when=${n}`;
  const kinds = [...new Set([calls.fsync, calls[call_]])];
  const options = ['-qq', '-y', '-o', log, '-e', `trace=${kinds}`, '-e', `inject=${calls[call_]}:${fault}${when}`];
  const ended = await call([programOf('strace'), ...options, ...PROGRAM, ...words]);
  const text = existsSync(log) ? readFileSync(log, 'utf8') : '';
  return {
    ...ended,
    happened: /INJECTED|DELAYED|killed by SIGKILL/.test(text),
    synced: [...text.matchAll(/^fsync\(\d+<(.*)>\)/gm)].map(([, path]) => path),
  };
}

/**
 * A fault at the first call of a kind, then at the second, and so on until nothing is left that could go wrong, each time in a
 * new copy of a folder. Returns how many times something did.
 */
export async function atEvery(
  call_: Call,
  fault: string,
  folder: string,
  wordsFor: (copy: string) => readonly string[],
  check: (copy: string, ended: Injected) => Promise<void>,
): Promise<number> {
  for (let n = 1; ; n++) {
    const copy = join(newFolder(), 'study');
    cpSync(folder, copy, { recursive: true });
    const ended = await injected(call_, fault, n, ...wordsFor(copy));
    if (!ended.happened) return n - 1;
    await check(copy, ended);
  }
}
