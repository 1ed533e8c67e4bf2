/** A study folder with invented results: what is made of them can be held against what was put in. */
import { writeWhole } from '../cli/atomic.ts';
import { sealed } from '../cli/study/chunk.ts';
import { chunkPath, sealOf, spansOf } from '../cli/study/chunks.ts';
import type { StudyFolder } from '../cli/study/folder.ts';
import { type Row, textOfRow } from '../cli/study/row.ts';
import { planned } from './study.ts';

type Made = Pick<Row, 'outcomes'> & Partial<Pick<Row, 'status' | 'reason'>>;

/** Every run of a study as `make` invents it, from the values of its factors and the number of its future. */
export function filled(study: unknown, make: (factors: Float64Array, replicate: number) => Made): StudyFolder {
  const folder = planned(study, 50);
  const { dir, manifest, design } = folder;
  for (const span of spansOf(manifest)) {
    const lines = Array.from({ length: span.to - span.from }, (_, i) => {
      const run = span.from + i;
      const point = Math.floor(run / manifest.replicates);
      const replicate = run % manifest.replicates;
      const factors = design.at(point);
      const made = make(factors, replicate);
      return textOfRow({ run, point, replicate, status: 'ok', reason: '', factors, digest: 'd'.repeat(64), ...made });
    });
    writeWhole(chunkPath(dir, manifest, span), [sealed(lines, sealOf(manifest, span))]);
  }
  return folder;
}

/** Four ingredients at two levels, twenty futures of each mix. */
export const mixes = {
  version: 1,
  title: 'Four ingredients',
  base: { version: 1, title: 'tiny', system: { preset: 'made-up', sample: 0.05 }, years: 2 },
  factors: ['champions', 'alliances', 'betterData', 'windows'].map((name) => ({
    path: `ingredients.${name}`,
    levels: [0.2, 0.8],
  })),
  design: { kind: 'factorial' },
  replicates: 20,
  outcomes: [
    { name: 'well', metric: 'schoolsWell', year: 2 },
    { name: 'gap', metric: 'reachGap', year: 2 },
  ],
} as const;

/** Luck of a future, between -0.02 and 0.02: the same at every point. */
const luck = (replicate: number): number => 0.02 * Math.sin(5 * replicate);

/**
 * What mixes come to: champions add 30 in 100, alliances 12, both together 16 more; data and windows nothing. Each effect is
 * for going from the low level to the high one with the others low.
 */
export function made([champions, alliances]: Float64Array, replicate: number): Made {
  const [c, a] = [champions, alliances].map((level) => (level > 0.5 ? 1 : 0));
  return { outcomes: [0.2 + 0.3 * c + 0.12 * a + 0.16 * c * a + luck(replicate), 0.1 - 0.05 * c] };
}
