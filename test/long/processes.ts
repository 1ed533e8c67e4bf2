/** What runs on this machine, as Linux tells it in /proc. */
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

export interface Running {
  readonly pid: number;
  readonly parent: number;
  readonly name: string;
}

/** Every process; those that end while it looks are left out. */
export function running(): Running[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      const stat = textOf(pid, 'stat');
      // The name stands in brackets and may itself hold any character; a zombie runs no more.
      const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      if (stat === '' || state === 'Z') return [];
      return [{ pid: Number(pid), parent: Number(parent), name: stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')')) }];
    });
}

/** The processes that a process started, and those that these started. */
export function below(pid: number, all: readonly Running[] = running()): Running[] {
  return all.filter(({ parent }) => parent === pid).flatMap((child) => [child, ...below(child.pid, all)]);
}

/** Whether a process has all of these among its environment's lines. */
export function hasEnvironment(pid: number, ...lines: readonly string[]): boolean {
  const there = textOf(String(pid), 'environ').split('\0');
  return lines.every((line) => there.includes(line));
}

export const isRunning = (pid: number): boolean => running().some((one) => one.pid === pid);

/** Sends a signal to processes by their ids; one that has ended is no trouble. */
export function signalAll(pids: readonly number[], signal: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }
}

/** Waits until something holds; throws with its description where it does not in time. */
export async function until(what: string, holds: () => boolean | Promise<boolean>, seconds = 120): Promise<void> {
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await pause(50)) {
    if (await holds()) return;
  }
  throw new Error(`expected within ${seconds} s: ${what}`);
}

function textOf(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
