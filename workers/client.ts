/** The only place that talks to a worker: calls that end when the worker does, whatever became of it. */
import { type Endpoint, wrap } from 'comlink';
import type { Service } from './service.ts';

/** A worker as its opener hands it over. */
export interface Line {
  readonly endpoint: Endpoint;
  /** Rejects when the worker dies; a call to a dead worker would otherwise wait for ever. */
  readonly died: Promise<never>;
  close(): void;
}

export type OpenLine = () => Line;

/** A service as it is seen from here: the same methods, answered later. */
export type Far<S> = {
  readonly [K in keyof S]: S[K] extends (...given: infer G) => infer R ? (...given: G) => Promise<Awaited<R>> : never;
};

export interface Client<S = Service> {
  call<T>(ask: (service: Far<S>) => Promise<T>): Promise<T>;
  close(): void;
}

export function connect<S = Service>(open: OpenLine): Client<S> {
  const { endpoint, died, close } = open();
  const service = wrap(endpoint) as unknown as Far<S>;
  died.catch(() => {}); // a worker that dies between calls is noticed by the next one
  return { call: (ask) => Promise.race([ask(service), died]), close };
}
