/** The right column after the first minute: what came of the plans, and what their learning loops leave. */
import { useComputed } from '@preact/signals';
import { Outcomes } from '../charts/outcomes.tsx';
import { lazily } from '../parts/lazily.tsx';
import { cyclesOf } from '../state/cycles.ts';
import { planIds } from '../state/store.ts';

const Learned = lazily(async () => (await import('../charts/learned.tsx')).Learned);

export function After() {
  const turned = useComputed(() => planIds.value.some((id) => cyclesOf(id).length > 0));
  return (
    <>
      <Outcomes />
      {turned.value && <Learned />}
    </>
  );
}
