/** Lets a worker hear what was sent to it while it is busy. */

/** Milliseconds of work between two breaths: soon enough for a hand that waits, and a hundredth of the time or so. */
const EVERY = 8;

export interface Breath {
  /** Waits until the messages that are here have been heard, where the last time is long enough ago. */
  take(): Promise<void> | undefined;
  close(): void;
}

export function openBreath(): Breath {
  const { later, close } = 'setImmediate' in globalThis ? node : browser();
  let last = performance.now();
  return {
    take() {
      if (performance.now() - last < EVERY) return undefined;
      return new Promise((heard) =>
        later(() => {
          last = performance.now();
          heard();
        }),
      );
    },
    close,
  };
}

interface Pause {
  readonly later: (then: () => void) => void;
  readonly close: () => void;
}

/** In Node a message to oneself would be heard before all others, for ever. */
const node: Pause = { later: (then) => void setImmediate(then), close: () => {} };

/** In a browser it is heard in its turn, and a timer would wait four milliseconds or more. */
function browser(): Pause {
  const { port1, port2 } = new MessageChannel();
  return {
    later(then) {
      port1.onmessage = then;
      port2.postMessage(null);
    },
    close: () => port1.close(),
  };
}
