import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PAGE } from './open.ts';
import { weightsOf } from './weights.ts';

describe.skipIf(!existsSync(PAGE))('what the page weighs', () => {
  const assets = join(PAGE, 'assets');
  const { scripts, scriptsKb, data, dataKb } = weightsOf(PAGE);

  test('its first scripts take at most 60 kB, the futures built into it at most 60 kB more', () => {
    console.log(`first scripts ${scriptsKb.toFixed(1)} kB, first futures ${dataKb.toFixed(1)} kB`);
    expect(data).toHaveLength(1);
    expect(dataKb).toBeLessThanOrEqual(60);
    expect(scriptsKb).toBeLessThanOrEqual(60);
  });

  test('what reads files and formulas is not among them', () => {
    const having = (mark: string, names: readonly string[]): readonly string[] =>
      names.filter((name) => readFileSync(join(assets, name), 'utf8').includes(mark));
    // By words that stay in a packed script: of zod, yaml and mathjs.
    for (const mark of ['ZodError', 'YAMLParseError', 'FunctionAssignmentNode']) {
      expect(having(mark, scripts)).toEqual([]);
      expect(
        having(
          mark,
          readdirSync(assets).filter((name) => name.endsWith('.js')),
        ),
      ).not.toEqual([]);
    }
  });
});
