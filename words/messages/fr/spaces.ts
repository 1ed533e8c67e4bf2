/** Spaces of French print: messages are written with plain ones, and no line breaks before a mark that belongs to its word. */

const NARROW = '\u202f';
const WIDE = '\u00a0';

const spacedText = (text: string): string =>
  text
    .replace(/ ([;?!%])/g, `${NARROW}$1`)
    .replace(/ ([:»])/g, `${WIDE}$1`)
    .replace(/« /g, `«${WIDE}`);

/** Messages with every text in them spaced. */
export function spaced<T>(messages: T): T {
  if (typeof messages === 'string') return spacedText(messages) as T;
  if (typeof messages !== 'object' || messages === null) return messages;
  if (Array.isArray(messages)) return messages.map(spaced) as T;
  return Object.fromEntries(Object.entries(messages).map(([key, message]) => [key, spaced(message)])) as T;
}
