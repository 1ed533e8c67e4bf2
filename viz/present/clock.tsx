/** The time that a part of a round has left; pressing it stops it, or lets it run. */
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { fill } from '../../words/index.ts';
import { panelText } from '../state/paneltext.ts';
import { MINUTES, type Part } from './script.ts';

const BEAT = 250;

/** Minutes and seconds of milliseconds. */
function clockText(time: number): string {
  const seconds = Math.floor(Math.abs(time) / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

export function Clock({ round, part }: { readonly round: number; readonly part: Part }) {
  const left = useSignal(60_000 * MINUTES[part]);
  const running = useSignal(true);
  useEffect(() => {
    left.value = 60_000 * MINUTES[part];
    running.value = true;
    let before = performance.now();
    const beat = setInterval(() => {
      const now = performance.now();
      if (running.peek()) left.value -= now - before;
      before = now;
    }, BEAT);
    return () => clearInterval(beat);
  }, [round, part]);
  const words = panelText.value.present;
  const time = clockText(Math.max(0, left.value));
  const said = left.value < 0 ? fill(words.over, { time: clockText(left.value) }) : time;
  return (
    <button
      type="button"
      class={left.value < 0 ? 'present-clock over' : running.value ? 'present-clock' : 'present-clock still'}
      aria-label={fill(running.value ? words.pause : words.goOn, { time: said })}
      onClick={() => (running.value = !running.value)}
    >
      {said}
    </button>
  );
}
