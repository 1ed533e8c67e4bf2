/** Builds the program and the library for Node into dist/, with the library's types, and the page into dist/page/. */
import { fileURLToPath } from 'node:url';
import { call, install, root } from './install.mjs';

export function build() {
  // Whoever builds, a test among them, builds what is shipped.
  const env = { ...process.env, NODE_ENV: 'production' };
  const tool = (path, ...args) => call(process.execPath, [`${root}node_modules/${path}`, ...args], { env });
  tool('vite/bin/vite.js', 'build', '--config', 'vite.node.config.ts', '--logLevel', 'warn');
  tool('vite/bin/vite.js', 'build', '--logLevel', 'warn');
  tool('typescript/bin/tsc', '-p', 'tsconfig.types.json');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  install();
  build();
}
