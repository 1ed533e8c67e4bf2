/** From a fresh clone to a verdict: installs what is missing, reads the code for faults, runs the tests. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { install, root } from './install.mjs';

install();
installBrowser();
// All of them run, whatever the first ones find.
const passed = [
  tool('@biomejs/biome/bin/biome', 'check'),
  tool('typescript/bin/tsc', '-p', '.'),
  tool('typescript/bin/tsc', '-p', 'tsconfig.pure.json'),
  tool('knip/bin/knip.js'),
  tool('vitest/vitest.mjs', 'run', ...process.argv.slice(2)),
];
process.exitCode = passed.every(Boolean) ? 0 : 1;

function tool(path, ...args) {
  const { status } = spawnSync(process.execPath, [`${root}node_modules/${path}`, ...args], { cwd: root, stdio: 'inherit' });
  return status === 0;
}

/** Debian's Chromium, where there is none and we may; the tests that need it say so when they are skipped. */
function installBrowser() {
  const may = process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
  if (existsSync('/usr/bin/chromium') || !may) return;
  console.error('Installing Chromium for the tests in a browser ...');
  const options = { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  if (spawnSync('apt-get', ['update'], options).status === 0) {
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], options);
  }
}
