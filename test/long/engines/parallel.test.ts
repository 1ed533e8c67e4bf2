import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { need } from '../debian.ts';
import { below, signalAll, until } from '../processes.ts';
import { call, chunkFiles, digestIn, type Ended, newFolder, ODD, planned, submission, undisturbed } from '../study.ts';

const skipped = need('parallel');
const SHARDS = 8;
const SIZE = { points: 400, chunk: 20 };

describe.skipIf(skipped !== '')(`engine parallel${skipped}`, { retry: 0 }, () => {
  test('engine parallel: killed in the middle and started again, it goes on, and the digest is that of an undisturbed run', async () => {
    const digest = await undisturbed(SIZE);
    const folder = await planned(SIZE, join(newFolder(), ODD));
    const script = join(newFolder(), 'parallel.sh');
    writeFileSync(script, await submission('parallel', folder, '--shards', String(SHARDS), '--at-once', '2'));
    let shell = 0;
    const run = (): Promise<Ended> =>
      call(['sh', script], {
        during: ({ pid = 0 }) => {
          shell = pid;
        },
      });

    const first = run();
    const log = join(folder, 'logs', `parallel-of-${SHARDS}.joblog`);
    await until('a shard in its log, and another under way', () => finishedIn(log) > 0 && chunkFiles(folder).length > 0);
    const found = below(shell).filter(({ name, parent }) => parent === shell && (name === 'parallel' || name === 'perl'));
    expect(found).toHaveLength(1);
    signalAll([found[0].pid], 'SIGKILL');
    expect((await first).code).not.toBe(0);
    const before = finishedIn(log);
    expect(before).toBeLessThan(SHARDS);

    const { code, err } = await run();
    expect(code, err).toBe(0);
    expect(digestIn(folder)).toBe(digest);
    expect(finishedIn(log), 'finished shards are not started again').toBe(SHARDS);
  });

  test('engine parallel: chosen shards are run though its log has them as done', async () => {
    const size = { points: 8, chunk: 4 };
    const folder = await planned(size);
    const run = async (...words: readonly string[]): Promise<number | null> => {
      const script = join(newFolder(), 'parallel.sh');
      writeFileSync(script, await submission('parallel', folder, '--shards', '4', ...words));
      return (await call(['sh', script])).code;
    };
    expect(await run()).toBe(0);
    const [lost] = chunkFiles(folder);
    writeFileSync(join(folder, lost), '');
    expect(await run()).not.toBe(0);
    expect(await run('--only', '0,1,2,3')).toBe(0);
    expect(digestIn(folder)).toBe(await undisturbed(size));
  });
});

/** Lines of GNU parallel's log after its heading. */
function finishedIn(log: string): number {
  try {
    return readFileSync(log, 'utf8').trimEnd().split('\n').length - 1;
  } catch {
    return 0;
  }
}
