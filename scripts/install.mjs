/** Installs what package-lock.json names where it is missing or older than the list. */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** Runs a program in the project's folder, its output on ours; ends us with its code where it fails. */
export function call(program, args, options = {}) {
  const { status, error } = spawnSync(program, args, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    ...options,
  });
  if (error) console.error(`${program} could not be run: ${error.message}`);
  if (status !== 0) process.exit(status ?? 1);
}

export function install() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Node ${process.versions.node} is too old: 20.19 or newer is needed.`);
    process.exit(1);
  }
  // npm writes this list last, so that it tells of a whole installation.
  const done = `${root}node_modules/.package-lock.json`;
  const list = `${root}package-lock.json`;
  if (existsSync(done) && statSync(done).mtimeMs >= statSync(list).mtimeMs) return;
  console.error('Installing what is missing ...');
  call('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
}
