/** The right column: what has happened so far in the first minute, what came of the plans after it. */
import { SoFar } from '../charts/sofar.tsx';
import { lazily } from '../parts/lazily.tsx';
import { comparing } from '../state/store.ts';
import { hasSettled } from './playing.ts';

const After = lazily(async () => (await import('./after.tsx')).After);

export const Results = () => (!hasSettled.value && !comparing.value ? <SoFar /> : <After />);
