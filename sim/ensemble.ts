/** Many futures of one plan, growing replicate by replicate. */
import type { Futures } from './futures.ts';
import { digestOfRuns, type Results } from './results.ts';

/** The first k replicates are an ensemble of k: a rough answer is never another model. */
export interface Ensemble extends Futures {
  readonly title: string;
  readonly digest: string;
}

export function ensembleOf(title: string, runs: readonly Results[]): Ensemble {
  if (runs.length === 0) throw new Error('an ensemble needs at least one run');
  const ordered = [...runs].sort((a, b) => a.replicate - b.replicate);
  return { title, years: ordered[0].years, runs: ordered, digest: digestOfRuns(ordered.map(({ digest }) => digest)) };
}
