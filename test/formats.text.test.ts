import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeText } from '../formats/index.ts';
import { nearest, pathText } from '../sim/problem.ts';

const bytes = (...values: number[]) => Uint8Array.from(values);
const utf8 = (text: string) => new TextEncoder().encode(text);
const refusal = (input: Uint8Array, limit?: number) => {
  const decoded = decodeText(input, limit);
  if (decoded.ok) throw new Error(`expected a refusal, got ${decoded.text}`);
  return decoded.problem;
};

test('UTF-8 is read with and without a byte order mark', () => {
  expect(decodeText(utf8('größe: 1 €, 学校, 😀'))).toEqual({ ok: true, text: 'größe: 1 €, 学校, 😀' });
  expect(decodeText(utf8('\uFEFFid,name'))).toEqual({ ok: true, text: 'id,name' });
  expect(decodeText(bytes())).toEqual({ ok: true, text: '' });
});

test.each([
  ['UTF-16 (little-endian)', bytes(0xff, 0xfe, 0x61, 0)],
  ['UTF-16 (big-endian)', bytes(0xfe, 0xff, 0, 0x61)],
  ['UTF-32 (little-endian)', bytes(0xff, 0xfe, 0, 0, 0x61, 0, 0, 0)],
  ['UTF-32 (big-endian)', bytes(0, 0, 0xfe, 0xff, 0, 0, 0, 0x61)],
])('%s is refused by name', (name, input) => {
  expect(refusal(input)).toEqual({ path: 'byte 0', message: `the file begins like ${name}; save as UTF-8` });
});

test('a workbook is told from a text', () => {
  expect(refusal(bytes(0x50, 0x4b, 3, 4, 0x14, 0)).message).toContain('export it as CSV');
});

test.each([
  ['Latin-1', bytes(0x61, 0x0a, 0x62, 0xe9, 0x63), 3, 'byte 0xE9 on line 2'],
  ['UTF-16 without a mark', bytes(0x61, 0, 0x62, 0), 1, 'a zero byte on line 1'],
  ['a character cut short', bytes(0x61, 0xe2, 0x82), 1, 'byte 0xE2 on line 1'],
  ['an overlong form', bytes(0xc0, 0xaf), 0, 'byte 0xC0 on line 1'],
  ['a surrogate', bytes(0xed, 0xa0, 0x80), 0, 'byte 0xED on line 1'],
  ['beyond U+10FFFF', bytes(0xf4, 0x90, 0x80, 0x80), 0, 'byte 0xF4 on line 1'],
])('%s is refused by the byte', (_, input, offset, found) => {
  expect(refusal(input)).toEqual({ path: `byte ${offset}`, message: `found ${found}, expected UTF-8 text; save as UTF-8` });
});

test('exactly what the platform decodes without an error is accepted', () => {
  const piece = fc.oneof(
    fc.constantFrom(0x61, 0x7f, 0x80, 0xbf, 0xc1, 0xc2, 0xdf, 0xe0, 0xa0, 0x9f, 0xed, 0xf0, 0x90, 0x8f, 0xf4, 0xf5),
    fc.integer({ min: 1, max: 255 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (values) => {
      // A letter in front, so that no beginning is taken for a byte order mark.
      const input = bytes(0x61, ...values);
      let expected: string | undefined;
      try {
        expected = new TextDecoder('utf-8', { fatal: true }).decode(input);
      } catch {
        expected = undefined;
      }
      const decoded = decodeText(input);
      expect(decoded.ok ? decoded.text : undefined).toBe(expected);
    }),
    { numRuns: 5000 },
  );
});

test('a file above the limit is refused before it is read', () => {
  expect(refusal(new Uint8Array(17 * 1024 * 1024)).message).toBe('the file has 17825792 bytes, expected at most 16777216');
  expect(refusal(utf8('abc'), 2).message).toBe('the file has 3 bytes, expected at most 2');
  expect(decodeText(utf8('abc'), 3).ok).toBe(true);
});

test('the nearest name is offered only where it is near', () => {
  const known = ['coaching', 'leadership', 'time', 'x', 'id'];
  expect(nearest('coachign', known)).toBe('coaching');
  expect(nearest('LeaderShip', known)).toBe('leadership');
  expect(nearest('tim', known)).toBe('time');
  expect(nearest('y', known)).toBeUndefined();
  expect(nearest('cooking', known)).toBeUndefined();
  expect(nearest('c'.repeat(1e6), known)).toBeUndefined();
});

test('a path reads as it would be written', () => {
  expect(pathText(['rollout', 2, 'year'])).toBe('rollout[2].year');
  expect(pathText([])).toBe('');
});
