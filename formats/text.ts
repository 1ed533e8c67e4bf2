/** Bytes -> text. Only UTF-8 is believed, with or without a byte order mark; everything else is refused by the byte. */
import type { Problem } from '../sim/index.ts';

/** Part of every engine that runs us, but of no library that the pure rooms compile with. */
declare const TextDecoder: new (label: string, options: { fatal: boolean }) => { decode(bytes: Uint8Array): string };

/** The largest scenario that is read, in bytes: 16 MiB. */
export const SCENARIO_BYTES = 16 * 1024 * 1024;

export type Decoded = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly problem: Problem };

/** The text of UTF-8 bytes without its byte order mark, or the one reason why it has none. Offsets count from 0. */
export function decodeText(bytes: Uint8Array, limit = SCENARIO_BYTES): Decoded {
  if (bytes.length > limit) {
    return refuse('', `the file has ${bytes.length} bytes, expected at most ${limit}`);
  }
  const signature = signatures.find(({ start }) => start.every((byte, i) => bytes[i] === byte));
  if (signature) return refuse('byte 0', `the file begins like ${signature.name}; ${signature.remedy}`);
  const offset = firstStrayByte(bytes);
  if (offset >= 0) {
    const found = bytes[offset] === 0 ? 'a zero byte' : `byte 0x${hex(bytes[offset])}`;
    return refuse(`byte ${offset}`, `found ${found} on line ${lineOf(bytes, offset)}, expected UTF-8 text; ${AS_UTF8}`);
  }
  return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
}

const AS_UTF8 = 'save as UTF-8';

/** Beginnings that name the mistake better than the first stray byte would. The longer of two that agree comes first. */
const signatures: readonly { readonly start: readonly number[]; readonly name: string; readonly remedy: string }[] = [
  { start: [0xff, 0xfe, 0, 0], name: 'UTF-32 (little-endian)', remedy: AS_UTF8 },
  { start: [0, 0, 0xfe, 0xff], name: 'UTF-32 (big-endian)', remedy: AS_UTF8 },
  { start: [0xff, 0xfe], name: 'UTF-16 (little-endian)', remedy: AS_UTF8 },
  { start: [0xfe, 0xff], name: 'UTF-16 (big-endian)', remedy: AS_UTF8 },
  { start: [0x50, 0x4b, 3, 4], name: 'a workbook or a zip archive', remedy: 'export it as CSV in UTF-8' },
];

/**
 * Offset of the first byte that is not part of well-formed UTF-8 (Unicode 15, table 3-7: no overlong forms, no surrogates,
 * nothing above U+10FFFF) or that is zero, which no text has; −1 where all is well.
 */
function firstStrayByte(bytes: Uint8Array): number {
  let i = 0;
  while (i < bytes.length) {
    const lead = bytes[i];
    if (lead !== 0 && lead < 0x80) {
      i++;
      continue;
    }
    const following = lead >= 0xc2 && lead < 0xe0 ? 1 : lead >= 0xe0 && lead < 0xf0 ? 2 : lead >= 0xf0 && lead < 0xf5 ? 3 : 0;
    if (following === 0 || i + following >= bytes.length) return i;
    const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
    const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
    if (bytes[i + 1] < low || bytes[i + 1] > high) return i;
    for (let k = 2; k <= following; k++) if ((bytes[i + k] & 0xc0) !== 0x80) return i;
    i += following + 1;
  }
  return -1;
}

function lineOf(bytes: Uint8Array, offset: number): number {
  let line = 1;
  for (let i = 0; i < offset; i++) if (bytes[i] === 0x0a) line++;
  return line;
}

function hex(byte: number): string {
  return byte.toString(16).toUpperCase().padStart(2, '0');
}

function refuse(path: string, message: string): Decoded {
  return { ok: false, problem: { path, message } };
}
