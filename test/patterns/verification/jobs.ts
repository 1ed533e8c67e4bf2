/** Every check there is to make, in pieces that can run apart: derived from the reference files, so that none is left out. */
import { group } from 'd3';
import { type Check, notRun, type Scale } from './check.ts';
import { checkFolder } from './folders.ts';
import { graphs } from './graphs.ts';
import { labelOf } from './label.ts';
import { mixed } from './mixed.ts';
import { folders, knownResults, tables } from './reference.ts';
import { checkTable } from './tables.ts';

export interface Job {
  readonly name: string;
  /** Which table of the document it belongs to. */
  readonly part: 'contagion' | 'known';
  run(scale: Scale): Check[];
}

const handlers = { ...mixed, ...graphs };

export function jobs(): Job[] {
  const known = group(knownResults(), ({ test }) => test);
  return [
    ...folders().map((id): Job => ({ name: id, part: 'contagion', run: (scale) => checkFolder(id, scale) })),
    ...tables().map((file): Job => ({ name: file, part: 'contagion', run: (scale) => checkTable(file, scale) })),
    ...[...known].map(
      ([test, rows]): Job => ({
        name: test,
        part: 'known',
        run: (scale) =>
          rows.flatMap((row) => handlers[test]?.(row, scale) ?? [notRun(labelOf(row), 'no check knows this kind of row')]),
      }),
    ),
  ];
}

/** Full: 10,000 replicates. Quick: the same rules with larger standard errors. */
export const scales = {
  full: { replicates: 10_000, graphs: 40 },
  quick: { replicates: 500, graphs: 20 },
} as const satisfies Record<string, Scale>;
