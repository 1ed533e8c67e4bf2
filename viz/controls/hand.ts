/** The hand on a lever. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Facts } from './facts.ts';
import { remember } from './last.ts';
import { set } from './reading.ts';

/** The value under the hand, ahead of the plan by at most a frame; the plan hears of it once a frame, and when the hand lets go. */
export function useHand({ path, label, quantity }: Facts, said: number) {
  const [held, setHeld] = useState<number | null>(null);
  const now = useRef<number | null>(null);
  const frame = useRef(0);
  useEffect(() => () => cancelAnimationFrame(frame.current), []);
  const hold = (value: number): void => {
    if (now.current === null) remember({ label, from: said, quantity });
    now.current = value;
    setHeld(value);
    cancelAnimationFrame(frame.current);
    frame.current = requestAnimationFrame(() => set(path, value, 'held'));
  };
  const release = (): void => {
    if (now.current === null) return;
    cancelAnimationFrame(frame.current);
    set(path, now.current, 'done');
    remember({ to: now.current });
    now.current = null;
    setHeld(null);
  };
  return { held, hold, release };
}
