/** Files that nobody writes any more: what a process left behind that was killed while it wrote. */
import { rmSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { partOf } from '../atomic.ts';
import { filesIn, isAside } from './survey.ts';

/** Hours after which a file that another machine began is taken for abandoned. */
const HOURS = 24;

export interface Removed {
  readonly unfinished: number;
  readonly aside: number;
  /** Unfinished files that may still be under way. */
  readonly kept: number;
}

/** Removes unfinished files of processes that are gone, and on request damaged chunks that were set aside. */
export function removeLitter(dir: string, wish: { readonly aside: boolean }): Removed {
  let [unfinished, aside, kept] = [0, 0, 0];
  for (const path of filesIn(dir)) {
    const part = partOf(basename(path));
    if (part) {
      if (part.here ? isRunning(part.pid) : !isOld(path)) {
        kept++;
        continue;
      }
      rmSync(path, { force: true });
      unfinished++;
    } else if (wish.aside && isAside(basename(path))) {
      rmSync(path, { force: true });
      aside++;
    }
  }
  return { unfinished, aside, kept };
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'; // it runs for somebody else
  }
}

function isOld(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  return found !== undefined && Date.now() - found.mtimeMs > HOURS * 3600 * 1000;
}
