/** How far a study is, on standard error: a bar on a terminal, plain lines elsewhere. */
import { Presets, SingleBar } from 'cli-progress';
import { note } from '../print.ts';

export interface StudyProgress {
  add(runs: number, faulty: number): void;
  /** Writes something else meanwhile. */
  aside(...lines: readonly string[]): void;
  stop(): void;
}

/** Seconds between lines where nobody watches. */
const EVERY = 30;

/** `done`: runs that were there before. */
export function studyProgress(total: number, done: number, terminal = process.stderr.isTTY === true): StudyProgress {
  const began = performance.now();
  let made = 0;
  let faulty = 0;
  const facts = (isOver = false): string => {
    const rate = made / ((performance.now() - began) / 1000);
    const left = total - done - made;
    const pace = made === 0 ? '' : `, ${Number(rate.toPrecision(3)).toLocaleString('en')} a second`;
    const rest = made === 0 || isOver || left <= 0 ? '' : `, about ${lengthText(left / rate)} left`;
    return `${(done + made).toLocaleString('en')} of ${total.toLocaleString('en')} runs${pace}${rest}${faulty > 0 ? `, ${faulty} failed` : ''}`;
  };
  const bar = terminal
    ? new SingleBar(
        { format: '{bar} {facts}', clearOnComplete: true, hideCursor: true, gracefulExit: false },
        Presets.shades_classic,
      )
    : undefined;
  bar?.start(total, done, { facts: facts() });
  let told = began;
  return {
    add(runs, failed) {
      made += runs;
      faulty += failed;
      if (bar) return bar.update(Math.min(total, done + made), { facts: facts() });
      const now = performance.now();
      if (now - told < EVERY * 1000) return;
      told = now;
      note(facts());
    },
    aside(...lines) {
      if (bar) process.stderr.write('\r\x1b[K');
      note(...lines);
    },
    stop() {
      bar?.stop();
      if (made > 0) note(facts(true));
    },
  };
}

const steps = [
  { unit: 'h', seconds: 3600 },
  { unit: 'min', seconds: 60 },
] as const;

/** `2.5 h`, `12 min`, `40 s`. */
export function lengthText(seconds: number): string {
  const step = steps.find((one) => seconds >= 2 * one.seconds);
  if (!step) return `${Math.max(1, Math.round(seconds))} s`;
  const count = seconds / step.seconds;
  return `${count < 10 ? count.toFixed(1) : Math.round(count).toLocaleString('en')} ${step.unit}`;
}
