/** `rebuild DIR RUN`: makes one run of a study again, and says whether it is the one that the folder holds. */
import { Command } from '@commander-js/extra-typings';
import { addressOf } from '../address.ts';
import { print, printJson } from '../print.ts';
import { schoolsOf } from '../schools.ts';
import { codes, ending } from '../study/ending.ts';
import { openFolder, type StudyFolder } from '../study/folder.ts';
import { wholeOf } from '../study/options.ts';
import { type Rebuilt, rebuild } from '../study/rebuild.ts';

export const rebuildCommand = new Command('rebuild')
  .description('make one run of a study again and compare its digest with the row that is kept')
  .argument('<dir>', 'folder of the study, as plan made it')
  .argument('<run>', 'number of the run, as in the column run')
  .option('--link', 'also print the address at which the page opens on it')
  .option('--page <address>', 'address of the page', 'http://127.0.0.1:4173/')
  .option('--json', 'print the run and its scenario as JSON, for programs')
  .action(
    ending(async (given, number, { link, page, json }) => {
      const folder = openFolder(given);
      const rebuilt = rebuild(folder, wholeOf('run', number, 0));
      const { made, kept, same, scenario, future } = rebuilt;
      const loaded = { name: 'run', scenario, folder: folder.dir, sha256: '', schools: schoolsOf(scenario, folder.dir) };
      const address = link ? await addressOf([loaded], { page, future }) : undefined;
      const { factors, outcomes } = folder;
      const named = (columns: readonly { readonly name: string }[], values: ArrayLike<number>) =>
        Object.fromEntries(columns.map(({ name }, j) => [name, values[j]]));
      if (json)
        printJson({
          ...made,
          factors: named(factors, made.factors),
          outcomes: named(outcomes, made.outcomes),
          kept: kept?.digest,
          same,
          seed: folder.study.seed,
          future,
          scenario,
          link: address,
        });
      else print(...linesOf(rebuilt, folder), ...(address ? [address] : []));
      if (!kept) return codes.incomplete;
      return same ? codes.complete : codes.otherNumbers;
    }),
  );

function linesOf({ made, kept, same }: Rebuilt, { factors, outcomes }: StudyFolder): readonly string[] {
  const verdict = kept
    ? same
      ? 'the same as the row that is kept'
      : `the row that is kept says ${kept.digest}`
    : 'its row is not there yet';
  return [
    `Run ${made.run}: point ${made.point}, future ${made.replicate}${made.status === 'ok' ? '' : `, ${made.status}: ${made.reason}`}`,
    ...factors.map(({ name, choices }, j) => `  ${name} ${choices?.[made.factors[j]] ?? made.factors[j]}`),
    ...outcomes.map(({ name }, j) => `  ${name} ${made.outcomes[j]}`),
    `${made.digest}: ${verdict}`,
  ];
}
