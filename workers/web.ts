/** Opens workers in the browser: one kind runs futures, the other reads files and lists. */
import type { Line } from './client.ts';

export const openWorker = (): Line => lineOf(new Worker(new URL('./endpoints/web.ts', import.meta.url), { type: 'module' }));

export const openDesk = (): Line => lineOf(new Worker(new URL('./endpoints/desk.ts', import.meta.url), { type: 'module' }));

export const openStudyDesk = (): Line =>
  lineOf(new Worker(new URL('./endpoints/studydesk.ts', import.meta.url), { type: 'module' }));

function lineOf(worker: Worker): Line {
  const died = new Promise<never>((_, reject) => {
    worker.onerror = ({ message }) => reject(new Error(`a worker failed: ${message || 'it could not be loaded'}`));
    worker.onmessageerror = () => reject(new Error('a worker sent what could not be read'));
  });
  return { endpoint: worker, died, close: () => worker.terminate() };
}
