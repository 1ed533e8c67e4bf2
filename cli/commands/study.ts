/** `study STUDY`: plans a study, or goes on with it, makes its runs on this machine and collects them. */
import { join } from 'node:path';
import { note, print } from '../print.ts';
import { refuse } from '../problems.ts';
import { collect } from '../study/collect.ts';
import { codes, ending } from '../study/ending.ts';
import { usualKinds } from '../study/kinds.ts';
import { loadStudy } from '../study/load.ts';
import { expectSameNumbers } from '../study/numbers.ts';
import { workCommand, workOptionsOf } from '../study/options.ts';
import { plan } from '../study/plan.ts';
import { planLines } from '../study/told.ts';
import { work } from '../study/work.ts';
import { collectedLines } from './collect.ts';

export const studyCommand = workCommand('study')
  .description('plan a study, make its runs on this machine and collect them; called again it goes on where it was')
  .argument('<study>', 'a study file, or the name of one that comes with the program')
  .option('-o, --out <dir>', 'the study folder (default: out/ and the name of the file)')
  .action(
    ending(async (file, { out, ...wish }) => {
      const options = workOptionsOf(wish);
      const loaded = loadStudy(file);
      const planned = plan(loaded, out ?? join('out', folderName(loaded.name)));
      expectSameNumbers(planned.folder.manifest);
      note(...planLines(planned), '');
      const code = await work(planned.folder, options);
      if (code !== codes.complete) return code;
      print(...collectedLines(await collect(planned.folder, { formats: usualKinds, partial: false, strict: false, wait: 0 })));
      return codes.complete;
    }),
  );

/** Names that every system takes for a folder, and none for a device or an option. */
function folderName(name: string): string {
  const isSafe = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/.test(name) && !/^(con|prn|aux|nul|com\d|lpt\d)$/i.test(name);
  return isSafe ? name : refuse('study', `"${name}" does not do as the name of a folder, expected -o with another`);
}
