import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { draw, keyOf, purposes } from '../../../sim/random.ts';
import { need } from '../debian.ts';
import { below, isRunning, until } from '../processes.ts';
import {
  call,
  chunkFiles,
  chunksOf,
  collected,
  filesIn,
  newFolder,
  PROGRAM,
  planned,
  standing,
  studyOf,
  taking,
  undisturbed,
} from '../study.ts';
import { atEvery, placing } from './inject.ts';

const skipped = need('strace');
/** Three chunks. */
const FEW = { points: 3, chunk: 4 };
const MANY = { points: 200, chunk: 10 };
const KILLS = 40;

describe.skipIf(skipped !== '')(`killed at every point${skipped}`, { retry: 0 }, () => {
  let fresh: string;
  let digest: string;
  beforeAll(async () => {
    fresh = await planned(FEW);
    digest = await undisturbed(FEW);
  });

  test.each(placing)(
    'fault 1: work is killed at every %s; what is there is whole, and the same command goes on',
    async (kind) => {
      const points = await atEvery(
        kind,
        'signal=KILL',
        fresh,
        (copy) => ['work', copy, '--workers', '1'],
        async (copy) => {
          expect((await standing(copy)).damaged).toBe(0);
          const kept = chunkFiles(copy);
          expect((await taking('work', copy)).code).toBe(0);
          expect(chunkFiles(copy)).toEqual(expect.arrayContaining(kept));
          expect(await collected(copy)).toBe(digest);
        },
      );
      expect(points).toBeGreaterThanOrEqual(chunksOf(FEW));
    },
  );

  test.each(placing)(
    'fault 1: collect is killed at every %s; no table is half there, and the same command ends well',
    async (kind) => {
      const done = join(newFolder(), 'study');
      cpSync(fresh, done, { recursive: true });
      expect((await taking('work', done)).code).toBe(0);
      const whole = join(newFolder(), 'study');
      cpSync(done, whole, { recursive: true });
      await collected(whole);
      const expected = filesIn(whole);
      const points = await atEvery(
        kind,
        'signal=KILL',
        done,
        (copy) => ['collect', copy, '--format', 'csv'],
        async (copy) => {
          expect(await collected(copy)).toBe(digest);
          expect(filesIn(copy)).toEqual(expect.arrayContaining(expected));
        },
      );
      expect(points).toBeGreaterThanOrEqual(3);
    },
  );

  test.each(['fsync', 'link'] as const)(
    'fault 1: plan is killed at every %s; the folder is planned or it is not',
    async (kind) => {
      const file = join(newFolder(), 'study.json');
      writeFileSync(file, JSON.stringify(studyOf(FEW.points)));
      const words = ['plan', file, '--chunk', String(FEW.chunk), '-o'];
      const points = await atEvery(
        kind,
        'signal=KILL',
        newFolder(),
        (copy) => [...words, copy],
        async (copy) => {
          expect((await taking(...words, copy)).code).toBe(0);
          expect((await standing(copy)).missing).toBe(chunksOf(FEW));
        },
      );
      expect(points).toBeGreaterThan(0);
    },
  );
});

describe('killed at any time', { retry: 0 }, () => {
  test(`fault 1: ${KILLS} kills at random; chunks that were there stay, and the digest is that of an undisturbed run`, async () => {
    const digest = await undisturbed(MANY);
    const key = keyOf('kills');
    let folder = await planned(MANY);
    let midway = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      const before = chunkFiles(folder);
      const place = folder;
      // Some from the start on, which may be before anything was made; the others some time after a first chunk.
      const isEarly = kill % 4 === 0;
      const { code } = await call([...PROGRAM, 'work', folder], {
        during: (child) => {
          const begun = isEarly
            ? Promise.resolve()
            : until('a new chunk', () => chunkFiles(place).length > before.length || child.exitCode !== null);
          void begun.then(() => pause(500 * draw(key, purposes.clocks, kill, 0, 0))).then(() => child.kill('SIGKILL'));
        },
      });
      const after = chunkFiles(folder);
      expect(after).toEqual(expect.arrayContaining(before));
      if (after.length > before.length && code !== 0) midway++;
      if (code !== 0 && kill < KILLS - 1) continue;
      expect((await standing(folder)).damaged).toBe(0);
      expect((await taking('work', folder)).code).toBe(0);
      expect(await collected(folder)).toBe(digest);
      folder = await planned(MANY);
    }
    expect(midway, 'kills after a chunk and before the last').toBeGreaterThan(KILLS / 2);
  });

  test('fault 2: the parent is killed; its children end by themselves, and their chunks are made by the next', async () => {
    const size = { points: 100, chunk: 200 };
    const folder = await planned(size);
    let children: readonly number[] = [];
    const work = call([...PROGRAM, 'work', folder, '--workers', '2'], {
      during: (parent) => {
        void until('two children', () => {
          children = below(parent.pid!).map(({ pid }) => pid);
          return children.length >= 2;
        })
          .then(() => pause(300))
          .finally(() => parent.kill('SIGKILL'));
      },
    });
    expect((await work).signal).toBe('SIGKILL');
    expect(children.length).toBeGreaterThanOrEqual(2);
    await until('no child runs', () => !children.some(isRunning), 10);
    expect((await taking('work', folder)).code).toBe(0);
    expect(await collected(folder)).toBe(await undisturbed(size));
  });
});
