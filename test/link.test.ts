import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLink, writeLink } from '../formats/link.ts';
import type { LinkState } from '../formats/linkstate.ts';

const plan = JSON.parse(readFileSync('scenarios/mandate.json', 'utf8'));
const state: LinkState = { model: '1', a: plan, year: 10, future: 3, view: 'both' };
const link = writeLink(state);
/** A link as the page wrote them before it carried assumptions. */
const FIRST = readFileSync('test/fixtures/link.first.txt', 'utf8').trim();

describe('a link', () => {
  test('gives back what was put in', () => expect(readLink(link)).toEqual({ ok: true, value: state }));

  test('gives back any state', () =>
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(readLink(writeLink(value as unknown as LinkState))).toEqual({
          ok: true,
          value: JSON.parse(JSON.stringify(value)),
        });
      }),
    ));

  test('has only letters that an address leaves alone, and is short enough to send', () => {
    expect(link).toMatch(/^[\w.-]+$/);
    expect(link.length).toBeLessThan(1500);
  });

  test('of another form is refused by its name', () =>
    expect(readLink(link.replace(/^2/, '3'))).toEqual({ ok: false, reason: 'form', form: '3' }));

  test('of the first form still opens', () => {
    const read = readLink(FIRST);
    expect(read).toMatchObject({ ok: true, value: { model: '1.0.0', year: 7, future: 3, view: 'b', forks: { b: 4 } } });
    expect(read).toMatchObject({ ok: true, value: { b: { title: 'Everyone at once', strategy: { kind: 'mandate' } } } });
  });

  test('that unpacks to more than two plans need is refused before it fills the memory', () => {
    const bomb = writeLink({ ...state, model: 'x'.repeat(50_000_000) });
    expect(bomb.length).toBeLessThan(100_000);
    expect(readLink(bomb)).toEqual({ ok: false, reason: 'large' });
  });

  test.each([
    ['an empty text', ''],
    ['a number', '1'],
    ['a form with nothing in it', '1..'],
    ['a form with other words', '1.a.b'],
    ['the name of a part of the page', 'saying'],
    ['one letter more at the end', `${link}x`],
    ['one letter more at the beginning', `x${link}`],
    ['one letter less', link.slice(0, -1)],
    ['a space before it', ` ${link}`],
  ])('%s is refused', (_, text) => expect(readLink(text).ok).toBe(false));

  test('is refused in each of 10,000 damaged copies', () => {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.%# é';
    const damage = fc
      .tuple(fc.nat(link.length - 1), fc.constantFrom(...letters), fc.constantFrom('change', 'insert', 'drop', 'cut', 'swap'))
      .map(([at, letter, how]) => {
        if (how === 'change') return link.slice(0, at) + letter + link.slice(at + 1);
        if (how === 'insert') return link.slice(0, at) + letter + link.slice(at);
        if (how === 'drop') return link.slice(0, at) + link.slice(at + 1);
        if (how === 'cut') return link.slice(0, at);
        return link.slice(0, at) + link.slice(at + 1, at + 2) + link.slice(at, at + 1) + link.slice(at + 2);
      })
      .filter((damaged) => damaged !== link);
    fc.assert(
      fc.property(damage, (damaged) => {
        expect(readLink(damaged).ok).toBe(false);
      }),
      { numRuns: 10_000 },
    );
  });
});
