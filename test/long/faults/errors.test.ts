import { execFileSync } from 'node:child_process';
import { statfsSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { need } from '../debian.ts';
import { chunksOf, collected, newFolder, planned, standing, strays, taking, undisturbed } from '../study.ts';
import { atEvery } from './inject.ts';

const skipped = need('strace');
const FEW = { points: 3, chunk: 4 };
const isRoot = process.getuid?.() === 0;

describe.skipIf(skipped !== '')(`a disk that reports errors${skipped}`, { retry: 0 }, () => {
  let fresh: string;
  let digest: string;
  beforeAll(async () => {
    fresh = await planned(FEW);
    digest = await undisturbed(FEW);
  });

  test.each([
    ['fsync', 'EIO'],
    ['fsync', 'ENOSPC'],
    ['rename', 'EXDEV'],
  ] as const)(
    'fault 6: every %s of work is refused with %s once; the program says so and leaves nothing half-written',
    async (kind, error) => {
      const points = await atEvery(
        kind,
        `error=${error}`,
        fresh,
        (copy) => ['work', copy, '--workers', '1'],
        async (copy, { code, err, synced }) => {
          expect(code, err).toBe(75);
          expect(err).toContain(error);
          expect(strays(copy)).toEqual([]);
          expect((await standing(copy)).damaged).toBe(0);
          // What could not be made safe may be lost though a second try succeeds: it is thrown away, never tried again.
          const files = synced.filter((path) => /\.part/.test(path));
          expect(new Set(files).size).toBe(files.length);
          expect(files.length).toBeGreaterThan(0);
          expect((await taking('work', copy)).code).toBe(0);
          expect(await collected(copy)).toBe(digest);
        },
      );
      expect(points).toBeGreaterThanOrEqual(chunksOf(FEW));
    },
  );
});

describe.skipIf(!isRoot)(`a disk without room${isRoot ? '' : ' (skipped: only root may mount one)'}`, { retry: 0 }, () => {
  test('fault 5: the disk fills up; the program says so, nothing is damaged, and it goes on once there is room', async () => {
    const size = { points: 40, chunk: 4 };
    const disk = newFolder();
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', disk]);
    try {
      const folder = await planned(size, join(disk, 'study'));
      const filler = join(disk, 'filler');
      const { bavail, bsize } = statfsSync(disk);
      // Room for a few chunks, a block each.
      writeFileSync(filler, Buffer.alloc((bavail - 10) * bsize));
      const { code, err } = await taking('work', folder);
      expect(code, err).toBe(75);
      expect(err).toContain('disk is full');
      expect(strays(folder)).toEqual([]);
      const { ok, damaged, missing } = await standing(folder);
      expect(damaged).toBe(0);
      expect(ok).toBeGreaterThan(0);
      expect(missing).toBeGreaterThan(0);

      truncateSync(filler);
      expect((await taking('work', folder)).code).toBe(0);
      expect(await collected(folder)).toBe(await undisturbed(size));
    } finally {
      execFileSync('umount', [disk]);
    }
  });
});
