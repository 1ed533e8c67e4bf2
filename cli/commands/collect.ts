/** `collect DIR`: one tidy table of all runs of a study, its dictionary and its digest. */
import { Command } from '@commander-js/extra-typings';
import { print } from '../print.ts';
import { refuse } from '../problems.ts';
import { type Collected, collect } from '../study/collect.ts';
import { codes, ending } from '../study/ending.ts';
import { openFolder } from '../study/folder.ts';
import { tableKinds, usualKinds } from '../study/kinds.ts';
import { wholeOf } from '../study/options.ts';

export const collectCommand = new Command('collect')
  .description('bring the runs of a study together in one table, with what its columns mean and a digest of all rows')
  .argument('<dir>', 'folder of the study, as plan made it')
  .option('--partial', 'take what is there, into files that say so in their names')
  .option('--strict', 'refuse where any run has failed')
  .option('--format <list>', `kinds of tables: ${Object.keys(tableKinds).join(', ')}`, usualKinds.join(','))
  .option('--wait <s>', 'seconds to look again for what a network folder may show late', '60')
  .action(
    ending(async (dir, { partial = false, strict = false, format, wait }) => {
      const formats = formatsOf(format);
      const folder = openFolder(dir);
      const seconds = wholeOf('--wait', wait, 0);
      const collected = await collect(folder, { formats, partial, strict, wait: seconds });
      print(...collectedLines(collected));
      return collected.missing > 0 ? codes.incomplete : codes.complete;
    }),
  );

export const collectedLines = ({ files, digest, rows, faulty, missing }: Collected): readonly string[] => [
  `${rows.toLocaleString('en')} runs${faulty > 0 ? `, of which ${faulty.toLocaleString('en')} failed` : ''}${missing > 0 ? `; ${missing.toLocaleString('en')} are missing` : ''}.`,
  `Digest ${digest}`,
  ...files.map((file) => `  ${file}`),
];

function formatsOf(text: string): readonly string[] {
  const formats = [...new Set(text.split(',').map((format) => format.trim()))];
  const unknown = formats.find((format) => !Object.hasOwn(tableKinds, format));
  if (unknown !== undefined) refuse('--format', `found "${unknown}", expected some of ${Object.keys(tableKinds).join(', ')}`);
  return formats;
}
