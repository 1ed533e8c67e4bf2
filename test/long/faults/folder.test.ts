import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { need } from '../debian.ts';
import { until } from '../processes.ts';
import { chunkFiles, chunksOf, digestIn, filesIn, newFolder, planned, standing, studyOf, taking, undisturbed } from '../study.ts';
import { injected } from './inject.ts';

const skipped = need('strace');
const FEW = { points: 3, chunk: 4 };

/** Writes a study and gives the words that plan it into a folder. */
function planning(title: string, folder: string): readonly string[] {
  const file = join(newFolder(), 'study.json');
  writeFileSync(file, JSON.stringify(studyOf(FEW.points, title)));
  return ['plan', file, '-o', folder, '--chunk', String(FEW.chunk)];
}
const titleIn = (folder: string): string => JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')).study.title;

describe.skipIf(skipped !== '')(`folders that many reach for, and folders of another kind${skipped}`, { retry: 0 }, () => {
  test('fault 10: a planner is overtaken between writing its plan and putting it in place; the other wins, and it says so', async () => {
    const folder = join(newFolder(), 'study');
    const slow = injected('link', 'delay_enter=8000000', 'all', ...planning('Slow', folder));
    await until(
      'the slow one has written its plan',
      () => existsSync(folder) && filesIn(folder).some((path) => path.endsWith('.part')),
    );
    const quick = await taking(...planning('Quick', folder));
    expect(quick.code, quick.err).toBe(0);
    const { code, err, happened } = await slow;
    expect(happened).toBe(true);
    expect(code, err).toBe(3);
    expect(titleIn(folder)).toBe('Quick');
    expect((await standing(folder)).missing).toBe(chunksOf(FEW));
  });

  test('fault 30: a disk without hard links holds a plan as well, and still one alone', async () => {
    const folder = join(newFolder(), 'study');
    const refused = (title: string) => injected('link', 'error=EPERM', 'all', ...planning(title, folder));
    const first = await refused('First');
    expect(first.happened).toBe(true);
    expect(first.code, first.err).toBe(0);
    expect((await refused('Second')).code).toBe(3);
    expect(titleIn(folder)).toBe('First');
    expect((await standing(folder)).missing).toBe(chunksOf(FEW));
  });
});

describe('a network folder, by a stand-in', { retry: 0 }, () => {
  test('fault 29: a chunk is shown late; collect looks again until it is there', async () => {
    const folder = await planned(FEW);
    expect((await taking('work', folder)).code).toBe(0);
    const [path] = chunkFiles(folder);
    const elsewhere = join(newFolder(), 'late');
    renameSync(join(folder, path), elsewhere);
    const collecting = taking('collect', folder, '--format', 'csv');
    await pause(3000);
    renameSync(elsewhere, join(folder, path));
    const { code, err } = await collecting;
    expect(err).toContain('looking again');
    expect(code, err).toBe(0);
    expect(digestIn(folder)).toBe(await undisturbed(FEW));
  });
});
