/** Serves the built page to this machine alone. */
import { preview } from 'vite';
import { root } from './install.mjs';

/** Starts serving at a port of its own choice where none is given; resolves to the address. */
export async function serve(port = 4173) {
  const server = await preview({
    configFile: false,
    root,
    base: './',
    build: { outDir: 'dist/page' },
    preview: { host: '127.0.0.1', port },
    logLevel: 'error',
  });
  return `http://127.0.0.1:${server.httpServer.address().port}/`;
}
