/** Options that several commands share. */
import { Command } from '@commander-js/extra-typings';

const gather = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

/** What is put in place of a file's own. */
export const scenarioCommand = (name: string) =>
  new Command(name)
    .option('--seed <text>', 'text or number that futures are drawn from')
    .option('--years <n>', 'years to run')
    .option(
      '--set <path=value>',
      'put a value in place of the file’s, as often as wanted (list settings shows the paths)',
      gather,
    )
    .option('--schools <file>', 'CSV of real schools in place of the scenario’s')
    .option('--columns <field=column>', 'which column of --schools is which, as often as wanted', gather);

/** The same, and how many futures over how many cores. */
export const ensembleCommand = (name: string) =>
  scenarioCommand(name)
    .option('-n, --replicates <n>', 'futures to run: 64, or a part of them as 10..19 (default: the scenario’s, or 64)')
    .option('--from <k>', 'number of the first future, to run a large ensemble in parts')
    .option('--workers <n>', 'cores to use at most (default: all)')
    .option('--out <dir>', 'folder for tidy files, one folder in it for each scenario')
    .option('--format <list>', 'kinds of tables in it: csv, parquet, json', 'csv')
    .option('--json', 'print the results as JSON, for programs');
