/** `verify DIR`: makes some chunks again and compares: whether the machines that made them can be believed. */
import { note, print } from '../print.ts';
import { codes, ending } from '../study/ending.ts';
import { openFolder } from '../study/folder.ts';
import { expectSameNumbers } from '../study/numbers.ts';
import { wholeOf, workCommand, workOptionsOf } from '../study/options.ts';
import { verify } from '../study/verify.ts';

export const verifyCommand = workCommand('verify')
  .description('make some chunks of a study again and compare them byte by byte with what is there')
  .argument('<dir>', 'folder of the study, as plan made it')
  .option('--sample <n>', 'chunks to make again, chosen at random', '5')
  .action(
    ending(async (dir, { sample, ...wish }) => {
      const count = wholeOf('--sample', sample, 1);
      const options = workOptionsOf(wish);
      const folder = openFolder(dir);
      expectSameNumbers(folder.manifest);
      const { made, different, absent, left } = await verify(folder, count, options);
      for (const { chunk, from, to } of different)
        note(`chunk ${chunk} (runs ${from} to ${to - 1}) differs from what this machine makes`);
      const others = [absent > 0 && `${absent} are not there`, left > 0 && `${left} could not be made`].filter(Boolean);
      print(
        `Of ${made} chunks made again ${made - different.length} are the same to the last byte.${others.length > 0 ? ` Of those chosen ${others.join(' and ')}.` : ''}`,
      );
      if (different.length > 0) return codes.otherNumbers;
      return absent + left > 0 ? codes.incomplete : codes.complete;
    }),
  );
