/** A run as a line of text: a JSON list in the order of the result columns, with numbers that JSON has no word for as texts. */

export interface Row {
  readonly run: number;
  readonly point: number;
  readonly replicate: number;
  /** `ok`, or a word for what went wrong. */
  readonly status: string;
  /** One sentence; empty where all is well. */
  readonly reason: string;
  readonly factors: ArrayLike<number>;
  readonly outcomes: ArrayLike<number>;
  /** SHA-256 of the whole run, as `simulate` gives it; empty where the run did not end. */
  readonly digest: string;
}

/** Words for what went wrong in a run, which the same run meets everywhere. */
export const faults = {
  threw: 'threw',
  endless: 'endless',
  infinite: 'infinite',
} as const;

export function textOfRow({ run, point, replicate, status, reason, factors, outcomes, digest }: Row): string {
  const words = `${JSON.stringify(status)},${JSON.stringify(reason)}`;
  const numbers = [...Array.from(factors), ...Array.from(outcomes)].map(numberText);
  return `[${[run, point, replicate, words, ...numbers, `"${digest}"`].join(',')}]`;
}

/** The row of a text that was written here, with a given number of factors. */
export function rowOfText(text: string, factorCount: number): Row {
  const cells = JSON.parse(text) as (number | string)[];
  const [run, point, replicate, status, reason] = cells as [number, number, number, string, string];
  const numbers = Float64Array.from(cells.slice(5, -1), Number);
  return {
    run,
    point,
    replicate,
    status,
    reason,
    factors: numbers.subarray(0, factorCount),
    outcomes: numbers.subarray(factorCount),
    digest: cells.at(-1) as string,
  };
}

function numberText(value: number): string {
  if (Object.is(value, -0)) return '-0';
  return Number.isFinite(value) ? String(value) : `"${value}"`;
}
