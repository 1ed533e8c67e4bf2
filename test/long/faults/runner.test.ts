import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { codes } from '../../../cli/study/ending.ts';
import { manifestOf, manifestPath, manifestText, readManifest } from '../../../cli/study/manifest.ts';
import { surveyOf } from '../../../cli/study/survey.ts';
import { work } from '../../../cli/study/work.ts';
import { program } from '../../program.ts';
import { builtChild, newStudyFolder, planned, studyFile, tiny, tinyOf } from '../../study.ts';
import { below, signalAll, until } from '../processes.ts';

/** Some seconds of work for one process: long enough to be disturbed. */
const long = { ...tiny, replicates: 60 };

let faulty: string;
let undisturbed: string;

const digestIn = (dir: string): string => readFileSync(join(dir, 'results.sha256'), 'utf8').trim();
const okIn = (dir: string): number => surveyOf(dir, readManifest(dir).manifest).chunks.ok;

async function finished(dir: string): Promise<void> {
  const { code, err } = await program(['work', dir]);
  expect(code, err).toBe(0);
  expect((await program(['collect', dir, '--format', 'csv'])).code).toBe(0);
  expect(digestIn(dir)).toBe(undisturbed);
}

beforeAll(async () => {
  faulty = await builtChild('test/fixtures/study/faulty.ts');
  const { dir } = planned(long, 20);
  expect((await program(['work', dir])).code).toBe(0);
  expect((await program(['collect', dir])).code).toBe(0);
  undisturbed = digestIn(dir);
});

describe('fault 3: a process that makes runs is killed', () => {
  test('five times in a study, which ends by itself with the same digest', async () => {
    const { dir } = planned(long, 20);
    let parent = 0;
    const over = program(['work', dir, '--workers', '2'], (child) => {
      parent = child.pid!;
    });
    for (let kill = 0; kill < 5; kill++) {
      const done = okIn(dir);
      await until('another chunk', () => okIn(dir) > done);
      signalAll(
        below(parent)
          .slice(0, 1)
          .map(({ pid }) => pid),
        'SIGKILL',
      );
    }
    const { code, err } = await over;
    expect(code, err).toBe(0);
    expect(err.match(/a process that made chunk \d+ \(runs \d+ to \d+\) died: it ended with SIGKILL/g)).toHaveLength(5);
    await finished(dir);
  });

  test('three times on one chunk, which is left and named, while all others are made', async () => {
    const folder = planned(tinyOf('dies', { replicates: 4 }), 4);
    const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    // Replicate 3 of every point kills its process, so that no chunk of four runs can be made; two shards show that one is enough.
    expect(await work(folder, { program: faulty, workers: 2, shard: { index: 11, of: 12 } })).toBe(codes.incomplete);
    const text = told.mock.calls.map(([line]) => line).join('');
    told.mockRestore();
    expect(text.match(/a process that made chunk 11 \(runs 44 to 47\) died/g)).toHaveLength(3);
    expect(text).toContain('chunk 11 (runs 44 to 47) was left: its process died three times');
  });
});

describe('fault 4: an interruption', () => {
  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)(
    'by %s at three moments ends within seconds with code %d, keeps what is whole and says how to go on',
    async (signal, code) => {
      const { dir } = planned(long, 20);
      for (const chunks of [0, 4, 9]) {
        let at = 0;
        const { code: found, err } = await program(['work', dir, '--workers', '2'], (child) => {
          until('runs under way and some chunks', () => below(child.pid!).length > 0 && okIn(dir) >= chunks).then(() => {
            at = performance.now();
            child.kill(signal);
          });
        });
        expect({ found, err }).toMatchObject({ found: code });
        expect(performance.now() - at).toBeLessThan(13_000);
        expect(err).toContain('the same command goes on from here');
        expect(surveyOf(dir, readManifest(dir).manifest)).toMatchObject({ chunks: { damaged: 0 }, unfinished: 0 });
      }
      await finished(dir);
    },
  );

  test('twice stops at once, though a chunk takes long', async () => {
    const { dir } = planned(long, 720);
    const { code } = await program(['work', dir], async (child) => {
      await until('runs under way', () => below(child.pid!).length > 0);
      child.kill('SIGINT');
      await pause(300);
      child.kill('SIGINT');
    });
    expect(code).toBe(130);
    expect(okIn(dir)).toBe(0);
  });
});

describe('fault 10: many planners of different studies in one folder', () => {
  test('exactly one of twenty wins, and the others are told so', async () => {
    const dir = join(newStudyFolder(), 'plan');
    const files = Array.from({ length: 20 }, (_, i) => studyFile({ ...tiny, seed: String(i) }));
    const ended = await Promise.all(files.map((file) => program(['plan', file, '-o', dir, '--json'])));
    const won = ended.findIndex(({ code }) => code === codes.complete);
    expect(ended.map(({ code }) => code).sort()).toEqual([codes.complete, ...new Array(19).fill(codes.otherStudy)]);
    expect(readManifest(dir).manifest.study.seed).toBe(String(won));
    for (const { code, err } of ended) if (code === codes.otherStudy) expect(err).toContain('holds another study');
    expect((await program(['plan', files[won], '-o', dir])).code).toBe(codes.complete);
  });
});

describe('fault 13: another arithmetic', () => {
  test('ends work with its own code and what to do', async () => {
    const { dir, manifest } = planned();
    writeFileSync(manifestPath(dir), manifestText(manifestOf({ ...manifest, numerics: 'f'.repeat(64) })));
    const { code, err } = await program(['work', dir]);
    expect({ code, err }).toMatchObject({
      code: codes.otherNumbers,
      err: expect.stringContaining('use the same version of Node there and here'),
    });
    expect(okIn(dir)).toBe(0);
  });
});

describe('fault 14: memory that runs out', () => {
  test.each(['heap', 'array', 'map', 'typed'])('in %s ends the child alone, and the limit is named', async (kind) => {
    const folder = planned(tinyOf(kind, { replicates: 4, factors: tiny.factors.slice(0, 1) }), 2);
    const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    // Two of the four chunks are poisoned: those of futures 2 and 3.
    const code = await work(folder, { program: faulty, workers: 2, memory: 256 });
    const text = told.mock.calls.map(([line]) => line).join('');
    told.mockRestore();
    expect({ code, text }).toMatchObject({ code: codes.incomplete });
    expect(surveyOf(folder.dir, folder.manifest).chunks).toEqual({ ok: 2, missing: 2, damaged: 0, other: 0 });
    expect(text.match(/a process that made chunk [13] .* died: .*\(--memory\)/g), text).toHaveLength(6);
  });
});

describe('fault 15: a run that never ends', () => {
  test('has its process killed after the seconds that a run may take, and its chunk left', async () => {
    const folder = planned(tinyOf('never', { replicates: 4, factors: tiny.factors.slice(0, 1) }), 2);
    const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const code = await work(folder, { program: faulty, workers: 2, seconds: 5 });
    const text = told.mock.calls.map(([line]) => line).join('');
    told.mockRestore();
    expect({ code, text }).toMatchObject({ code: codes.incomplete });
    expect(surveyOf(folder.dir, folder.manifest).chunks).toEqual({ ok: 2, missing: 2, damaged: 0, other: 0 });
    expect(text.match(/died: a run took more than 5 s \(--seconds-a-run\)/g), text).toHaveLength(6);
  });
});

describe('fault 21: prototypes', () => {
  test('cannot be reached at all where the program is asked to run so, and it runs', () => {
    const words = ['--disable-proto=throw', 'dist/cli.mjs', 'plan', studyFile(), '-o', join(newStudyFolder(), 'plan')];
    const { status, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});

describe('fault 26: a folder that cannot be written', () => {
  const isRoot = process.getuid?.() === 0;
  const setpriv = '/usr/bin/setpriv';
  const cannot = isRoot && !existsSync(setpriv) ? ` (skipped: there is no ${setpriv})` : '';

  test.skipIf(cannot !== '')(`ends with code 75 and the real cause, for plan, work and collect${cannot}`, () => {
    const place = newStudyFolder();
    const { dir } = planned(tiny, 7, join(place, 'plan'));
    const file = studyFile();
    for (const folder of [place, dir, join(dir, 'logs')]) chmodSync(folder, 0o555);
    chmodSync(join(file, '..'), 0o755);
    const words = isRoot ? [setpriv, '--reuid', '65534', '--regid', '65534', '--clear-groups'] : [];
    for (const args of [
      ['plan', file, '-o', join(place, 'new', 'deep')],
      ['plan', file, '-o', dir],
      ['work', dir],
      ['collect', dir, '--partial'],
    ]) {
      const [first, ...rest] = [...words, process.execPath, 'bin/taking-root.mjs', ...args];
      const { status, stderr } = spawnSync(first, rest, { encoding: 'utf8' });
      expect({ args, status, stderr }).toMatchObject({
        status: 75,
        stderr: expect.stringMatching(/there is no permission to write \(EACCES\)/),
      });
    }
    chmodSync(place, 0o755);
    chmodSync(dir, 0o755);
  });
});

describe('fault 28: a scheduler that gives other indices', () => {
  test.each(['5/2', '2/2', '-1/2', '1', '1/0', 'a/b', '0x1/2', '1/2/3', ''])(
    '--shard %s is refused with code 2',
    async (shard) => {
      const { dir } = planned(tiny, 30);
      const { code, err } = await program(['work', dir, '--shard', shard]);
      expect({ code, err }).toMatchObject({ code: codes.badInput, err: expect.stringContaining('--shard') });
    },
  );

  test('the number of shards is never taken from the environment', async () => {
    const { dir, manifest } = planned(tiny, 30);
    vi.stubEnv('SLURM_ARRAY_TASK_COUNT', '7');
    vi.stubEnv('SLURM_ARRAY_TASK_ID', '5');
    const { code, err } = await program(['work', dir, '--shard', '1/2']);
    vi.unstubAllEnvs();
    expect(code, err).toBe(0);
    expect(surveyOf(dir, manifest).chunks).toMatchObject({ ok: 1, missing: 1 });
    const { code: status, out } = await program(['status', dir, '--shards', '2', '--json']);
    expect(status).toBe(codes.incomplete);
    expect(JSON.parse(out)).toMatchObject({ ok: 1, missing: 1, shards: [0] });
  });
});

describe('the whole way', () => {
  test('study does all of it, goes on after an interruption, and again does nothing', async () => {
    const [file, out] = [studyFile(long), join(newStudyFolder(), 'plan')];
    const first = await program(['study', file, '-o', out], (child) => {
      until('a chunk', () => existsSync(manifestPath(out)) && okIn(out) > 0).then(() => child.kill('SIGINT'));
    });
    expect(first.code, first.err).toBe(130);
    const second = await program(['study', file, '-o', out]);
    expect(second.code, second.err).toBe(0);
    expect(second.out).toContain(undisturbed);
    const third = await program(['study', file, '-o', out]);
    expect(third).toMatchObject({ code: 0, out: second.out });
    const other = await program(['study', studyFile({ ...long, seed: '2' }), '-o', out]);
    expect(other.code).toBe(codes.otherStudy);
  });

  test('any row opens in the page by its link, with the same digests', async () => {
    const { dir } = planned();
    expect((await program(['work', dir])).code).toBe(0);
    const { code, out } = await program(['rebuild', dir, '17', '--json', '--link']);
    const told = JSON.parse(out);
    expect({ code, same: told.same }).toEqual({ code: 0, same: true });
    const opened = await program(['open', told.link, '--json']);
    expect({ code: opened.code, ...JSON.parse(opened.out) }).toMatchObject({ code: 0, same: true });
    const again = await program(['run', studyFile(told.scenario), '-n', `${told.future}..${told.future}`, '--json']);
    expect(JSON.parse(again.out)[0].digests).toEqual([told.digest]);
  });
});

describe('memory stays flat', () => {
  /** The most MB that a process has held so far, as Linux counts it. */
  const mostOf = (pid: number): number =>
    Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;

  test.skipIf(process.platform !== 'linux')('over a hundred thousand runs, made and collected', async () => {
    const wide = { ...tinyOf('still'), factors: { all: 'ingredients', levels: [0.2, 0.8] } };
    const few = planned({ ...wide, replicates: 1 }, 2000);
    const many = planned({ ...wide, replicates: 7 }, 2000);
    expect(many.manifest.points * many.manifest.replicates).toBe(114_688);
    const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const most: number[] = [];
    for (const folder of [few, many]) {
      expect(await work(folder, { program: faulty, workers: 2 })).toBe(codes.complete);
      let high = 0;
      const { code, out } = await program(['collect', folder.dir], (child) => {
        const watch = setInterval(() => {
          try {
            high = Math.max(high, mostOf(child.pid!));
          } catch {
            clearInterval(watch); // it has ended
          }
        }, 20);
      });
      expect({ code, out }).toMatchObject({
        code: 0,
        out: expect.stringContaining(`${(folder.manifest.points * folder.manifest.replicates).toLocaleString('en')} runs.`),
      });
      most.push(high);
    }
    told.mockRestore();
    // Seven times the rows: what is held is a chunk and a group of rows, with room for what is not yet swept up.
    expect(most[1] - most[0]).toBeLessThan(120);
    expect(most[1]).toBeLessThan(500);
  });
});
