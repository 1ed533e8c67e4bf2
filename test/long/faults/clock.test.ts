import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { need, programOf } from '../debian.ts';
import { call, filesIn, newFolder, PROGRAM, studyOf } from '../study.ts';

const skipped = need('faketime');

interface Elsewhere {
  readonly what: string;
  readonly words?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

const places: readonly Elsewhere[] = [
  { what: 'twenty years ago', words: [programOf('faketime'), '-f', '-20y'] },
  { what: 'in twenty years, on a clock sixty times as fast', words: [programOf('faketime'), '-f', '+20y x60'] },
  { what: 'in another time zone', env: { TZ: 'Pacific/Kiritimati' } },
  { what: 'in another language', env: { LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8', LANGUAGE: 'tr' } },
  { what: 'where nobody else may read', words: ['/bin/sh', '-c', 'umask 077; exec "$@"', 'sh'] },
];

describe.skipIf(skipped !== '')(`clocks and customs${skipped}`, { retry: 0 }, () => {
  /** Every file of a study that was planned, run and collected there, by its path. */
  async function study({ words = [], env = {} }: Omit<Elsewhere, 'what'>): Promise<ReadonlyMap<string, string>> {
    const file = join(newFolder(), 'study.json');
    writeFileSync(file, JSON.stringify(studyOf(4)));
    const folder = join(newFolder(), 'study');
    const steps = [
      ['plan', file, '-o', folder, '--chunk', '4'],
      ['work', folder],
      ['collect', folder],
    ];
    for (const step of steps) {
      const { code, err } = await call([...words, ...PROGRAM, ...step], { env });
      expect(code, err).toBe(0);
    }
    return new Map(filesIn(folder).map((path) => [path, readFileSync(join(folder, path), 'base64')]));
  }

  let here: ReadonlyMap<string, string>;
  beforeAll(async () => {
    here = await study({});
  });

  test.each(places)('fault 12: every byte of a study is the same $what', async (place) => {
    const there = await study(place);
    expect([...there.keys()].sort()).toEqual([...here.keys()].sort());
    for (const [path, bytes] of here) expect(there.get(path), path).toBe(bytes);
  });
});
