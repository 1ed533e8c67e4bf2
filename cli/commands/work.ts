/** `work DIR`: makes the runs of a study that are not there yet. */
import { note } from '../print.ts';
import { whole } from '../study/chunks.ts';
import { codes, ending } from '../study/ending.ts';
import { openFolder } from '../study/folder.ts';
import { expectSameNumbers } from '../study/numbers.ts';
import { workCommand as command, shardOf, workOptionsOf } from '../study/options.ts';
import { work } from '../study/work.ts';

export const workCommand = command('work')
  .description('make the runs of a study that are not there yet; safe to stop, to repeat, and to run in many places at once')
  .argument('<dir>', 'folder of the study, as plan made it')
  .option('--shard <i/n>', 'only a part: shard i of n, counted from 0')
  .action(
    ending(async (dir, options) => {
      const shard = options.shard === undefined ? whole : shardOf(options.shard);
      const wish = workOptionsOf(options);
      const folder = openFolder(dir);
      expectSameNumbers(folder.manifest);
      const code = await work(folder, { ...wish, shard });
      if (code === codes.complete)
        note(`All runs of ${options.shard === undefined ? 'the study' : `shard ${options.shard}`} are there.`);
      return code;
    }),
  );
