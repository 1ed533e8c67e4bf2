/** `status DIR`: which runs of a study are there, and what to run again. */
import { Command } from '@commander-js/extra-typings';
import { print, printJson } from '../print.ts';
import { codes, ending } from '../study/ending.ts';
import { openFolder } from '../study/folder.ts';
import { wholeOf } from '../study/options.ts';
import { shardsLeft, surveyOf } from '../study/survey.ts';

export const statusCommand = new Command('status')
  .description('say which runs of a study are there; exit code 4 until all are')
  .argument('<dir>', 'folder of the study, as plan made it')
  .option('--shards <n>', 'name those of n shards in which something is missing')
  .option('--json', 'print it as JSON, for programs')
  .action(
    ending((given, { shards, json }) => {
      const of = shards === undefined ? undefined : wholeOf('--shards', shards, 1);
      const { dir, manifest, study } = openFolder(given);
      const left: number[] = [];
      const survey = surveyOf(dir, manifest, ({ chunk }) => left.push(chunk));
      const { chunks, total, runs, runsDone, unfinished, aside } = survey;
      const again = of === undefined ? undefined : shardsLeft(left, of);
      if (json)
        printJson({
          dir,
          id: manifest.id,
          title: study.title,
          ...chunks,
          chunks: total,
          runs,
          runsDone,
          unfinished,
          aside,
          ...(again && { shards: again }),
        });
      else
        print(
          study.title,
          `${runsDone.toLocaleString('en')} of ${runs.toLocaleString('en')} runs are there.`,
          `Of ${total} chunks ${chunks.ok} are whole, ${chunks.missing} missing, ${chunks.damaged} damaged${chunks.other > 0 ? `, ${chunks.other} of another arithmetic or model` : ''}.`,
          ...(unfinished > 0
            ? [
                `${unfinished} unfinished files, under way or left behind: \`taking-root gc\` removes those that nobody writes any more.`,
              ]
            : []),
          ...(aside > 0 ? [`${aside} damaged chunks were set aside (.bad-…).`] : []),
          ...(again
            ? [again.length === 0 ? 'No shard has anything left to do.' : `Shards to run again: ${again.join(',')}`]
            : []),
        );
      if (chunks.other > 0) return codes.otherNumbers;
      return chunks.ok === total ? codes.complete : codes.incomplete;
    }),
  );
