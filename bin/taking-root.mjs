#!/usr/bin/env node
import { existsSync } from 'node:fs';

const built = new URL('../dist/cli.mjs', import.meta.url);
if (existsSync(built)) await import(built.href);
else {
  console.error('The program has not been built yet: run "npm start" in its folder once.');
  process.exitCode = 2;
}
