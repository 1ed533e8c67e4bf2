/** The only place that talks to a worker: calls that end when the worker does, whatever became of it. */
import { type Endpoint, type Remote, wrap } from 'comlink';
import type { Service } from './service.ts';

/** A worker as its opener hands it over. */
export interface Line {
  readonly endpoint: Endpoint;
  /** Rejects when the worker dies; a call to a dead worker would otherwise wait for ever. */
  readonly died: Promise<never>;
  close(): void;
}

export type OpenLine = () => Line;

export interface Client {
  call<T>(ask: (service: Remote<Service>) => Promise<T>): Promise<T>;
  close(): void;
}

export function connect(open: OpenLine): Client {
  const { endpoint, died, close } = open();
  const service = wrap<Service>(endpoint);
  died.catch(() => {}); // a worker that dies between calls is noticed by the next one
  return { call: (ask) => Promise.race([ask(service), died]), close };
}
