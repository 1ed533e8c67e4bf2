/** What a reader of tables found and what it assumed: short enough to read, complete in its counts. */
import type { Problem } from '../sim/index.ts';

export type Fault =
  | 'column' // a column that is missing, unknown or given twice
  | 'shape' // a row with too few or too many cells, or with unpaired quotation marks
  | 'empty' // a row with nothing in it
  | 'duplicate' // an id or a tie given twice
  | 'missing' // an empty cell
  | 'unusable' // a cell that is not the number or the word expected
  | 'implausible' // a value that is used, but hard to believe
  | 'outlier' // a place far from all others
  | 'unknown'; // a name that no other row has

export interface RowProblem extends Problem {
  readonly fault: Fault;
  /** Row of the file, the header being 1. */
  readonly row: number;
  /** Column as the file's header has it; null for the row as a whole. */
  readonly column: string | null;
}

export interface Tally {
  readonly fault: Fault;
  readonly column: string | null;
  readonly rows: number;
}

export interface Ledger {
  /** Notes a problem; the sentence is made only if it will be shown. */
  problem(fault: Fault, row: number, column: string | null, message: () => string): void;
  /** Notes a choice that the file leaves open, in one sentence. */
  assume(sentence: string): void;
  readonly assumed: readonly string[];
  /** By row; of each fault in each column the first twenty, and one sentence for the rest. */
  problems(): RowProblem[];
  /** How often each fault was met in each column, in order of first meeting. */
  tallies(): Tally[];
}

/** The problems shown of each fault in each column. */
const SHOWN = 20;

/** A ledger of one file; `file` begins its paths where several are read together. */
export function createLedger(file = ''): Ledger {
  const kept: RowProblem[] = [];
  const counts = new Map<string, { fault: Fault; column: string | null; rows: number; next: number }>();
  const assumed: string[] = [];
  return {
    assumed,
    assume: (sentence) => assumed.push(sentence),
    problem(fault, row, column, message) {
      const key = `${fault} ${column ?? ''}`;
      const count = counts.get(key) ?? { fault, column, rows: 0, next: row };
      counts.set(key, count);
      if (++count.rows <= SHOWN) kept.push({ fault, row, column, path: pathOf(file, row, column), message: message() });
      else if (count.rows === SHOWN + 1) count.next = row;
    },
    problems() {
      const rest = [...counts.values()].filter(({ rows }) => rows > SHOWN);
      const more = rest.map(({ fault, column, rows, next }) => ({
        fault,
        row: next,
        column,
        path: pathOf(file, next, column),
        message: `${rows - SHOWN} more like those above, from this row on (${fault}, ${rows} in all)`,
      }));
      return [...kept, ...more].sort((a, b) => a.row - b.row);
    },
    tallies: () => [...counts.values()].map(({ fault, column, rows }) => ({ fault, column, rows })),
  };
}

function pathOf(file: string, row: number, column: string | null): string {
  const place = file === '' ? `row ${row}` : `${file}, row ${row}`;
  return column === null ? place : `${place}, column "${column}"`;
}

/** A cell as a sentence quotes it. */
export function quoted(cell: string): string {
  return `"${cell.length > 40 ? `${cell.slice(0, 40)}…` : cell}"`;
}
