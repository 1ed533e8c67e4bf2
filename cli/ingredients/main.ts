/** Writes docs/ingredients.md and its pictures. Words: folders of the three studies, whole and collected, and the folder of documents. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readStudyFolder } from '../study/read.ts';
import { documentOf } from './document.ts';
import { factsOf, type Given } from './facts.ts';
import { picturesIn } from './pictures.tsx';

const [mixes, around, rolled, docs] = process.argv.slice(2);

const given = async (dir: string): Promise<Given> => ({
  results: await readStudyFolder(dir),
  digest: readFileSync(join(dir, 'results.sha256'), 'utf8').trim(),
});

const facts = factsOf(await given(mixes), await given(around), await given(rolled));
const pictures = join(docs, 'pictures', 'ingredients');
mkdirSync(pictures, { recursive: true });
for (const [name, svg] of picturesIn(facts)) writeFileSync(join(pictures, `${name}.svg`), svg);
writeFileSync(join(docs, 'ingredients.md'), documentOf(facts));
