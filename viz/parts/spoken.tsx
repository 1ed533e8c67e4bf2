/** A sentence for those who hear it: spoken when its numbers have come to rest, not while they move. */
import { type ReadonlySignal, useComputed, useSignal, useSignalEffect } from '@preact/signals';
import type { Segment } from '../../words/index.ts';

interface SpokenProps {
  readonly of: ReadonlySignal<readonly Segment[]>;
  /** Milliseconds without a change before it is spoken. */
  readonly quiet: number;
  /** Whether a hand or the clock still moves what it says; then nothing is spoken. */
  readonly isMoving?: () => boolean;
}

export function Spoken({ of, quiet, isMoving }: SpokenProps) {
  const spoken = useSignal('');
  const now = useComputed(() => of.value.map(({ text }) => text).join(''));
  useSignalEffect(() => {
    const words = now.value;
    if (isMoving?.()) return undefined;
    const soon = setTimeout(() => {
      spoken.value = words;
    }, quiet);
    return () => clearTimeout(soon);
  });
  return (
    <p class="visually-hidden" aria-live="polite">
      {spoken.value}
    </p>
  );
}
