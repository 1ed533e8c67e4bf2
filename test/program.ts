/** Runs the built program as a user would. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** `during` gets the process while it runs. */
export function program(args: readonly string[], during: (child: ChildProcess) => void = () => {}, cwd = '.'): Promise<Ended> {
  const child = spawn(process.execPath, [join(process.cwd(), 'bin/taking-root.mjs'), ...args], { cwd });
  let [out, err] = ['', ''];
  child.stdout.on('data', (text) => {
    out += text;
  });
  child.stderr.on('data', (text) => {
    err += text;
  });
  during(child);
  return new Promise((settle) => child.on('close', (code) => settle({ code, out, err })));
}

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'taking-root-'));
