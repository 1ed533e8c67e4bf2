/** Opens a worker in the browser. */
import type { Line } from './client.ts';

export function openWorker(): Line {
  const worker = new Worker(new URL('./endpoints/web.ts', import.meta.url), { type: 'module' });
  const died = new Promise<never>((_, reject) => {
    worker.onerror = ({ message }) => reject(new Error(`a worker failed: ${message || 'it could not be loaded'}`));
    worker.onmessageerror = () => reject(new Error('a worker sent what could not be read'));
  });
  return { endpoint: worker, died, close: () => worker.terminate() };
}
