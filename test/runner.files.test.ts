import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createWhole, partOf, writeWhole } from '../cli/atomic.ts';
import { canonical } from '../cli/study/canonical.ts';
import { rowsOf, sealed, stateOf } from '../cli/study/chunk.ts';
import { chunkPath, readChunk, sealOf, spanOf, spansOf } from '../cli/study/chunks.ts';
import { openFolder, type StudyFolder } from '../cli/study/folder.ts';
import { removeLitter } from '../cli/study/litter.ts';
import { manifestPath } from '../cli/study/manifest.ts';
import { proposalOf } from '../cli/study/propose.ts';
import { type Row, rowOfText, textOfRow } from '../cli/study/row.ts';
import { surveyOf } from '../cli/study/survey.ts';
import { newStudyFolder, planned, tiny } from './study.ts';

const seal = { id: 'a'.repeat(64), numerics: 'b'.repeat(64), model: '2' };
const rows = ['[0,0,0,"ok","",0.2,1]', '[1,0,1,"ok","",0.2,"NaN"]'];
const expected = { ...seal, rows: rows.length };
const good = sealed(rows, seal);

/** A folder with all chunks in it; what their rows say does not matter here. */
function full(folder: StudyFolder): StudyFolder {
  for (const span of spansOf(folder.manifest)) {
    const lines = Array.from({ length: span.to - span.from }, (_, i) => `[${span.from + i}]`);
    writeWhole(chunkPath(folder.dir, folder.manifest, span), [sealed(lines, sealOf(folder.manifest, span))]);
  }
  return folder;
}

describe('a row', () => {
  const number = fc.double({ noNaN: false });
  test('comes back from its text to the last bit, with NaN, infinities and −0', () => {
    fc.assert(
      fc.property(
        fc.array(number, { minLength: 1, maxLength: 6 }),
        fc.array(number, { maxLength: 6 }),
        fc.string(),
        (factors, outcomes, reason) => {
          const row: Row = { run: 7, point: 1, replicate: 2, status: 'ok', reason, factors, outcomes, digest: 'd' };
          const text = textOfRow(row);
          expect(text).not.toMatch(/null|\n/);
          const back = rowOfText(text, factors.length);
          expect(Array.from(back.factors)).toEqual(factors);
          expect(Array.from(back.outcomes)).toEqual(outcomes);
          expect(back.reason).toBe(reason);
        },
      ),
    );
  });
});

describe('fault 7: a damaged chunk', () => {
  test('is seen whichever single byte was changed', () => {
    expect(stateOf(good, expected)).toBe('ok');
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 }), (at, mask) => {
        const bytes = Buffer.from(good);
        bytes[at] ^= mask;
        expect(stateOf(bytes, expected)).toBe('damaged');
      }),
    );
  });

  test('is seen wherever it was cut off, and when it is empty or anything else', () => {
    for (let length = 0; length < good.length; length++) expect(stateOf(good.subarray(0, length), expected)).toBe('damaged');
    for (const text of ['\n', '\n\n', '{}\n', 'null\n', 'garbage', '[]\n{"id":1}\n'])
      expect(stateOf(Buffer.from(text), expected)).toBe('damaged');
    expect(stateOf(Buffer.concat([good, good]), expected)).toBe('damaged');
  });

  test('gives its rows back when it is whole', () => expect(rowsOf(good)).toEqual(rows));
});

describe('fault 8: a whole chunk in the wrong place', () => {
  test('is seen under the name of another chunk', () => {
    const { dir, manifest } = full(planned());
    const [four, five] = [4, 5].map((chunk) => spanOf(manifest, chunk));
    copyFileSync(chunkPath(dir, manifest, five), chunkPath(dir, manifest, four));
    expect(readChunk(dir, manifest, four).state).toBe('damaged');
    expect(surveyOf(dir, manifest).chunks).toEqual({ ok: 8, missing: 0, damaged: 1, other: 0 });
  });

  test('is ignored when the chunks of two studies are put together by hand', () => {
    const [a, b] = [full(planned()), planned({ ...tiny, seed: 'another' })];
    for (const span of spansOf(a.manifest)) {
      const path = chunkPath(a.dir, a.manifest, span);
      const there = path.replace(a.dir, b.dir);
      mkdirSync(dirname(there), { recursive: true });
      copyFileSync(path, there);
    }
    expect(surveyOf(b.dir, b.manifest).chunks).toEqual({ ok: 0, missing: 9, damaged: 0, other: 0 });
  });
});

describe('fault 11: a study that was changed after it was planned', () => {
  test.each([
    ['a level', (text: string) => text.replace('0.8', '0.9')],
    ['the seed', (text: string) => text.replace('"seed": "1"', '"seed": "2"')],
    ['the size of chunks', (text: string) => text.replace('"chunk": 7', '"chunk": 8')],
    ['its end', (text: string) => text.slice(0, -20)],
  ])('is refused: %s', (_, change) => {
    const { dir } = planned();
    const text = readFileSync(manifestPath(dir), 'utf8');
    expect(change(text)).not.toBe(text);
    writeFileSync(manifestPath(dir), change(text));
    expect(() => openFolder(dir)).toThrow(/manifest\.json: is not as it was planned/);
  });

  test('is refused when its schools were', () => {
    const base = { ...tiny.base, system: { file: join(process.cwd(), 'test/fixtures/schools.csv') } };
    const { dir, manifest } = planned({ ...tiny, base });
    const [name] = Object.keys(manifest.files);
    expect(name).toMatch(/^schools\/[0-9a-f]{64}\.csv$/);
    expect(openFolder(dir).study.base.system).toEqual({ file: name });
    writeFileSync(join(dir, name), readFileSync(join(dir, name), 'utf8').replace(/\d/, '9'));
    expect(() => openFolder(dir)).toThrow(/has changed since the study was planned/);
  });
});

describe('fault 25: links in the folder', () => {
  test('a folder that is a link works, and one planted in place of a chunk is replaced while its target stays as it was', () => {
    const [outside, where] = [newStudyFolder(), newStudyFolder()];
    const [victim, link] = [join(outside, 'victim'), join(outside, 'link')];
    writeFileSync(victim, 'precious');
    symlinkSync(where, link);
    const { dir, manifest } = planned(tiny, 7, link);
    expect(dir).toBe(where);
    const path = chunkPath(dir, manifest, spanOf(manifest, 0));
    mkdirSync(dirname(path), { recursive: true });
    symlinkSync(victim, path);
    expect(readChunk(dir, manifest, spanOf(manifest, 0)).state).toBe('damaged');
    writeWhole(path, [good]);
    expect(readFileSync(victim, 'utf8')).toBe('precious');
    expect(lstatSync(path).isSymbolicLink()).toBe(false);
  });
});

describe('fault 27: files that were left behind', () => {
  test('are counted, and removed only when nobody can still be writing them', () => {
    const { dir, manifest } = full(planned());
    const chunk = chunkPath(dir, manifest, spanOf(manifest, 0));
    // The name that this process would give: taken from a file on its way.
    let name = '';
    writeWhole(
      chunk,
      (function* () {
        name = readdirSync(dirname(chunk)).find((one) => partOf(one)) ?? '';
        yield good;
      })(),
    );
    expect(partOf(name)).toEqual({ here: true, pid: process.pid });
    const ended = Number(execFileSync(process.execPath, ['-p', 'process.pid'], { encoding: 'utf8' }));
    const others = {
      running: name,
      ended: name.replace(`-${process.pid}-`, `-${ended}-`),
      elsewhere: name.replace(/\.[0-9a-f]{8}-/, '.00000000-'),
      elsewhereOld: name.replace(/\.[0-9a-f]{8}-/, '.11111111-'),
    };
    for (const one of Object.values(others)) writeFileSync(join(dirname(chunk), one), 'half');
    const yesterday = new Date(Date.now() - 25 * 3600 * 1000);
    utimesSync(join(dirname(chunk), others.elsewhereOld), yesterday, yesterday);
    writeFileSync(`${chunk}.bad-0123abcd`, 'damaged');
    const before = surveyOf(dir, manifest);
    expect(before).toMatchObject({ unfinished: 4, aside: 1 });
    expect(removeLitter(dir, { aside: false })).toEqual({ unfinished: 2, aside: 0, kept: 2 });
    expect(Object.values(others).map((one) => existsSync(join(dirname(chunk), one)))).toEqual([true, false, true, false]);
    expect(removeLitter(dir, { aside: true })).toEqual({ unfinished: 0, aside: 1, kept: 2 });
    expect(surveyOf(dir, manifest).chunks).toEqual({ ...before.chunks });
  });
});

describe('fault 30: a disk without hard links', () => {
  const refusing = (code: string) => (): never => {
    throw Object.assign(new Error(code), { code, syscall: 'link' });
  };

  test.each(['EPERM', 'EOPNOTSUPP', 'ENOSYS'])('takes the file in its place after %s, once', (code) => {
    const path = join(newStudyFolder(), 'manifest.json');
    expect(createWhole(path, 'first', refusing(code))).toBe(true);
    expect(createWhole(path, 'second', refusing(code))).toBe(false);
    expect(createWhole(path, 'third')).toBe(false);
    expect(readFileSync(path, 'utf8')).toBe('first');
    expect(readdirSync(dirname(path))).toEqual(['manifest.json']);
  });

  test('is not blamed for other errors, after which nothing is left', () => {
    const path = join(newStudyFolder(), 'manifest.json');
    expect(() => createWhole(path, 'first', refusing('EIO'))).toThrow('EIO');
    expect(readdirSync(dirname(path))).toEqual([]);
    expect(createWhole(path, 'second', linkSync)).toBe(true);
    rmSync(path);
  });
});

describe('the size of chunks and shards', () => {
  const pace = (seconds: number) => ({ seconds, bytes: 100, faulty: [] });
  test('is a minute and half an hour, and less where every core is to have its part', () => {
    expect(proposalOf(pace(0.02), 1_000_000, 2)).toEqual({ chunk: 3000, shards: 11 });
    expect(proposalOf(pace(0.02), 5120, 2)).toEqual({ chunk: 320, shards: 1 });
    expect(proposalOf(pace(100), 10_000, 2)).toEqual({ chunk: 1, shards: 556 });
    expect(proposalOf(pace(0.00001), 10_000_000, 1)).toEqual({ chunk: 50_000, shards: 1 });
    expect(proposalOf(pace(100), 10_000_000, 2)).toEqual({ chunk: 100, shards: 1000 });
    expect(proposalOf(pace(0.02), 1, 64)).toEqual({ chunk: 1, shards: 1 });
  });
});

describe('identities', () => {
  test('do not know the order of names', () => {
    expect(canonical({ b: [{ d: 1, c: null }], a: 'x' })).toBe(canonical({ a: 'x', b: [{ c: null, d: 1 }] }));
    expect(canonical({ a: [1, 2] })).not.toBe(canonical({ a: [2, 1] }));
  });

  test('are the same for the same study in any folder, and chunks keep theirs whatever else the study is cut into', () => {
    const [a, b, wide] = [planned(), planned(), planned(tiny, 14)];
    expect(b.manifest).toEqual(a.manifest);
    expect(wide.manifest.studyId).toBe(a.manifest.studyId);
    expect(wide.manifest.id).not.toBe(a.manifest.id);
    const seven = { ...a, manifest: a.manifest };
    expect(chunkPath('', wide.manifest, { chunk: 9, from: 0, to: 7 })).toBe(
      chunkPath('', seven.manifest, spanOf(seven.manifest, 0)),
    );
    expect(planned({ ...tiny, seed: 'x' }).manifest.studyId).not.toBe(a.manifest.studyId);
  });
});
