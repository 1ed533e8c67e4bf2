/** How far the futures are, on standard error: a bar on a terminal, plain lines elsewhere. */
import { Presets, SingleBar } from 'cli-progress';

export interface Progress {
  /** One more future is there. */
  add(): void;
  /** Writes something else meanwhile. */
  aside(write: () => void): void;
  stop(): void;
}

export const progressOf = (total: number, terminal = process.stderr.isTTY === true): Progress =>
  terminal ? bar(total) : lines(total);

function bar(total: number): Progress {
  const format = '{bar} {value} of {total} futures, {eta_formatted} left';
  let done = 0;
  const began = (): SingleBar => {
    const single = new SingleBar(
      { format, clearOnComplete: true, hideCursor: true, gracefulExit: false },
      Presets.shades_classic,
    );
    single.start(total, done);
    return single;
  };
  let single = began();
  return {
    add: () => single.update(++done),
    aside(write) {
      single.stop();
      process.stderr.write('\r\x1b[K');
      write();
      if (done < total) single = began();
    },
    stop: () => single.stop(),
  };
}

/** Seconds between lines where nobody watches. */
const EVERY = 10;

function lines(total: number): Progress {
  const began = performance.now();
  let done = 0;
  let told = began;
  return {
    add() {
      done++;
      const now = performance.now();
      if (now - told < EVERY * 1000 || done === total) return;
      told = now;
      const left = Math.ceil((((now - began) / done) * (total - done)) / 1000);
      process.stderr.write(`${done} of ${total} futures, about ${left} s left\n`);
    },
    aside: (write) => write(),
    stop() {},
  };
}
