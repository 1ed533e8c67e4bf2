/** Lets a worker hear what was sent to it while it is busy. */

/** Milliseconds of work between two breaths: soon enough for a hand that waits, and a hundredth of the time or so. */
const EVERY = 8;

/** In Node a message to oneself would be heard before all others, for ever. */
const later = 'setImmediate' in globalThis ? setImmediate : byMessage();
let last = performance.now();

/** Waits until the messages that are here have been heard, where the last time is long enough ago. */
export async function breathe(): Promise<void> {
  if (performance.now() - last < EVERY) return;
  await new Promise<void>((heard) => later(heard));
  last = performance.now();
}

/** In a browser a message to oneself is heard in its turn, and a timer would wait four milliseconds or more. */
function byMessage(): (then: () => void) => void {
  const { port1, port2 } = new MessageChannel();
  return (then) => {
    port1.onmessage = then;
    port2.postMessage(null);
  };
}
