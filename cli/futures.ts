/** Which futures: `64`, or `10..19` for a part of a larger ensemble. */
import { refuse } from './problems.ts';

const MOST = 1_000_000;

export function futuresOf(text: string, from = 0): readonly number[] {
  const [, first, last] = /^(\d+)(?:\.\.(\d+))?$/.exec(text) ?? [];
  if (first === undefined)
    return refuse('--replicates', `found "${text}", expected a number such as 64, or a range such as 10..19`);
  if (last !== undefined && from !== 0) return refuse('--from', 'expected no --from beside a range of replicates');
  const [low, high] = last === undefined ? [from, from + Number(first) - 1] : [Number(first), Number(last)];
  if (high < low) return refuse('--replicates', `found ${text}, expected one future or more`);
  if (high >= MOST) return refuse('--replicates', `found ${low} to ${high}, expected futures numbered below ${MOST}`);
  return Array.from({ length: high - low + 1 }, (_, k) => low + k);
}

/** `0..63`, or the numbers that are there when some are missing. */
export function rangesOf(numbers: readonly number[]): string {
  const parts: [number, number][] = [];
  for (const n of numbers) {
    const open = parts.at(-1);
    if (open && open[1] === n - 1) open[1] = n;
    else parts.push([n, n]);
  }
  return parts.map(([first, last]) => (first === last ? `${first}` : `${first}..${last}`)).join(', ');
}
