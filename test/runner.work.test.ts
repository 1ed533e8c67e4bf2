import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { writeWhole } from '../cli/atomic.ts';
import { rowsOf, sealed } from '../cli/study/chunk.ts';
import { chunkPath, readChunk, type Shard, sealOf, spanOf, spansOf } from '../cli/study/chunks.ts';
import { type CollectOptions, collect } from '../cli/study/collect.ts';
import { codes } from '../cli/study/ending.ts';
import { openFolder, type StudyFolder } from '../cli/study/folder.ts';
import { manifestOf, manifestPath, manifestText, readManifest } from '../cli/study/manifest.ts';
import { expectSameNumbers } from '../cli/study/numbers.ts';
import { readStudyFolder } from '../cli/study/read.ts';
import { rebuild } from '../cli/study/rebuild.ts';
import { type Row, rowOfText } from '../cli/study/row.ts';
import { surveyOf } from '../cli/study/survey.ts';
import { verify } from '../cli/study/verify.ts';
import { work } from '../cli/study/work.ts';
import { compile, numericsFingerprint, simulate } from '../sim/index.ts';
import { builtChild, planned, tiny, tinyOf } from './study.ts';

let real: string;
let faulty: string;
/** The tiny study, worked on undisturbed in one go. */
let whole: StudyFolder;
let digest: string;

const all: CollectOptions = { formats: ['csv', 'parquet'], partial: false, strict: false, wait: 0 };

async function worked(folder: StudyFolder, shard?: Shard, workers = 1): Promise<StudyFolder> {
  expect(await work(folder, { program: real, workers, ...(shard && { shard }) })).toBe(codes.complete);
  return folder;
}

const digestIn = ({ dir }: StudyFolder): string => readFileSync(join(dir, 'results.sha256'), 'utf8').trim();

/** All rows of a folder, in order. */
function rowsIn({ dir, manifest, factors }: StudyFolder): readonly Row[] {
  return [...spansOf(manifest)].flatMap((span) => {
    const read = readChunk(dir, manifest, span);
    return read.state === 'ok' ? rowsOf(read.bytes).map((line) => rowOfText(line, factors.length)) : [];
  });
}

/** The same folder somewhere else, to be spoilt. */
function copyOf({ dir }: StudyFolder): StudyFolder {
  const folder = planned();
  rmSync(folder.dir, { recursive: true });
  cpSync(dir, folder.dir, { recursive: true });
  return openFolder(folder.dir);
}

const pathOf = ({ dir, manifest }: StudyFolder, chunk: number): string => chunkPath(dir, manifest, spanOf(manifest, chunk));

beforeAll(async () => {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  [real, faulty] = await Promise.all([builtChild('cli/study/endpoint.ts'), builtChild('test/fixtures/study/faulty.ts')]);
  whole = await worked(planned(), undefined, 2);
  ({ digest } = await collect(whole, all));
});

afterAll(() => vi.restoreAllMocks());

describe('the results of a study', () => {
  test('have a row a run, in order, each the run that the engine makes of its scenario', () => {
    const rows = rowsIn(whole);
    expect(rows.map(({ run }) => run)).toEqual(Array.from({ length: 60 }, (_, run) => run));
    for (const run of [0, 17, 59]) {
      const { point, replicate, outcomes, digest, status } = rows[run];
      expect({ point, replicate, status }).toEqual({ point: Math.floor(run / 5), replicate: run % 5, status: 'ok' });
      const made = simulate(compile(whole.scenarioAt(point)), { seed: '1', replicate });
      expect(digest).toBe(made.digest);
      expect(Array.from(outcomes)).toEqual([made.columns.schoolsWell.at(-1), made.columns.schoolsInUse.at(-1)]);
    }
  });

  test('are the same in CSV, in Parquet and in the table that analyses read', async () => {
    const lines = readFileSync(join(whole.dir, 'results.csv'), 'utf8').trimEnd().split('\n');
    expect(lines[0]).toBe('run,point,replicate,status,reason,champions,alliances,kind,well,inUse,digest');
    const bytes = readFileSync(join(whole.dir, 'results.parquet'));
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
    const objects = await parquetReadObjects({ file });
    expect(objects.map((row) => Object.values(row).join(','))).toEqual(lines.slice(1));
    const about = new Map(parquetMetadata(file).key_value_metadata?.map(({ key, value }) => [key, value]));
    expect(about.get('digest')).toBe(digest);
    expect(about.get('manifest')).toBe(whole.manifest.check);
    expect(JSON.parse(about.get('study')!)).toEqual(whole.manifest.study);
    const { table, failed, missing } = await readStudyFolder(whole.dir);
    expect({ failed, missing, points: table.pointCount, replicates: table.replicates }).toEqual({
      failed: 0,
      missing: 0,
      points: 12,
      replicates: 5,
    });
    expect(Array.from(table.values.inUse)).toEqual(objects.map(({ inUse }) => inUse));
    expect(Array.from(table.points.subarray(3, 6))).toEqual([0.2, 0.2, 1]);
    expect(objects[5].kind).toBe('waves');
  });

  test('have for digest the SHA-256 of their rows, and a dictionary with every column', () => {
    const rows = [...spansOf(whole.manifest)].flatMap((span) => {
      const read = readChunk(whole.dir, whole.manifest, span);
      return read.state === 'ok' ? rowsOf(read.bytes) : [];
    });
    expect(digestIn(whole)).toBe(
      createHash('sha256')
        .update(rows.map((row) => `${row}\n`).join(''))
        .digest('hex'),
    );
    const [header] = readFileSync(join(whole.dir, 'results.csv'), 'utf8').split('\n');
    const dictionary = readFileSync(join(whole.dir, 'dictionary.csv'), 'utf8').trimEnd().split('\n');
    expect(dictionary.slice(1).map((line) => line.split(',')[0])).toEqual(header.split(','));
  });

  test.each([
    [8, 3],
    [1000, 2],
  ])('are the same in chunks of %d, made in %d shards', async (chunk, of) => {
    const folder = planned(tiny, chunk);
    for (let index = of - 1; index >= 0; index--) await worked(folder, { index, of });
    expect((await collect(folder, all)).digest).toBe(digest);
    expect(readFileSync(join(folder.dir, 'results.csv'))).toEqual(readFileSync(join(whole.dir, 'results.csv')));
  });

  test('differ in every run where each has luck of its own', async () => {
    const factors = [{ name: 'which', plans: ['a', 'b'].map((name) => ({ name, set: { 'ingredients.champions': 0.5 } })) }];
    const digests = async (luck: string) => rowsIn(await worked(planned({ ...tiny, factors, luck }, 5))).map((row) => row.digest);
    const same = await digests('same');
    expect(same.slice(5)).toEqual(same.slice(0, 5));
    const independent = await digests('independent');
    expect(independent.slice(0, 5)).toEqual(same.slice(0, 5));
    expect(new Set(independent).size).toBe(10);
  });

  test('of schools from a file need nothing but the folder', async () => {
    const base = { ...tiny.base, system: { file: join(process.cwd(), 'test/fixtures/schools.csv') } };
    const folder = planned({ ...tiny, base, replicates: 1 });
    const moved = copyOf(folder);
    rmSync(folder.dir, { recursive: true });
    expect(rowsIn(await worked(moved)).filter(({ status }) => status === 'ok').length).toBe(12);
  });
});

describe('a row', () => {
  test('is made again with the same digest, and is told from one that was changed', () => {
    const { same, kept, made, scenario, future } = rebuild(whole, 33);
    expect({ same, digest: made.digest }).toEqual({ same: true, digest: kept?.digest });
    expect(simulate(compile(scenario), { replicate: future }).digest).toBe(made.digest);
    const other = copyOf(whole);
    const span = spanOf(other.manifest, 4);
    const lines = rowsOf(readFileSync(pathOf(other, 4))).map((line) => line.replace(/"[0-9a-f]{64}"/, `"${'0'.repeat(64)}"`));
    writeWhole(pathOf(other, 4), [sealed(lines, sealOf(other.manifest, span))]);
    expect(rebuild(other, 33).same).toBe(false);
    expect(rebuild(other, 3).same).toBe(true);
    expect(() => rebuild(whole, 60)).toThrow('expected a number below 60');
  });
});

describe('verify', () => {
  test('finds every chunk the same, and the one that was changed and sealed again', async () => {
    expect(await verify(whole, 100, { program: real })).toEqual({ made: 9, different: [], absent: 0, left: 0 });
    const other = copyOf(whole);
    const span = spanOf(other.manifest, 2);
    const lines = rowsOf(readFileSync(pathOf(other, 2))).map((line) => line.replace('0.8', '0.7'));
    writeWhole(pathOf(other, 2), [sealed(lines, sealOf(other.manifest, span))]);
    rmSync(pathOf(other, 3));
    expect(await verify(other, 9, { program: real, workers: 1 })).toEqual({ made: 8, different: [span], absent: 1, left: 0 });
    expect((await verify(whole, 2, { program: real })).made).toBe(2);
  });
});

describe('fault 7: damaged chunks', () => {
  test('are seen, refused by collect, kept aside and made again', async () => {
    const folder = copyOf(whole);
    const spoil = [
      (bytes: Buffer) => bytes.subarray(0, bytes.length / 2),
      () => Buffer.alloc(0),
      (bytes: Buffer) => Buffer.from(bytes.toString('latin1').replace('0.2', '0.3'), 'latin1'),
      () => Buffer.from('garbage'),
    ];
    for (const [i, change] of spoil.entries()) writeFileSync(pathOf(folder, i), change(readFileSync(pathOf(folder, i))));
    expect(surveyOf(folder.dir, folder.manifest).chunks).toEqual({ ok: 5, missing: 0, damaged: 4, other: 0 });
    await expect(collect(folder, all)).rejects.toMatchObject({ code: codes.incomplete });
    const partial = await collect(folder, { ...all, partial: true });
    expect(partial).toMatchObject({ rows: 32, missing: 28 });
    expect(partial.files.every((file) => /results-partial|dictionary/.test(file))).toBe(true);
    const before = statSync(pathOf(folder, 6)).mtimeMs;
    await worked(folder);
    expect(statSync(pathOf(folder, 6)).mtimeMs).toBe(before);
    expect(surveyOf(folder.dir, folder.manifest)).toMatchObject({ chunks: { ok: 9 }, aside: 4 });
    expect((await collect(folder, all)).digest).toBe(digest);
  });
});

describe('fault 9: the same chunks in several places at once', () => {
  test('become the same files, with nothing left behind', async () => {
    const folder = planned();
    await Promise.all([1, 2, 3, 4].map(() => worked(folder)));
    expect(surveyOf(folder.dir, folder.manifest)).toMatchObject({ chunks: { ok: 9 }, unfinished: 0, aside: 0 });
    expect((await collect(folder, all)).digest).toBe(digest);
  });
});

describe('fault 13: another arithmetic', () => {
  const other = 'f'.repeat(64);

  test('is refused before anything is run', () => {
    const { manifest } = whole;
    expect(() => expectSameNumbers(manifest)).not.toThrow();
    const elsewhere = manifestOf({ ...manifest, numerics: other });
    expect(() => expectSameNumbers(elsewhere)).toThrow(/use the same version of Node/);
    try {
      expectSameNumbers(elsewhere);
    } catch (error) {
      expect(error).toMatchObject({ code: codes.otherNumbers });
    }
    expect(numericsFingerprint()).toBe(manifest.numerics);
  });

  test('is refused by collect in a single chunk, and by the next work set aside', async () => {
    const folder = copyOf(whole);
    const span = spanOf(folder.manifest, 3);
    writeWhole(pathOf(folder, 3), [
      sealed(rowsOf(readFileSync(pathOf(folder, 3))), { ...sealOf(folder.manifest, span), numerics: other }),
    ]);
    expect(surveyOf(folder.dir, folder.manifest).chunks).toEqual({ ok: 8, missing: 0, damaged: 0, other: 1 });
    await expect(collect(folder, all)).rejects.toMatchObject({ code: codes.otherNumbers });
    await worked(folder);
    expect((await collect(folder, all)).digest).toBe(digest);
  });

  test('or another model is told by its version', () => {
    const takingRoot = { ...whole.manifest.takingRoot, model: '0' };
    expect(() => expectSameNumbers({ ...whole.manifest, takingRoot })).toThrow(/planned with model 0/);
  });
});

describe('fault 15: a run that would not end', () => {
  test('is a row where the engine itself can tell', async () => {
    const folder = planned(tinyOf('steps', { replicates: 1 }));
    expect(await work(folder, { program: faulty, workers: 1 })).toBe(codes.complete);
    const [row] = rowsIn(folder);
    expect(row).toMatchObject({ status: 'endless', reason: 'asks for 3000000000 steps, expected at most 720', digest: '' });
  });
});

describe('fault 16: a run that fails wherever it is made', () => {
  test('is a row with its reason, and leaves the others as they are', async () => {
    const folder = planned(tinyOf('throws'));
    expect(await work(folder, { program: faulty, workers: 2 })).toBe(codes.complete);
    const good = rowsIn(whole);
    for (const row of rowsIn(folder)) {
      if (row.replicate === 3) expect(row).toMatchObject({ status: 'threw', reason: 'poisoned at 3,', digest: '' });
      else expect(row).toEqual(good[row.run]);
    }
    const collected = await collect(folder, all);
    expect(collected).toMatchObject({ rows: 60, faulty: 12 });
    const text = readFileSync(join(folder.dir, 'results.csv'), 'utf8');
    expect(text).toContain('3,0,3,threw,"poisoned at 3,",0.2,0.2,mandate,,,\n');
    const before = readdirSync(folder.dir);
    await expect(collect(folder, { ...all, strict: true })).rejects.toThrow(/run 3 failed \(threw: poisoned at 3,\)/);
    expect(readdirSync(folder.dir)).toEqual(before);
    const { failed, failures, table } = await readStudyFolder(folder.dir);
    expect({ failed, shown: failures.length, value: table.values.well[3] }).toEqual({ failed: 12, shown: 12, value: Number.NaN });
  });

  test('with an infinite number too, which stays what it is', async () => {
    const folder = planned(tinyOf('infinite', { replicates: 4 }));
    expect(await work(folder, { program: faulty, workers: 2 })).toBe(codes.complete);
    const faults = rowsIn(folder).filter(({ status }) => status !== 'ok');
    expect(faults.length).toBe(12);
    expect(faults[0]).toMatchObject({ run: 3, status: 'infinite', reason: 'well is -Infinity' });
    expect(faults[0].outcomes[0]).toBe(Number.NEGATIVE_INFINITY);
    expect(readFileSync(pathOf(folder, 0), 'utf8')).not.toContain('null');
  });
});

describe('a folder', () => {
  test('whose manifest asks for another form is refused in words', () => {
    const { dir, manifest } = planned();
    writeFileSync(manifestPath(dir), manifestText(manifest).replace('"form": 1', '"form": 2'));
    expect(() => readManifest(dir)).toThrow('is not as it was planned');
    expect(() => readManifest(join(dir, 'logs'))).toThrow('there is no manifest.json');
  });
});
