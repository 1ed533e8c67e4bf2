import { execFileSync } from 'node:child_process';
import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const build = (): unknown => execFileSync(process.execPath, ['scripts/build.mjs'], { cwd: root, stdio: 'ignore' });
const npx = (...words: readonly string[]): string =>
  execFileSync('npx', ['taking-root', ...words], { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
const digest = (): string => {
  const [{ digest }] = JSON.parse(npx('run', 'organic', '-n', '1', '--years', '2', '--json')) as { digest: string }[];
  return digest;
};

test('npx runs the built program, and the program built again, to the same digest', () => {
  build();
  const first = digest();
  build();
  expect(digest()).toBe(first);
});

test('without a build it says in one sentence what to do', () => {
  const dist = join(root, 'dist');
  // Beside it, since a rename does not cross file systems.
  const kept = join(root, 'node_modules', '.kept-dist');
  if (existsSync(dist)) renameSync(dist, kept);
  try {
    expect(() => npx('--version')).toThrow(/npm start/);
  } finally {
    if (existsSync(kept)) renameSync(kept, dist);
  }
});
