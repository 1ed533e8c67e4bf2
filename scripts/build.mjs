/** Builds the program for Node into dist/. */
import { call, install, root } from './install.mjs';

export function build() {
  call(process.execPath, [
    `${root}node_modules/vite/bin/vite.js`,
    'build',
    '--config',
    'vite.node.config.ts',
    '--logLevel',
    'warn',
  ]);
}

if (import.meta.url === new URL(process.argv[1], 'file:').href) {
  install();
  build();
}
