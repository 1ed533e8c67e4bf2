import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { need } from '../debian.ts';
import { running, signalAll, until } from '../processes.ts';
import { chunkFiles, chunksOf, collected, newFolder, ODD, planned, standing, submission, undisturbed } from '../study.ts';
import { Cluster } from './cluster.ts';

const skipped = need('munge', 'slurmctld', 'slurmd', 'slurm-client', 'slurm-wlm-basic-plugins');
const SHARDS = 8;
const SIZE = { points: 400, chunk: 20 };

describe.skipIf(skipped !== '')(`engine slurm${skipped}`, { retry: 0 }, () => {
  let cluster: Cluster;
  let digest: string;
  beforeAll(async () => {
    digest = await undisturbed(SIZE);
    cluster = await Cluster.start(mkdtempSync(join(tmpdir(), 'taking-root-slurm-')));
  });
  afterAll(() => cluster?.stop());

  /** The script as the program prints it, handed to Slurm. */
  async function submit(folder: string, ...words: readonly string[]): Promise<void> {
    const script = join(newFolder(), 'array.sbatch');
    writeFileSync(script, await submission('slurm', folder, '--shards', String(SHARDS), '--memory', '600', ...words));
    cluster.say('sbatch', script);
  }

  /** Waits until the second node computes, and something is on the disk already. */
  const midway = (folder: string): Promise<void> =>
    until('chunks while a program runs on n2', () => chunkFiles(folder).length > 0 && cluster.programsOn('n2').length > 0);

  /** Until the queue is empty; what waits after a node was lost starts at once. */
  const finished = (): Promise<void> =>
    until(
      'an empty queue',
      () => {
        cluster.hasten();
        return cluster.queue('%i').length === 0;
      },
      120,
    );
  const lost = (): Promise<void> => until('node n2 is down', () => cluster.stateOf('n2').startsWith('down'), 90);
  const requeued = (): number => cluster.log().match(/Requeuing/g)?.length ?? 0;

  test('engine slurm: a node is lost in the middle, its tasks run again elsewhere, and the digest is that of an undisturbed run', async () => {
    const folder = await planned(SIZE);
    await submit(folder);
    await midway(folder);
    const victims = [...cluster.keepersOn('n2'), ...cluster.programsOn('n2')].map(({ pid }) => pid);
    signalAll([cluster.daemonOf('n2'), ...victims], 'SIGKILL');
    expect(chunkFiles(folder).length).toBeLessThan(chunksOf(SIZE));
    await lost();
    await finished();
    expect(requeued()).toBeGreaterThan(0);
    expect(await collected(folder)).toBe(digest);
    await cluster.startNode('n2');
  });

  test('fault 9: engine slurm: a node is thought dead while its programs go on, so that tasks run twice at once', async () => {
    const before = requeued();
    const folder = await planned(SIZE);
    await submit(folder);
    await midway(folder);
    signalAll([cluster.daemonOf('n2')], 'SIGKILL');
    // Held until their doubles run, and then let go, so that both write the same chunks.
    const ghosts = cluster.programsOn('n2').map(({ pid }) => pid);
    signalAll(ghosts, 'SIGSTOP');
    expect(ghosts.length).toBeGreaterThan(0);
    try {
      await lost();
      await until('tasks are queued again', () => requeued() > before);
      cluster.hasten();
      await until('their doubles run', () => cluster.programsOn('n1').length > 0);
    } finally {
      signalAll(ghosts, 'SIGCONT');
    }
    await finished();
    await until('the ghosts are done', () => !running().some(({ pid }) => ghosts.includes(pid)));
    expect(await collected(folder)).toBe(digest);
  });

  test('engine slurm: what is missing is run again by its number, and nothing else', async () => {
    const folder = await planned(SIZE, join(newFolder(), ODD));
    await submit(folder, '--only', '0,1,3,4,6,7');
    await finished();
    const { shards } = await standing(folder, SHARDS);
    expect(shards).toEqual([2, 5]);
    await submit(folder, '--only', shards.join(','));
    await finished();
    expect(await collected(folder)).toBe(digest);
  });
});
