/** What the built page weighs before it can begin, in kB (1,000 bytes) as it travels: packed by gzip at its best. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

export interface Weights {
  /** Names of the scripts that the document names, and of those that they name in imports at their top. */
  readonly scripts: readonly string[];
  readonly scriptsKb: number;
  /** Of the futures built into the page. */
  readonly data: readonly string[];
  readonly dataKb: number;
}

export function weightsOf(page: string): Weights {
  const read = (name: string): Buffer => readFileSync(join(page, 'assets', name));
  const weight = (names: readonly string[]): number =>
    names.reduce((sum, name) => sum + gzipSync(read(name), { level: 9 }).length / 1000, 0);
  const found = new Set<string>();
  const follow = (name: string): void => {
    if (found.has(name)) return;
    found.add(name);
    for (const [, other] of read(name)
      .toString()
      .matchAll(/(?:\bfrom|\bimport)\s*"\.\/([\w.-]+\.js)"/g))
      follow(other);
  };
  const html = readFileSync(join(page, 'index.html'), 'utf8');
  for (const [, name] of html.matchAll(/<(?:script|link)[^>]* (?:src|href)="\.\/assets\/([^"]+\.js)"/g)) follow(name);
  const data = [...found].filter((name) => name.startsWith('first-'));
  const scripts = [...found].filter((name) => !data.includes(name));
  return { scripts, scriptsKb: weight(scripts), data, dataKb: weight(data) };
}
