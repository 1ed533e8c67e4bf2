/** What all benchmarks share: figures are medians, and what is compared takes turns, so that a busy moment hits both. */
export const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** Milliseconds of processor time, the collector's threads included: a machine that is shared stops the clock for others. */
export function milliseconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Rounds of milliseconds, a column for each of those that take turns. */
export function takeTurns(rounds: number, works: readonly ((round: number) => void)[]): number[][] {
  return Array.from({ length: rounds }, (_, round) => works.map((work) => milliseconds(() => work(round))));
}

/** Median over the rounds of one column divided by another. */
export const ratio = (rounds: readonly (readonly number[])[], of: number, by: number): number =>
  median(rounds.map((times) => times[of] / times[by]));
