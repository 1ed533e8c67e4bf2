import { describe, expect, test } from 'vitest';
import { conventions, settings } from '../sim/index.ts';
import { type LedgerFiles, ledgerDocument } from '../words/index.ts';

const nothing: LedgerFiles = { futures: [], sensitivity: [], company: [], calibration: [] };
const futures = [
  { plan: 'default', outcome: 'schoolsInUse', mean: 0.9, sd: 0.05 },
  { plan: 'default', outcome: 'gainCumulative', mean: 0.25, sd: 0.1 },
];
const moved = (path: string, schools: readonly number[], gain: readonly (number | string)[]) => ({
  path,
  plan: 'default',
  futures: 4,
  'schoolsInUse.low': schools[0],
  'schoolsInUse.high': schools[1],
  'schoolsInUse.error': schools[2],
  'gainCumulative.low': gain[0],
  'gainCumulative.high': gain[1],
  'gainCumulative.error': gain[2],
});

/** The line of a setting in the table of its group: the last that begins with its name. */
const lineOf = (document: string, path: string): string =>
  document
    .split('\n')
    .filter((line) => line.startsWith(`| \`${path}\` |`))
    .at(-1) ?? '';
const cellsOf = (document: string, path: string): readonly string[] => lineOf(document, path).split(' | ').slice(-2);
/** Names of the first table, in its order. */
const namedFirst = (document: string): readonly string[] =>
  [...document.matchAll(/^\| \d+ \| `([^`]+)`/gm)].map(([, path]) => path);

describe('the ledger of evidence', () => {
  test('every number of the model has one line, whatever has been run', () => {
    const document = ledgerDocument(nothing);
    const paths = [...settings, ...conventions].map(({ path }) => path).filter((path) => !/^innovations\.[1-9]/.test(path));
    const count = (path: string): number => document.split(`\n| \`${path}\` |`).length - 1;
    expect(paths.length).toBeGreaterThan(500);
    expect(paths.filter((path) => count(path) !== 1)).toEqual([]);
    expect(cellsOf(document, 'parameters.decision.half')).toEqual(['not varied', 'not varied |']);
  });

  test('a number drives the outcome that it moves most beside luck, not the one it moves by most', () => {
    const sensitivity = [moved('parameters.decision.half', [-0.05, 0.1, 0.01], [-0.01, 0.12, 0.01])];
    expect(cellsOf(ledgerDocument({ ...nothing, futures, sensitivity }), 'parameters.decision.half')[0]).toBe(
      'Schools that use it, default: low end −0.05, high end +0.1; 3 SD',
    );
  });

  test('what luck explains is no driver, and what changes no future is told from it', () => {
    const sensitivity = [
      moved('parameters.decision.half', [-0.05, 0.1, 0.06], [0, 0.01, 0.001]),
      moved('parameters.decision.belief', [-0.005, 0.003, 0.001], [0, 0.01, 0.001]),
      moved('parameters.decision.order', [0, 0, 0], [0, 0, 0]),
    ];
    const document = ledgerDocument({ ...nothing, futures, sensitivity });
    expect(cellsOf(document, 'parameters.decision.half')[0]).toBe('not told from luck; 3 SD at most');
    expect(cellsOf(document, 'parameters.decision.belief')[0]).toBe('nothing by 0.2 SD');
    expect(cellsOf(document, 'parameters.decision.order')[0]).toBe('nothing in these plans');
  });

  test('an end at which nothing could be measured is left out', () => {
    const sensitivity = [moved('parameters.decision.half', [-0.05, 0.02, 0.01], ['', 5, 0.01])];
    expect(cellsOf(ledgerDocument({ ...nothing, futures, sensitivity }), 'parameters.decision.half')[0]).toContain('1.4 SD');
  });

  test('assumed numbers are named first by how much they move, and what is measured, chosen or luck is not among them', () => {
    const sensitivity = [
      moved('parameters.turnover.leaving', [-0.5, 0.5, 0.01], [0, 0, 0]), // grade A
      moved('ingredients.champions', [-0.5, 0.5, 0.01], [0, 0, 0]), // a choice
      moved('innovations.0.technologyNeed', [-0.5, 0.5, 0.01], [0, 0, 0]), // a trait of the innovation
      moved('parameters.decision.overload', [-0.5, 0.5, 0.5], [0, 0, 0]), // luck
      moved('parameters.decision.belief', [-0.1, 0.1, 0.01], [0, 0, 0]),
      moved('parameters.decision.leader', [-0.2, 0.2, 0.01], [0, 0, 0]),
    ];
    const document = ledgerDocument({ ...nothing, futures, sensitivity });
    expect(namedFirst(document)).toEqual(['parameters.decision.leader', 'parameters.decision.belief']);
    expect(document).toContain('the same 4 futures');
    expect(document).toMatch(
      /Of \d+ assumed \(D\) numbers, 3 were moved .* 0 change every outcome .* 2 clearly change .* other 1 cannot/,
    );
  });

  test('what the patterns leave of a range is told with the patterns that narrow it', () => {
    const calibration = [{ path: 'parameters.decision.half', kept: 0.42, keptLow: 0.1, keptHigh: 0.25, patterns: 'P01 P12' }];
    expect(cellsOf(ledgerDocument({ ...nothing, calibration }), 'parameters.decision.half')[1]).toBe(
      '42 in 100: 0.1 to 0.25 (P01 P12) |',
    );
  });
});
