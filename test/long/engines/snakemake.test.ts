import type { ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { need, programOf } from '../debian.ts';
import { until } from '../processes.ts';
import { call, chunkFiles, digestIn, type Ended, newFolder, ODD, planned, submission, undisturbed } from '../study.ts';

const skipped = need('snakemake');
const SIZE = { points: 400, chunk: 20 };

describe.skipIf(skipped !== '')(`engine snakemake${skipped}`, { retry: 0 }, () => {
  test('engine snakemake: killed in the middle, unlocked and started again, it ends with the digest of an undisturbed run', async () => {
    const digest = await undisturbed(SIZE);
    const folder = await planned(SIZE, join(newFolder(), ODD.replace('{n}', '')));
    const cwd = newFolder();
    const file = join(cwd, 'Snakefile');
    writeFileSync(file, await submission('snakemake', folder, '--shards', '8'));
    let snake: ChildProcess | undefined;
    const snakemake = (...words: readonly string[]): Promise<Ended> =>
      call([programOf('snakemake'), '--snakefile', file, '--cores', '2', '--nocolor', ...words], {
        cwd,
        during: (child) => {
          snake = child;
        },
      });

    const first = snakemake();
    await until('some chunks', () => chunkFiles(folder).length > 2);
    snake?.kill('SIGKILL');
    expect((await first).signal).toBe('SIGKILL');
    const early = chunkFiles(folder);

    // It needs to be told that nobody else is at it; the script's first line says so.
    expect((await snakemake()).err).toContain('locked');
    expect((await snakemake('--unlock')).code).toBe(0);
    const { code, err } = await snakemake();
    expect(code, err).toBe(0);
    expect(digestIn(folder)).toBe(digest);
    expect(chunkFiles(folder)).toEqual(expect.arrayContaining(early));
  });
});
