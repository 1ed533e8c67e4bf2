/** Whether this machine makes the numbers that a study was planned with: shards of two kinds of arithmetic must not be mixed. */
import { MODEL_VERSION, numericsFingerprint } from '../../sim/index.ts';
import { codes, Halt } from './ending.ts';
import type { StudyManifest } from './manifest.ts';

export function expectSameNumbers({ takingRoot, numerics }: StudyManifest): void {
  if (takingRoot.model !== MODEL_VERSION)
    throw new Halt(
      codes.otherNumbers,
      `the study was planned with model ${takingRoot.model}, this is model ${MODEL_VERSION}; use version ${takingRoot.program} of the program, or plan it anew`,
    );
  const here = numericsFingerprint();
  if (here === numerics) return;
  throw new Halt(
    codes.otherNumbers,
    `this machine’s arithmetic gives other numbers (${here.slice(0, 8)}) than the one that the study was planned on (${numerics.slice(0, 8)}); use the same version of Node there and here (this is ${process.version}), or plan it anew on this one`,
  );
}
