/** `gc DIR`: removes what killed processes left behind. */
import { Command } from '@commander-js/extra-typings';
import { print } from '../print.ts';
import { codes, ending } from '../study/ending.ts';
import { removeLitter } from '../study/litter.ts';
import { readManifest } from '../study/manifest.ts';

export const gcCommand = new Command('gc')
  .description('remove unfinished files that killed processes left in the folder of a study; chunks and tables are never touched')
  .argument('<dir>', 'folder of the study, as plan made it')
  .option('--bad', 'also remove damaged chunks that were set aside')
  .action(
    ending((given, { bad = false }) => {
      const { dir } = readManifest(given);
      const { unfinished, aside, kept } = removeLitter(dir, { aside: bad });
      print(
        `Removed ${unfinished} unfinished files${bad ? ` and ${aside} damaged chunks` : ''}.`,
        ...(kept > 0 ? [`${kept} were left: somebody may still be writing them.`] : []),
      );
      return codes.complete;
    }),
  );
