/** The columns that the results of every study have beside its factors and outcomes. */
import type { NumberValues } from '../../formats/index.ts';
import type { Study } from '../../study/index.ts';
import { faults, type Row } from './row.ts';

export interface CommonColumn {
  readonly name: string;
  readonly label: string;
  meaning(luck: Study['luck']): string;
  values(rows: readonly Row[]): NumberValues | readonly string[];
}

const whole =
  (read: (row: Row) => number) =>
  (rows: readonly Row[]): Int32Array =>
    Int32Array.from(rows, read);
const text =
  (read: (row: Row) => string) =>
  (rows: readonly Row[]): readonly string[] =>
    rows.map(read);

/** Before the factors. */
export const leading: readonly CommonColumn[] = [
  {
    name: 'run',
    label: 'Run',
    meaning: () => 'Number of the run: point times futures of a point, plus the future.',
    values: whole(({ run }) => run),
  },
  {
    name: 'point',
    label: 'Point',
    meaning: () => 'Number of the combination of values that was tried.',
    values: whole(({ point }) => point),
  },
  {
    name: 'replicate',
    label: 'Future',
    meaning: (luck) =>
      luck === 'same'
        ? 'Number of the future; the same number is the same luck at every point.'
        : 'Number of the future within its point; every run has luck of its own.',
    values: whole(({ replicate }) => replicate),
  },
  {
    name: 'status',
    label: 'Status',
    meaning: () => `ok, or what goes wrong in this run wherever it is made: ${Object.values(faults).join(', ')}.`,
    values: text(({ status }) => status),
  },
  {
    name: 'reason',
    label: 'Reason',
    meaning: () =>
      'What was found, where status is not ok. In CSV a text that a spreadsheet would take for a formula has an apostrophe in front.',
    values: text(({ reason }) => reason),
  },
];

/** After the outcomes. */
export const trailing: readonly CommonColumn[] = [
  {
    name: 'digest',
    label: 'Digest',
    meaning: () => 'SHA-256 of every number of the run; `taking-root rebuild` makes the run again and compares.',
    values: text(({ digest }) => digest),
  },
];
