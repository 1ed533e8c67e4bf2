/** Every future of the mixes as a file of results, in the columns that the command line writes and this page reads. */
import { csvChunks } from '../../formats/index.ts';
import { outcomes } from '../state/outcomes.ts';
import type { Kept } from './kept.ts';
import { kept } from './running.ts';

/** The pieces of a CSV file; only its header before anything was run. */
export function runsFile(): string[] {
  const { mixes } = kept.value;
  return mixes ? [...csvChunks(columnsOf(mixes))] : [];
}

function columnsOf(all: Kept) {
  const { paths, points, replicates } = all.part;
  const runs = Array.from(all.digests, (_, run) => run).filter((run) => all.digests[run] !== '');
  const pointOf = (run: number): number => Math.floor(run / replicates);
  const measured = outcomes.flatMap(({ metric }) =>
    Array.from({ length: all.years }, (_, i) => {
      const values = all.values(metric, i + 1, all.part.pointCount, replicates, 1);
      return { name: `${metric}.year${i + 1}`, values: Float64Array.from(runs, (run) => values[run]) };
    }),
  );
  return [
    { name: 'run', values: Int32Array.from(runs) },
    { name: 'point', values: Int32Array.from(runs, pointOf) },
    { name: 'replicate', values: Int32Array.from(runs, (run) => run % replicates) },
    { name: 'status', values: runs.map(() => 'ok') },
    { name: 'reason', values: runs.map(() => '') },
    ...paths.map((path, j) => ({
      name: path,
      values: Float64Array.from(runs, (run) => points[pointOf(run) * paths.length + j]),
    })),
    ...measured,
    { name: 'digest', values: runs.map((run) => all.digests[run]) },
  ];
}
