import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { draw, keyOf, purposes } from '../../../sim/random.ts';
import { call, collected, newFolder, PROGRAM, planned, submission, undisturbed } from '../study.ts';

const SIZE = { points: 200, chunk: 10 };
const SHARDS = 4;
const key = keyOf('indexed');

interface Manifest {
  readonly spec: {
    readonly completions: number;
    readonly template: { readonly spec: { readonly containers: readonly [{ readonly command: string[] }] } };
  };
}

describe('engine kubernetes, by the contract of an Indexed Job', { retry: 0 }, () => {
  test('engine kubernetes: indices killed at random and tried again end with the digest of an undisturbed run', async () => {
    const digest = await undisturbed(SIZE);
    const folder = await planned(SIZE, join(newFolder(), 'study'));
    const where = ['--image', 'none', '--claim', 'none', '--program', PROGRAM.join(' ')];
    const manifest = parse(await submission('kubernetes', folder, '--shards', String(SHARDS), ...where)) as Manifest;
    const { completions, template } = manifest.spec;
    expect(completions).toBe(SHARDS);
    const command = template.spec.containers[0].command.map((word) => word.replace('/study', folder));
    let killed = 0;

    /** Tries an index until it succeeds; each try has longer than the one before until it is killed. */
    async function pod(index: number, twin: number): Promise<void> {
      for (let attempt = 0; ; attempt++) {
        const seconds = 0.4 * 1.6 ** attempt * (0.5 + draw(key, purposes.clocks, index, attempt, twin));
        const { code, signal } = await call(['timeout', '-s', 'KILL', seconds.toFixed(2), ...command], {
          env: { JOB_COMPLETION_INDEX: String(index) },
        });
        if (code === 0) return;
        expect(code === 137 || signal === 'SIGKILL', `an index ended with ${code}`).toBe(true);
        killed++;
      }
    }
    // The first of them by two at once, as may happen.
    await Promise.all([pod(0, 1), ...Array.from({ length: completions }, (_, index) => pod(index, 0))]);
    expect(killed).toBeGreaterThan(0);
    expect(await collected(folder)).toBe(digest);
  });
});
