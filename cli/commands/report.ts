/** `report DIR`: everything that a study says in one HTML file. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from '@commander-js/extra-typings';
import { writeWhole } from '../atomic.ts';
import { note, print } from '../print.ts';
import { refuse } from '../problems.ts';
import { reportOf } from '../report/document.tsx';
import { askAll } from '../report/questions.ts';
import { codes, ending } from '../study/ending.ts';
import { readStudyFolder } from '../study/read.ts';

export const reportCommand = new Command('report')
  .description('write one HTML file with what a study is, what came out, and every answer that its design can give')
  .argument('<dir>', 'folder of the study, as plan made it')
  .option('-o, --out <file>', 'the file (default: report.html in the folder)')
  .option('--outcomes <names>', 'names of the outcomes to answer about, such as well,gap (default: all)')
  .option('--less-is-better <names>', 'names of outcomes of which less is better, such as gap,cost', '')
  .option('--partial', 'report the runs that are there')
  .action(
    ending(async (dir, { out, outcomes, lessIsBetter, partial = false }) => {
      const results = await readStudyFolder(dir, { partial });
      const known = results.table.outcomes.map(({ name }) => name);
      const asked = askAll(results.table, {
        outcomes: outcomes === undefined ? known : namesIn('--outcomes', outcomes, known),
        less: namesIn('--less-is-better', lessIsBetter, known),
        before: (question, outcome) => note(`${question} ${outcome}`),
      });
      const path = out ?? join(results.dir, 'report.html');
      writeWhole(path, [reportOf({ results, asked, digest: digestIn(results.dir) })]);
      print(path);
      return codes.complete;
    }),
  );

/** `well,gap` as names of outcomes. */
function namesIn(option: string, text: string, known: readonly string[]): readonly string[] {
  const names = text.split(',').filter((name) => name !== '');
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) refuse(option, `found "${unknown}", expected some of ${known.join(', ')}`);
  return names;
}

/** Of the results as they were collected last. */
function digestIn(dir: string): string | undefined {
  const path = join(dir, 'results.sha256');
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : undefined;
}
