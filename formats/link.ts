/**
 * A page's state as the text after the # of its address, and back. What comes in is untrusted: a text that is not exactly one that
 * was written here is refused with a reason, never read in part.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { deflateSync, Inflate, strFromU8, strToU8 } from 'fflate';
import type { LinkState } from './linkstate.ts';

/**
 * Version of what is written below. Earlier ones that are read: 1, which is the same without what the page was told since (assumptions,
 * the most that a plan may cost, what lies open). One that is not known is refused by name.
 */
const FORM = '2';
const READ: readonly string[] = ['1', FORM];
/** The most that a link may unpack to, in bytes: far more than two plans need. */
const MOST = 1_000_000;
/** Bytes of the check: a damaged link passes once in 2^48. */
const CHECK = 6;

export type LinkRead =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly reason: 'form' | 'damaged' | 'large'; readonly form?: string };

/** `2.<packed>.<check>`, all of it in letters that addresses leave as they are. */
export function writeLink(state: LinkState): string {
  const packed = deflateSync(strToU8(JSON.stringify(state)), { level: 9 });
  return `${FORM}.${base64(packed)}.${checkOf(FORM, packed)}`;
}

export function readLink(text: string): LinkRead {
  const parts = text.split('.');
  if (parts.length !== 3 || !/^\d{1,4}$/.test(parts[0])) return { ok: false, reason: 'damaged' };
  if (!READ.includes(parts[0])) return { ok: false, reason: 'form', form: parts[0] };
  const packed = bytesOf(parts[1]);
  if (!packed || checkOf(parts[0], packed) !== parts[2]) return { ok: false, reason: 'damaged' };
  const bytes = inflated(packed);
  if (bytes === 'large') return { ok: false, reason: 'large' };
  if (!bytes) return { ok: false, reason: 'damaged' };
  try {
    return { ok: true, value: JSON.parse(strFromU8(bytes)) };
  } catch {
    return { ok: false, reason: 'damaged' };
  }
}

/** How a link names files without carrying them: one by its SHA-256, several by that of their SHA-256s in order. */
export const fileDigest = (digests: readonly string[]): string =>
  digests.length === 1 ? digests[0] : bytesToHex(sha256(utf8ToBytes(digests.join('\n'))));

/** Of the packed bytes, as two packings of one state are two links; and of the form, which form 1 left out. */
function checkOf(form: string, packed: Uint8Array): string {
  const hash = sha256.create();
  if (form !== '1') hash.update(utf8ToBytes(form));
  return base64(hash.update(packed).digest().subarray(0, CHECK));
}

/** Unpacks piece by piece, so that a small text cannot ask for a large memory. */
function inflated(packed: Uint8Array): Uint8Array | 'large' | undefined {
  const pieces: Uint8Array[] = [];
  let size = 0;
  const stream = new Inflate((piece) => {
    size += piece.length;
    pieces.push(piece);
  });
  try {
    const PIECE = 1024;
    for (let at = 0; at < packed.length; at += PIECE) {
      stream.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length);
      if (size > MOST) return 'large';
    }
  } catch {
    return undefined;
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Base 64 with - and _, without padding (RFC 4648, section 5). */
function base64(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const [a, b = 0, c = 0] = bytes.subarray(i, i + 3);
    const four = [a >> 2, ((a & 3) << 4) | (b >> 4), ((b & 15) << 2) | (c >> 6), c & 63];
    text += four
      .slice(0, Math.min(3, bytes.length - i) + 1)
      .map((at) => LETTERS[at])
      .join('');
  }
  return text;
}

/** Undefined for what base64 does not write: other letters, or bits that stand for nothing. */
function bytesOf(text: string): Uint8Array | undefined {
  const places = Array.from(text, (letter) => LETTERS.indexOf(letter));
  if (places.includes(-1) || text.length % 4 === 1) return undefined;
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const place of places) {
    held = ((held << 6) | place) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at++] = (held >> bits) & 255;
  }
  return (held & ((1 << bits) - 1)) === 0 ? bytes : undefined;
}
