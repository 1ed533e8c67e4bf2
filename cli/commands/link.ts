/** `link A [B]`: the address at which the page opens on these plans, with the proof of their numbers in it. */
import { Command } from '@commander-js/extra-typings';
import { addressOf } from '../address.ts';
import { loadScenario } from '../files.ts';
import { print } from '../print.ts';
import { refuse } from '../problems.ts';

export const linkCommand = new Command('link')
  .description('print a link that opens one or two scenarios in the page, with a proof of their numbers')
  .argument('<a>', 'scenario A')
  .argument('[b]', 'scenario B')
  .option('--page <address>', 'address of the page', 'http://127.0.0.1:4173/')
  .action(async (fileA, fileB, { page }) => {
    const loaded = [fileA, ...(fileB === undefined ? [] : [fileB])].map((file) => loadScenario(file));
    const files = loaded.map(({ schools }) => schools?.files[0]);
    if (files.some((file) => file?.sha256 !== files[0]?.sha256)) refuse(fileB!, 'expected the same schools as in A');
    const address = await addressOf(loaded, { page });
    if (address === undefined) process.exitCode = 130;
    else print(address);
  });
