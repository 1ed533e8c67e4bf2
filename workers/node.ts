/** Both ends of a worker in Node. */
import { parentPort, Worker } from 'node:worker_threads';
import { expose } from 'comlink';
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs';
import type { Line } from './client.ts';
import { Service } from './service.ts';

/** The built worker: beside the built program, or in dist where the program runs from its sources. */
const built = (here: string): URL => new URL(here.endsWith('.ts') ? '../dist/worker.mjs' : './worker.mjs', here);

export function openThread(file: URL = built(import.meta.url)): Line {
  // Some of the program's own flags, such as --input-type, would keep a worker from starting.
  const worker = new Worker(file, { execArgv: [] });
  const died = new Promise<never>((_, reject) => {
    worker.once('error', (error) => reject(new Error(`a worker failed: ${(error as Error).message}`, { cause: error })));
    worker.once('exit', (code) => reject(new Error(`a worker ended early, with code ${code}`)));
  });
  return { endpoint: nodeEndpoint(worker), died, close: () => void worker.terminate() };
}

export function serveThread(): void {
  if (!parentPort) throw new Error('expected to be started as a worker');
  expose(new Service(), nodeEndpoint(parentPort));
}
