import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { Job as KubernetesJob } from 'kubernetes-models/batch/v1/Job';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { BadInput } from '../cli/problems.ts';
import { manifestOf, manifestPath, manifestText } from '../cli/study/manifest.ts';
import type { Job } from '../cli/study/submit/engine.ts';
import { engines, jobOf } from '../cli/study/submit/index.ts';
import { quoted } from '../cli/study/submit/quoted.ts';

const place = mkdtempSync(join(tmpdir(), 'taking-root-submit-'));
afterAll(() => rmSync(place, { recursive: true, force: true }));

const textOf = (name: string, job: Job): string => engines.find((engine) => engine.name === name)!.text(job);

const plain: Job = { folder: '/data/study', program: 'taking-root', shards: 8, minutes: 120, memory: 2000 };
const part: Job = { ...plain, only: [2, 5], atOnce: 4 };
const inCluster = { image: 'registry.example/taking-root@sha256:0', claim: 'study' };

describe('what a scheduler is handed', () => {
  test.each(engines.map(({ name }) => name))('%s, all shards and a choice of them', async (name) => {
    const both = [plain, part].map((job) => textOf(name, { ...job, ...inCluster })).join('\n');
    await expect(both).toMatchFileSnapshot(`fixtures/submit/${name}.txt`);
  });

  test('the manifest of an Indexed Job is one by Kubernetes’ own schema', () => {
    for (const job of [plain, part]) {
      const manifest = parse(textOf('kubernetes', { ...job, ...inCluster }));
      expect(() => new KubernetesJob(manifest).validate()).not.toThrow();
      const wrong = structuredClone(manifest);
      wrong.spec.completions = 'eight';
      expect(() => new KubernetesJob(wrong).validate()).toThrow();
    }
  });
});

describe('words in a shell', () => {
  test('whatever a word holds, a shell reads it back', () => {
    const unit = fc
      .oneof(
        fc.integer({ min: 1, max: 0x7f }),
        fc.integer({ min: 0x80, max: 0xd7ff }),
        fc.integer({ min: 0x10000, max: 0x10ffff }),
      )
      .map((code) => String.fromCodePoint(code));
    const words = fc.sample(fc.string({ unit, maxLength: 20 }), { numRuns: 200, seed: 1 });
    const said = execFileSync('/bin/sh', ['-c', `printf '%s\\0' ${words.map(quoted).join(' ')}`], { encoding: 'utf8' });
    expect(said.split('\0').slice(0, -1)).toEqual(words);
  });

  const odd = [`o'dd "name" {n} $HOME %a;é`, '-rf', '$(touch oops)', '`touch oops`', 'a\\b', '&& false', '{}'];

  /** What a script calls the program with, a list a call. */
  function callsOf(script: string, job: Job, env: NodeJS.ProcessEnv = {}): readonly (readonly string[])[] {
    const here = mkdtempSync(join(place, 'calls-'));
    const log = join(here, 'calls');
    const stub = (name: string, text: string): string => {
      writeFileSync(join(here, name), text);
      chmodSync(join(here, name), 0o755);
      return join(here, name);
    };
    const program = stub('program', `#!/bin/sh\nprintf '%s\\0' "$@" >> '${log}'\nprintf '\\n\\0' >> '${log}'\n`);
    stub('parallel', '#!/bin/sh\nxargs -0 -n 1 sh -c\n');
    const text = script.replaceAll(job.program, program);
    const { status, stderr } = spawnSync('/bin/bash', ['-c', text], {
      cwd: here,
      encoding: 'utf8',
      env: { ...process.env, ...env, PATH: `${here}:${process.env.PATH}` },
    });
    expect(status, stderr).toBe(0);
    const calls = readFileSync(log, 'utf8').split('\n\0').slice(0, -1);
    return calls.map((call) => call.split('\0').slice(0, -1));
  }

  const workOf = (folder: string, shard: string): readonly string[] => [
    ...['work', folder, '--workers', '1', '--memory', '1600', '--shard', shard],
  ];

  describe('fault 22: fault 28: odd folders come through scripts, whose count of shards is their own', () => {
    test.each(odd)('%j', (name) => {
      const folder = join(place, 'folders', name);
      mkdirSync(folder, { recursive: true });
      const job: Job = { ...part, folder, program: '/the/program', ...inCluster };

      // Slurm says 2 of a choice of two, whatever the study was cut into.
      const slurm = { SLURM_ARRAY_JOB_ID: '7', SLURM_ARRAY_TASK_ID: '5', SLURM_ARRAY_TASK_COUNT: '2' };
      expect(callsOf(textOf('slurm', job), job, slurm)).toEqual([workOf(folder, '5/8')]);
      const expected = [workOf(folder, '2/8'), workOf(folder, '5/8'), ['collect', folder]];
      expect(callsOf(textOf('parallel', job), job)).toEqual(expected);
    });
  });

  test('an index of an Indexed Job is a shard, or one of those that were chosen', () => {
    const shell = (job: Job): string =>
      parse(textOf('kubernetes', { ...job, ...inCluster })).spec.template.spec.containers[0].command[2];
    const called = (job: Job, index: number) => callsOf(shell(job), job, { JOB_COMPLETION_INDEX: String(index) });
    const all = { ...plain, program: '/the/program' };
    expect([0, 7].flatMap((index) => called(all, index))).toEqual([workOf('/study', '0/8'), workOf('/study', '7/8')]);
    const some = { ...part, program: '/the/program' };
    expect([0, 1].flatMap((index) => called(some, index))).toEqual([workOf('/study', '2/8'), workOf('/study', '5/8')]);
  });
});

describe('what is refused', () => {
  const folder = join(place, 'study');
  mkdirSync(folder);
  const manifest = manifestOf({ study: {}, files: {}, points: 10, replicates: 4, chunk: 4, numerics: 'none' });
  writeFileSync(manifestPath(folder), manifestText(manifest));
  const wish = { shards: '8', time: '120', memory: '2000' };

  test('a study is handed over as it was asked for', () => {
    const job = jobOf(folder, { ...wish, only: '5,2,5', program: 'taking-root' });
    expect(job).toMatchObject({ folder, shards: 8, only: [2, 5], minutes: 120, memory: 2000, program: 'taking-root' });
  });

  test.each([
    ['more shards than chunks', { shards: '11' }, '--shards: found "11", expected a whole number from 1 to 10'],
    ['no shards', { shards: '0' }, '--shards'],
    ['a shard that is not there', { only: '2,8' }, '--only: found "8", expected numbers of shards from 0 to 7'],
    ['words for shards', { only: 'two' }, '--only'],
    ['too little memory', { memory: '100' }, '--memory'],
    ['a line break in the program', { program: 'a\nb' }, '--program'],
  ])('%s', (_, change, message) => {
    expect(() => jobOf(folder, { ...wish, ...change })).toThrow(message);
  });

  test('a folder without a plan', () => {
    expect(() => jobOf(place, wish)).toThrow(BadInput);
  });

  test('what an engine cannot do without', () => {
    const refusals = (name: string, job: Job) => engines.find((engine) => engine.name === name)!.refusal?.(job)?.file;
    expect(refusals('kubernetes', plain)).toBe('--image');
    expect(refusals('kubernetes', { ...plain, image: 'any' })).toBe('--claim');
    expect(refusals('kubernetes', { ...plain, ...inCluster })).toBeUndefined();
    expect(refusals('snakemake', { ...plain, folder: '/a{b}' })).toBe('DIR');
    expect(refusals('snakemake', plain)).toBeUndefined();
  });
});
