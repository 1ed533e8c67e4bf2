/** Finds out whether a folder can be written, before anything is begun: making folders on a disk that can only be read fails with a misleading reason. */
import { randomUUID } from 'node:crypto';
import { closeSync, mkdirSync, openSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { refuse } from '../problems.ts';

/** Makes the folder where it is not there. Throws what the disk refuses. */
export function probe(dir: string): void {
  let there = resolve(dir);
  while (!statSync(there, { throwIfNoEntry: false })) there = dirname(there);
  if (!statSync(there).isDirectory()) refuse(dir, `${there} is a file, expected a folder`);
  const path = join(there, `.probe-${randomUUID()}`);
  closeSync(openSync(path, 'wx'));
  rmSync(path, { force: true });
  mkdirSync(dir, { recursive: true });
}
